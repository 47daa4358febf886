"""Days of other calendars, against their libraries and against days everybody knows."""

from datetime import date, timedelta

import pytest
from hijridate import Gregorian, Hijri
from hypothesis import given
from hypothesis import strategies as st
from persiantools.jdatetime import JalaliDate

from pos_companion.model.calendars import OtherCalendar, OtherDay, When, days_in, read_in
from pos_companion.model.dates import LeapPolicy, NthWeekday, PartialDate, WrittenIn

ISLAMIC, PERSIAN, JULIAN = OtherCalendar.ISLAMIC, OtherCalendar.PERSIAN, OtherCalendar.JULIAN
MONTHS = st.integers(1, 12)


def firsts(when: When, year: int, leap: LeapPolicy = LeapPolicy.FEBRUARY) -> list[str]:
    return [span.first.isoformat() for span in days_in(when, year, leap)]


@pytest.mark.parametrize(
    ("when", "year", "expected"),
    [
        (OtherDay(JULIAN, 12, 25), 2026, ["2026-01-07"]),
        (OtherDay(JULIAN, 12, 25), 1899, ["1899-01-06"]),
        (OtherDay(JULIAN, 1, 1), 2026, ["2026-01-14"]),
        (OtherDay(JULIAN, 10, 25), 1917, ["1917-11-07"]),
        (OtherDay(JULIAN, 10, 5), 1582, ["1582-10-15"]),
        (OtherDay(JULIAN, 2, 29), 1900, ["1900-03-13"]),
        (OtherDay(ISLAMIC, 10, 1), 2000, ["2000-01-08", "2000-12-27"]),
        (OtherDay(ISLAMIC, 9, 1), 2026, ["2026-02-18"]),
        (OtherDay(ISLAMIC, 1, 1), 2024, ["2024-07-07"]),
        (OtherDay(PERSIAN, 1, 1), 2025, ["2025-03-21"]),
        (OtherDay(PERSIAN, 1, 1), 2024, ["2024-03-20"]),
        (OtherDay(PERSIAN, 10, 1), 2025, ["2025-12-22"]),
    ],
)
def test_a_day_everybody_knows_falls_where_everybody_keeps_it(
    when: OtherDay, year: int, expected: list[str]
) -> None:
    assert firsts(when, year) == expected


@pytest.mark.parametrize(
    ("leap", "expected"),
    [(LeapPolicy.FEBRUARY, "2026-03-20"), (LeapPolicy.MARCH, "2026-03-21")],
)
def test_a_day_its_month_does_not_have_is_kept_the_day_before_or_after(
    leap: LeapPolicy, expected: str
) -> None:
    # 1404 of the Persian calendar is a common year: its last month has 29 days.
    assert firsts(OtherDay(PERSIAN, 12, 30), 2026, leap) == [expected]


@given(st.dates(date(1925, 1, 1), date(2076, 12, 31)))
def test_an_islamic_day_is_the_librarys(day: date) -> None:
    theirs = Gregorian(day.year, day.month, day.day).to_hijri()
    month, number, length = read_in(ISLAMIC, day) or (0, 0, 0)
    assert (month, number, length) == (theirs.month, theirs.day, theirs.month_length())
    back = Hijri(theirs.year, month, number).to_gregorian()
    assert day.isoformat() in firsts(OtherDay(ISLAMIC, month, number), day.year)
    assert back.isoformat() == day.isoformat()


@given(st.dates(date(1800, 1, 1), date(2400, 12, 31)))
def test_a_persian_day_is_the_librarys(day: date) -> None:
    theirs = JalaliDate(day)
    assert (read_in(PERSIAN, day) or ())[:2] == (theirs.month, theirs.day)
    assert firsts(OtherDay(PERSIAN, theirs.month, theirs.day), day.year).count(day.isoformat()) == 1


@given(st.dates(date(1600, 1, 1), date(2600, 12, 31)))
def test_a_julian_day_lags_by_three_days_in_four_centuries(day: date) -> None:
    month, number, _ = read_in(JULIAN, day) or (0, 0, 0)
    assert day.isoformat() in firsts(OtherDay(JULIAN, month, number), day.year)
    if (month, number) != (2, 29):
        lag = sum(1 for year in range(1, day.year + 1) if year % 100 == 0 and year % 400) - 2
        written = day - timedelta(days=lag)
        # The lag grows on 1 March of such a year; before that it is still the old one.
        still_the_old_one = day.year % 100 == 0 and day.month <= 3
        assert still_the_old_one or (written.month, written.day) == (month, number)


@given(st.sampled_from(OtherCalendar), MONTHS, st.integers(1, 29), st.integers(1930, 2070))
def test_every_year_has_each_day_of_another_calendar(
    calendar: OtherCalendar, month: int, day: int, year: int
) -> None:
    days = days_in(OtherDay(calendar, month, day), year)
    most = 2 if calendar is ISLAMIC else 1
    assert 1 <= len(days) <= most
    assert [span.first for span in days] == sorted(span.first for span in days)


@given(
    st.one_of(
        st.builds(PartialDate, st.none(), MONTHS, st.integers(1, 28)),
        st.builds(NthWeekday, st.sampled_from([1, 2, 3, 4, -1]), st.integers(0, 6), MONTHS),
        st.builds(OtherDay, st.sampled_from(OtherCalendar), MONTHS, st.integers(1, 29)),
        st.dates().map(WrittenIn),
        st.just(PartialDate(1990)),
    ),
    st.integers(-10, 12_000),
    st.sampled_from(LeapPolicy),
)
def test_no_year_is_ever_a_mistake(when: When, year: int, leap: LeapPolicy) -> None:
    for span in days_in(when, year, leap):
        assert span.first.year == year
        assert span.first <= span.last


@pytest.mark.parametrize(
    ("calendar", "year"), [(ISLAMIC, 1900), (ISLAMIC, 2100), (PERSIAN, 600), (JULIAN, 0)]
)
def test_where_a_calendar_is_not_known_there_is_no_day(calendar: OtherCalendar, year: int) -> None:
    assert days_in(OtherDay(calendar, 1, 1), year) == ()
    if year:
        assert read_in(calendar, date(year, 1, 1)) is None


@pytest.mark.parametrize(
    ("calendar", "month", "day"),
    [(ISLAMIC, 13, 1), (ISLAMIC, 1, 31), (PERSIAN, 12, 31), (JULIAN, 2, 30), (JULIAN, 1, 0)],
)
def test_a_day_no_year_has_cannot_be_written_down(
    calendar: OtherCalendar, month: int, day: int
) -> None:
    with pytest.raises(ValueError, match="no such"):
        OtherDay(calendar, month, day)
