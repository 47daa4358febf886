"""A Rule: when to be kind, how, and how often."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from pos_companion.rules.parts import Condition, Effect


class RuleState(StrEnum):
    """Where a Rule stands; only active ones make Offers."""

    DRAFT = "draft"
    ACTIVE = "active"
    PAUSED = "paused"
    ENDED = "ended"


class Scope(StrEnum):
    """Over whose Redemptions a cap counts.

    Person, household, beneficiary, staff, till and shop say whose: of the customer, of everybody
    who lives in the household now, for one being, by one colleague, at one till, in the whole shop.
    Rule, group and all are the whole shop's too: of this Rule, of its group, of every Rule.
    """

    PERSON = "person"
    HOUSEHOLD = "household"
    BENEFICIARY = "beneficiary"
    RULE = "rule"
    GROUP = "group"
    ALL = "all"
    STAFF = "staff"
    TILL = "till"
    SHOP = "shop"


class Among(StrEnum):
    """The Redemptions of which Rules a cap counts."""

    RULE = "rule"
    GROUP = "group"
    ALL = "all"


class Period(StrEnum):
    """Over which time a cap counts."""

    VISIT = "visit"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"
    ROLLING = "rolling"
    CELEBRATION = "celebration_year"
    EVER = "ever"


class Unit(StrEnum):
    """What a cap counts."""

    COUNT = "count"
    COST = "cost"
    VALUE = "value"


@dataclass(frozen=True)
class Cap:
    """A limit that is never overshot.

    Attributes:
        limit: pieces for `count`, minor units for `cost` and `value`.
        days: length of a rolling period; else 0.
        unit: what is counted; a cap on money is a budget.
        among: of which Rules; the scopes group and all say it themselves.
    """

    scope: Scope
    period: Period
    limit: int = field(metadata={"least": 0})
    unit: Unit = Unit.COUNT
    days: int = field(default=0, metadata={"least": 0, "most": 3660})
    among: Among = Among.RULE

    @property
    def counted(self) -> Among:
        """Of which Rules it counts, whatever the scope."""
        return {Scope.GROUP: Among.GROUP, Scope.ALL: Among.ALL}.get(self.scope, self.among)


class GroupMode(StrEnum):
    """Which Offers of a group are shown when several fit."""

    BEST = "best"
    FIRST = "first"
    STACK = "stack"


@dataclass(frozen=True)
class Wording:
    """The words for the customer in one more language.

    Attributes:
        language: tag, such as `de`.
        say: as those of the rule.
    """

    language: str
    say: str


@dataclass(frozen=True)
class Rule:
    """When to be kind, and how.

    Attributes:
        id: a short word that stays the same through all versions ("pet-birthday").
        version: immutable once a Redemption refers to it.
        name: for the manager.
        when: the tree of Conditions; all must hold together.
        effects: one is given; several are a choice.
        say: the words for the customer, with `{name}`, `{pet}` and `{who}`.
        also: the same words for customers who speak another language.
        why: why the shop does this, for the colleague.
        promise: what the shop has promised its customers and keeps by this, for the colleague;
            empty where it serves none.
        reason_required: whoever gives it says why, as one of the short reasons.
        kind: celebration, milestone, welcome-back, thanks, apology or surprise.
        priority: smaller is asked first.
        group: Rules of one group compete; empty means alone.
        group_mode: how they compete; the mode of the Rule asked first is the group's.
        stack: how many Rules of a stacking group may stay; 0 is as many as a visit may bring.
        valid_from, valid_through: business dates, both included.
        caps: limits and budgets.
        excludes: ids of Rules that make no Offer when this one does, whatever their group.
    """

    id: str
    name: str
    when: Condition
    effects: tuple[Effect, ...]
    say: str
    why: str
    version: int = 1
    state: RuleState = RuleState.ACTIVE
    kind: str = "thanks"
    priority: int = 100
    group: str = ""
    group_mode: GroupMode = GroupMode.BEST
    stack: int = field(default=0, metadata={"least": 0})
    valid_from: date | None = None
    valid_through: date | None = None
    caps: tuple[Cap, ...] = ()
    needs_approval: bool = False
    excludes: tuple[str, ...] = ()
    also: tuple[Wording, ...] = ()
    promise: str = ""
    reason_required: bool = False

    def said_in(self, language: str) -> str:
        """The words for a customer who speaks a language; the rule's own where there are none.

        Args:
            language: tag, `de-AT` finds `de`; empty is the shop's.
        """
        return self._words_in(language) or self.say

    def has_words_in(self, language: str) -> bool:
        """Whether there are words of its own for a language."""
        return bool(self._words_in(language))

    def _words_in(self, language: str) -> str:
        spoken = _without_country(language)
        each = (one.say for one in self.also if _without_country(one.language) == spoken)
        return next((say for say in each if say.strip()), "")


def _without_country(tag: str) -> str:
    return tag.replace("_", "-").split("-")[0].lower()
