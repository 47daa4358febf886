from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pos_companion.insight.cadence import cadence_of
from pos_companion.model.card import Cadence
from tests.pos_companion.insight.cafe import on_days

FIRST = date(2026, 3, 2)  # a Monday
MONDAY, FRIDAY, SATURDAY = 0, 4, 5


def every(gaps: list[int]) -> list[date]:
    days = [FIRST]
    for gap in gaps:
        days.append(days[-1] + timedelta(days=gap))
    return days


def cadence(days: list[date], later: int = 1) -> Cadence | None:
    return cadence_of(on_days(days), days[-1] + timedelta(days=later))


def test_four_gaps_are_too_few() -> None:
    assert cadence_of([], FIRST) is None
    assert cadence(every([7] * 4)) is None
    assert cadence(every([7] * 5)) is not None


def test_somebody_weekly_comes_every_seven_days_on_mondays() -> None:
    assert cadence(every([7] * 10)) == Cadence(7.0, 7.0, 7.0, (MONDAY,), late=False)


def test_the_median_is_told_and_one_long_holiday_does_not_count() -> None:
    found = cadence(every([3, 3, 4, 3, 60, 4, 3, 3]))
    assert found is not None
    assert found.typical_gap == 3.0
    assert found.is_steady


def test_an_unsteady_customer_has_wide_quartiles() -> None:
    found = cadence(every([1, 14, 2, 20, 1, 9, 3]))
    assert found is not None
    assert not found.is_steady


def test_gaps_that_began_on_this_weekday_count_twice() -> None:
    mondays_and_fridays = every([4, 3] * 4)
    on_monday = cadence_of(on_days(mondays_and_fridays), FIRST + timedelta(days=28))
    on_friday = cadence_of(on_days(mondays_and_fridays), FIRST + timedelta(days=32))
    assert on_monday is not None
    assert on_friday is not None
    assert (on_monday.typical_gap, on_friday.typical_gap) == (4.0, 3.0)
    assert on_monday.weekdays == (MONDAY, FRIDAY)


def test_only_the_last_twenty_gaps_count() -> None:
    found = cadence(every([30] * 10 + [7] * 20))
    assert found is not None
    assert (found.typical_gap, found.slow_gap) == (7.0, 7.0)


def test_two_visits_on_one_day_are_one_day() -> None:
    days = every([7] * 6)
    assert cadence(sorted([*days, *days])) == cadence(days)


@pytest.mark.parametrize(("later", "late"), [(0, False), (7, False), (9, False), (10, True)])
def test_late_is_beyond_nine_of_ten_of_their_own_gaps(later: int, late: bool) -> None:
    found = cadence(every([7, 7, 7, 7, 8, 7, 7, 7, 9, 40]), later)
    assert found is not None
    assert found.late is late


def test_saturdays_now_and_then_are_no_usual_day() -> None:
    weekly = every([7] * 8)
    found = cadence(sorted([*weekly, weekly[2] + timedelta(days=5)]))
    assert found is not None
    assert SATURDAY not in found.weekdays


@given(st.lists(st.integers(1, 90), min_size=5, max_size=40), st.integers(0, 200))
def test_the_median_lies_between_the_quartiles(gaps: list[int], later: int) -> None:
    found = cadence(every(gaps), later)
    assert found is not None
    assert found.quick_gap <= found.typical_gap <= found.slow_gap
    assert not (found.late and later <= found.slow_gap)
