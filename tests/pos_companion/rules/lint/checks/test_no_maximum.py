import pytest

from pos_companion.model.money import Money
from pos_companion.rules.effects.amount_off import AmountOff
from pos_companion.rules.effects.coupon import Coupon
from pos_companion.rules.effects.free_item import FreeItem
from pos_companion.rules.effects.percent_off import PercentOff
from tests.pos_companion.rules.lint.linting import EUROS, codes, sound

NOTHING = Money(0, "EUR")


@pytest.mark.parametrize("make", [PercentOff, AmountOff, Coupon, lambda m: FreeItem("Bun", m)])
def test_what_is_taken_off_is_limited_and_more_than_nothing(make):
    assert codes(sound(effects=(make(NOTHING),))) == {"no_maximum"}
    assert codes(sound(effects=(make(EUROS),))) == set()
