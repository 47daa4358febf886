"""The same visit is judged once; whatever matters to it makes it another one."""

from dataclasses import replace

from pos_companion.rules import Ledger
from pos_companion.rules.effects.gift import Gift
from pos_companion.rules.evaluate import evaluate
from pos_companion.rules.simulate.remembered import Remembered
from tests.pos_companion.rules.cases import CANDLE, COOKIE, facts
from tests.pos_companion.rules.simulate.pasts import thanks

SHELF = {CANDLE.id: CANDLE}
RULES = (thanks(),)


def test_a_visit_is_judged_as_at_the_counter_and_the_second_time_it_is_remembered():
    remembered, seen = Remembered(), replace(facts(), gifts={})
    first = remembered.judge(0, seen, RULES, Ledger(), SHELF)
    assert first.result == evaluate(replace(seen, gifts=SHELF), RULES, Ledger())
    assert remembered.judge(0, seen, RULES, Ledger(), SHELF) is first
    assert remembered.judge(1, seen, RULES, Ledger(), SHELF) is not first


def test_another_shelf_another_rule_and_another_ledger_are_judged_anew():
    remembered, seen = Remembered(), replace(facts(), gifts={})
    first = remembered.judge(0, seen, RULES, Ledger(), SHELF)
    none_left = {CANDLE.id: replace(CANDLE, on_hand=0)}
    assert not remembered.judge(0, seen, RULES, Ledger(), none_left).result.offers
    other = (thanks(priority=1),)
    assert remembered.judge(0, seen, other, Ledger(), SHELF) is not first
    rests = Ledger(declined=frozenset({"thanks"}))
    assert not remembered.judge(0, seen, RULES, rests, SHELF).result.offers
    remembered.clear()
    assert remembered.judge(0, seen, RULES, Ledger(), SHELF) is not first


def test_a_gift_that_no_rule_gives_changes_nothing():
    remembered, seen = Remembered(), replace(facts(), gifts={})
    candle = (thanks(effects=(Gift(CANDLE.id),)),)
    first = remembered.judge(0, seen, candle, Ledger(), SHELF)
    more = {**SHELF, COOKIE.id: COOKIE}
    assert remembered.judge(0, seen, candle, Ledger(), more) is first
