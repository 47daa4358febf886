"""How often somebody comes; usual.md §6.

Worked out from days, not from visits: two coffees on one day are no gap. The median of the last 20
gaps, never the mean; gaps that began on today's weekday count twice, because whoever comes on
Mondays and Fridays stays away for four days on one and three on the other. The quartiles weigh the
same way, so that the median always lies between them. A day of the week is usual when they came on
it in at least half of the weeks of that time. *Late* is beyond nine of ten of their own gaps; with
few gaps that means beyond all of them.
"""

from collections import Counter
from collections.abc import Sequence
from datetime import date
from itertools import pairwise
from math import ceil

from pos_companion.model.card import Cadence
from pos_companion.model.visits import PastVisit

FEWEST_GAPS, LATEST_GAPS = 5, 20
_USUAL_WEEKS = 0.5
_LATE_SHARE = 0.9


def cadence_of(history: Sequence[PastVisit], today: date) -> Cadence | None:
    """How often a customer comes.

    Args:
        history: visits that count, oldest first.
        today: business date.

    Returns:
        None with fewer than five gaps between days.
    """
    days = sorted({visit.day for visit in history})[-LATEST_GAPS - 1 :]
    gaps = [(late - early).days for early, late in pairwise(days)]
    if len(gaps) < FEWEST_GAPS:
        return None
    from_today = [
        gap for gap, start in zip(gaps, days, strict=False) if start.weekday() == today.weekday()
    ]
    weighed = sorted(gaps + from_today)
    return Cadence(
        typical_gap=float(_quantile(weighed, 0.5)),
        quick_gap=float(_quantile(weighed, 0.25)),
        slow_gap=float(_quantile(weighed, 0.75)),
        weekdays=_weekdays(days),
        late=(today - days[-1]).days > _quantile(sorted(gaps), _LATE_SHARE),
    )


def _quantile(ordered: Sequence[int], share: float) -> int:
    """The smallest gap that at least this share of the gaps does not exceed."""
    return ordered[ceil(share * len(ordered)) - 1]


def _weekdays(days: Sequence[date]) -> tuple[int, ...]:
    weeks = max(1.0, ((days[-1] - days[0]).days + 1) / 7)
    times = Counter(day.weekday() for day in days)
    return tuple(sorted(day for day, count in times.items() if count >= _USUAL_WEEKS * weeks))
