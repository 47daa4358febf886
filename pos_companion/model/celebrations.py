"""Days worth remembering."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from pos_companion.model.dates import LeapPolicy, PartialDate
from pos_companion.model.people import Species


class CelebrationKind(StrEnum):
    """What is celebrated."""

    BIRTHDAY = "birthday"
    NAME_DAY = "name_day"
    ANNIVERSARY = "anniversary"
    MOVING_IN = "moving_in"
    GRADUATION = "graduation"
    OTHER = "other"


@dataclass(frozen=True)
class Celebration:
    """A day worth remembering of a customer, a member or the whole household.

    Attributes:
        customer: whose record it was written on.
        n: counts the celebrations of that customer.
        who: the name to wish; the customer's own call name when `being` is None.
        being: the member it belongs to; None for the customer.
        title: words for kind `other` ("starts at university"); else empty.
        yearly: comes back every year; else only in `date.year`.
        known_since: business date on which we learned it; None when it came with the first data.
    """

    customer: int
    n: int
    who: str
    kind: CelebrationKind
    date: PartialDate
    being: int | None = None
    species: Species = Species.PERSON
    title: str = ""
    leap: LeapPolicy | None = None
    yearly: bool = True
    known_since: dt.date | None = None
