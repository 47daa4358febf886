"""Which celebrations are coming up.

Only what lies ahead or lasts today. A day gone by is not brought up again by itself: it is a
rule's window ("within 3 days") that decides whether a belated wish is meant kindly, with its words.

Silent are: beings we do not know to be around (gone, or not in the household any more), what is
kept quiet or belongs to somebody who does not celebrate, dates of which only the year is known,
one-off dates outside their year, and yearly ones before the first. Customers who do not celebrate
get nothing at all; the caller asks them first (`Customer.no_celebrations`), because a celebration
cannot know who stands at the counter.
"""

from collections.abc import Iterable, Sequence
from datetime import date

from pos_companion.model.card import ComingUp
from pos_companion.model.celebrations import (
    Celebration,
    CelebrationKind,
    DayAhead,
    is_mourned,
)
from pos_companion.model.dates import LeapPolicy, Span
from pos_companion.model.people import HouseholdMember

_ORDER = tuple(CelebrationKind)


def coming_up(
    celebrations: Iterable[Celebration],
    members: Sequence[HouseholdMember],
    today: date,
    leap_default: LeapPolicy,
    days: int = 30,
) -> tuple[ComingUp, ...]:
    """The celebrations of the next days.

    Args:
        celebrations: of a customer and the household, in any order.
        members: everybody in the household, those who are gone too.
        today: business date.
        leap_default: what becomes of 29 February unless the celebration says otherwise.
        days: how far to look ahead; one that begins on the last day is in.

    Returns:
        Soonest first, each being and day once: of a birthday and a name day on one day the
        birthday is told. Only the month known: all of that month.
    """
    found: dict[tuple[str, Span], ComingUp] = {}
    for celebration in sorted(celebrations, key=_importance):
        owner = whose(celebration, members)
        span = celebration.upcoming(today, leap_default)
        if owner is None or span is None or span.days_from(today) > days:
            continue
        found.setdefault((owner, span), ComingUp(celebration, span, span.days_from(today)))
    exact = {
        (owner, coming.celebration.kind)
        for (owner, _), coming in found.items()
        if coming.celebration.is_exact
    }
    told = [
        coming
        for (owner, _), coming in found.items()
        if coming.celebration.is_exact or (owner, coming.celebration.kind) not in exact
    ]
    return tuple(sorted(told, key=_soonest))


def whose(
    celebration: Celebration, members: Sequence[HouseholdMember], household: int | None = None
) -> str | None:
    """Whom it belongs to, alike on every card: `customer:17`, `being:12` or `household:7`.

    Args:
        household: for what a household shares; None where only one is in view.

    Returns:
        None when it is not to be told at all.
    """
    if celebration.is_silent or is_mourned(celebration, members):
        return None
    return owner_of(celebration, members, household)


def owner_of(
    celebration: Celebration, members: Sequence[HouseholdMember], household: int | None = None
) -> str | None:
    """Whom it belongs to, the silent ones too; None when their being is not among the members."""
    owner = f"customer:{celebration.customer}"
    if celebration.being is not None:
        member = next((one for one in members if one.id == celebration.being), None)
        if member is None:
            return None
        owner = f"customer:{member.customer}" if member.customer else f"being:{member.id}"
    if not celebration.kind.is_shared:
        return owner
    return "household" if household is None else f"household:{household}"


def without_doubles(found: Iterable[tuple[str, DayAhead]]) -> tuple[DayAhead, ...]:
    """The days of a whole shop, each being once per day.

    Args:
        found: whose each is, and the day, those to be preferred first.

    Returns:
        Soonest first; on one day in the order they came.
    """
    kept: dict[tuple[str, Span], tuple[int, DayAhead]] = {}
    for at, (owner, ahead) in enumerate(found):
        before = kept.get((owner, ahead.span))
        if before is None or _rank(ahead) < _rank(before[1]):
            kept[(owner, ahead.span)] = (at if before is None else before[0], ahead)
    ranked = sorted(kept.values(), key=lambda pair: (pair[1].days, pair[1].span.last, pair[0]))
    return tuple(ahead for _, ahead in ranked)


def in_want_of_a_day(
    celebrations: Iterable[Celebration],
    members: Sequence[HouseholdMember],
    today: date,
    leap_default: LeapPolicy,
) -> tuple[Celebration, ...]:
    """Celebrations that come again on a day nobody knows: somebody has to be asked.

    A written-in date that has gone by, a calendar that ends, a year alone; the words are in
    `celebration_words.when_next`. Nothing silent is ever among them.
    """
    return tuple(
        one
        for one in sorted(celebrations, key=_importance)
        if one.lacks_a_day(today, leap_default) and whose(one, members) is not None
    )


def _rank(ahead: DayAhead) -> int:
    return _ORDER.index(ahead.celebration.kind)


def _importance(celebration: Celebration) -> tuple[int, int, int]:
    return _ORDER.index(celebration.kind), celebration.customer, celebration.n


def _soonest(coming: ComingUp) -> tuple[int, date, tuple[int, int, int]]:
    return coming.days, coming.span.last, _importance(coming.celebration)
