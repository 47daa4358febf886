"""Days and instants on their way into the tables and back."""

from datetime import UTC, date, datetime, timedelta, timezone

from hypothesis import given
from hypothesis import strategies as st

from pos_companion.storage.columns import DayField, InstantField, from_seconds, to_seconds

instants = st.integers(0, 4_000_000_000).map(from_seconds)


@given(instants)
def test_an_instant_comes_back_in_utc(instant: datetime) -> None:
    column = InstantField()
    assert column.python_value(column.db_value(instant)) == instant
    assert from_seconds(to_seconds(instant)).tzinfo is UTC


def test_an_instant_is_the_same_in_whichever_zone_it_was_told() -> None:
    here = datetime(2026, 11, 21, 9, 30, tzinfo=timezone(timedelta(hours=1)))
    assert to_seconds(here) == to_seconds(datetime(2026, 11, 21, 8, 30, tzinfo=UTC))


@given(st.dates())
def test_a_day_comes_back(day: date) -> None:
    column = DayField()
    assert column.python_value(column.db_value(day)) == day


def test_nothing_stays_nothing_and_numbers_pass_for_ranges() -> None:
    for column in (DayField(), InstantField()):
        assert column.db_value(None) is None
        assert column.python_value(None) is None
        assert column.db_value(739_000) == 739_000
