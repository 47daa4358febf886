"""How often somebody comes; usual.md §6.

Worked out from days, not from visits: two coffees on one day are no gap. The median of the last 20
gaps, never the mean; gaps that began on today's weekday count twice, because whoever comes on
Mondays and Fridays stays away for four days on one and three on the other. The quartiles weigh the
same way, so that the median always lies between them. A day of the week is usual when they came on
it in at least half of the weeks of that time. *Late* is beyond nine of ten of their own gaps; with
few gaps that means beyond all of them. *Early* is sooner than three of four of them. Hours are
told when three of five of the last visits lie within one, else within two of them.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, time
from itertools import pairwise
from math import ceil

from pos_companion.model.cadence import Cadence, Timing
from pos_companion.model.visits import PastVisit

FEWEST_GAPS, LATEST_GAPS = 5, 20
_USUAL_WEEKS = 0.5
_LATE_SHARE = 0.9
_USUAL_HOURS, _WIDEST_HOURS = 0.6, 2


def cadence_of(history: Sequence[PastVisit], today: date) -> Cadence | None:
    """How often a customer comes.

    Args:
        history: visits that count, oldest first.
        today: business date.

    Returns:
        None with fewer than five gaps between days.
    """
    hours = [visit.at.hour for visit in history[-LATEST_GAPS - 1 :]]
    return cadence_of_days([visit.day for visit in history], today, hours)


def cadence_of_days(days: Sequence[date], today: date, hours: Sequence[int] = ()) -> Cadence | None:
    """The same from the days alone.

    Args:
        days: of visits that count, oldest first; a day may stand there more than once.
        hours: in which the latest of them took place, 0 to 23; may be empty.
    """
    latest = _latest_days(days)
    gaps = [(late - early).days for early, late in pairwise(latest)]
    if len(gaps) < FEWEST_GAPS:
        return None
    from_today = [
        gap for gap, start in zip(gaps, latest, strict=False) if start.weekday() == today.weekday()
    ]
    weighed = sorted(gaps + from_today)
    found = Cadence(
        typical_gap=float(_quantile(weighed, 0.5)),
        quick_gap=float(_quantile(weighed, 0.25)),
        slow_gap=float(_quantile(weighed, 0.75)),
        weekdays=_weekdays(latest),
        late_gap=float(_quantile(sorted(gaps), _LATE_SHARE)),
        hours=_hours(hours),
    )
    return _timed(found, (today - latest[-1]).days)


def _latest_days(days: Sequence[date]) -> list[date]:
    """The last 21 days with a visit, oldest first, each once."""
    latest: list[date] = []
    for day in reversed(days):
        if not latest or day != latest[-1]:
            latest.append(day)
        if len(latest) > LATEST_GAPS:
            break
    return latest[::-1]


def _timed(cadence: Cadence, away: int) -> Cadence:
    timing = Timing.DUE
    if away > cadence.late_gap:
        timing = Timing.LAPSED if away > cadence.lapse_gap else Timing.LATE
    elif away < cadence.quick_gap:
        timing = Timing.EARLY
    return replace(cadence, timing=timing)


def _quantile(ordered: Sequence[int], share: float) -> int:
    """The smallest gap that at least this share of the gaps does not exceed."""
    return ordered[ceil(share * len(ordered)) - 1]


def _weekdays(days: Sequence[date]) -> tuple[int, ...]:
    weeks = max(1.0, ((days[-1] - days[0]).days + 1) / 7)
    times = Counter(day.weekday() for day in days)
    return tuple(sorted(day for day, count in times.items() if count >= _USUAL_WEEKS * weeks))


def _hours(hours: Sequence[int]) -> tuple[time, time] | None:
    """The narrowest stretch of whole hours that holds most visits, the earliest of its width."""
    times = Counter(hours)
    for width in range(1, _WIDEST_HOURS + 1):
        starts = range(24 - width + 1)
        held = {start: sum(times[start + more] for more in range(width)) for start in starts}
        best = max(starts, key=lambda start: (held[start], -start))
        if hours and held[best] >= _USUAL_HOURS * len(hours):
            return time(best), time((best + width) % 24)
    return None
