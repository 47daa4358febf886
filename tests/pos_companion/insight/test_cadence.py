from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pos_companion.insight.cadence import cadence_of, cadence_of_days
from pos_companion.model.cadence import Cadence, Timing
from tests.pos_companion.insight.cafe import on_days, visit

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
    assert cadence(every([7] * 10)) == Cadence(
        7.0, 7.0, 7.0, (MONDAY,), 7.0, Timing.EARLY, (time(9), time(10))
    )


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


@pytest.mark.parametrize(
    ("later", "timing"),
    [
        (4, Timing.EARLY),
        (7, Timing.DUE),
        (9, Timing.DUE),
        (10, Timing.LATE),
        (90, Timing.LATE),
        (91, Timing.LAPSED),
    ],
)
def test_early_due_late_and_lapsed_are_told_by_their_own_gaps(later: int, timing: Timing) -> None:
    found = cadence(every([7, 7, 7, 7, 8, 7, 7, 7, 9, 40]), later)
    assert found is not None
    assert found.timing is timing


def test_the_habit_of_somebody_who_comes_every_quarter_is_not_over_after_three_months() -> None:
    found = cadence(every([90] * 6), 150)
    assert found is not None
    assert (found.timing, found.risk_gap, found.lapse_gap) == (Timing.LATE, 180, 270)


def test_the_hours_most_visits_lie_in_are_told() -> None:
    hours = [8, 9, 8, 9, 17, 8]
    days = every([7] * 5)
    history = [
        visit(datetime(day.year, day.month, day.day, hour, 20), 1)  # noqa: DTZ001
        for day, hour in zip(days, hours, strict=True)
    ]
    found = cadence_of(history, days[-1])
    assert found is not None
    assert found.hours == (time(8), time(10))


def test_who_comes_at_any_hour_has_no_usual_ones() -> None:
    found = cadence_of_days(every([7] * 5), FIRST, (7, 10, 13, 16, 19, 22))
    assert found is not None
    assert found.hours is None


def test_the_days_alone_say_the_same() -> None:
    days = every([3, 4] * 6)
    assert cadence_of(on_days(days), FIRST) == cadence_of_days(days, FIRST, [9] * len(days))


@given(st.lists(st.integers(1, 90), min_size=5, max_size=40), st.integers(0, 200))
def test_the_median_lies_between_the_quartiles(gaps: list[int], later: int) -> None:
    found = cadence(every(gaps), later)
    assert found is not None
    assert found.quick_gap <= found.typical_gap <= found.slow_gap
    assert not (found.late and later <= found.slow_gap)
