"""What they told us."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Discretion(StrEnum):
    """Who may learn a thing we know.

    Say may be spoken; Know is shown at the counter and never spoken; Locked is not on the card
    and can only keep something from being offered.
    """

    SAY = "say"
    KNOW = "know"
    LOCKED = "locked"


class FactKind(StrEnum):
    """What sort of thing somebody told us."""

    NOTE = "note"
    LIKE = "like"
    DISLIKE = "dislike"
    ALLERGY = "allergy"
    DIET = "diet"


@dataclass(frozen=True)
class Fact:
    """One thing somebody told us about a customer or somebody in the household.

    Attributes:
        n: counts the facts of that customer.
        text: readable for the customer too.
        about: the member it is about; None for the customer.
        subject: for likes, allergies and diets the thing itself, folded ("peanut"); else empty.
        heard_by: the name of the cashier; empty when it came from a file.
    """

    customer: int
    n: int
    kind: FactKind
    text: str
    discretion: Discretion = Discretion.KNOW
    about: int | None = None
    subject: str = ""
    heard_by: str = ""
    heard_on: date | None = None
    confirmed_on: date | None = None
