"""Clocks, and the times that are typed."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from pos_companion.errors import BadInputError
from pos_companion.model.dates import ShopTime
from pos_companion.services.clocks import FixedClock, WallClock, instant

BERLIN = ShopTime(ZoneInfo("Europe/Berlin"))


def test_a_time_is_that_of_the_clock_in_the_shop() -> None:
    assert instant(BERLIN, "2025-11-21T09:00") == datetime(2025, 11, 21, 8, tzinfo=UTC)


@pytest.mark.parametrize("text", ["soon", "2025-02-30T09:00", "1066-10-14T09:00", None, 9])
def test_what_is_no_time_of_a_till_is_refused(text: object) -> None:
    with pytest.raises(BadInputError, match="is not a time"):
        instant(BERLIN, text)


def test_a_clock_stands_still_or_goes() -> None:
    noon = datetime(2025, 11, 21, 12, tzinfo=UTC)
    assert FixedClock(noon).now() == noon
    assert WallClock().now().tzinfo is UTC
