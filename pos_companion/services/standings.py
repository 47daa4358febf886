"""Where customers stand: what it is judged by, put together from the records; pinned by hand."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from pos_companion.errors import BadInputError, NotFoundError, RefusedError
from pos_companion.i18n import N_
from pos_companion.insight.absence import turns_of
from pos_companion.insight.stages import TENURE, VISITS, standing
from pos_companion.model.care import Concern
from pos_companion.model.consent import ConsentKind
from pos_companion.model.facts import Discretion, Fact
from pos_companion.model.people import Customer
from pos_companion.model.staff import Right
from pos_companion.model.stages import PINNABLE, Mishap, Pin, Seen, Stage, Standing, Turned
from pos_companion.services import Shop
from pos_companion.services.capture import plain_line, refuse_payment_cards
from pos_companion.services.consents import require_consent
from pos_companion.services.finding import whoever
from pos_companion.services.sign_in import require
from pos_companion.services.withheld import facts_for, is_forgetful
from pos_companion.storage.care import Remarks
from pos_companion.storage.history import KEPT_IN_MIND, Beginnings, LookBack

LONGEST_REASON = 500


@dataclass(frozen=True)
class StandingPage:
    """All there is to say about where a customer stands.

    Attributes:
        standing: as of today.
        turns: every absence and every coming back, oldest first.
        pins: every pin there ever was, newest first.
    """

    customer: Customer
    today: date
    standing: Standing
    turns: tuple[Turned, ...] = ()
    pins: tuple[Pin, ...] = ()


@dataclass(frozen=True)
class PinChange:
    """What became of a pin; the way back needs both.

    Attributes:
        before: what was in force before; None when nothing was.
        after: what is in force now; None when the records count again.
    """

    customer: int
    before: Pin | None
    after: Pin | None


def beginnings_of(customer: Customer) -> Beginnings | None:
    """What a card has to read of their first visits; None when all are kept in mind."""
    if customer.first_visit is None or customer.visits <= KEPT_IN_MIND:
        return None
    return Beginnings(customer.first_visit, tuple(VISITS.values()), tuple(TENURE.values()))


def seen_of(
    customer: Customer,
    past: LookBack,
    told: Sequence[Fact],
    remarks: Remarks,
) -> Seen:
    """What a standing is judged by.

    Args:
        customer: their counters as of the day in question.
        told: as far as they allow it; Locked facts among them say nothing.
        remarks: wishes, pins, and concerns with those that were put right.
    """
    shown = [fact for fact in told if fact.discretion is not Discretion.LOCKED]
    first, hidden = customer.first_visit, is_forgetful(customer)
    wishes, pins = ((), ()) if hidden else (remarks.wishes, remarks.pins)
    # What came with a file has no day: it was known from the beginning.
    heard = [fact.heard_on or first for fact in shown]
    used = [fact.served_since for fact in shown] + [wish.said_on for wish in wishes]
    return Seen(
        days=tuple(visit.day for visit in past.lately),
        visits=customer.visits,
        first=first,
        nth=past.nth,
        after=past.after,
        told=tuple(sorted(day for day in heard if day is not None)),
        used=tuple(sorted(day for day in used if day is not None)),
        sent=() if hidden else remarks.sent_on,
        mishaps=tuple(map(_mishap, remarks.concerns)),
        pin=next(iter(pins), None),
    )


def standing_page(shop: Shop, customer_id: int, here: bool = False) -> StandingPage:
    """Where a customer stands, from everything there ever was.

    Args:
        here: they stand at the counter: the visit that is not recorded yet counts.

    Raises:
        NotFoundError: there is no such customer.
    """
    customer = _present(shop, customer_id)
    seen = everything_seen(shop, customer)
    today = shop.today
    turns = tuple(turns_of((*seen.days, today) if here else seen.days, today))
    pins = shop.storage.care.pins(customer.id)
    return StandingPage(customer, today, standing(seen, today, here), turns, pins)


def everything_seen(shop: Shop, customer: Customer, days: tuple[date, ...] | None = None) -> Seen:
    """What a standing is judged by, with the days of all visits.

    Args:
        days: of all visits that count, oldest first, where they were read before.
    """
    if days is None:
        days = shop.storage.visits.days(customer.id, shop.clock.now())
    remarks = shop.storage.care.open_remarks(customer.id)
    as_of_now = replace(customer, visits=len(days), first_visit=days[0] if days else None)
    told = facts_for(customer, remarks.facts)
    return replace(seen_of(as_of_now, LookBack(), told, remarks), days=days)


def pin_stage(shop: Shop, customer_id: int, stage: Stage, reason: str) -> PinChange:
    """Say where somebody stands, whatever the records say; one that was pinned gives way.

    Args:
        reason: why; the person it is about may read it one day.

    Raises:
        BadInputError: there is no reason, it is too long or holds a payment card number, or the
            stage is one that only the records can show.
        RefusedError: they do not want to be remembered.
        NotFoundError: there is no such customer.
        NotAllowedError: trainees write down no notes.
    """
    require(shop, Right.NOTES)
    if stage not in PINNABLE:
        raise BadInputError(N_("Staying away and coming back are seen by themselves."))
    line = plain_line(reason)
    if not line:
        raise BadInputError(N_("Write why. The next colleague will want to know."))
    if len(line) > LONGEST_REASON:
        raise BadInputError(N_("That is too long for a reason. Keep it under 500 letters."))
    refuse_payment_cards(line)
    customer = _present(shop, customer_id)
    with shop.storage.transaction():
        require_consent(shop, customer.id, ConsentKind.MEMORY)
        before = _in_force(shop, customer.id)
        if before is not None:
            shop.storage.care.keep_pin(replace(before, taken_off=shop.today))
        pin = Pin(customer.id, 0, stage, line, shop.staff, shop.today)
        after = shop.storage.care.add_pin(pin)
        _note(shop, "pin_stage", after)
    return PinChange(customer.id, before, after)


def unpin_stage(shop: Shop, customer_id: int) -> PinChange:
    """Let the records count again.

    Raises:
        NotFoundError: nothing is pinned, or there is no such customer.
        NotAllowedError: trainees write down no notes.
    """
    require(shop, Right.NOTES)
    customer = _present(shop, customer_id)
    with shop.storage.transaction():
        before = _in_force(shop, customer.id)
        if before is None:
            raise NotFoundError(N_("Nothing is pinned here: the records count."))
        shop.storage.care.keep_pin(replace(before, taken_off=shop.today))
        _note(shop, "unpin_stage", before)
    return PinChange(customer.id, before, None)


def undo_pin(shop: Shop, change: PinChange) -> None:
    """Put pinning or taking off back, to the letter.

    Raises:
        RefusedError: somebody has pinned or taken off since.
    """
    with shop.storage.transaction():
        if _in_force(shop, change.customer) != change.after:
            raise RefusedError(N_("A colleague was quicker: this has changed since."))
        if change.after is not None:
            shop.storage.care.drop(change.customer, "stage", change.after.n)
        if change.before is not None:
            shop.storage.care.keep_pin(change.before)
        noted = change.after or change.before
        if noted is not None:
            _note(shop, "undo_pin", noted)


def _present(shop: Shop, customer_id: int) -> Customer:
    customer = whoever(shop, customer_id)
    if customer is None:
        raise NotFoundError(N_("This customer is not in the records any more."))
    return customer


def _in_force(shop: Shop, customer: int) -> Pin | None:
    return next((pin for pin in shop.storage.care.pins(customer) if pin.taken_off is None), None)


def _mishap(concern: Concern) -> Mishap:
    return Mishap(concern.opened_on, concern.due, concern.closed_on, concern.is_question)


def _note(shop: Shop, deed: str, pin: Pin) -> None:
    shop.storage.audit.note(
        shop.clock.now(), shop.staff, deed, customer=pin.customer, pin=pin.n, stage=pin.stage.value
    )
