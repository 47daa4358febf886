"""How likely it is that this very person walks in now.

Nothing is predicted about anybody: of several people with a name that fits, the one who comes
often, came lately, and comes at this time of the week stands first.
"""

from datetime import datetime, timedelta
from typing import NamedTuple

WEEKS = 8
"""How far back a habit of coming on this weekday is looked for."""
AROUND = timedelta(minutes=90)
"""How far from the hour a visit may have been to count as one at this hour."""
LATELY = timedelta(days=21)
_FIRST_GAP = 60.0
_SLOWLY = 30.0
_SAME_HOUR = 2.0


class Comes(NamedTuple):
    """What the counters of a customer tell.

    Attributes:
        visits: those that count.
        first, last: day numbers of the first and the latest visit; None when there was none.
        at_this_hour: in how many of the last `WEEKS` weeks they came at this time of the week.
    """

    visits: int
    first: int | None
    last: int | None
    at_this_hour: int = 0


def likelihood(comes: Comes, today: int) -> float:
    """A number to compare people by, larger for who is likelier to come in; 0 for a new face.

    How often they came decides, less the longer they have stayed away beyond their habit; each
    of the last weeks in which they came at this hour of the weekday weighs in.

    Args:
        today: as a day number.
    """
    if not comes.visits or comes.first is None or comes.last is None:
        return 0.0
    gap = _FIRST_GAP
    if comes.visits > 1:
        gap = max((comes.last - comes.first) / (comes.visits - 1), 1.0)
    away = max(today - comes.last, 0)
    still_comes = 0.5 ** (away / (2 * gap + _SLOWLY))
    return float(still_comes / gap * (1 + _SAME_HOUR * comes.at_this_hour))


def same_hours(now: datetime) -> tuple[tuple[datetime, datetime], ...]:
    """This time of the week in the weeks gone by, the latest first.

    Args:
        now: by the shop's clock, aware.
    """
    before = (now - timedelta(weeks=back) for back in range(1, WEEKS + 1))
    return tuple((then - AROUND, then + AROUND) for then in before)
