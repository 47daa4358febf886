from dataclasses import replace
from datetime import timedelta

from hypothesis import given as given_some
from hypothesis import strategies as st

from pos_companion.model.people import HouseholdMember, Species
from pos_companion.rules import Cap, Ledger, Period, Scope, Unit
from pos_companion.rules.evaluate import evaluate
from pos_companion.rules.simulate.past import Arrival, Shelf
from pos_companion.rules.simulate.scratch import Scratch, ScratchShelf
from tests.pos_companion.rules.cases import CANDLE, TODAY
from tests.pos_companion.rules.simulate.pasts import FIRST, case, given, past, thanks


def test_a_household_is_counted_together_and_a_shared_pet_too():
    scratch = Scratch(past(at_home={7: ("being:9",)}))
    rex = HouseholdMember(9, "Rex", species=Species.DOG)
    ana = case(1, TODAY).facts
    at_home = replace(ana, customer=replace(ana.customer, household=7), members=(rex,))
    mine = given(ana, id=1, household=7)
    partner = replace(given(case(2, TODAY).facts, id=2), household=7)
    for_the_dog = given(case(3, TODAY).facts, id=3, beneficiary="being:9", household=8)
    stranger = given(case(4, TODAY).facts, id=4)
    for row in (mine, partner, for_the_dog, stranger):
        scratch.add(row)
    assert scratch.own(at_home) == (mine, partner, for_the_dog)
    assert scratch.own(case(4, TODAY).facts) == (stranger,)
    assert scratch.own(case(5, TODAY).facts) == ()


CAPS = [
    Cap(Scope.RULE, Period.DAY, 2),
    Cap(Scope.RULE, Period.WEEK, 300, Unit.COST),
    Cap(Scope.RULE, Period.ROLLING, 4, days=9),
    Cap(Scope.ALL, Period.MONTH, 500, Unit.VALUE),
    Cap(Scope.STAFF, Period.WEEK, 3),
    Cap(Scope.TILL, Period.EVER, 6),
]
ROWS = st.tuples(
    st.integers(0, 40), st.sampled_from(["thanks", "other"]), st.sampled_from(["Mia", "Sam"]),
    st.integers(0, 99),
)  # fmt: skip


@given_some(st.lists(ROWS, max_size=12), st.sampled_from(CAPS))
def test_coarse_sums_leave_the_same_room_as_every_single_line(rows, cap):
    scratch, lines = Scratch(past()), []
    for number, (back, rule, staff, cost) in enumerate(sorted(rows, reverse=True), 1):
        visit = case(number + 100, TODAY - timedelta(days=back)).facts
        lines.append(given(visit, rule, id=number, staff=staff, cost=cost, value=cost))
        scratch.add(lines[-1])
    rules = [thanks(caps=(cap,)), thanks("other", caps=())]
    now = replace(case(1, TODAY).facts, gifts={CANDLE.id: CANDLE}, staff="Mia")
    single = Scratch(past(before=tuple(lines)))
    finest = tuple(
        tally for rule in rules for tally in single.tallies([replace(rule, caps=(
            Cap(Scope.ALL, Period.EVER, 1), *(Cap(Scope.RULE, Period.ROLLING, 1, days=back)
                                              for back in range(1, 42))))], now)
        if tally.rule == rule.id
    )  # fmt: skip
    coarse = evaluate(now, rules, Ledger((), scratch.tallies(rules, now)))
    assert coarse == evaluate(now, rules, Ledger((), finest))


def test_the_shelf_is_filled_and_emptied_and_never_below_nothing():
    noon = case(1, FIRST, 12).facts.now
    there = past(arrivals=(Arrival(noon, CANDLE.id, 3), Arrival(noon, 99, 3)))
    shelf = ScratchShelf(there, Shelf.REAL)
    for _ in range(12):
        shelf.take(CANDLE.id)
    shelf.take(None)
    assert shelf.gifts[CANDLE.id].free == 0
    shelf.until(noon - timedelta(minutes=1))
    assert shelf.gifts[CANDLE.id].free == 0
    shelf.until(noon)
    assert shelf.gifts[CANDLE.id].free == 3
    assert there.shelf[CANDLE.id].on_hand == 10


def test_plenty_stays_plenty():
    shelf = ScratchShelf(past(), Shelf.UNLIMITED)
    shelf.take(CANDLE.id)
    assert shelf.gifts == past().plenty
