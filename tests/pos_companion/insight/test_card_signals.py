"""Cards that are used in a way worth a look."""

import pytest

from pos_companion.insight.card_signals import many_visits, own_cards, same_card
from pos_companion.model.gestures import OwnCards
from pos_companion.model.signals import SignalKind
from tests.gesture_days import ShopDays, normal


@pytest.mark.parametrize("seed", range(20))
def test_a_normal_shop_raises_no_alarm(seed: int) -> None:
    shop = normal(seed)
    assert many_visits(shop.visits) == []
    assert same_card(shop.visits) == []


def test_one_card_on_the_sales_of_strangers_is_seen_at_once() -> None:
    shop = normal(3)
    for day in range(40):
        for sale in range(20):
            shop.visit(777, "Sam" if sale % 4 else "Mia", day, 9 + sale // 3, 5 * (sale % 3))
    (signal,) = many_visits(shop.visits)
    assert (signal.customer, signal.times, signal.staff, signal.of) == (777, 800, "Sam", 600)
    assert signal.beside < 100
    assert len(signal.days) == 40
    assert [(one.customer, one.staff) for one in same_card(shop.visits)] == [(777, "Sam")]


def test_a_card_used_five_times_within_two_hours_is_seen_and_spread_over_a_day_is_not() -> None:
    shop = ShopDays()
    for number in range(5):
        shop.visit(1, "Sam", 0, 10, 14 * number)
        shop.visit(2, "Sam", 0, 8 + 2 * number, 30)
        shop.visit(3, "Mia" if number % 2 else "Sam", 0, 10, 14 * number)
    (signal,) = same_card(shop.visits)
    assert (signal.customer, signal.times, signal.of) == (1, 5, 5)


def test_who_comes_four_times_in_a_row_is_seen_on_the_second_such_day() -> None:
    shop = ShopDays()
    for day in (0, 3):
        for number in range(4):
            shop.visit(1, "Sam", day, 10, 10 * number)
    assert [one.times for one in same_card(shop.visits)] == [8]
    assert same_card(shop.visits[:4]) == []


def test_gifts_to_an_own_card_and_to_the_own_household_are_seen() -> None:
    shop = ShopDays()
    for day in range(6):
        shop.visit(10, "Sam", day)
    shop.give(shop.visits[0])
    for customer in (11, 11, 12):
        shop.give(shop.visit(customer, "Sam", 2))
    shop.give(shop.visit(10, "Mia", 3))
    sam = OwnCards("Sam", frozenset({10}))
    found = own_cards(shop.visits, shop.gestures, (sam,), {10: 1, 11: 1, 12: 2})
    assert [(one.kind, one.customer, one.times) for one in found] == [
        (SignalKind.OWN_GIFTS, 10, 1),
        (SignalKind.OWN_CARD, 10, 6),
        (SignalKind.FAMILY, 11, 2),
    ]
    assert own_cards(shop.visits, shop.gestures, (), {10: 1, 11: 1}) == []
