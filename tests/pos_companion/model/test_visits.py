"""Baskets and the usual order."""

from decimal import Decimal

import pytest

from pos_companion.model.money import Money
from pos_companion.model.visits import Basket, BasketLine, Product, UsualItem, UsualOrder

LATTE = Product(1, "100", "Oat latte")
BUN = Product(2, "200", "Cinnamon bun")


def line(product: Product, cents: int | None, quantity: str = "1") -> BasketLine:
    amount = None if cents is None else Money(cents, "EUR")
    return BasketLine(product, Decimal(quantity), amount)


def test_a_basket_costs_what_its_priced_lines_cost() -> None:
    basket = Basket((line(LATTE, 390), line(BUN, None), line(BUN, 280), line(BUN, -280, "-1")))
    assert basket.total("EUR") == Money(390, "EUR")


def test_an_empty_basket_costs_nothing() -> None:
    assert Basket().total("EUR") == Money(0, "EUR")


def test_a_basket_in_another_currency_is_not_added_up() -> None:
    with pytest.raises(ValueError, match="JPY"):
        Basket((line(LATTE, 390),)).total("JPY")


def test_a_basket_names_each_product_once_in_its_order() -> None:
    basket = Basket((line(BUN, 280), line(LATTE, 390), line(BUN, 280)))
    assert basket.products == (2, 1)


def test_the_card_shows_the_armed_basket_or_else_what_they_often_have() -> None:
    latte, bun = UsualItem(LATTE, 2.0, 0.8), UsualItem(BUN, 1.0, 0.4)
    assert UsualOrder(basket=(latte,), often=(bun,)).shown == (latte,)
    assert UsualOrder(often=(bun,)).shown == (bun,)
    assert UsualOrder().shown == ()
