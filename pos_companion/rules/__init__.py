"""WHEN and WHAT: Rules judge frozen Facts; pure, without clock, database or chance.

A Rule is Conditions and Effects. Judged against Facts it becomes an Offer, or a reason why not.
An accepted Offer leaves a Redemption, and every cap and budget is counted over those.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import ClassVar

from pos_companion.i18n import N_, Phrase
from pos_companion.model.care import Concern
from pos_companion.model.money import Money
from pos_companion.model.people import Celebration, Customer, Fact, HouseholdMember
from pos_companion.model.shop import ShopProfile
from pos_companion.model.stock import Gift
from pos_companion.model.visits import Basket, PastVisit, UsualOrder


class Verdict(StrEnum):
    """Three-valued: what we do not know is neither yes nor no."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class Answer:
    """What a condition says, always with its sentence.

    Attributes:
        verdict: yes, no or unknown.
        phrase: how far it is, for the cashier's eyes.
        beneficiary: whom it is about when it is about one being ("self", "being:12"); else empty.
        celebration: the celebration it found, if any.
        celebration_year: year of that occurrence; 0 else.
    """

    verdict: Verdict
    phrase: Phrase
    beneficiary: str = ""
    celebration: Celebration | None = None
    celebration_year: int = 0

    @classmethod
    def of(cls, holds: bool, text: str, **values: object) -> "Answer":
        """Yes or no, with a sentence."""
        return cls(Verdict.YES if holds else Verdict.NO, Phrase(text, values))

    @classmethod
    def unknown(cls, text: str, **values: object) -> "Answer":
        """Not known, with the question that would settle it."""
        return cls(Verdict.UNKNOWN, Phrase(text, values))


@dataclass(frozen=True)
class Facts:
    """The frozen snapshot one evaluation sees.

    Attributes:
        now: the shop's wall clock, without zone.
        today: business date.
        visits: the last 100 visits that count, oldest first, without this one.
        visit_count: all visits that count, without this one.
        known: facts of every discretion level; Locked ones may only withhold.
        celebrations: of the customer and the household.
        basket: what is on the counter now; None before anything is known.
        gifts: the shelf, by gift id.
        staff: who is at the counter; empty when nobody signed in.
    """

    now: datetime
    today: date
    shop: ShopProfile
    customer: Customer
    members: tuple[HouseholdMember, ...] = ()
    celebrations: tuple[Celebration, ...] = ()
    known: tuple[Fact, ...] = ()
    visits: tuple[PastVisit, ...] = ()
    visit_count: int = 0
    usual: UsualOrder = field(default_factory=UsualOrder)
    concerns: tuple[Concern, ...] = ()
    basket: Basket | None = None
    gifts: Mapping[int, Gift] = field(default_factory=dict)
    visit_uid: str = ""
    staff: str = ""
    till: str = ""

    def visits_since(self, day: date) -> int:
        """Visits from `day` on, this one included; at most 101."""
        return 1 + sum(visit.day >= day for visit in self.visits)


@dataclass(frozen=True)
class Condition:
    """One thing that must be so. Each kind is a file in `rules/conditions`; its fields are its form."""

    label: ClassVar[str] = ""

    def judge(self, facts: Facts) -> Answer:
        """Yes, no or unknown, with a sentence for the cashier."""
        raise NotImplementedError


@dataclass(frozen=True)
class Effect:
    """One thing the shop gives. Each kind is a file in `rules/effects`; its fields are its form."""

    label: ClassVar[str] = ""
    is_discount: ClassVar[bool] = False

    def cost(self, facts: Facts) -> Money:
        """The most it may cost the shop: what a budget must have left."""
        raise NotImplementedError

    def value(self, facts: Facts) -> Money:
        """What it is worth to the customer."""
        raise NotImplementedError

    def title(self, facts: Facts) -> Phrase:
        """What is given, on the card in big letters."""
        raise NotImplementedError

    def available(self, facts: Facts) -> Answer:
        """Whether it can be given to this customer now: stock, suitability, currency."""
        raise NotImplementedError

    def on_the_till(self, facts: Facts) -> Phrase | None:
        """What to press on the till; None when the till need not know."""
        raise NotImplementedError


class RuleState(StrEnum):
    """Where a Rule stands; only active ones make Offers."""

    DRAFT = "draft"
    ACTIVE = "active"
    PAUSED = "paused"
    ENDED = "ended"


