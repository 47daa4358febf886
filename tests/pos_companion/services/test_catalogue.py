from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pos_companion.errors import BadInputError
from pos_companion.model.money import Money
from pos_companion.services.catalogue import (
    basket_line,
    best_sellers,
    find_products,
    money_typed,
    product_called,
    refresh_habits,
    refresh_habits_when_old,
)
from tests.builders import add_customer, add_product, add_visit, keep_profile


def line(shop, text):
    read = basket_line(shop, text)
    return read.product.name, read.quantity, read.amount


def test_a_new_word_is_a_new_product_and_the_same_word_the_same_one(shop):
    tea = product_called(shop, "  Ginger   tea ")
    assert tea.name == "Ginger tea"
    assert product_called(shop, "ginger TEA").id == tea.id


def test_what_the_till_calls_it_goes_before_the_name(shop):
    add_product("Bun", ref="7")
    croissant = add_product("Croissant", ref="Bun")
    assert product_called(shop, "Bun").id == croissant.id


@pytest.mark.parametrize("text", ["", "   ", "x" * 201, "🧁" * 5000, "\x00\n"])
def test_a_product_needs_a_name_of_a_length(shop, text):
    with pytest.raises(BadInputError, match="A product needs a name"):
        product_called(shop, text)


@pytest.mark.parametrize("text", ["4111 1111 1111 1111", "4111111111111111"])
def test_a_payment_card_is_no_product(shop, text):
    with pytest.raises(BadInputError, match="payment card"):
        basket_line(shop, text)
    assert shop.storage.rows("SELECT count(*) FROM product") == [(0,)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tea", ("Tea", Decimal(1), None)),
        ("Tea:2", ("Tea", Decimal(2), None)),
        ("Tea:2:6.40", ("Tea", Decimal(2), Money(640, "EUR"))),
        ("Cheese:0.25:5.125", ("Cheese", Decimal("0.25"), Money(513, "EUR"))),
        ("Tea:-1:-3.20", ("Tea", Decimal(-1), Money(-320, "EUR"))),
        ("Tea:0,5:3,20", ("Tea", Decimal("0.5"), Money(320, "EUR"))),
        ("Special: tea:3", ("Special: tea", Decimal(3), None)),
        ("Flat white, oat milk:1", ("Flat white, oat milk", Decimal(1), None)),
    ],
)
def test_an_item_says_product_quantity_and_amount(shop, text, expected):
    assert line(shop, text) == expected


def test_a_name_with_a_colon_is_found_as_it_stands(shop):
    add_product("Menu 2:30")
    assert line(shop, "Menu 2:30") == ("Menu 2:30", Decimal(1), None)


@pytest.mark.parametrize(
    "text",
    [
        "Tea:two",
        "Tea:1:free",
        "Tea:nan",
        "Tea:1e99",
        ":2",
        "Tea:0",
        "Tea:0.0001",
        "Tea:1,234",
        "Tea:1_000",
        "Tea:1:1,2,3",
    ],
)
def test_what_is_no_number_or_no_product_is_refused_and_makes_nothing(shop, text):
    with pytest.raises(BadInputError):
        basket_line(shop, text)
    assert shop.storage.rows("SELECT count(*) FROM product") == [(0,)]


@pytest.mark.parametrize(
    ("currency", "text", "amount"),
    [("EUR", "3.20", 320), ("EUR", "0.005", 1), ("JPY", "320", 320), ("KWD", "1.2345", 1235)],
)
def test_money_has_as_many_decimals_as_the_currency(shop, currency, text, amount):
    keep_profile(shop, currency=currency)
    assert money_typed(shop, text) == Money(amount, currency)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(cents=st.integers(-(10**9), 10**9))
def test_money_typed_with_two_decimals_is_kept_to_the_cent(shop, cents):
    assert money_typed(shop, str(Decimal(cents) / 100)) == Money(cents, "EUR")


def test_the_best_sellers_are_what_most_visits_hold(shop):
    ana = add_customer()
    for days_ago, items in ((3, ["Tea"]), (2, ["Tea", "Bun"]), (1, ["Tea", "Bun", "Cake"])):
        add_visit(ana, days_ago, items)
    assert best_sellers(shop) == ()
    refresh_habits(shop)
    assert [product.name for product in best_sellers(shop, 2)] == ["Tea", "Bun"]


def test_products_are_found_by_how_they_begin(shop):
    for name in ("Green tea", "Greek salad", "Tea"):
        add_product(name)
    assert [one.name for one in find_products(shop, "gre")] == ["Greek salad", "Green tea"]
    assert [one.name for one in find_products(shop, "gre", limit=1)] == ["Greek salad"]
    assert find_products(shop, "") == ()
    assert find_products(shop, "%") == ()


def test_the_habits_are_worked_out_anew_once_a_day(shop, clock):
    ana = add_customer()
    add_visit(ana, 1, ["Tea"])
    list(refresh_habits_when_old(shop))
    add_visit(ana, 0, ["Cake"], at="08:00")
    list(refresh_habits_when_old(shop))
    assert [one.name for one in best_sellers(shop)] == ["Tea"]
    clock.passes(days=1)
    list(refresh_habits_when_old(shop))
    assert {one.name for one in best_sellers(shop)} == {"Tea", "Cake"}
