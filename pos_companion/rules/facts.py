"""What one evaluation sees, and what a Condition answers."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from enum import StrEnum
from functools import cached_property

from pos_companion.i18n import Phrase
from pos_companion.model.care import Concern
from pos_companion.model.celebrations import Celebration
from pos_companion.model.facts import Fact, FactKind
from pos_companion.model.giving import Circumstances
from pos_companion.model.ideas import Idea
from pos_companion.model.people import Customer, HouseholdMember, SourceTouch
from pos_companion.model.shop import ShopProfile
from pos_companion.model.stages import Standing
from pos_companion.model.stock import Gift
from pos_companion.model.visits import Basket, PastVisit, UsualOrder
from pos_companion.rules.occasions import (
    SELF,
    Being,
    Occasion,
    beings_around,
    key_of,
    occasion_of,
    once_each,
)


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
        phrase: a yes in the words of a heading; else how far it is, or the question to ask.
        beneficiary: whom it is about when it is about one being ("self", "being:12"); else empty.
        celebration: the celebration it found, if any.
        celebration_year: year of that occurrence; 0 else.
        code: for a no a reason code of its own (`wrong_weekday`), for an unknown the name of what
            is not known (`birthday`); empty means the general code.
        until: last business date on which the yes will hold; None when nothing ends it.
        milestone: a name for what happens once in a lifetime ("visit:10"); empty else.
        private: the sentence is for the cashier's eyes: it tells of a Fact that keeps a gift back.
        parts: the answers of its parts, in their order.
    """

    verdict: Verdict
    phrase: Phrase
    beneficiary: str = ""
    celebration: Celebration | None = None
    celebration_year: int = 0
    code: str = ""
    until: date | None = None
    milestone: str = ""
    private: bool = False
    parts: tuple["Answer", ...] = ()

    @classmethod
    def of(cls, holds: bool, text: str, **values: object) -> "Answer":
        """Yes or no, with a sentence."""
        return cls(Verdict.YES if holds else Verdict.NO, Phrase(text, values))

    @classmethod
    def unknown(cls, text: str, **values: object) -> "Answer":
        """Not known, with the question that would settle it."""
        return cls(Verdict.UNKNOWN, Phrase(text, values))

    def coded(self, code: str) -> "Answer":
        """The same answer with a reason code of its own."""
        # Said thousands of times a second, and `replace` takes its time.
        said = object.__new__(Answer)
        said.__dict__.update(self.__dict__, code=code)
        return said

    def made_of(self, parts: Sequence["Answer"], **changed: str | date | None) -> "Answer":
        """The same answer, of these parts; `until` and `milestone` may be others."""
        said = object.__new__(Answer)
        said.__dict__.update(self.__dict__, parts=tuple(parts), **changed)
        return said

    @property
    def is_yes(self) -> bool:
        """Whether it is a plain yes."""
        return self.verdict is Verdict.YES


WORDLESS_YES = Answer(Verdict.YES, Phrase(""))
WORDLESS_NO = Answer(Verdict.NO, Phrase(""))
"""What `Condition.glance` says where the verdict alone tells it all."""


