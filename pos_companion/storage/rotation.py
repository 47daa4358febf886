"""Which copies are kept for how long: many of today, few of last year."""

from collections.abc import Callable, Iterable
from datetime import datetime, timedelta

LEAST = 3
"""So many of the newest are kept whatever their age."""

_Bucket = Callable[[datetime], tuple[int, ...]]
_STAGES: tuple[tuple[timedelta, _Bucket], ...] = (
    (timedelta(days=2), lambda at: (at.toordinal(), at.hour)),
    (timedelta(days=14), lambda at: (at.toordinal(),)),
    (timedelta(weeks=8), lambda at: at.isocalendar()[:2]),
    (timedelta(days=365), lambda at: (at.year, at.month)),
)
"""Up to which age one is kept of each hour, day, week and month. Source: safety.md §4."""


def to_drop(copies: Iterable[datetime], now: datetime) -> list[datetime]:
    """The copies that have had their time.

    Args:
        copies: when each was made, aware; in any order.
        now: a copy from later than this counts as made now: a clock may have been set back.

    Returns:
        Oldest first. Of each hour, day, week or month the newest stays.
    """
    newest_first = sorted(copies, reverse=True)
    seen: set[tuple[int, ...]] = set()
    dropped = []
    for place, at in enumerate(newest_first):
        stage = _stage(now - at)
        bucket = (stage, *_STAGES[stage][1](at)) if stage < len(_STAGES) else ()
        if place < LEAST or (bucket and bucket not in seen):
            seen.add(bucket)
        else:
            dropped.append(at)
    return dropped[::-1]


def _stage(age: timedelta) -> int:
    return next((n for n, (until, _) in enumerate(_STAGES) if age < until), len(_STAGES))
