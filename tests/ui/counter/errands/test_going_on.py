"""What is going on: set with two taps, over by itself, undone like everything."""

from datetime import timedelta

from pos_companion.rules import Rule
from pos_companion.rules.conditions.shop_context import ShopContext
from pos_companion.rules.effects.service import Service
from pos_companion.services import FixedClock
from pos_companion.services.circumstances import circumstances
from tests.bots import Cashier
from tests.journeys.corner_shop import NOW


def names(cashier: Cashier) -> list[str]:
    assert cashier.shop is not None
    return [flag.name for flag in circumstances(cashier.shop).flags]


def test_what_rules_ask_for_is_one_tap_and_over_by_itself(at_counter: Cashier) -> None:
    rain = Rule("rain", "Rain", ShopContext("rain"), (Service("A seat inside"),), "Come in.", "")
    with at_counter.shop.storage.transaction():
        at_counter.shop.storage.rulebook.save(rain, NOW)
    at_counter.presses("F11").taps("rain")
    assert names(at_counter) == ["rain"]
    assert at_counter.toast() == "Going on: rain"
    at_counter.presses("Ctrl+Z")
    assert names(at_counter) == []
    at_counter.presses("F11").taps("4 h").taps("rain")
    at_counter.shop.clock = FixedClock(NOW + timedelta(hours=3, minutes=59))
    assert names(at_counter) == ["rain"]
    at_counter.shop.clock = FixedClock(NOW + timedelta(hours=4))
    assert names(at_counter) == []


def test_anything_else_is_typed_and_ended_with_a_tap(at_counter: Cashier) -> None:
    at_counter.presses("F11")
    at_counter.page.desk.sheet.name.setFocus()
    at_counter.types("power cut").presses("Enter")
    assert names(at_counter) == ["power cut"]
    at_counter.presses("F11")
    assert at_counter.sees("until 11:30")
    at_counter.taps("It is over")
    assert names(at_counter) == []
