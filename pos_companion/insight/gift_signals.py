"""Gifts that are worth a look: given when nobody else comes, or taken back long after.

Nobody tells the program when the shop is open, so it goes by when people come who get nothing:
between the hundredth that comes earliest and the hundredth that comes latest on a day of the week.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from pos_companion.insight.odds import at_least
from pos_companion.model.gestures import Came, Gesture, TakenBack
from pos_companion.model.signals import Signal, SignalKind

_ENOUGH, _MARGIN = 50, 30
_A_HUNDREDTH = 100
_OFTEN, _ON_DAYS = 3, 2
_DAY = 24 * 60
TAKEN_BACK_LATE = 10
"""Minutes after which taking a visit back is no slip of the finger any more."""
_LEVEL = 0.01
_ALONE = 5


def unusual_hours(
    visits: Sequence[Came], gestures: Iterable[Gesture], day_starts_at: int
) -> list[Signal]:
    """Gifts half an hour or more before the others come, or after they have gone.

    Args:
        day_starts_at: hour at which the business day begins.
    """
    gifted: dict[str, list[Gesture]] = defaultdict(list)
    for one in gestures:
        gifted[one.visit].append(one)
    usual = _usual(
        [one for one in visits if one.visit not in gifted], day_starts_at
    )  # fmt: skip
    odd: dict[str, list[Gesture]] = defaultdict(list)
    for visit in visits:
        span = usual.get(visit.day.weekday(), usual.get(None))
        if span is None or span[0] - _MARGIN <= _minute(visit, day_starts_at) <= span[1] + _MARGIN:
            continue
        for one in gifted.get(visit.visit, ()):
            odd[one.staff or visit.staff].append(one)
    given = Counter(one.staff for part in gifted.values() for one in part)
    found = []
    for staff, part in odd.items():
        days = tuple(sorted({one.day for one in part}))
        if staff and len(part) >= _OFTEN and len(days) >= _ON_DAYS:
            kind = SignalKind.UNUSUAL_HOURS
            found.append(Signal(kind, staff, None, len(part), of=given[staff], days=days))
    return found


def taken_back(back: Iterable[TakenBack], gestures: Iterable[Gesture]) -> list[Signal]:
    """Gifts taken back with their visit more than ten minutes later, more often than by others.

    Args:
        back: of the same days as the gestures that stayed.
    """
    late: dict[str, list[TakenBack]] = defaultdict(list)
    for one in back:
        if one.minutes >= TAKEN_BACK_LATE and one.staff:
            late[one.staff].append(one)
    given = Counter(one.staff for one in gestures if one.staff)
    for staff, part in late.items():
        given[staff] += len(part)
    everything, all_back = sum(given.values()), sum(map(len, late.values()))
    found = []
    for staff, part in late.items():
        is_alone = len(given) == 1
        odds = at_least(len(part), given[staff], all_back, everything)
        is_often = len(part) >= _ALONE if is_alone else odds <= _LEVEL / len(given)
        if len(part) >= _OFTEN and is_often:
            days = tuple(sorted({one.day for one in part}))
            kind = SignalKind.TAKEN_BACK
            found.append(Signal(kind, staff, None, len(part), of=given[staff], days=days))
    return found


def _usual(visits: Iterable[Came], day_starts_at: int) -> Mapping[int | None, tuple[int, int]]:
    """From when to when people come, in minutes of the business day, by weekday and for all."""
    minutes: dict[int | None, list[int]] = defaultdict(list)
    for one in visits:
        for day in (one.day.weekday(), None):
            minutes[day].append(_minute(one, day_starts_at))
    return {day: _span(part) for day, part in minutes.items() if len(part) >= _ENOUGH}


def _span(minutes: Iterable[int]) -> tuple[int, int]:
    ordered = sorted(minutes)
    cut = len(ordered) // _A_HUNDREDTH
    return ordered[cut], ordered[-1 - cut]


def _minute(visit: Came, day_starts_at: int) -> int:
    return (visit.at.hour * 60 + visit.at.minute - day_starts_at * 60) % _DAY
