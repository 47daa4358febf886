"""Adds a new face, corrects a known one."""

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from typing import Any

from pos_companion.errors import BadInputError, NotFoundError, RefusedError
from pos_companion.i18n import N_
from pos_companion.importers.contacts import email_address, phone_number
from pos_companion.model.celebrations import Celebration, CelebrationKind
from pos_companion.model.dates import LeapPolicy, PartialDate
from pos_companion.model.people import Customer, HouseholdMember, PreferredChannel, Species
from pos_companion.model.staff import Right
from pos_companion.services import Shop
from pos_companion.services.capture import plain_line
from pos_companion.services.consents import keep_memory_answer
from pos_companion.services.sign_in import allowed
from pos_companion.services.sources import NewTouch, add_touch
from pos_companion.services.typed import typed_line, typed_name, typed_phone

_LINES = ("call_name", "say_as", "description", "best_time", "street", "tags")
WITH_THEIR_YES = (
    "phone", "email", "channel", "best_time", "street", "tags", "description", "days",
    "touch",
)  # fmt: skip
"""What is kept only of somebody who said yes to being remembered; a description replaces a name
where there is none, and is kept then."""


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
    """What the cashier wrote down about a new face; a name or a description is enough.

    Attributes:
        description: how to tell them when there is no name ("lady, red pram").
        remember: whether they said yes to us remembering more than name and visits.
        channel: how they like to hear from us.
        best_time: when they are best reached.
        street: street and number, as they say it.
        tags: words of the shop's own about them, with commas between.
        touch: how they found us.
    """

    name: str = ""
    call_name: str = ""
    phone: str = ""
    email: str = ""
    card: str = ""
    days: tuple[NewDay, ...] = ()
    remember: bool | None = None
    say_as: str = ""
    formal: bool = False
    description: str = ""
    channel: PreferredChannel = PreferredChannel.UNKNOWN
    best_time: str = ""
    street: str = ""
    tags: str = ""
    touch: NewTouch | None = None

    @property
    def as_allowed(self) -> "NewCustomer":
        """What may be kept of it: without their yes, only what they are called."""
        nothing = {name: _NOTHING[name] for name in self.not_kept}
        return replace(self, **nothing)

    @property
    def not_kept(self) -> tuple[str, ...]:
        """The fields that would need their yes."""
        if self.remember:
            return ()
        stands_in = {"description"} if not self.name.strip() else set()
        return tuple(
            name for name in WITH_THEIR_YES if getattr(self, name) and name not in stands_in
        )


_NOTHING: Mapping[str, Any] = {one.name: one.default for one in fields(NewCustomer)}


def add_customer(shop: Shop, new: NewCustomer) -> Customer:
    """Keep a new customer. Without their yes, only the name is kept (`NewCustomer.not_kept`).

    Raises:
        BadInputError: no name, or something that cannot be a phone, an e-mail or a card.
        RefusedError: the card belongs to somebody else.
        NotFoundError: whoever sent them is not in the records.
    """
    now = shop.clock.now()
    for day in new.days:
        typed_name(day.pet)
    _checked(shop, _customer_of(new))
    kept = new.as_allowed
    customer = _checked(shop, _customer_of(kept))
    with shop.storage.transaction():
        customer = shop.storage.people.add(customer, now)
        shop.storage.forgetting.welcome_back(customer)
        keep_memory_answer(shop, customer)
        for day in kept.days:
            customer = _add_day(shop, customer, day)
        shop.storage.audit.note(now, shop.staff, "add_customer", customer=customer.id)
        if kept.touch is not None:
            add_touch(shop, customer.id, kept.touch)
    return customer


def _customer_of(new: NewCustomer) -> Customer:
    return Customer(
        id=0,
        name=new.name,
        call_name=new.call_name,
        say_as=new.say_as,
        formal=new.formal,
        phone=new.phone,
        email=new.email,
        card=new.card,
        description=new.description,
        remember=new.remember,
        channel=new.channel,
        best_time=new.best_time,
        street=new.street,
        tags=new.tags,
    )


def edit_customer(shop: Shop, customer: Customer) -> Customer:
    """Keep a customer's details as they are now.

    Raises:
        BadInputError, RefusedError: as for a new customer.
        NotFoundError: there is no such customer any more.
    """
    known = shop.storage.people.get(customer.id)
    if known is None:
        raise NotFoundError(N_("This customer is not in the records any more."))
    if not allowed(shop, Right.PHONES):
        customer = replace(customer, phone=known.phone, email=known.email)
    # A form that was opened a while ago knows nothing of what happened at home since.
    customer = _checked(shop, replace(customer, **{name: getattr(known, name) for name in _KEPT}))
    with shop.storage.transaction():
        shop.storage.people.change(customer, shop.clock.now())
        if customer.remember is not known.remember:
            keep_memory_answer(shop, customer)
        if customer.name != known.name:
            shop.storage.people.rename_member(customer, known.name)
        shop.storage.audit.note(shop.clock.now(), shop.staff, "edit_customer", customer=customer.id)
    return customer


_KEPT = ("household", "source", "source_id", "gone", "gone_on")


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
    if shop.storage.merging.into(customer_id):
        raise RefusedError(N_("Another record was made part of this one. Part them first."))
    with shop.storage.transaction():
        shop.storage.people.remove(customer_id)
        shop.storage.audit.note(
            shop.clock.now(), shop.staff, "forget_addition", customer=customer_id
        )


def _checked(shop: Shop, customer: Customer) -> Customer:
    lines: Mapping[str, Any] = {name: typed_line(getattr(customer, name)) for name in _LINES}
    lines = {**lines, "tags": _tags(lines["tags"])}
    name = typed_name(customer.name)
    if not name and not lines["description"]:
        raise BadInputError(N_("A new customer needs a name, or a few words that describe them."))
    card = typed_line(customer.card)
    if card and any(owner != customer.id for owner in shop.storage.search.by_card(card)):
        raise RefusedError(N_("This card belongs to somebody else already."))
    return replace(
        customer,
        name=name,
        **lines,
        phone=_phone(shop, typed_phone(customer.phone)),
        email=_email(typed_line(customer.email)),
        card=card,
    )


def _tags(text: str) -> str:
    """Each once, as it was written first."""
    found: dict[str, str] = {}
    for part in (one.strip() for one in text.split(",")):
        found.setdefault(part.casefold(), part)
    return ", ".join(tag for tag in found.values() if tag)


def _phone(shop: Shop, text: str) -> str:
    """In the canonical form where it can be read, else as typed: a guess helps nobody."""
    return phone_number(text, shop.profile.country) if text else ""


def _email(text: str) -> str:
    if not text:
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
