"""What a customer allowed us to keep, kind by kind, each yes with its day and who asked."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class ConsentKind(StrEnum):
    """What is asked for separately, because a yes to one is no yes to another."""

    MEMORY = "memory"
    FAMILY = "family"
    PHOTO = "photo"
    HEALTH = "health"
    MESSAGES = "messages"


ONLY_WITH_A_YES = frozenset({ConsentKind.PHOTO, ConsentKind.HEALTH, ConsentKind.MESSAGES})
"""What is not done while nobody has asked; the others wait for a no."""


@dataclass(frozen=True)
class Consent:
    """What a customer said when asked about one kind.

    Attributes:
        answer: None when nobody has asked.
        day: the business date of the answer; None when it came with a file, or nobody has asked.
        asked_by: the name of the colleague; empty when nobody was signed in.
    """

    customer: int
    kind: ConsentKind
    answer: bool | None = None
    day: date | None = None
    asked_by: str = ""


@dataclass(frozen=True)
class Consents:
    """All answers of one customer.

    A no to being remembered is a no to everything else, whatever was said about that before.
    """

    customer: int
    given: Mapping[ConsentKind, Consent]

    def about(self, kind: ConsentKind) -> Consent:
        """The answer about one kind."""
        return self.given.get(kind) or Consent(self.customer, kind)

    def allows(self, kind: ConsentKind) -> bool:
        """Whether things of this kind may be kept and used."""
        if self.about(ConsentKind.MEMORY).answer is False:
            return False
        answer = self.about(kind).answer
        return kind not in ONLY_WITH_A_YES if answer is None else answer

    def refuses(self, kind: ConsentKind) -> bool:
        """Whether they said no to this kind, or to everything."""
        return False in (self.about(ConsentKind.MEMORY).answer, self.about(kind).answer)

    @property
    def each(self) -> tuple[Consent, ...]:
        """One answer for every kind, in the order of `ConsentKind`."""
        return tuple(map(self.about, ConsentKind))
