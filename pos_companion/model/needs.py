"""What they are looking for."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class NeedState(StrEnum):
    """Where a need stands."""

    OPEN = "open"
    MET = "met"
    DROPPED = "dropped"


@dataclass(frozen=True)
class Need:
    """Something a customer needs and that we took the time to understand.

    Attributes:
        n: counts the needs of that customer.
        text: in their words ("a bread that keeps for a week").
        heard_by, heard_on: who listened, and when.
        settled_by, settled_on: who met or dropped it, and when; empty and None while open.
    """

    customer: int
    n: int
    text: str
    heard_by: str = ""
    heard_on: date | None = None
    state: NeedState = NeedState.OPEN
    settled_by: str = ""
    settled_on: date | None = None
