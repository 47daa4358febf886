"""Something small from the shelf."""

from dataclasses import replace

import pytest

from pos_companion.i18n import words
from pos_companion.model.money import Money
from pos_companion.rules import Verdict
from pos_companion.rules.effects.gift import Gift
from tests.pos_companion.rules.cases import ANA, CANDLE, COOKIE, allergy, facts, says


def test_a_gift_has_its_own_name_and_costs_what_it_costs() -> None:
    candle = Gift(3)
    assert words(candle.title(facts())) == "Birthday candle"
    assert candle.cost(facts()) == candle.value(facts()) == Money(90, "EUR")
    assert candle.available(facts()).is_yes
    assert candle.taken_from_shelf == 3
    assert candle.on_the_till(facts()) is None


@pytest.mark.parametrize(
    ("on_hand", "reserved", "sentence"),
    [
        (0, 0, "“Birthday candle” has run out."),
        (1, 1, "The last “Birthday candle” is promised to somebody else."),
    ],
)
def test_with_none_left_it_is_not_offered(on_hand: int, reserved: int, sentence: str) -> None:
    shelf = {3: replace(CANDLE, on_hand=on_hand, reserved=reserved)}
    answer = Gift(3).available(facts(gifts=shelf))
    assert says(answer) == (Verdict.NO, sentence)
    assert answer.code == "out_of_stock"


def test_giving_the_last_one_is_fine() -> None:
    assert Gift(3).available(facts(gifts={3: replace(CANDLE, on_hand=1)})).is_yes


def test_a_gift_that_is_not_listed_any_more_is_out_of_stock() -> None:
    gone = Gift(99)
    assert gone.available(facts()).code == "out_of_stock"
    assert gone.cost(facts()) == Money(0, "EUR")
    assert words(gone.title(facts())) == "A gift"


def test_an_allergy_at_home_keeps_it_back() -> None:
    answer = Gift(COOKIE.id).available(facts(known=(allergy("peanut", ANA),)))
    assert says(answer) == (Verdict.NO, "Ana has a peanut allergy, so nuts are left out.")
    assert (answer.code, answer.private) == ("unsuitable", True)


def test_a_cost_in_another_currency_is_refused() -> None:
    shelf = {3: replace(CANDLE, cost=Money(90, "USD"))}
    assert Gift(3).available(facts(gifts=shelf)).code == "wrong_currency"


def test_what_is_on_order_is_said_when_none_is_left() -> None:
    none = replace(CANDLE, on_hand=0, on_order=3)
    answer = Gift(CANDLE.id).available(facts(gifts={CANDLE.id: none}))
    assert (answer.code, words(answer.phrase)) == (
        "out_of_stock",
        "“Birthday candle” has run out; 3 are on order.",
    )
