"""What customers would do better, and what became of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from types import MappingProxyType

from pos_companion.i18n import N_


class IdeaState(StrEnum):
    """What became of an idea so far."""

    OPEN = "open"
    PLANNED = "planned"
    DONE = "done"
    NOT_NOW = "not_now"


IDEA_STATES: Mapping[IdeaState, str] = MappingProxyType(
    {
        IdeaState.OPEN: N_("Open"),
        IdeaState.PLANNED: N_("Planned"),
        IdeaState.DONE: N_("Done"),
        IdeaState.NOT_NOW: N_("Not now"),
    }
)
"""In words, in the order of the work."""


@dataclass(frozen=True)
class Idea:
    """Something a customer would do in the shop's place.

    Attributes:
        customer: whose idea it is: they hear of it, and get the thanks.
        n: counts the ideas of that customer.
        text: in their words ("milk in glass bottles").
        heard_by, heard_on: who listened, and when.
        answer: what there is to say to them about it; may be empty.
        settled_by, settled_on: who said last how it stands, and when; empty and None while open.
        told_by, told_on: who told them that it is done, and when.
    """

    customer: int
    n: int
    text: str
    heard_by: str = ""
    heard_on: date | None = None
    state: IdeaState = IdeaState.OPEN
    answer: str = ""
    settled_by: str = ""
    settled_on: date | None = None
    told_by: str = ""
    told_on: date | None = None

    @property
    def is_to_tell(self) -> bool:
        """Whether it is done and they have not heard of it yet."""
        return self.state is IdeaState.DONE and self.told_on is None

    @property
    def is_settled(self) -> bool:
        """Whether nobody has anything left to do about it."""
        return self.state is IdeaState.NOT_NOW or self.told_on is not None
