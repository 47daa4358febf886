"""How often somebody comes, by their own measure."""

from datetime import date

import pytest

from pos_companion.model.cadence import Cadence


@pytest.mark.parametrize(
    ("quick", "slow", "is_steady"), [(3.0, 8.0, True), (7.0, 7.0, True), (1.0, 30.0, False)]
)
def test_a_habit_is_steady_when_it_varies_less_than_it_lasts(
    quick: float, slow: float, is_steady: bool
) -> None:
    assert Cadence(typical_gap=7.0, quick_gap=quick, slow_gap=slow).is_steady is is_steady


def test_the_next_visit_is_guessed_with_its_spread_and_only_where_it_is_sound() -> None:
    today = date(2026, 11, 20)
    assert Cadence(5, 3, 8).next_after(today) == (date(2026, 11, 23), date(2026, 11, 28))
    assert Cadence(5, 1, 30).next_after(today) is None


def test_nobody_is_at_risk_within_three_weeks_or_lapsed_within_three_months() -> None:
    daily = Cadence(1, 1, 1, late_gap=3)
    assert (daily.risk_gap, daily.lapse_gap) == (21, 90)
