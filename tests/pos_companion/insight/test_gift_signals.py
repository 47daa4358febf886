"""Gifts at odd hours, and gifts taken back."""

import pytest

from pos_companion.insight.gift_signals import taken_back, unusual_hours
from pos_companion.model.gestures import TakenBack
from tests.gesture_days import MONDAY, ShopDays, normal

OPENS = 4


@pytest.mark.parametrize("seed", range(20))
def test_a_normal_shop_raises_no_alarm(seed: int) -> None:
    shop = normal(seed)
    assert unusual_hours(shop.visits, shop.gestures, OPENS) == []


def test_gifts_after_everybody_has_gone_are_seen() -> None:
    shop = normal(5)
    for day in (0, 7, 8):
        shop.give(shop.visit(1, "Sam", day, 22))
    (signal,) = unusual_hours(shop.visits, shop.gestures, OPENS)
    assert (signal.staff, signal.times, len(signal.days)) == ("Sam", 3, 3)
    assert signal.of > 10


def test_two_late_gifts_or_three_on_one_evening_say_nothing() -> None:
    shop = normal(6)
    for minute in (0, 20, 40):
        shop.give(shop.visit(1, "Sam", 1, 22, minute))
    shop.give(shop.visit(1, "Mia", 1, 22))
    shop.give(shop.visit(1, "Mia", 2, 22))
    assert unusual_hours(shop.visits, shop.gestures, OPENS) == []


def test_a_new_shop_has_no_usual_hours_yet() -> None:
    shop = ShopDays()
    for day in range(5):
        shop.give(shop.visit(1, "Sam", day, 23))
        shop.visit(2, "Sam", day, 10)
    assert unusual_hours(shop.visits, shop.gestures, OPENS) == []


def test_gifts_taken_back_late_are_seen_when_others_do_not_do_so() -> None:
    shop = normal(7)
    late = [TakenBack(1, MONDAY, 30, "Sam")] * 12
    slips = [TakenBack(1, MONDAY, 1, "Mia")] * 12
    (signal,) = taken_back([*late, *slips], shop.gestures)
    assert (signal.staff, signal.times) == ("Sam", 12)
    given = sum(one.staff == "Sam" for one in shop.gestures)
    assert signal.of == given + 12


def test_what_everybody_does_now_and_then_is_no_signal() -> None:
    shop = normal(7)
    back = [TakenBack(1, MONDAY, 30, staff) for staff in ("Mia", "Sam", "Ines")] * 2
    assert taken_back(back, shop.gestures) == []


def test_whoever_works_alone_is_compared_with_nobody() -> None:
    shop = ShopDays()
    shop.give(shop.visit(1, "Mia"))
    back = [TakenBack(1, MONDAY, 30, "Mia")] * 5
    assert taken_back(back[:4], shop.gestures) == []
    assert [one.of for one in taken_back(back, shop.gestures)] == [6]
