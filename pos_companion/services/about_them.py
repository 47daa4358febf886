"""All that can be changed about somebody, read at once and kept at once."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from pos_companion.errors import NotFoundError, RefusedError
from pos_companion.i18n import N_, Phrase
from pos_companion.model.consent import Consents
from pos_companion.model.facts import MANNERS, Fact, FactKind
from pos_companion.model.people import Customer, SourceTouch
from pos_companion.model.staff import Right
from pos_companion.services import Shop
from pos_companion.services.consents import consents
from pos_companion.services.facts import drop_fact, keep_fact
from pos_companion.services.finding import display_name, whoever
from pos_companion.services.merging import joined_into
from pos_companion.services.people import edit_customer
from pos_companion.services.sign_in import allowed
from pos_companion.services.similar import Similar, twins_of
from pos_companion.services.sources import NewTouch, add_touch, touches
from pos_companion.services.withheld import facts_for


@dataclass(frozen=True)
class JoinedRecord:
    """Another record of theirs that became one with this.

    Attributes:
        merge: its number, for parting them again.
        day: the business date; None where it is not known.
    """

    merge: int
    name: Phrase
    day: date | None


@dataclass(frozen=True)
class AboutThem:
    """What the sheet for changing somebody shows.

    Attributes:
        touches: how they came across the shop, the first way first.
        senders: what those who sent them are called, by number.
        matters: what matters to them, as far as they allow it.
        joined: the latest first.
        twins: who may be another record of theirs, with the evidence.
        is_reach_hidden: whoever is at the counter may not see phone and e-mail; they are left out.
    """

    customer: Customer
    today: date
    consents: Consents
    touches: tuple[SourceTouch, ...] = ()
    senders: Mapping[int, Phrase] = field(default_factory=dict)
    matters: tuple[Fact, ...] = ()
    joined: tuple[JoinedRecord, ...] = ()
    twins: tuple[Similar, ...] = ()
    is_reach_hidden: bool = False


@dataclass(frozen=True)
class Change:
    """What is to be different about somebody.

    Attributes:
        customer: as they are to be kept.
        touch: one more way in which they came across the shop.
        matters: something else that matters to them; empty for nothing.
    """

    customer: Customer
    touch: NewTouch | None = None
    matters: str = ""


@dataclass(frozen=True)
class Changed:
    """What became of a change; the way back needs it all."""

    before: Customer
    after: Customer
    touch: SourceTouch | None = None
    fact: Fact | None = None


def about_them(shop: Shop, customer_id: int) -> AboutThem:
    """Read it.

    Raises:
        NotFoundError: there is no such customer.
    """
    customer = shop.storage.people.get(customer_id)
    if customer is None:
        raise NotFoundError(N_("This customer is not in the records any more."))
    known = facts_for(customer, shop.storage.care.open_remarks(customer.id).facts)
    ways = touches(shop, customer.id)
    hidden = not allowed(shop, Right.PHONES)
    return AboutThem(
        customer=replace(customer, phone="", email="") if hidden else customer,
        today=shop.today,
        consents=consents(shop, customer.id),
        touches=ways,
        senders=_senders(shop, ways),
        matters=tuple(one for one in known if one.kind is FactKind.MATTERS and one.about is None),
        joined=_joined(shop, customer.id),
        twins=twins_of(shop, customer),
        is_reach_hidden=hidden,
    )


def change_them(shop: Shop, change: Change) -> Changed:
    """Keep all of a change, or nothing of it.

    Raises:
        BadInputError, RefusedError, NotFoundError: as for each part of it.
    """
    with shop.storage.transaction():
        before = shop.storage.people.get(change.customer.id)
        if before is None:
            raise NotFoundError(N_("This customer is not in the records any more."))
        after = edit_customer(shop, change.customer)
        touch = add_touch(shop, after.id, change.touch) if change.touch else None
        fact = _matters(shop, after, change.matters) if change.matters.strip() else None
    return Changed(before, after, touch, fact)


def undo_change(shop: Shop, changed: Changed) -> None:
    """Put it back, also the first way in which they found us when it was told just now.

    Raises:
        RefusedError: what was told has changed since.
    """
    with shop.storage.transaction():
        if changed.fact is not None:
            drop_fact(shop, changed.fact)
        if changed.touch is not None:
            _untell(shop, changed.touch)
        edit_customer(shop, changed.before)


def _matters(shop: Shop, customer: Customer, text: str) -> Fact:
    fact = Fact(
        customer=customer.id,
        n=0,
        kind=FactKind.MATTERS,
        text=text,
        discretion=MANNERS[FactKind.MATTERS].discretion,
        heard_by=shop.staff,
        heard_on=shop.today,
    )
    return keep_fact(shop, fact)


def _untell(shop: Shop, touch: SourceTouch) -> None:
    ways = shop.storage.touches.of(touch.customer)
    if not ways or ways[-1] != touch:
        raise RefusedError(N_("A colleague was quicker: this has changed since."))
    shop.storage.touches.drop(touch)
    shop.storage.audit.note(
        shop.clock.now(), shop.staff, "untell_touch", customer=touch.customer, touch=touch.n
    )


def _senders(shop: Shop, ways: tuple[SourceTouch, ...]) -> dict[int, Phrase]:
    numbers = {one.referred_by for one in ways if one.referred_by is not None}
    found = {number: whoever(shop, number) for number in numbers}
    return {number: display_name(one) for number, one in found.items() if one is not None}


def _joined(shop: Shop, customer_id: int) -> tuple[JoinedRecord, ...]:
    return tuple(
        JoinedRecord(
            one.id,
            Phrase("{name}", {"name": one.name})
            if one.name
            else Phrase(N_("Customer {number}"), {"number": str(one.away)}),
            None if one.made is None else shop.time.business_day(one.made),
        )
        for one in joined_into(shop, customer_id)
    )
