"""Which celebrations are coming up.

Only what lies ahead or lasts today. A day gone by is not brought up again by itself: it is a
rule's window ("within 3 days") that decides whether a belated wish is meant kindly, with its words.

Silent are: beings we do not know to be around (gone, or not in the household any more), dates of
which only the year is known, one-off dates outside their year, and yearly ones before the first.
Customers who do not celebrate get nothing at all; the caller asks them first
(`Customer.no_celebrations`), because a celebration cannot know who stands at the counter.
"""

from collections.abc import Iterable, Sequence
from datetime import date

from pos_companion.model.card import ComingUp
from pos_companion.model.celebrations import Celebration, CelebrationKind
from pos_companion.model.dates import LeapPolicy, Span
from pos_companion.model.people import HouseholdMember

_SHARED = {CelebrationKind.ANNIVERSARY, CelebrationKind.MOVING_IN}
_ORDER = tuple(CelebrationKind)
_Whose = tuple[str, int]


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
    around = _Around(members)
    found: dict[tuple[_Whose, Span], ComingUp] = {}
    for celebration in sorted(celebrations, key=_importance):
        whose = around.whose(celebration)
        span = _next_span(celebration, today, celebration.leap or leap_default)
        if whose is None or span is None or span.days_from(today) > days:
            continue
        found.setdefault((whose, span), ComingUp(celebration, span, span.days_from(today)))
    exact = {
        (whose, coming.celebration.kind)
        for (whose, span), coming in found.items()
        if span.first == span.last
    }
    told = [
        coming
        for (whose, span), coming in found.items()
        if span.first == span.last or (whose, coming.celebration.kind) not in exact
    ]
    return tuple(sorted(told, key=_soonest))


def _importance(celebration: Celebration) -> tuple[int, int, int]:
    return _ORDER.index(celebration.kind), celebration.customer, celebration.n


def _soonest(coming: ComingUp) -> tuple[int, date, tuple[int, int, int]]:
    return coming.days, coming.span.last, _importance(coming.celebration)


def _next_span(celebration: Celebration, today: date, leap: LeapPolicy) -> Span | None:
    when = celebration.date
    if celebration.yearly:
        span = when.upcoming(today, leap)
        if span is not None and when.year is not None and span.first.year < when.year:
            return when.in_year(when.year, leap)
        return span
    if when.year is not None:
        span = when.in_year(when.year, leap)
    elif celebration.known_since is not None:
        # "My exam is on 3 May" without a year means the next one after they said so.
        span = when.upcoming(celebration.known_since, leap)
    else:
        span = None
    return span if span is not None and span.last >= today else None


class _Around:
    """Who is still around, and who is the same person."""

    def __init__(self, members: Sequence[HouseholdMember]) -> None:
        self._members = {member.id: member for member in members if not member.gone}
        self._gone = {member.customer for member in members if member.gone and member.customer}

    def whose(self, celebration: Celebration) -> _Whose | None:
        """Whom it belongs to, so that nobody is told twice; None when it is not to be told."""
        if celebration.being is None:
            if celebration.customer in self._gone:
                return None
            owner = ("customer", celebration.customer)
        else:
            member = self._members.get(celebration.being)
            if member is None:
                return None
            owner = ("customer", member.customer) if member.customer else ("being", member.id)
        return ("shared", 0) if celebration.kind in _SHARED else owner
