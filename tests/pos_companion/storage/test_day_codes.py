"""The numbers by which days of the year are found."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pos_companion.model.calendars import OtherCalendar, OtherDay, When, days_in
from pos_companion.model.dates import LeapPolicy, NthWeekday, PartialDate, WrittenIn
from pos_companion.storage.day_codes import NO_DAY, codes_from, codes_on, day_code

MONTHS = st.integers(1, 12)
EVERY_DAY = st.one_of(
    st.dates(date(2000, 1, 1), date(2000, 12, 31)).map(
        lambda day: PartialDate(None, day.month, day.day)
    ),
    st.builds(lambda month: PartialDate(None, month), MONTHS),
    st.builds(NthWeekday, st.sampled_from([1, 2, 3, 4, -1]), st.integers(0, 6), MONTHS),
    st.builds(OtherDay, st.sampled_from(OtherCalendar), MONTHS, st.integers(1, 29)),
    st.just(OtherDay(OtherCalendar.ISLAMIC, 2, 30)),
    st.just(OtherDay(OtherCalendar.PERSIAN, 12, 30)),
    st.just(OtherDay(OtherCalendar.JULIAN, 12, 31)),
    st.dates(date(2020, 1, 1), date(2040, 12, 31)).map(WrittenIn),
)


@pytest.mark.parametrize(
    ("when", "code"),
    [
        (PartialDate(1990, 5, 1), 501),
        (PartialDate(None, 12, 31), 1231),
        (PartialDate(2000, 2, 29), 229),
        (PartialDate(None, 5), 500),
        (PartialDate(1990), NO_DAY),
        (NthWeekday(3, 0, 5), 2503),
        (NthWeekday(-1, 6, 10), 3069),
        (OtherDay(OtherCalendar.ISLAMIC, 10, 1), 5001),
        (OtherDay(OtherCalendar.PERSIAN, 12, 30), 7230),
        (OtherDay(OtherCalendar.JULIAN, 12, 25), 9225),
        (WrittenIn(date(2026, 2, 17)), 10_217),
    ],
)
def test_a_day_of_the_year_has_a_number(when: When, code: int) -> None:
    assert day_code(when) == code


def test_a_number_fits_into_two_bytes_everywhere() -> None:
    assert day_code(WrittenIn(date(2026, 12, 31))) < 2**15


@given(EVERY_DAY, st.integers(2020, 2040), st.sampled_from(LeapPolicy))
def test_whatever_falls_on_a_day_is_found_by_that_days_numbers(
    when: When, year: int, leap: LeapPolicy
) -> None:
    for span in days_in(when, year, leap):
        for day in (span.first, span.last):
            assert day_code(when) in codes_on(day)


@given(st.dates(date(1900, 1, 1), date(2300, 1, 1)), st.integers(0, 40))
def test_the_days_ahead_have_the_numbers_of_each_of_them(today: date, days: int) -> None:
    codes = codes_from(today, days)
    assert codes == sorted(set(codes))
    assert codes_on(today + timedelta(days=days)) <= set(codes)
    assert len(codes) <= 14 * (days + 1)


def test_a_leap_day_is_looked_for_beside_it() -> None:
    assert 229 in codes_on(date(2027, 2, 28))
    assert 229 in codes_on(date(2027, 3, 1))
    assert 229 not in codes_on(date(2027, 2, 27))
