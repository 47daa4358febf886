"""How fast a gift goes, and when there will be none left; from what was given."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal

LOOKED_BACK = 56
"""Days: eight whole weeks, so that every weekday counts the same."""
_WEEK = 7
_FAR = 400
_TENTH = Decimal("0.1")


@dataclass(frozen=True)
class Pace:
    """How a gift goes.

    Attributes:
        per_week: pieces, to one place.
        runs_out: the business date on which the last one goes at this pace; None when it does
            not go, or not within 400 days.
    """

    per_week: Decimal
    runs_out: date | None


def pace(given: Mapping[date, int], free: int, today: date) -> Pace:
    """Work out how fast a gift goes.

    Args:
        given: pieces by business date; days outside the last eight weeks do not count. A gift
            first given less than that ago is judged by the days since, one week at least.
        free: pieces that can still be promised.
        today: business date.
    """
    start = today - timedelta(days=LOOKED_BACK - 1)
    counted = {day: pieces for day, pieces in given.items() if start <= day <= today}
    pieces = sum(counted.values())
    if not pieces:
        return Pace(Decimal(0), None)
    days = max((today - min(counted)).days + 1, _WEEK)
    per_week = (Decimal(pieces * _WEEK) / days).quantize(_TENTH, ROUND_HALF_UP)
    lasts = free * days // pieces
    return Pace(per_week, None if lasts > _FAR else today + timedelta(days=lasts))
