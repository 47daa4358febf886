from dataclasses import replace
from datetime import timedelta

import pytest

from pos_companion.model.money import Money
from pos_companion.model.visits import Basket, BasketLine
from pos_companion.rules import Cap, GroupMode, Ledger, Period, RedemptionState, Scope, Unit
from pos_companion.rules.conditions.usual_item import UsualItem
from pos_companion.rules.effects.percent_off import PercentOff
from pos_companion.rules.evaluate import evaluate
from pos_companion.rules.simulate.past import Options, Shelf, Taking
from pos_companion.rules.simulate.replay import AT_ONCE, Simulator
from tests.pos_companion.rules.cases import COFFEE
from tests.pos_companion.rules.simulate.pasts import EURO, FIRST, case, daily, given, past, thanks


def gifts(lived):
    return [row.rule for one in lived for row in one.given]


def test_a_gift_is_taken_from_the_shelf_until_there_is_none():
    lived = Simulator(past(*daily((1, 2, 3)))).run([thanks()])
    assert len(gifts(lived)) == 10
    assert [one.result.why_not[0].code for one in lived[10:]] == ["out_of_stock"] * 5
    plenty = Simulator(past(*daily((1, 2, 3)))).run([thanks()], Options(Shelf.UNLIMITED))
    assert len(gifts(plenty)) == 15


def test_limits_count_what_came_before_and_what_the_simulation_gave():
    weekly = thanks(caps=(Cap(Scope.PERSON, Period.ROLLING, 1, days=7),))
    before = given(case(1, FIRST - timedelta(days=2)).facts, id=1)
    there = past(*daily((1, 2), days=6), before=(before,))
    lived = Simulator(there).run([weekly])
    days = [(row.customer, (row.day - FIRST).days) for one in lived for row in one.given]
    assert days == [(2, 0), (1, 5)]


def test_without_budgets_only_pieces_are_counted():
    short = thanks(
        caps=(Cap(Scope.RULE, Period.MONTH, 180, Unit.COST), Cap(Scope.RULE, Period.EVER, 3))
    )
    simulator = Simulator(past(*daily()))
    assert len(gifts(simulator.run([short]))) == 2
    assert len(gifts(simulator.run([short], Options(budgets=False)))) == 3


def test_what_was_really_given_counts_when_it_is_kept():
    cases = daily((1,), days=2)
    cases[0] = replace(cases[0], real=(given(cases[0].facts, "other", id=50),))
    ever = thanks(caps=(Cap(Scope.ALL, Period.EVER, 1),))
    simulator = Simulator(past(*cases))
    assert gifts(simulator.run([ever])) == ["thanks"]
    assert gifts(simulator.run([ever], Options(keep_real=True))) == []


def test_only_what_was_really_given_is_given_when_it_is_taken_as_recorded():
    cases = daily((1, 2), days=2)
    cases[1] = replace(cases[1], real=(given(cases[1].facts, "second", id=50),))
    rules = [thanks("first", priority=1), thanks("second", priority=2)]
    lived = Simulator(past(*cases)).run(rules, Options(taking=Taking.AS_RECORDED))
    assert gifts(lived) == ["second"]
    assert [len(one.result.offers) for one in lived] == [2, 2, 2, 2]


def test_a_line_says_what_the_ledger_would_say():
    basket = Basket((BasketLine(COFFEE, amount=Money(350, "EUR")),))
    visit = case(1, FIRST, basket=basket)
    (lived,) = Simulator(past(visit)).run([thanks(effects=(PercentOff(EURO, 1000),))])
    (line,) = lived.given
    assert (line.cost, line.value, line.gift, line.state) == (35, 35, None, RedemptionState.GIVEN)
    assert (line.visit, line.day, line.staff) == (visit.facts.visit_uid, FIRST, "Mia")
    unpriced = case(1, FIRST, basket=Basket((BasketLine(COFFEE),)))
    (lived,) = Simulator(past(unpriced)).run([thanks(effects=(PercentOff(EURO, 1000),))])
    assert lived.given[0].cost == 100


def test_a_group_is_counted_over_all_its_rules():
    first = thanks("a", priority=1, group="g", group_mode=GroupMode.FIRST,
                   caps=(Cap(Scope.GROUP, Period.EVER, 2),))  # fmt: skip
    second = replace(first, id="b", name="b", when=UsualItem())
    before = given(case(9, FIRST - timedelta(days=9)).facts, "b", id=1)
    lived = Simulator(past(*daily((1,), days=3), before=(before,))).run([first, second])
    assert gifts(lived) == ["a"]


def test_twice_the_same_is_the_same_and_an_edit_changes_what_it_changes():
    simulator = Simulator(past(*daily((1, 2, 3))))
    rules = [thanks("a", caps=(Cap(Scope.PERSON, Period.WEEK, 1),)), thanks("b", priority=200)]
    once = simulator.run(rules)
    assert simulator.run(rules) == once == Simulator(past(*daily((1, 2, 3)))).run(rules)
    edited = [replace(rules[0], priority=300), rules[1]]
    assert simulator.run(edited) == Simulator(past(*daily((1, 2, 3)))).run(edited)
    assert simulator.run(rules) == once


def test_every_visit_is_judged_as_at_the_counter():
    there = past(*daily((1, 2)))
    rules = [thanks("a", caps=(Cap(Scope.PERSON, Period.WEEK, 1),)), thanks("b", priority=200)]
    rows = []
    shelf = there.shelf
    for one in Simulator(there).run(rules):
        seen = one.case.facts
        own = tuple(row for row in rows if row.customer == seen.customer.id)
        plain = evaluate(replace(seen, gifts=shelf), rules, Ledger(own))
        assert [offer.id for offer in one.result.offers] == [offer.id for offer in plain.offers]
        rows += one.given
        number = next(iter(shelf))
        taken = replace(shelf[number], on_hand=shelf[number].on_hand - len(one.given))
        shelf = {number: taken}


def test_it_tells_how_far_it_is_and_can_be_ended_at_any_step():
    simulator = Simulator(past(*daily((1,), days=AT_ONCE + 1)))
    steps = simulator.steps([thanks()])
    first = next(steps)
    assert 0 <= first.done < first.of
    steps.close()
    told = list(simulator.steps([thanks()]))
    assert [one.done for one in told] == sorted(one.done for one in told)
    assert told


def test_what_takes_long_is_worked_out_once_and_only_when_a_rule_asks():
    asked = []

    def fill(seen):
        asked.append(seen.visit_uid)
        return replace(seen, staff="worked out")

    simulator = Simulator(past(*daily((1,), days=3), fill={"usual": fill}))
    simulator.run([thanks()])
    assert asked == []
    simulator.run([thanks(), thanks("b", when=UsualItem())])
    lived = simulator.run([thanks(), thanks("b", when=UsualItem())])
    assert len(asked) == 3
    assert {one.case.facts.staff for one in lived} == {"worked out"}


@pytest.mark.parametrize("rules", [[], [thanks()]])
def test_a_past_without_visits_comes_to_nothing(rules):
    assert Simulator(past()).run(rules) == ()