class Scope(StrEnum):
    """Over whose Redemptions a cap counts."""

    PERSON = "person"
    HOUSEHOLD = "household"
    BENEFICIARY = "beneficiary"
    RULE = "rule"
    ALL = "all"
    STAFF = "staff"


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
    """

    scope: Scope
    period: Period
    limit: int
    unit: Unit = Unit.COUNT
    days: int = 0


class GroupMode(StrEnum):
    """Which Offers of a group are shown when several fit."""

    BEST = "best"
    FIRST = "first"
    STACK = "stack"


@dataclass(frozen=True)
class Rule:
    """When to be kind, and how.

    Attributes:
        id: a short word that stays the same through all versions ("pet-birthday").
        version: immutable once a Redemption refers to it.
        name: for the manager.
        when: the tree of Conditions; all must hold together.
        effects: one is given; several are a choice.
        say: the words for the customer, with `{name}` and `{pet}`.
        why: why the shop does this, for the colleague.
        priority: smaller is asked first.
        group: Rules of one group compete; empty means alone.
        valid_from, valid_through: business dates, both included.
        caps: limits and budgets.
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
    valid_from: date | None = None
    valid_through: date | None = None
    caps: tuple[Cap, ...] = ()
    needs_approval: bool = False


class RedemptionState(StrEnum):
    """Accepted is promised, given is handed over; both count."""

    ACCEPTED = "accepted"
    GIVEN = "given"
    RELEASED = "released"
    VOIDED = "voided"


@dataclass(frozen=True)
class Redemption:
    """One line of the ledger.

    Attributes:
        id: the ledger's number; 0 before it is written.
        key: idempotency key: visit, rule and beneficiary; the same key is the same deed.
        beneficiary: `self` or `being:<id>`.
        day: business date.
        period_key: closes a once-only cap by a unique index; empty when there is none.
        cost, value: minor units of `currency`.
        gift: the gift taken from the shelf, None when there is none.
        reason: the tree of answers as it was, as plain JSON values: codes and parameters.
    """

    key: str
    rule: str
    version: int
    customer: int
    beneficiary: str
    visit: str
    day: date
    state: RedemptionState
    cost: int
    value: int
    currency: str
    id: int = 0
    household: int | None = None
    celebration_year: int = 0
    period_key: str = ""
    gift: int | None = None
    coupon: str = ""
    staff: str = ""
    offer: str = ""
    reason: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True)
class Tally:
    """Redemptions of the whole shop that count, summed per rule, business day and colleague."""

    rule: str
    day: date
    staff: str
    count: int
    cost: int
    value: int


@dataclass(frozen=True)
class Ledger:
    """What one evaluation may count over.

    Attributes:
        own: Redemptions of the customer and of everybody in the household now, accepted or given.
        shop: sums over the whole shop, as far back as the longest budget.
        declined: rule ids the customer said no to on this visit.
    """

    own: tuple[Redemption, ...] = ()
    shop: tuple[Tally, ...] = ()
    declined: frozenset[str] = field(default_factory=frozenset)


@dataclass(frozen=True)
class Offer:
    """A Rule that fits now.

    Attributes:
        id: rule and beneficiary; the same while the card is open.
        title: what is given.
        reason: why, for the heading of the panel.
        say: the words for the customer; their `{name}` and `{pet}` already filled in.
        cost: what it costs the shop at most.
        value: what it is worth to the customer.
        private: what was left out and why, for the cashier's eyes; None when nothing was.
        on_the_till: what to press; None when the till need not know.
    """

    id: str
    rule: Rule
    effect: Effect
    title: Phrase
    reason: Phrase
    say: Phrase
    cost: Money
    value: Money
    beneficiary: str = "self"
    celebration_year: int = 0
    period_key: str = ""
    private: Phrase | None = None
    on_the_till: Phrase | None = None
    explanation: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True)
class WhyNot:
    """Why a Rule makes no Offer: a code for programs, a sentence for the cashier."""

    rule: Rule
    code: str
    sentence: Phrase
    explanation: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True)
class Evaluation:
    """All Offers that fit, the one to show first at the front, and a reason for every other Rule."""

    offers: tuple[Offer, ...] = ()
    why_not: tuple[WhyNot, ...] = ()


NOTHING_FITS = N_("Nothing suitable today.")
