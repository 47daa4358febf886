"""Dates as people know them, leap days, New Year, and the shop's own day."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pos_companion.model.dates import LeapPolicy, NthWeekday, PartialDate, ShopTime, Span, WrittenIn

BERLIN = ShopTime(ZoneInfo("Europe/Berlin"))
FILLERS = {1604, 1900, 1904}

whole = st.dates(date(1, 1, 1), date(9999, 12, 31)).map(
    lambda day: PartialDate(day.year, day.month, day.day)
)
without_year = whole.map(lambda when: PartialDate(None, when.month, when.day))
month_only = whole.map(lambda when: PartialDate(None, when.month))
month_and_year = whole.map(lambda when: PartialDate(when.year, when.month))
year_only = whole.map(lambda when: PartialDate(when.year))
any_date = st.one_of(whole, without_year, month_only, month_and_year, year_only)
today_any = st.dates(date(1990, 1, 1), date(2060, 12, 31))


def days(span: Span | None) -> tuple[date, date] | None:
    return None if span is None else (span.first, span.last)


@given(any_date.filter(lambda when: when.year not in FILLERS))
def test_a_date_that_is_written_down_is_read_back(when: PartialDate) -> None:
    assert PartialDate.parse(str(when)) == when


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("1990-05-01", PartialDate(1990, 5, 1)),
        (" 1990-5-1 ", PartialDate(1990, 5, 1)),
        ("1990-05", PartialDate(1990, 5)),
        ("1990", PartialDate(1990)),
        ("05-01", PartialDate(None, 5, 1)),
        ("--05-01", PartialDate(None, 5, 1)),
        ("--0501", PartialDate(None, 5, 1)),
        ("--05", PartialDate(None, 5)),
        ("02-29", PartialDate(None, 2, 29)),
        ("2028-02-29", PartialDate(2028, 2, 29)),
    ],
)
def test_dates_are_read_as_other_programs_write_them(text: str, when: PartialDate) -> None:
    assert PartialDate.parse(text) == when


@pytest.mark.parametrize("year", ["0000", "1604", "1900", "1904"])
def test_a_filler_year_means_that_the_year_is_not_known(year: str) -> None:
    assert PartialDate.parse(f"{year}-02-29") == PartialDate(None, 2, 29)
    assert PartialDate.parse(f"{year}-05") == PartialDate(None, 5)


@pytest.mark.parametrize(
    "text",
    ["", "soon", "2027-02-29", "2027-13-01", "2027-00-10", "05-32", "1.5.1990", "90-05-01", "0000"],
)
def test_what_is_not_a_date_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"date|month|day|year"):
        PartialDate.parse(text)


@given(st.text(max_size=12))
def test_no_text_makes_anything_but_a_date_or_a_refusal(text: str) -> None:
    try:
        when = PartialDate.parse(text)
    except ValueError:
        return
    assert PartialDate.parse(str(when)) == when


@pytest.mark.parametrize(
    ("year", "month", "day"), [(None, None, 3), (2020, None, 3), (None, None, None), (10_000, 1, 1)]
)
def test_a_date_that_says_nothing_is_not_made(
    year: int | None, month: int | None, day: int | None
) -> None:
    with pytest.raises(ValueError, match=r"month|year"):
        PartialDate(year, month, day)


@pytest.mark.parametrize(
    ("year", "leap", "kept_on"),
    [
        (2027, LeapPolicy.FEBRUARY, date(2027, 2, 28)),
        (2027, LeapPolicy.MARCH, date(2027, 3, 1)),
        (2028, LeapPolicy.FEBRUARY, date(2028, 2, 29)),
        (2028, LeapPolicy.MARCH, date(2028, 2, 29)),
    ],
)
def test_a_leap_day_is_kept_every_year(year: int, leap: LeapPolicy, kept_on: date) -> None:
    leap_day = PartialDate(2000, 2, 29)
    assert leap_day.is_leap_day
    assert leap_day.in_year(year, leap) == Span(kept_on, kept_on)
    assert leap_day.nearest(kept_on, leap, 0, 0) == Span(kept_on, kept_on)
    assert leap_day.upcoming(date(year, 1, 1), leap) == Span(kept_on, kept_on)
    for beside in (kept_on - timedelta(1), kept_on + timedelta(1)):
        assert leap_day.nearest(beside, leap, 0, 0) is None


@pytest.mark.parametrize(
    ("when", "today", "found"),
    [
        (PartialDate(None, 12, 31), date(2027, 1, 7), date(2026, 12, 31)),
        (PartialDate(None, 12, 31), date(2027, 1, 8), None),
        (PartialDate(None, 12, 31), date(2026, 12, 24), date(2026, 12, 31)),
        (PartialDate(None, 12, 31), date(2026, 12, 23), None),
        (PartialDate(None, 1, 2), date(2026, 12, 26), date(2027, 1, 2)),
        (PartialDate(None, 1, 2), date(2026, 12, 25), None),
        (PartialDate(None, 1, 2), date(2027, 1, 9), date(2027, 1, 2)),
        (PartialDate(None, 1, 2), date(2027, 1, 10), None),
    ],
)
def test_a_window_of_a_week_reaches_across_new_year(
    when: PartialDate, today: date, found: date | None
) -> None:
    span = when.nearest(today, LeapPolicy.FEBRUARY, 7, 7)
    assert days(span) == (None if found is None else (found, found))


@given(without_year, today_any, st.integers(0, 30), st.integers(0, 30))
def test_the_nearest_occurrence_covers_today_and_no_other_is_closer(
    when: PartialDate, today: date, before: int, after: int
) -> None:
    found = when.nearest(today, LeapPolicy.FEBRUARY, before, after)
    years = (today.year - 1, today.year, today.year + 1)
    spans = [span for year in years if (span := when.in_year(year))]
    covering = [span for span in spans if -after <= (span.first - today).days <= before]
    assert (found is None) == (not covering)
    if found is not None:
        assert found in covering
        assert abs(found.days_from(today)) == min(abs(span.days_from(today)) for span in spans)


@given(st.one_of(whole, without_year, month_only), today_any, st.sampled_from(LeapPolicy))
def test_what_comes_up_next_is_at_most_a_year_away(
    when: PartialDate, today: date, leap: LeapPolicy
) -> None:
    span = when.upcoming(today, leap)
    assert span is not None
    assert 0 <= span.days_from(today) <= 366
    assert span.first.year in {today.year, today.year + 1}


def test_what_was_yesterday_comes_up_again_next_year() -> None:
    new_years_eve = PartialDate(None, 12, 31)
    assert days(new_years_eve.upcoming(date(2027, 1, 1), LeapPolicy.FEBRUARY)) == (
        date(2027, 12, 31),
        date(2027, 12, 31),
    )
    assert days(PartialDate(None, 11, 20).upcoming(date(2026, 11, 21), LeapPolicy.MARCH)) == (
        date(2027, 11, 20),
        date(2027, 11, 20),
    )


def test_when_only_the_month_is_known_the_whole_month_is_the_day() -> None:
    february = PartialDate(None, 2)
    assert days(february.in_year(2028)) == (date(2028, 2, 1), date(2028, 2, 29))
    assert days(february.upcoming(date(2027, 2, 28), LeapPolicy.FEBRUARY)) == (
        date(2027, 2, 1),
        date(2027, 2, 28),
    )
    span = february.nearest(date(2027, 2, 14), LeapPolicy.FEBRUARY, 0, 0)
    assert span is not None
    assert span.days_from(date(2027, 2, 14)) == 0


def test_when_only_the_year_is_known_there_is_no_day_to_keep() -> None:
    year = PartialDate(1990)
    assert year.in_year(2027) is None
    assert year.nearest(date(2027, 1, 1), LeapPolicy.FEBRUARY, 400, 400) is None
    assert year.upcoming(date(2027, 1, 1), LeapPolicy.FEBRUARY) is None


def test_a_span_counts_down_is_zero_while_it_lasts_and_then_counts_away() -> None:
    span = Span(date(2027, 2, 1), date(2027, 2, 28))
    assert span.days_from(date(2027, 1, 30)) == 2
    assert span.days_from(date(2027, 2, 1)) == 0
    assert span.days_from(date(2027, 2, 28)) == 0
    assert span.days_from(date(2027, 3, 3)) == -3


@pytest.mark.parametrize(
    ("shown", "day"),
    [
        ("2026-11-21T23:59", date(2026, 11, 21)),
        ("2026-11-22T00:01", date(2026, 11, 21)),
        ("2026-11-22T03:59", date(2026, 11, 21)),
        ("2026-11-22T04:01", date(2026, 11, 22)),
        # The night the clocks go forward, and the night they go back.
        ("2026-03-29T01:59", date(2026, 3, 28)),
        ("2026-03-29T03:59", date(2026, 3, 28)),
        ("2026-03-29T04:00", date(2026, 3, 29)),
        ("2026-10-25T02:30", date(2026, 10, 24)),
        ("2026-10-25T03:59", date(2026, 10, 24)),
        ("2026-10-25T04:00", date(2026, 10, 25)),
    ],
)
def test_the_day_of_the_shop_begins_at_four(shown: str, day: date) -> None:
    instant = BERLIN.instant(datetime.fromisoformat(shown))
    assert instant.tzinfo is UTC
    assert BERLIN.business_day(instant) == day


@pytest.mark.parametrize(
    ("day", "begins"),
    [
        (date(2026, 3, 28), "2026-03-28T03:00+00:00"),
        (date(2026, 3, 29), "2026-03-29T02:00+00:00"),
        (date(2026, 10, 24), "2026-10-24T02:00+00:00"),
        (date(2026, 10, 25), "2026-10-25T03:00+00:00"),
    ],
)
def test_the_day_begins_at_four_by_the_wall_clock_also_when_the_clocks_change(
    day: date, begins: str
) -> None:
    start = BERLIN.day_start(day)
    assert start == datetime.fromisoformat(begins)
    assert BERLIN.business_day(start) == day
    assert BERLIN.business_day(start - timedelta(seconds=1)) == day - timedelta(1)


@given(
    st.integers(0, 2_840_000_000).map(lambda seconds: datetime.fromtimestamp(seconds, UTC)),
    st.sampled_from(["Europe/Berlin", "America/New_York", "Asia/Kathmandu", "Pacific/Apia"]),
)
def test_an_instant_survives_the_way_to_the_wall_clock_and_back(
    instant: datetime, zone: str
) -> None:
    time = ShopTime(ZoneInfo(zone))
    assert time.instant(time.local(instant)) == instant
    assert time.business_day(instant) <= time.local(instant).date()


def test_without_a_zone_the_clock_of_the_computer_counts() -> None:
    here = ShopTime()
    noon = datetime(2026, 11, 21, 12, 0)  # noqa: DTZ001 - what the wall clock shows
    assert here.local(here.instant(noon)).replace(tzinfo=None) == noon


def test_a_time_that_brings_its_own_zone_keeps_its_instant() -> None:
    there = datetime.fromisoformat("2026-11-21T09:30-05:00")
    assert BERLIN.instant(there) == datetime(2026, 11, 21, 14, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("when", "day"),
    [
        (NthWeekday(3, 0, 5), date(2026, 5, 18)),
        (NthWeekday(1, 4, 5), date(2026, 5, 1)),
        (NthWeekday(4, 3, 11), date(2026, 11, 26)),
        (NthWeekday(-1, 6, 10), date(2026, 10, 25)),
        (NthWeekday(-1, 5, 2), date(2026, 2, 28)),
        (NthWeekday(-1, 6, 5), date(2026, 5, 31)),
    ],
)
def test_a_weekday_is_counted_within_its_month(when: NthWeekday, day: date) -> None:
    assert when.in_year(2026) == Span(day, day)


@given(
    st.sampled_from([1, 2, 3, 4, -1]),
    st.integers(0, 6),
    st.integers(1, 12),
    st.integers(1, 9999),
)
def test_the_nth_weekday_is_that_weekday_and_the_nth(
    nth: int, weekday: int, month: int, year: int
) -> None:
    day = NthWeekday(nth, weekday, month).in_year(year).first
    assert (day.year, day.month, day.weekday()) == (year, month, weekday)
    if nth == -1:
        assert day.toordinal() + 7 > date(year, month, 28).toordinal()
        assert day.day > 21
    else:
        assert (day.day + 6) // 7 == nth


@pytest.mark.parametrize("wrong", [(5, 0, 1), (0, 0, 1), (1, 7, 1), (1, 0, 13)])
def test_a_weekday_that_not_every_year_has_is_not_made(wrong: tuple[int, int, int]) -> None:
    with pytest.raises(ValueError, match="no such"):
        NthWeekday(*wrong)


def test_a_written_in_day_is_known_for_its_own_year_alone() -> None:
    day = date(2026, 2, 17)
    assert WrittenIn(day).in_year(2026) == Span(day, day)
    assert WrittenIn(day).in_year(2027) is None
