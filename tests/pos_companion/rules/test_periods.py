"""Calendar periods in business dates."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from pos_companion.rules import Cap, Period, Scope
from pos_companion.rules.periods import first_day, next_start

DAYS = st.dates(date(2020, 1, 1), date(2040, 12, 31))
CALENDAR = st.sampled_from([Period.DAY, Period.WEEK, Period.MONTH, Period.YEAR])


@given(today=DAYS, period=CALENDAR, first_weekday=st.integers(0, 6))
def test_periods_follow_each_other_without_a_gap(
    today: date, period: Period, first_weekday: int
) -> None:
    cap = Cap(Scope.PERSON, period, 1)
    start, following = (
        first_day(cap, today, first_weekday),
        next_start(period, today, first_weekday),
    )
    assert start is not None
    assert following is not None
    assert start <= today < following
    assert first_day(cap, following, first_weekday) == following
    assert first_day(cap, following - timedelta(days=1), first_weekday) == start


@given(today=DAYS, first_weekday=st.integers(0, 6))
def test_a_week_begins_on_its_first_weekday(today: date, first_weekday: int) -> None:
    start = first_day(Cap(Scope.PERSON, Period.WEEK, 1), today, first_weekday)
    assert start is not None
    assert start.weekday() == first_weekday


def test_a_visit_and_ever_have_no_first_day() -> None:
    today = date(2026, 11, 20)
    for period in (Period.VISIT, Period.EVER):
        assert first_day(Cap(Scope.PERSON, period, 1), today, 0) is None
        assert next_start(period, today, 0) is None
