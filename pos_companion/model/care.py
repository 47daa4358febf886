"""What we owe a customer, and what is worth asking about."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from pos_companion.model.facts import Discretion
from pos_companion.model.prompts import Outcome


class Channel(StrEnum):
    """How a customer was told."""

    IN_PERSON = "in_person"
    PHONE = "phone"
    EMAIL = "email"
    MESSAGE = "message"


class UpdateKind(StrEnum):
    """What sort of step it was towards putting something right."""

    OPENED = "opened"
    NEWS = "news"
    PROMISED = "promised"
    HANDED = "handed"
    CLOSED = "closed"
    REOPENED = "reopened"


@dataclass(frozen=True)
class Update:
    """One line of what happened so far.

    Attributes:
        day: business date.
        who: the colleague who did it; empty when nobody had signed in.
        text: in their words: the news, the reason, the outcome; may be empty.
        to: the new owner, when it was handed to somebody.
        until: the new day, when another one was promised.
        told: how the customer was told; None when they have not been.
    """

    kind: UpdateKind
    day: date
    who: str = ""
    text: str = ""
    to: str = ""
    until: date | None = None
    told: Channel | None = None


class Severity(StrEnum):
    """How much something that went wrong weighs; serious is health, money, or somebody angry."""

    SMALL = "small"
    SERIOUS = "serious"


UPDATE_EVERY = timedelta(days=2)
"""A customer hears from us at least so often, also when nothing has changed."""


@dataclass(frozen=True)
class Concern:
    """Something that went wrong, or was asked, and that one colleague looks after until it is told.

    Attributes:
        customer: whose it is.
        n: counts the concerns of that customer.
        title: what happened ("Sour oat milk on Tuesday"), or what was asked.
        promise: what we said we would do ("a fresh one on us").
        owner: the name of the colleague who looks after it; never empty.
        due: the day it is promised for.
        opened_on: the day we heard of it.
        words: what to say to the customer; empty for the shop's usual words.
        closed_on: the day it was put right and told, None while it is open.
        next_update_due: the day by which the customer hears from us again, news or not; None in
            records older than this.
        first_owner: who looked after it at first; empty in records older than this.
        is_question: nothing went wrong; they wait for an answer.
        severity: how much it weighs; small in records older than this.
        log: what happened so far, oldest first.
    """

    customer: int
    n: int
    title: str
    promise: str
    owner: str
    due: date
    opened_on: date
    words: str = ""
    closed_on: date | None = None
    next_update_due: date | None = None
    first_owner: str = ""
    is_question: bool = False
    severity: Severity = Severity.SMALL
    log: tuple[Update, ...] = ()

    @property
    def hears_by(self) -> date:
        """The day by which the customer has to hear from us again."""
        if self.next_update_due is not None:
            return self.next_update_due
        heard = [one.day for one in self.log if one.told is not None]
        return max([self.opened_on, *heard]) + UPDATE_EVERY

    def is_late(self, today: date) -> bool:
        """Whether a promise was missed: the day itself, or the day to tell them how it stands."""
        return self.closed_on is None and (self.due < today or self.hears_by < today)


@dataclass(frozen=True)
class Thread:
    """Something they told us that has a sequel: "ask about Lisbon".

    Attributes:
        customer: whose it is.
        n: counts the threads of that customer.
        question: what to ask, one open sentence.
        heard_by: who was told.
        heard_on: when.
        ask_from: first day on which to ask.
        asked_on: when somebody asked, None until then.
        about: the member it is about; None for the customer.
        starts, ends: first and last day of what they told us of; None when they named no day.
        discretion: Say may touch on what is delicate (health, money, faith, politics, a
            break-up), because they brought it up themselves; Locked is never asked.
        mood: what came of it; None until it was asked.
    """

    customer: int
    n: int
    question: str
    heard_by: str
    heard_on: date
    ask_from: date
    asked_on: date | None = None
    about: int | None = None
    starts: date | None = None
    ends: date | None = None
    discretion: Discretion = Discretion.KNOW
    mood: Outcome | None = None
