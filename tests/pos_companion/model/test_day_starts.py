"""Where days start tells the same business day as the clock of the shop."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pos_companion.model.dates import ShopTime
from pos_companion.model.day_starts import DayStarts

ZONES = ("Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Pacific/Kiritimati",
         "Pacific/Pago_Pago", "Asia/Kathmandu", "America/St_Johns")  # fmt: skip


@given(
    zone=st.sampled_from(ZONES),
    starts_at=st.integers(0, 8),
    seconds=st.integers(1_000_000_000, 1_900_000_000),
)
@settings(max_examples=100)
def test_any_instant_belongs_to_the_day_the_clock_says(
    zone: str, starts_at: int, seconds: int
) -> None:
    time = ShopTime(ZoneInfo(zone), starts_at)
    instant = datetime.fromtimestamp(seconds, UTC)
    assert DayStarts(time).day_of(seconds) == time.business_day(instant)


@pytest.mark.parametrize("starts_at", [0, 2, 3, 4])
@pytest.mark.parametrize("night", [date(2026, 3, 29), date(2026, 10, 25)])
def test_on_the_nights_the_clocks_change_every_minute_has_its_day(
    night: date, starts_at: int
) -> None:
    time = ShopTime(ZoneInfo("Europe/Berlin"), starts_at)
    days = DayStarts(time)
    midnight = int(datetime(night.year, night.month, night.day, tzinfo=UTC).timestamp())
    for seconds in range(midnight - 7_200, midnight + 21_600, 300):
        instant = datetime.fromtimestamp(seconds, UTC)
        assert days.day_of(seconds) == time.business_day(instant), instant
