"""What a Condition and an Effect are; each kind is one file in the folder beside."""

from abc import ABC, abstractmethod
from dataclasses import dataclass
from enum import IntEnum
from typing import ClassVar

from pos_companion.i18n import Phrase
from pos_companion.model.money import Money
from pos_companion.model.prompts import MissingDay
from pos_companion.rules.facts import Answer, Facts
from pos_companion.rules.occasions import Occasion
from pos_companion.rules.ticket import Ticket


@dataclass(frozen=True)
class Condition(ABC):
    """One thing that must be so; its kind is a file in `rules/conditions`, its fields are its form.

    The metadata of a field words its form: `label`, `unit`, `least`, `most`; `words` names the
    values it can have, `none` what an empty one or a zero means.

    Attributes:
        label: what it is called in a list.
        sentence: a clause that goes on after "When …" or "and …", its fields in braces.
        of_person: it asks for what somebody is, not for this visit, its ticket or its time.
    """

    label: ClassVar[str] = ""
    sentence: ClassVar[str] = ""
    of_person: ClassVar[bool] = False

    @property
    def kind(self) -> str:
        """What it is called in JSON: the name of its file."""
        return type(self).__module__.rpartition(".")[2]

    @property
    def branches(self) -> tuple["Condition", ...]:
        """The conditions it is made of, in order; empty for a single condition."""
        return ()

    @abstractmethod
    def judge(self, facts: Facts) -> Answer:
        """Yes, no or unknown, with a sentence for the cashier."""

    def glance(self, facts: Facts) -> Answer:
        """The verdict and the code of `judge`; the sentence may be missing where it is dear."""
        return self.judge(facts)

    def occasions(self, facts: Facts) -> tuple[Occasion, ...]:
        """The celebrations that bring it about today; a rule makes an Offer for each of them."""
        return tuple(found for part in self.branches for found in part.occasions(facts))

    def missing_days(self, facts: Facts) -> tuple[MissingDay, ...]:
        """The days it would need to know before it can answer yes or no."""
        return tuple(found for part in self.branches for found in part.missing_days(facts))


class Turn(IntEnum):
    """When an effect is taken off the ticket: single items, then amounts, then per cents."""

    NEVER = 0
    ITEM = 1
    AMOUNT = 2
    PERCENT = 3


@dataclass(frozen=True)
class Effect(ABC):
    """One thing the shop gives; its kind is a file in `rules/effects`, its fields are its form.

    Attributes:
        sentence: what goes on after "offer …", its fields in braces.
    """

    label: ClassVar[str] = ""
    sentence: ClassVar[str] = ""
    is_discount: ClassVar[bool] = False
    turn: ClassVar[Turn] = Turn.NEVER

    @property
    def kind(self) -> str:
        """What it is called in JSON: the name of its file."""
        return type(self).__module__.rpartition(".")[2]

    @property
    def taken_from_shelf(self) -> int | None:
        """The gift it takes from the shelf, None when there is none."""
        return None

    def taken_off(self, ticket: Ticket) -> tuple[Money, ...]:
        """What it takes off each line of the ticket; nothing for what is not a price."""
        return ticket.nothing

    @abstractmethod
    def cost(self, facts: Facts) -> Money:
        """The most it may cost the shop: what a budget must have left."""

    @abstractmethod
    def value(self, facts: Facts) -> Money:
        """What it is worth to the customer."""

    @abstractmethod
    def title(self, facts: Facts) -> Phrase:
        """What is given, on the card in big letters."""

    @abstractmethod
    def available(self, facts: Facts) -> Answer:
        """Whether it can be given to this customer now: stock, suitability, currency."""

    @abstractmethod
    def on_the_till(self, facts: Facts) -> Phrase | None:
        """What to press on the till; None when the till need not know."""
