"""Gifts on the shelf."""

import pytest

from pos_companion.model.money import Money
from pos_companion.model.stock import Gift


@pytest.mark.parametrize(("on_hand", "reserved", "free"), [(5, 2, 3), (2, 2, 0), (1, 3, 0)])
def test_a_promised_gift_cannot_be_promised_again(on_hand: int, reserved: int, free: int) -> None:
    gift = Gift(1, "Dog biscuit", on_hand, Money(35, "EUR"), reserved)
    assert gift.free == free


@pytest.mark.parametrize(("on_hand", "is_low"), [(4, False), (3, True), (0, True)])
def test_it_is_time_to_order_when_few_are_left(on_hand: int, is_low: bool) -> None:
    assert Gift(1, "Dog biscuit", on_hand, Money(35, "EUR"), reorder_at=3).is_low is is_low
