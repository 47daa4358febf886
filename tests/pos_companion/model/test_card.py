"""The corner-store card."""

import pytest

from pos_companion.model.card import Cadence


@pytest.mark.parametrize(
    ("quick", "slow", "is_steady"), [(3.0, 8.0, True), (7.0, 7.0, True), (1.0, 30.0, False)]
)
def test_a_habit_is_steady_when_it_varies_less_than_it_lasts(
    quick: float, slow: float, is_steady: bool
) -> None:
    assert Cadence(typical_gap=7.0, quick_gap=quick, slow_gap=slow).is_steady is is_steady
