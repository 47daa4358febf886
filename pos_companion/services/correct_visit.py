"""A visit that was recorded wrongly is put right, days later too, with the reason.

What they had, what it came to, what sort of visit it was and when it was. All that was counted by
it is counted anew: visits, the usual order, what discounts came to, the day and the once-only place
of what was given. What was given is out of the shop and stays given; where it is more than the caps
allow by now it is flagged as an exception. How the visit was before is kept, for a manager.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from pos_companion.errors import BadInputError, NotFoundError, RefusedError
from pos_companion.i18n import N_, Phrase
from pos_companion.model.giving import Beyond
from pos_companion.model.money import Money
from pos_companion.model.visits import Basket, BasketLine, Product, Visit, VisitKind
from pos_companion.rules import Redemption
from pos_companion.rules.limits import Refusal
from pos_companion.rules.once import on_another_day
from pos_companion.rules.parts import Turn
from pos_companion.rules.settle import effect_of, settle
from pos_companion.services import Shop
from pos_companion.services.catalogue import money_written
from pos_companion.services.too_many import too_many
from pos_companion.services.weeks import first_weekday
from pos_companion.storage.correcting import Correcting, take_back
from pos_companion.storage.corrections import KeptCorrection

FARTHEST = timedelta(days=366)
"""A visit is never put further back than that."""


class WhyPutRight(StrEnum):
    """What was wrong with a visit."""

    ITEMS = "items"
    AMOUNT = "amount"
    TIME = "time"
    OTHER = "other"


WHY_PUT_RIGHT = {
    WhyPutRight.ITEMS: N_("They had something else"),
    WhyPutRight.AMOUNT: N_("The amount was wrong"),
    WhyPutRight.TIME: N_("It was another day or time"),
    WhyPutRight.OTHER: N_("Another reason"),
}
"""In words, in the order in which they are offered."""


@dataclass(frozen=True)
class PutRight:
    """What a visit really was; None leaves that as it is.

    Attributes:
        lines: everything they had.
        total: what it came to, when that is not the sum of the lines.
        at: instant in UTC.
    """

    lines: tuple[BasketLine, ...] | None = None
    total: Money | None = None
    kind: VisitKind | None = None
    at: datetime | None = None


@dataclass(frozen=True)
class CorrectedVisit:
    """A visit that was put right.

    Attributes:
        before, after: the visit as it was, and as it is.
        exceptions: why what was given is more than the caps allow by now.
        settled: the lines of the ledger that say something else now.
        way_back: for undoing it.
    """

    before: Visit
    after: Visit
    why: WhyPutRight
    exceptions: tuple[Phrase, ...] = ()
    settled: tuple[int, ...] = ()
    way_back: Mapping[str, Any] = field(default_factory=dict)


def correct_visit(shop: Shop, uid: str, right: PutRight, why: WhyPutRight) -> CorrectedVisit:
    """Write a visit as it really was.

    Raises:
        NotFoundError: there is no such visit.
        RefusedError: it was taken back, or that is how it stands already.
        BadInputError: it would lie in the future, or more than a year back.
    """
    with shop.storage.transaction():
        before = _counting(shop, uid)
        after = _as_it_was(shop, before, right)
        rows = [row for row in shop.storage.ledger.of_visit(uid) if row.state.counts]
        work = Correcting(shop.storage, before)
        work.write(after)
        changed = _count_anew(shop, work, before, after, rows)
        exceptions = _flag(shop, work, after, changed)
        now = shop.clock.now()
        kept = KeptCorrection(uid, now, why.value, plain_visit(before), shop.staff)
        shop.storage.corrections.add(before.customer, kept, shop.today)
        shop.storage.audit.note(
            now, shop.staff, "correct_visit", visit=uid, customer=before.customer, why=why.value,
            lines=[row.id for row in changed], exceptions=list(exceptions),
        )  # fmt: skip
        return CorrectedVisit(
            before=before,
            after=_counting(shop, uid),
            why=why,
            exceptions=tuple(refusal.sentence for refusal in exceptions.values()),
            settled=tuple(row.id for row in changed),
            way_back=work.way_back,
        )


def undo_correction(shop: Shop, corrected: CorrectedVisit) -> None:
    """Undo it: everything is as it was before the visit was put right.

    Raises:
        NotFoundError: there is no such visit any more.
        RefusedError: it was taken back, moved or put right once more meanwhile.
    """
    with shop.storage.transaction():
        visit = _counting(shop, corrected.before.uid)
        if visit != corrected.after:
            raise RefusedError(
                N_("This visit was changed once more meanwhile. Put it right by hand.")
            )
        take_back(shop.storage, corrected.before, corrected.way_back)
        shop.storage.corrections.drop_last(visit.customer, visit.uid)
        shop.storage.audit.note(
            shop.clock.now(), shop.staff, "undo_correction", visit=visit.uid,
            customer=visit.customer,
        )  # fmt: skip


def plain_visit(visit: Visit) -> dict[str, Any]:
    """A visit in plain values, as the deed `visit` takes them; what is not known is empty."""
    return {
        "at": visit.at.isoformat(),
        "kind": visit.kind.value,
        "total": money_written(total_of(visit)),
        "items": [
            {
                "product": line.product.name,
                "quantity": f"{line.quantity.normalize():f}",
                "amount": money_written(line.amount),
                "way": line.their_way,
            }
            for line in visit.basket.lines
        ],
    }


def total_of(visit: Visit) -> Money | None:
    """What a visit came to; None when nobody knows."""
    amounts = [line.amount for line in visit.basket.lines if line.amount is not None]
    if visit.total is not None or not amounts:
        return visit.total
    return visit.basket.total(amounts[0].currency)


def _counting(shop: Shop, uid: str) -> Visit:
    visit = shop.storage.visits.get(uid)
    if visit is None:
        raise NotFoundError(N_("There is no visit with this id."))
    if visit.voided_at is not None:
        raise RefusedError(N_("This visit was taken back. There is nothing to put right."))
    return visit


def _as_it_was(shop: Shop, before: Visit, right: PutRight) -> Visit:
    now = shop.clock.now()
    at = before.at if right.at is None else right.at
    if at != before.at and not now - FARTHEST <= at <= now:
        raise BadInputError(
            N_("A visit cannot lie in the future, nor more than a year back. Check the day.")
        )
    kind = right.kind or before.kind
    lines = before.basket.lines if right.lines is None else right.lines
    if right.lines is None and kind is not VisitKind.BOUGHT:
        lines = ()
    basket = Basket(lines)
    same = basket == before.basket
    total = right.total if right.total is not None else before.total if same else None
    if total is not None and total == basket.total(total.currency) and _is_priced(basket):
        total = None
    after = replace(
        before, at=at, day=shop.time.business_day(at), kind=kind, basket=basket, total=total
    )
    if after == before:
        raise RefusedError(N_("That is how the visit is written down already."))
    return replace(after, corrected_at=now)


def _is_priced(basket: Basket) -> bool:
    return any(line.amount is not None for line in basket.lines)


def _count_anew(
    shop: Shop, work: Correcting, before: Visit, after: Visit, rows: Sequence[Redemption]
) -> list[Redemption]:
    """Let what was given say the day and the amount it really had; the lines that changed."""
    is_other_basket = (before.basket, before.total) != (after.basket, after.total)
    amounts = _amounts(shop, after, rows) if is_other_basket else {}
    changed = []
    for row in rows:
        news: dict[str, Any] = {}
        if amounts.get(row.id, row.cost) != row.cost:
            news |= {"cost": amounts[row.id], "value": amounts[row.id]}
        if after.day != before.day:
            weekday = first_weekday(shop.profile.country)
            key = on_another_day(row.period_key, after.day, weekday)
            news |= {"day": after.day.toordinal(), "period_key": key or None}
        if news:
            work.change_line(row.id, news)
            changed.append(row)
    return changed


def _amounts(shop: Shop, visit: Visit, rows: Sequence[Redemption]) -> dict[int, int]:
    """What the discounts really came to; nothing is known of a basket without prices."""
    basket = _to_settle(visit)
    if visit.basket.lines and not _is_priced(basket):
        return {}
    effects = [(row.id, effect_of(row)) for row in rows if row.is_discount]
    known = [
        (number, effect)
        for number, effect in effects
        if effect is not None and effect.is_discount and effect.turn is not Turn.NEVER
    ]
    taken = settle([effect for _, effect in known], basket, shop.profile.currency).taken
    return {number: worth.amount for (number, _), worth in zip(known, taken, strict=True)}


def _to_settle(visit: Visit) -> Basket:
    """The basket as it adds up to what the whole came to.

    What is known of the whole alone is a line of its own; where the lines are more than the whole
    each is less in proportion.
    """
    if visit.total is None:
        return visit.basket
    known = visit.basket.total(visit.total.currency)
    rest = visit.total - known
    if rest.amount >= 0:
        return Basket((*visit.basket.lines, BasketLine(Product(0, "", ""), amount=rest)))
    share = [
        replace(line, amount=replace(line.amount, amount=line.amount.amount * visit.total.amount
                                     // known.amount))
        for line in visit.basket.lines
        if line.amount is not None
    ]  # fmt: skip
    return Basket(tuple(share))


def _flag(
    shop: Shop, work: Correcting, visit: Visit, changed: Sequence[Redemption]
) -> dict[int, Refusal]:
    """Mark what is too much by now, for a manager; what was marked before stays so."""
    if not changed:
        return {}
    now = {row.id: row for row in shop.storage.ledger.of_visit(visit.uid)}
    more = [
        row
        for row in changed
        if not row.exception and (now[row.id].day != row.day or now[row.id].cost > row.cost)
    ]
    refusals = too_many(shop, visit.customer, more) if more else {}
    for number in refusals:
        work.change_line(number, {"exception": Beyond.CORRECTED.value})
    return refusals
