"""Taking Offers: the ledger line one leaves, and whether several go together."""

from dataclasses import replace

from pos_companion.model.money import Money
from pos_companion.rules import Cap, Facts, Ledger, Offer, Period, RedemptionState, Scope, Unit
from pos_companion.rules.conditions.celebration import Celebration
from pos_companion.rules.effects.amount_off import AmountOff
from pos_companion.rules.effects.gift import Gift
from pos_companion.rules.taking import redemption_of, refuse_together
from tests.pos_companion.rules.cases import BISCUIT, birthday, facts, judged, only, rule

TWO = AmountOff(Money(200, "EUR"))


def offers(*rules: object, seen: Facts | None = None) -> list[Offer]:
    return list(judged(list(rules), seen).offers)  # type: ignore[arg-type]


def code(taken: list[Offer], seen: Facts | None = None) -> str:
    refusal = refuse_together(taken, seen or facts(), Ledger())
    return refusal.code if refusal else ""


def test_the_line_in_the_ledger_says_everything_that_is_counted() -> None:
    seen = facts(celebrations=(birthday("11-21", BISCUIT),))
    day = rule(Celebration(), Gift(1), caps=(Cap(Scope.BENEFICIARY, Period.CELEBRATION, 1),))
    line = redemption_of(only(judged(day, seen)), seen, RedemptionState.GIVEN)
    assert line.key == "visit-now:treat:being:12"
    assert (line.customer, line.household, line.staff) == (1, 7, "Mia")
    assert (line.cost, line.currency, line.gift) == (40, "EUR", 1)
    assert (line.celebration_year, line.period_key) == (2026, "celebration_year:2026")
    assert not line.is_discount


def test_two_gestures_go_together_and_three_do_not() -> None:
    taken = offers(rule(rule_id="a"), rule(rule_id="b"), rule(rule_id="c"))
    assert code(taken[:2]) == ""
    assert code(taken) == "cap_all"


def test_two_discounts_do_not_go_together() -> None:
    taken = offers(rule(None, TWO, rule_id="a"), rule(None, TWO, rule_id="b"))
    assert code(taken) == "cap_discounts"


def test_two_gifts_of_one_choice_do_not_go_together() -> None:
    assert code(offers(rule(None, Gift(2), Gift(3)))) == "cap_rule"


def test_the_last_one_goes_once() -> None:
    candle = replace(facts().gifts[3], on_hand=1)
    seen = facts(gifts={3: candle})
    taken = offers(rule(rule_id="a"), rule(rule_id="b"), seen=seen)
    assert code(taken[:1], seen) == ""
    assert code(taken, seen) == "out_of_stock"


def test_a_budget_has_room_for_one() -> None:
    budget = Cap(Scope.ALL, Period.DAY, 100, Unit.COST)
    taken = offers(rule(rule_id="a", caps=(budget,)), rule(rule_id="b", caps=(budget,)))
    assert code(taken) == "budget_day"
