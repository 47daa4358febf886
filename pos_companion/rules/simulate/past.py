"""What a simulation goes through: visits gone by, as each could have been judged at its time."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from enum import StrEnum
from functools import cached_property

from pos_companion.model.stock import Gift
from pos_companion.rules.facts import Facts
from pos_companion.rules.ledger import Redemption

_PLENTY = 1_000_000


class Knowledge(StrEnum):
    """What is taken for known on a day gone by: what had been told by then, or all told by now.

    A time of grief and what we owed are no knowledge but things that happened; they hold on their
    own days in both.
    """

    THEN = "then"
    NOW = "now"


class Shelf(StrEnum):
    """What lies on the shelf: what really did, or always enough."""

    REAL = "real"
    UNLIMITED = "unlimited"


class Taking(StrEnum):
    """What is given on a visit: the offer shown first, or what was really given on it."""

    FIRST = "first"
    AS_RECORDED = "as_recorded"


@dataclass(frozen=True)
class Options:
    """How the past is lived through again.

    Attributes:
        shelf: the real one, or one that never runs out.
        budgets: whether limits in money hold; limits in pieces always do.
        keep_real: what was really given stays given and counts; what the rules give comes on top.
        taking: what is given of what is offered.
    """

    shelf: Shelf = Shelf.REAL
    budgets: bool = True
    keep_real: bool = False
    taking: Taking = Taking.FIRST


@dataclass(frozen=True)
class Case:
    """One visit gone by.

    Attributes:
        facts: as the rules would have seen it when it was recorded, without the shelf.
        real: what was really given on it; the household is the one they live in now.
        resting: rules they had said no to twice in a row by then.
    """

    facts: Facts
    real: tuple[Redemption, ...] = ()
    resting: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Arrival:
    """Pieces that came to the shelf; negative when there were found to be fewer."""

    at: datetime
    gift: int
    pieces: int


@dataclass(frozen=True)
class Asked:
    """How a rule was answered so far, for guessing how many would say yes."""

    taken: int = 0
    refused: int = 0


@dataclass(frozen=True)
class Past:
    """A part of the shop's past.

    Attributes:
        first, last: business dates, both included.
        currency: of the shop.
        cases: the visits that count, in the order of time.
        before: what had been given before, in the order of days, numbered from 1; the household
            is the one they live in now.
        at_home: the keys of the beings of a household, by household.
        shelf: the gifts as they lay there in the beginning.
        arrivals: what came to the shelf meanwhile, in the order of time.
        asked: how each rule was answered so far, by rule.
        fill: what takes long to work out, by the first letters of the conditions that ask for it.
    """

    first: date
    last: date
    currency: str
    cases: tuple[Case, ...] = ()
    before: tuple[Redemption, ...] = ()
    at_home: Mapping[int, tuple[str, ...]] = field(default_factory=dict)
    shelf: Mapping[int, Gift] = field(default_factory=dict)
    arrivals: tuple[Arrival, ...] = ()
    asked: Mapping[str, Asked] = field(default_factory=dict)
    fill: Mapping[str, Callable[[Facts], Facts]] = field(default_factory=dict)

    @cached_property
    def plenty(self) -> Mapping[int, Gift]:
        """The same shelf, never to run out."""
        return {number: replace(gift, on_hand=_PLENTY) for number, gift in self.shelf.items()}
