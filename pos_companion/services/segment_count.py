"""How many people there are in a segment: everybody is asked, as they are known today.

Where somebody stands is judged as it is today, although they are not at the counter; else it is as
if each of them came in now, so that it is the same as what a rule would say.
"""

from collections.abc import Generator, Sequence
from dataclasses import dataclass, replace

from pos_companion.insight.stages import standing
from pos_companion.model.people import Customer
from pos_companion.model.staff import Right
from pos_companion.rules import Condition, Facts, Verdict
from pos_companion.rules.lint.walk import everywhere
from pos_companion.rules.segments import require_people
from pos_companion.rules.simulate.past import Knowledge
from pos_companion.rules.simulate.replay import Progress
from pos_companion.services import Shop
from pos_companion.services.look_up import usual_of
from pos_companion.services.past_facts import Moment, Person, facts_then
from pos_companion.services.sign_in import require
from pos_companion.services.standings import beginnings_of, seen_of
from pos_companion.services.withheld import facts_for
from pos_companion.storage.care import Remarks
from pos_companion.storage.history import LookBack

_AT_ONCE = 25
_NAMED = 3
_GROUPS = frozenset({"all_of", "any_of", "not_"})
_OF_THEIR_CARD = _GROUPS | {"language", "tagged"}
_OF_VISITS = frozenset({"days_since_last", "spend_lately", "visits_at_least", "visits_in_all"})
_OF_REMARKS = frozenset(
    {"came_from", "concern_closed", "concern_open", "idea_done", "referred_someone", "told_us"}
)
_OF_HOME = frozenset({"has_pet", "household_size"})
WITHOUT_VISITS = _OF_THEIR_CARD | _OF_REMARKS | _OF_HOME
WITHOUT_REMARKS = _OF_THEIR_CARD | _OF_VISITS | _OF_HOME | {"usual_item"}
WITHOUT_HOME = _OF_THEIR_CARD | _OF_VISITS | _OF_REMARKS | {"usual_item"}
"""Conditions that need not look at visits, at what was told, at who lives there: none is read."""


@dataclass(frozen=True)
class Counted:
    """How many people are in a segment.

    Attributes:
        people: for whom it holds.
        unknown: of whom too little is known to say.
        of: everybody who was asked.
        names: what the first few of them are called.
    """

    people: int
    unknown: int
    of: int
    names: tuple[str, ...] = ()


class _Tally:
    """Counts for one meaning."""

    def __init__(self, when: Condition) -> None:
        self._when = when
        self._people = self._unknown = self._of = 0
        self._names: list[str] = []

    def ask(self, facts: Facts) -> None:
        """Ask one person."""
        verdict = self._when.glance(facts).verdict
        self._of += 1
        self._unknown += verdict is Verdict.UNKNOWN
        if verdict is Verdict.YES:
            self._people += 1
            one = facts.customer
            name = one.name or one.called or one.description
            if name and len(self._names) < _NAMED:
                self._names.append(name)

    def counted(self) -> Counted:
        """What came of it."""
        return Counted(self._people, self._unknown, self._of, tuple(self._names))


def count_people(
    shop: Shop, meanings: Sequence[Condition]
) -> Generator[Progress, None, tuple[Counted, ...]]:
    """Ask everybody, a few at a time; whoever stops asking has cancelled it.

    Args:
        meanings: of segments; everybody is read once for all of them.

    Yields:
        How many were asked.

    Raises:
        NotAllowedError: whoever is at the counter may not change rules.
        BadInputError: one is no meaning a segment can have.
    """
    require(shop, Right.RULES)
    for when in meanings:
        require_people(when)
    reader = _Reader(shop, frozenset(part.kind for one in meanings for part in everywhere(one)))
    tallies = [_Tally(when) for when in meanings]
    everybody = shop.storage.segments.everybody() if tallies else []
    for at in range(0, len(everybody), _AT_ONCE):
        for customer in shop.storage.people.some(everybody[at : at + _AT_ONCE]):
            facts = reader.read(customer)
            for tally in tallies:
                tally.ask(facts)
        yield Progress(min(at + _AT_ONCE, len(everybody)), len(everybody))
    return tuple(tally.counted() for tally in tallies)


def who_is_in(
    shop: Shop, meanings: Sequence[Condition], people: Sequence[int]
) -> Generator[Progress, None, tuple[frozenset[int], ...]]:
    """Ask some people, a few at a time.

    Args:
        meanings: of segments.
        people: numbers of customers.

    Yields:
        How many were asked.

    Returns:
        For whom each meaning holds.

    Raises:
        NotAllowedError: whoever is at the counter may not change rules.
    """
    require(shop, Right.RULES)
    reader = _Reader(shop, frozenset(part.kind for one in meanings for part in everywhere(one)))
    found: list[set[int]] = [set() for _ in meanings]
    for at in range(0, len(people), _AT_ONCE):
        for customer in shop.storage.people.some(people[at : at + _AT_ONCE]):
            facts = reader.read(customer)
            for when, those in zip(meanings, found, strict=True):
                if when.glance(facts).verdict is Verdict.YES:
                    those.add(customer.id)
        yield Progress(min(at + _AT_ONCE, len(people)), len(people))
    return tuple(map(frozenset, found))


class _Reader:
    """Reads people as they are today; what no condition asks for is left out.

    Args:
        kinds: of the conditions that ask.
    """

    def __init__(self, shop: Shop, kinds: frozenset[str]) -> None:
        self._shop = shop
        self._around = shop.storage.circumstances.now()
        self._asks_visits = not kinds <= WITHOUT_VISITS
        self._asks_remarks = not kinds <= WITHOUT_REMARKS
        self._asks_home = not kinds <= WITHOUT_HOME
        self._asks_usual = any(kind.startswith("usual") for kind in kinds)
        self._asks_stage = any(kind.startswith("stage") for kind in kinds)

    def read(self, customer: Customer) -> Facts:
        """The facts of one person."""
        shop = self._shop
        past = self._look_back(customer) if self._asks_visits else LookBack()
        moment = Moment(
            uid="",
            instant=shop.clock.now(),
            wall=shop.wall,
            day=shop.today,
            visits=past.lately,
            count=customer.visits,
            last=customer.last_visit,
        )
        # What is celebrated says nothing about who somebody is.
        members = shop.storage.people.members(customer.household) if self._asks_home else ()
        told = shop.storage.care.open_remarks(customer.id) if self._asks_remarks else Remarks()
        person = Person(customer, members, (), told)
        facts = facts_then(person, moment, shop.profile, self._around, Knowledge.NOW)
        if self._asks_usual:
            facts = replace(facts, usual=usual_of(shop, customer.id))
        if self._asks_stage:
            seen = seen_of(facts.customer, past, facts_for(customer, told.facts), told)
            facts = replace(facts, standing=standing(seen, facts.today))
        return facts

    def _look_back(self, customer: Customer) -> LookBack:
        shop = self._shop
        begun = beginnings_of(customer)
        return shop.storage.visits.look_back(customer.id, shop.clock.now(), shop.time, begun)
