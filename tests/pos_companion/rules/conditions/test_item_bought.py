"""Something is in the basket."""

from decimal import Decimal

from pos_companion.model.visits import Basket, BasketLine
from pos_companion.rules import Verdict
from pos_companion.rules.conditions.item_bought import ItemBought
from tests.pos_companion.rules.cases import COFFEE, basket, facts, says


def test_it_is_in_the_basket() -> None:
    seen = facts(basket=basket((COFFEE, 350)))
    assert says(ItemBought(group="coffee").judge(seen)) == (Verdict.YES, "They take Flat white")


def test_it_is_not_in_the_basket() -> None:
    seen = facts(basket=basket((COFFEE, 350)))
    assert says(ItemBought("Tea").judge(seen)) == (Verdict.NO, "There is no Tea in the basket.")
    assert says(ItemBought().judge(facts(basket=Basket())))[1] == "The basket is empty."


def test_what_is_brought_back_does_not_count() -> None:
    back = Basket((BasketLine(COFFEE, Decimal(-1)),))
    assert ItemBought(group="coffee").judge(facts(basket=back)).verdict is Verdict.NO


def test_without_a_basket_it_is_unknown() -> None:
    answer = ItemBought().judge(facts())
    assert (answer.verdict, answer.code) == (Verdict.UNKNOWN, "basket")
