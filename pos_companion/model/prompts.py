"""What is worth asking on a visit, and what became of it."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from pos_companion.i18n import Phrase
from pos_companion.model.celebrations import CelebrationKind


class Outcome(StrEnum):
    """What came of a question.

    `later` is the "not today" of whoever asks as well as of whoever is asked; a `declined`
    question is never asked again.
    """

    WELL = "asked_well"
    NOT_SO_WELL = "not_so_well"
    LATER = "later"
    DECLINED = "declined"
    ANSWERED = "answered"


class PromptKind(StrEnum):
    """What a question is for; the first ones are asked first."""

    THREAD = "thread"
    STALE = "stale"
    RULE = "rule"
    CELEBRATION = "celebration"
    CALL_NAME = "call_name"
    CONSENT = "consent"

    @property
    def is_cheerful(self) -> bool:
        """Whether it is out of place after bad news."""
        return self in {PromptKind.THREAD, PromptKind.RULE, PromptKind.CELEBRATION}


_MOODS = (Outcome.WELL, Outcome.NOT_SO_WELL, Outcome.LATER)
_ANSWERS = (Outcome.ANSWERED, Outcome.LATER, Outcome.DECLINED)


@dataclass(frozen=True)
class MissingDay:
    """A day that a rule would need to know.

    Attributes:
        being: the member whose day it is; None for the customer.
    """

    kind: CelebrationKind
    being: int | None = None


@dataclass(frozen=True)
class Prompt:
    """The one question of a visit.

    Attributes:
        key: the same for the same question, for ever; never shown.
        question: to be said as it stands.
        about: the member it is about; None for the customer.
        heard_by: who was told what it comes from; empty when nobody was.
        n: number of the thread, fact or celebration it is about; 0 when there is none yet.
        owner: the customer on whose record that celebration stands; 0 when there is none yet.
        what: which day is asked for; None for any other question.
    """

    customer: int
    kind: PromptKind
    key: str
    question: Phrase
    about: int | None = None
    heard_by: str = ""
    heard_on: date | None = None
    n: int = 0
    owner: int = 0
    what: CelebrationKind | None = None

    @property
    def chips(self) -> tuple[Outcome, ...]:
        """What to choose from once it was asked."""
        return _MOODS if self.kind is PromptKind.THREAD else _ANSWERS

    @property
    def outcomes(self) -> frozenset[Outcome]:
        """All that can come of it; any question can be declined."""
        return frozenset({*self.chips, Outcome.DECLINED})

    @property
    def is_yes_or_no(self) -> bool:
        """Whether it is answered with yes or no."""
        return self.kind in {PromptKind.CONSENT, PromptKind.STALE}


@dataclass(frozen=True)
class Asked:
    """A question that was asked.

    Attributes:
        n: counts what this customer was asked.
        key: of the `Prompt`.
        about: the member it was about; None for the customer.
        asked_by: the name of the cashier; empty when nobody signed in.
    """

    customer: int
    n: int
    key: str
    outcome: Outcome
    day: date
    about: int | None = None
    asked_by: str = ""
