"""The sieve and the evaluation tell the same, word for word."""

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pos_companion.model.facts import FactKind
from pos_companion.model.people import Customer
from pos_companion.model.visits import Basket, BasketLine, UsualOrder, UsualState
from pos_companion.rules import Ledger, RuleState
from pos_companion.rules.conditions.all_of import AllOf
from pos_companion.rules.conditions.any_of import AnyOf
from pos_companion.rules.conditions.celebration import Celebration, Who
from pos_companion.rules.conditions.days_since_last import DaysSinceLast
from pos_companion.rules.conditions.first_visit import FirstVisit
from pos_companion.rules.conditions.has_pet import HasPet
from pos_companion.rules.conditions.item_bought import ItemBought
from pos_companion.rules.conditions.known_since import KnownSince
from pos_companion.rules.conditions.not_ import Not
from pos_companion.rules.conditions.time_of_day import TimeOfDay
from pos_companion.rules.conditions.usual_item import UsualItem
from pos_companion.rules.conditions.visits_at_least import VisitsAtLeast
from pos_companion.rules.conditions.visits_nth import VisitsNth
from pos_companion.rules.conditions.weekday import Weekday
from pos_companion.rules.evaluate import evaluate
from pos_companion.rules.simulate.sieve import Sieve, Stopped, condition_at, sieve
from pos_companion.rules.unknown import UnknownCondition
from tests.pos_companion.rules.cases import (
    ANA,
    BISCUIT,
    COFFEE,
    READY_MADE,
    TODAY,
    birthday,
    fact,
    facts,
    visits,
)
from tests.pos_companion.rules.simulate.pasts import thanks

LEAVES = [
    Weekday((4,)),
    Weekday((0, 1)),
    TimeOfDay(time(9), time(10)),
    TimeOfDay(time(18), time(9, 30), (3, 4)),
    FirstVisit(),
    HasPet(),
    ItemBought(),
    ItemBought(product="FLAT white"),
    ItemBought(group="nothing we sell"),
    UsualItem(),
    VisitsAtLeast(3, 60),
    VisitsNth(3),
    VisitsNth(4, every=False),
    DaysSinceLast(42),
    DaysSinceLast(0, 2.0),
    KnownSince(14),
    Celebration(who=Who.PET),
    Celebration(who=Who.SELF),
    Celebration(who=Who.ANY, before=30, after=0),
    UnknownCondition.keep({"kind": "moon_phase"}),
]
TREES = st.recursive(
    st.sampled_from(LEAVES),
    lambda parts: st.one_of(
        st.lists(parts, max_size=3).map(lambda found: AllOf(tuple(found))),
        st.lists(parts, min_size=1, max_size=3).map(lambda found: AnyOf(tuple(found))),
        parts.map(Not),
    ),
    max_leaves=6,
)
EVERYBODY = [
    facts(),
    facts(visits=visits(3, 10, 20, 30), celebrations=(birthday("11-21", BISCUIT),)),
    facts(
        visits=visits(50),
        celebrations=(
            birthday("11-20", known_since=date(2026, 11, 19)),
            birthday("11-22", BISCUIT, known_since=date(2026, 1, 1)),
        ),
    ),
    facts(basket=Basket((BasketLine(COFFEE),)), usual=UsualOrder(state=UsualState.MAYBE)),
    facts(members=(ANA,), celebrations=(birthday("05-01"),)),
    facts(customer=Customer(1, "Rosa", no_celebrations=True)),
    facts(customer=Customer(1, "Rosa", no_offers=True)),
    facts(known=(fact(FactKind.TENDER, "loss", heard_on=TODAY),)),
]


def told(rule, seen, resting=frozenset()):
    """What `evaluate` says: a code with its fact and path; None when the conditions hold."""
    result = evaluate(seen, [rule], Ledger(resting=resting))
    if result.offers:
        return None
    (why,) = result.why_not
    values = why.explanation["with"]
    if why.code in {"out_of_stock", "unsuitable"}:
        return None
    known = values.get("fact") if why.code == "unknown_fact" else ""
    return Stopped(why.code, known or "", values.get("path", ""))


def looked(rule, seen, resting=frozenset()):
    """What the sieve says of one visit."""
    alone = Sieve([seen], [resting])
    (found,) = alone.look(alone.take_apart(rule), [0])
    return found


@pytest.mark.parametrize("leaf", LEAVES, ids=str)
@pytest.mark.parametrize("seen", EVERYBODY)
def test_a_glance_says_what_is_judged(leaf, seen):
    said, judged = leaf.glance(seen), leaf.judge(seen)
    assert (said.verdict, said.code) == (judged.verdict, judged.code)


@given(TREES, st.sampled_from(EVERYBODY))
def test_it_tells_what_the_evaluation_tells(tree, seen):
    rule = thanks(when=tree)
    assert looked(rule, seen) == told(rule, seen)
    assert sieve(rule, seen, frozenset()) == told(rule, seen)


@pytest.mark.parametrize("seen", EVERYBODY)
def test_ready_made_rules_are_looked_at_together(seen):
    rules = list(READY_MADE.values())
    together = Sieve([seen], [frozenset()])
    found = [one for rule in rules for one in together.look(together.take_apart(rule), [0])]
    assert found == [told(rule, seen) for rule in rules]


def test_many_visits_are_looked_at_together_and_looked_at_again():
    together = Sieve(EVERYBODY, [frozenset()] * len(EVERYBODY))
    for rule in READY_MADE.values():
        expected = [told(rule, seen) for seen in EVERYBODY]
        for _ in range(2):
            found = together.look(together.take_apart(rule), range(len(EVERYBODY)))
            assert list(found) == expected


def test_what_is_not_in_use_and_what_rests_does_not_fire():
    paused = thanks("paused", state=RuleState.PAUSED)
    resting = frozenset({"thanks"})
    assert looked(paused, facts(), resting) == Stopped("paused")
    assert looked(thanks(), facts(), resting) == told(thanks(), facts(), resting)
    assert looked(thanks(), facts(), resting).code == "declined"


def test_a_path_leads_to_its_condition():
    tree = AllOf((FirstVisit(), AllOf((HasPet(), Not(Weekday((4,)))))))
    stopped = looked(thanks(when=tree), facts())
    assert stopped.path == "all_of.1.all_of.1.not_.0.weekday"
    assert condition_at(tree, stopped.path) == Weekday((4,))
    assert condition_at(FirstVisit(), "first_visit") == FirstVisit()