@dataclass(frozen=True)
class Facts:
    """The frozen snapshot one evaluation sees.

    Attributes:
        now: the shop's wall clock, without zone.
        today: business date.
        visits: the last 100 visits that count, oldest first, without this one.
        visit_count: all visits that count, without this one.
        known: facts of every discretion level; Locked ones may only withhold, and so may those of
            other customers at home, whatever their level.
        celebrations: of the customer and the household.
        basket: what is on the counter now; None before anything is known.
        gifts: the shelf, by gift id.
        staff: who is at the counter; empty when nobody signed in.
        first_weekday: the day a calendar week begins with, 0 is Monday.
        hushed: keys of beings whose celebrations are passed over for a while, after bad news.
        works_here: the customer is a colleague or belongs to one's household.
        circumstances: what holds for everybody who comes in now.
        instant: `now`, aware; None where flags with an end are not looked at.
        touches: how they came across the shop, the first way first.
        referred: how many customers they sent to the shop.
        ideas: what they would do better, newest first, whatever became of it.
        standing: where they stand with the shop, this visit included.
        approved: ids of Offers a second person agreed to.
        waived: what is known not to suit them is passed over, for a reason that was chosen.
        off: minor units that gestures of this visit take off the ticket already.
        beneficiary: whom an Offer is being looked for; set by `evaluate`.
        celebration: the celebration an Offer is being looked for; set by `evaluate`.
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
    first_weekday: int = 0
    hushed: frozenset[str] = frozenset()
    works_here: bool = False
    circumstances: Circumstances = field(default_factory=Circumstances)
    instant: datetime | None = None
    touches: tuple[SourceTouch, ...] = ()
    referred: int = 0
    ideas: tuple[Idea, ...] = ()
    standing: Standing = field(default_factory=Standing)
    approved: frozenset[str] = frozenset()
    waived: bool = False
    off: int = 0
    beneficiary: str = SELF
    celebration: Celebration | None = None

    def visits_since(self, day: date) -> int:
        """Visits from `day` on, this one included; at most 101."""
        return 1 + len(self.visits) - bisect_left(self.visits, day, key=lambda visit: visit.day)

    def came_since(self, day: date, count: int) -> bool:
        """Whether there were so many visits from `day` on, this one included; 1 to 101."""
        before = count - 1
        return before < 1 or (len(self.visits) >= before and self.visits[-before].day >= day)

    def with_basket(self, basket: Basket | None) -> "Facts":
        """The same snapshot with other things on the counter."""
        return replace(self, basket=basket)

    def for_celebration(self, occasion: Occasion) -> "Facts":
        """The same snapshot, looking for something for one celebration."""
        # A copy keeps what was worked out of these facts already: it is the same for every day.
        seen = object.__new__(Facts)
        about = {"beneficiary": occasion.being.key, "celebration": occasion.celebration}
        seen.__dict__.update(self.__dict__, **about)
        return seen

    @cached_property
    def beings(self) -> Mapping[str, Being]:
        """Everybody a gesture can be for, by key; the customer first."""
        return beings_around(self.customer, self.members)

    @property
    def stage(self) -> str:
        """How close they are to the shop, by its name."""
        return self.standing.stage.value

    @property
    def receiver(self) -> Being:
        """Whom an Offer is being looked for; the customer when that being is not around."""
        return self.beings.get(self.beneficiary, self.beings[SELF])

    @cached_property
    def occasions(self) -> tuple[Occasion, ...]:
        """The celebrations of those who are around, each once; those of the gone are silent."""
        found = []
        for celebration in self.celebrations:
            being = self.beings.get(key_of(celebration, self.customer, self.members) or "")
            if being is not None and being.key not in self.hushed:
                found.append(occasion_of(celebration, being, self.today, self.shop.leap))
        return once_each(found)

    @cached_property
    def celebrating(self) -> dict[tuple[str, str], tuple[list[Occasion], list[Being]]]:
        """Whose days are known, and whose have to be asked for, by what is celebrated by whom.

        Many rules ask for the same, so the first that asks puts here what it found.
        """
        return {}

    @property
    def tender(self) -> Fact | None:
        """The time in which cheer would hurt, the longest when there are several; None else."""
        told = (
            fact
            for fact in self.known
            if fact.kind is FactKind.TENDER
            and fact.customer == self.customer.id
            and not fact.is_over(self.today)
        )
        return max(told, key=lambda fact: (fact.tender_until or date.max, fact.n), default=None)

    @property
    def to_make_good(self) -> Concern | None:
        """What an apology is for; None when there is nothing.

        What we owe and somebody looks after comes first, then what was put right last.
        """
        owed = [one for one in self.open_concerns if one.owner and not one.is_question]
        if owed:
            return min(owed, key=lambda one: (one.due, one.n))
        closed = [one for one in self.concerns if one.closed_on and not one.is_question]
        return max(closed, key=lambda one: (one.closed_on or one.opened_on, one.n), default=None)

    @property
    def open_concerns(self) -> tuple[Concern, ...]:
        """What we owe the customer now."""
        return tuple(concern for concern in self.concerns if concern.closed_on is None)
