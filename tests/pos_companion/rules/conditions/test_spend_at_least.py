"""A larger ticket."""

from pos_companion.model.money import Money
from pos_companion.rules import Verdict
from pos_companion.rules.conditions.spend_at_least import SpendAtLeast
from tests.pos_companion.rules.cases import COFFEE, CROISSANT, basket, facts, says

FIVE = SpendAtLeast(Money(500, "EUR"))


def test_the_ticket_is_large_enough() -> None:
    seen = facts(basket=basket((COFFEE, 350), (CROISSANT, 150)))
    assert says(FIVE.judge(seen)) == (Verdict.YES, "The ticket comes to €5.00")


def test_the_sentence_tells_what_is_missing() -> None:
    seen = facts(basket=basket((COFFEE, 350)))
    assert says(FIVE.judge(seen)) == (
        Verdict.NO,
        "The ticket comes to €3.50; €1.50 are missing.",
    )


def test_without_a_ticket_or_a_price_it_is_unknown() -> None:
    assert FIVE.judge(facts()).code == "basket"
    answer = FIVE.judge(facts(basket=basket((COFFEE, 700), (CROISSANT, None))))
    assert (answer.verdict, answer.code) == (Verdict.UNKNOWN, "prices")


def test_another_currency_is_a_no() -> None:
    answer = SpendAtLeast(Money(500, "USD")).judge(facts(basket=basket((COFFEE, 700))))
    assert answer.code == "wrong_currency"


def test_it_is_tested_after_what_is_taken_off_already() -> None:
    seen = facts(basket=basket((COFFEE, 1000)), off=200)
    assert SpendAtLeast(Money(800, "EUR")).judge(seen).is_yes
    assert says(SpendAtLeast(Money(900, "EUR")).judge(seen)) == (
        Verdict.NO,
        "After €2.00 off the ticket comes to €8.00; €1.00 are missing.",
    )
