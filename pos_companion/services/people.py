"""Adds a new face, corrects a known one."""

from dataclasses import dataclass, replace

from pos_companion.errors import BadInputError, NotFoundError, RefusedError
from pos_companion.i18n import N_
from pos_companion.importers.contacts import email_address, phone_number
from pos_companion.model.card import Hit
from pos_companion.model.celebrations import Celebration, CelebrationKind
from pos_companion.model.dates import LeapPolicy, PartialDate
from pos_companion.model.people import Customer, HouseholdMember, Species
from pos_companion.services import Shop
from pos_companion.services.capture import plain_line, refuse_payment_cards
from pos_companion.services.finding import find
from pos_companion.storage.folding import digits

_LONGEST = 200
_TYPED = ("name", "call_name", "say_as", "description", "phone", "email", "card")


@dataclass(frozen=True)
class NewDay:
    """A day worth remembering of a new customer.

    Attributes:
        pet: the pet's name when it is the pet's day; empty for the customer's own.
        leap: when a 29 February is kept in other years; None is the shop's way.
    """

    kind: CelebrationKind
    date: PartialDate
    pet: str = ""
    leap: LeapPolicy | None = None


@dataclass(frozen=True)
class NewCustomer:
    """What the cashier wrote down about a new face; a name is enough.

    Attributes:
        remember: whether they said yes to us remembering more than name and visits.
    """

    name: str
    call_name: str = ""
    phone: str = ""
    email: str = ""
    card: str = ""
    days: tuple[NewDay, ...] = ()
    remember: bool | None = None


def add_customer(shop: Shop, new: NewCustomer) -> Customer:
    """Keep a new customer. Without their yes, only the name is kept.

    Raises:
        BadInputError: no name, or something that cannot be a phone, an e-mail or a card.
        RefusedError: the card belongs to somebody else.
    """
    now = shop.clock.now()
    refuse_payment_cards(*(day.pet for day in new.days))
    customer = _checked(
        shop,
        Customer(
            id=0,
            name=new.name,
            call_name=new.call_name,
            phone=new.phone if new.remember else "",
            email=new.email if new.remember else "",
            card=new.card,
            remember=new.remember,
        ),
    )
    with shop.storage.transaction():
        customer = shop.storage.people.add(customer, now)
        for day in new.days if new.remember else ():
            customer = _add_day(shop, customer, day)
        shop.storage.audit.note(now, shop.staff, "add_customer", customer=customer.id)
    return customer


def edit_customer(shop: Shop, customer: Customer) -> Customer:
    """Keep a customer's details as they are now.

    Raises:
        BadInputError, RefusedError: as for a new customer.
        NotFoundError: there is no such customer any more.
    """
    known = shop.storage.people.get(customer.id)
    if known is None:
        raise NotFoundError(N_("This customer is not in the records any more."))
    # A form that was opened a while ago knows nothing of a household founded since.
    kept = {name: getattr(known, name) for name in ("household", "source", "source_id")}
    customer = _checked(shop, replace(customer, **kept))
    with shop.storage.transaction():
        shop.storage.people.change(customer, shop.clock.now())
        shop.storage.audit.note(shop.clock.now(), shop.staff, "edit_customer", customer=customer.id)
    return customer


def forget_addition(shop: Shop, customer_id: int) -> None:
    """Take back an addition made a moment ago.

    Raises:
        RefusedError: the customer has visits already; those would be lost.
    """
    customer = shop.storage.people.get(customer_id)
    if customer is None:
        return
    if customer.visits:
        raise RefusedError(N_("This customer has visits already. Take those back first."))
    with shop.storage.transaction():
        shop.storage.people.remove(customer_id)
        shop.storage.audit.note(
            shop.clock.now(), shop.staff, "forget_addition", customer=customer_id
        )


def similar(shop: Shop, name: str, phone: str = "") -> tuple[Hit, ...]:
    """At most three people who may be the one being added: same phone first, then same name."""
    by_phone = find(shop, phone, 3) if len(digits(phone)) >= 6 else ()
    by_name = find(shop, name, 3) if len(name.split()) > 1 else ()
    hits = {hit.customer.id: hit for hit in (*by_phone, *by_name)}
    return tuple(hits.values())[:3]


def _checked(shop: Shop, customer: Customer) -> Customer:
    name = plain_line(customer.name)
    if not name and not customer.description:
        raise BadInputError(N_("A new customer needs a name, or a few words that describe them."))
    if len(name) > _LONGEST:
        raise BadInputError(N_("That is too long for a name. Keep it under 200 letters."))
    refuse_payment_cards(*(getattr(customer, one) for one in _TYPED))
    card = plain_line(customer.card)
    if card and any(owner != customer.id for owner in shop.storage.search.by_card(card)):
        raise RefusedError(N_("This card belongs to somebody else already."))
    return replace(
        customer,
        name=name,
        call_name=plain_line(customer.call_name),
        say_as=plain_line(customer.say_as),
        description=plain_line(customer.description),
        phone=_phone(shop, customer.phone),
        email=_email(customer.email),
        card=card,
    )


def _phone(shop: Shop, text: str) -> str:
    """In the canonical form where it can be read, else as typed: a guess helps nobody."""
    return phone_number(plain_line(text), shop.profile.country) if text.strip() else ""


def _email(text: str) -> str:
    if not text.strip():
        return ""
    try:
        return email_address(text)
    except ValueError as error:
        raise BadInputError(N_("{text} is not an e-mail address."), text=text) from error


def _add_day(shop: Shop, customer: Customer, day: NewDay) -> Customer:
    people = shop.storage.people
    being = None
    if day.pet.strip():
        pet = HouseholdMember(0, plain_line(day.pet), species=Species.PET)
        being = people.add_member(customer, pet, shop.clock.now()).id
        customer = people.get(customer.id) or customer
    people.add_celebration(
        Celebration(
            customer=customer.id,
            n=0,
            who=day.pet or customer.called,
            kind=day.kind,
            date=day.date,
            being=being,
            leap=day.leap,
            known_since=shop.today,
        )
    )
    return customer
