"""One shop, one currency."""

from pos_companion.model.money import Money
from pos_companion.rules import Verdict
from pos_companion.rules.currency import in_shop_currency
from tests.pos_companion.rules.cases import facts, says


def test_the_shops_own_currency_is_fine() -> None:
    assert in_shop_currency(Money(1, "EUR"), facts()).is_yes


def test_another_is_refused_with_a_sentence() -> None:
    answer = in_shop_currency(Money(1, "USD"), facts())
    assert says(answer) == (Verdict.NO, "This counts USD; the shop sells in EUR.")
    assert answer.code == "wrong_currency"
