"""Where a customer stands with the shop: steps with evidence, and turns for better or worse.

The arc: exists → tried us and has an opinion → means something → part of life → would be missed.
It is told in facts anybody can count and look up, never in a score.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from pos_companion.i18n import N_, Phrase


class Stage(StrEnum):
    """The five steps, in their order, and the three turns that can come at any of them."""

    NEW = "new"
    GETTING_TO_KNOW = "getting_to_know"
    REGULAR = "regular"
    FRIEND = "friend"
    MISSED = "would_be_missed"
    AT_RISK = "at_risk"
    LAPSED = "lapsed"
    BACK = "back"

    @property
    def is_step(self) -> bool:
        """Whether it is a step of the arc, and no turn."""
        return self in STEPS

    @property
    def label(self) -> str:
        """Its msgid; for the eyes of the shop, never said to anybody."""
        return _LABELS[self]


STEPS = (Stage.NEW, Stage.GETTING_TO_KNOW, Stage.REGULAR, Stage.FRIEND, Stage.MISSED)
TURNS = (Stage.AT_RISK, Stage.LAPSED, Stage.BACK)
PINNABLE = (*STEPS, Stage.AT_RISK)
"""What somebody may know better than the records; coming and staying away are plain to see."""

_LABELS: Mapping[Stage, str] = {
    Stage.NEW: N_("New here"),
    Stage.GETTING_TO_KNOW: N_("Getting to know each other"),
    Stage.REGULAR: N_("A regular"),
    Stage.FRIEND: N_("A friend of the shop"),
    Stage.MISSED: N_("Would be missed"),
    Stage.AT_RISK: N_("At risk"),
    Stage.LAPSED: N_("Not seen any more"),
    Stage.BACK: N_("Back again"),
}


@dataclass(frozen=True)
class Evidence:
    """One countable fact.

    Attributes:
        on: the day it came true; None when nobody knows.
        telling: it says more than a count, and is worth a line on the card.
    """

    phrase: Phrase
    on: date | None = None
    telling: bool = False


@dataclass(frozen=True)
class Reached:
    """A step that was reached.

    Attributes:
        since: the day the last of its evidence came true; None when nobody knows.
    """

    stage: Stage
    since: date | None
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True)
class Ahead:
    """The step that comes next.

    Attributes:
        missing: what would bring it, one thing each; never empty.
    """

    stage: Stage
    missing: tuple[Phrase, ...]


@dataclass(frozen=True)
class Turned:
    """A stage entered on a day, with the reason in countable facts."""

    stage: Stage
    on: date | None
    because: Phrase


@dataclass(frozen=True)
class Pin:
    """Somebody knew better than the records.

    Attributes:
        n: counts the pins of that customer.
        reason: in the words of whoever pinned it; never empty.
        by: the name of the cashier; empty when nobody had signed in.
        taken_off: the day on which the records counted again; None while it is in force.
    """

    customer: int
    n: int
    stage: Stage
    reason: str
    by: str
    on: date
    taken_off: date | None = None


@dataclass(frozen=True)
class NotNeeded:
    """Somebody did not need what we guessed they might.

    Attributes:
        n: counts such words of that customer.
        product: its id.
        on: business date.
    """

    customer: int
    n: int
    product: int
    on: date


@dataclass(frozen=True)
class Standing:
    """Where a customer stands on one day.

    Attributes:
        reached: the steps the records show, the first one first; empty before the first visit.
        turn: what has turned since; None while nothing has.
        ahead: the next step of the records; None at the last one.
        pin: in force; it stands for the step, or for being at risk.
    """

    reached: tuple[Reached, ...] = ()
    turn: Turned | None = None
    ahead: Ahead | None = None
    pin: Pin | None = None

    @property
    def step(self) -> Stage:
        """How far it has come; a pinned step counts."""
        if self.pin is not None and self.pin.stage.is_step:
            return self.pin.stage
        return self.reached[-1].stage if self.reached else Stage.NEW

    @property
    def stage(self) -> Stage:
        """The turn when there is one, else the step."""
        if self.turn is not None:
            return self.turn.stage
        return self.step if self.pin is None else self.pin.stage

    @property
    def now(self) -> frozenset[Stage]:
        """The step and the turn: a friend who is back is both."""
        turns = {self.turn.stage} if self.turn is not None else set()
        pinned = {self.pin.stage} if self.pin is not None else set()
        return frozenset({self.step, *turns, *pinned})

    def entered(self, stage: Stage) -> date | None:
        """The day a stage was entered that holds or was passed through; None when it was not."""
        if self.pin is not None and self.pin.stage is stage:
            return self.pin.on
        if self.turn is not None and self.turn.stage is stage:
            return self.turn.on
        if stage.is_step and STEPS.index(stage) > STEPS.index(self.step):
            return None
        return next((one.since for one in self.reached if one.stage is stage), None)


@dataclass(frozen=True)
class Mishap:
    """Something that went wrong, or was promised.

    Attributes:
        due: the day it was promised for.
        closed: the day it was put right; None while it is open.
        is_question: nothing had gone wrong; they waited for an answer.
    """

    opened: date
    due: date
    closed: date | None = None
    is_question: bool = False


@dataclass(frozen=True)
class Seen:
    """What a standing is judged by: countable facts about one customer, each with its day.

    Attributes:
        days: of the visits that count, oldest first; the last 100 are enough when `nth` and
            `after` tell what lies before.
        visits: all visits that count.
        first: the day of the first of them; None before it.
        nth: the days of certain visits by their number, counted from the first.
        after: the first day of a visit at least so many days after the first.
        told: the days on which they told us something that may be shown, in order.
        used: the days on which something we know first served them, or a wish was said, in order.
        sent: the days on which somebody they sent came to the shop, in order.
        mishaps: what went wrong or was promised.
        pin: in force; None when the records count.
    """

    days: tuple[date, ...] = ()
    visits: int = 0
    first: date | None = None
    nth: Mapping[int, date] = field(default_factory=dict)
    after: Mapping[int, date] = field(default_factory=dict)
    told: tuple[date, ...] = ()
    used: tuple[date, ...] = ()
    sent: tuple[date, ...] = ()
    mishaps: tuple[Mishap, ...] = ()
    pin: Pin | None = None
