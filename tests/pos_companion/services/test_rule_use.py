"""The list of rules with what each gave, and what its budget has left."""

from pos_companion.model.money import Money
from pos_companion.rules import Cap, Period, Scope, Unit
from pos_companion.rules.conditions.all_of import AllOf
from pos_companion.services import Shop
from pos_companion.services.look_up import open_card
from pos_companion.services.offers import accept_offer
from pos_companion.services.rule_use import rules_here
from tests.builders import add_customer, add_rule


def test_a_rule_that_gave_nothing_has_its_whole_budget(shop: Shop) -> None:
    budget = Cap(Scope.RULE, Period.MONTH, 3000, Unit.COST)
    add_rule("Cookie", AllOf(), caps=(budget,))
    line = rules_here(shop).lines[0]
    assert (line.this_month, line.left) == (0, Money(3000, "EUR"))


def test_what_is_promised_is_taken_off_at_once(shop: Shop) -> None:
    budget = Cap(Scope.RULE, Period.MONTH, 3000, Unit.COST)
    add_rule("Cookie", AllOf(), caps=(budget,))
    found = open_card(shop, add_customer("Rosa").id)
    accept_offer(shop, found, found.offers[0])
    line = rules_here(shop).lines[0]
    assert (line.this_month, line.left) == (1, Money(2950, "EUR"))


def test_a_rule_without_a_budget_of_its_own_says_none(shop: Shop) -> None:
    add_rule("Cookie", AllOf(), caps=(Cap(Scope.PERSON, Period.DAY, 1),))
    assert rules_here(shop).lines[0].left is None
