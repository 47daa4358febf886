"""Something a manager may want to look at: counts and days, and no verdict."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class SignalKind(StrEnum):
    """What was seen."""

    OWN_GIFTS = "own_gifts"
    FAMILY = "family"
    MANY_VISITS = "many_visits"
    SAME_CARD = "same_card"
    TAKEN_BACK = "taken_back"
    UNUSUAL_HOURS = "unusual_hours"
    OWN_CARD = "own_card"


@dataclass(frozen=True)
class Signal:
    """One thing that was seen.

    Attributes:
        staff: who was at the counter; empty when nobody was signed in.
        customer: whose card; None when it is about no card.
        times: how often.
        of: out of how many, or the most on one day; 0 where it means nothing.
        beside: the next highest count, to compare; 0 where it means nothing.
        days: on which it was seen, the first one first.
    """

    kind: SignalKind
    staff: str
    customer: int | None
    times: int
    of: int = 0
    beside: int = 0
    days: tuple[date, ...] = ()
