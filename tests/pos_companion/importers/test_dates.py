"""Days and times, with the order of their file."""

from contextlib import suppress
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pos_companion.importers.dates import (
    Orders,
    birthday,
    country_is_day_first,
    decide,
    has_day,
    instant,
    orders_of,
)
from pos_companion.model.dates import PartialDate, ShopTime

BERLIN = ShopTime(ZoneInfo("Europe/Berlin"))
TODAY = date(2026, 11, 21)


def berlin(text: str, day_first: bool = True) -> str:
    return BERLIN.local(instant(text, day_first, BERLIN)).strftime("%Y-%m-%d %H:%M:%S")


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("2026-09-13 10:02:11", "2026-09-13 10:02:11"),
        ("2026-09-13T10:02", "2026-09-13 10:02:00"),
        ("2026-08-13 10:47:48.294", "2026-08-13 10:47:48"),
        ("2026-09-13T08:02:11Z", "2026-09-13 10:02:11"),
        ("2026-09-03 10:15:00 +0200", "2026-09-03 10:15:00"),
        ("2026-09-03T10:15:00-05:00", "2026-09-03 17:15:00"),
        ("13.09.2026, 10:02", "2026-09-13 10:02:00"),
        ("01/10/2026 23:50", "2026-10-01 23:50:00"),
        ("13-Sep-2026 10:02 AM EDT", "2026-09-13 10:02:00"),
        ("13 September 2026 10:02 pm", "2026-09-13 22:02:00"),
        ("Sep 13, 2026 12:05 am", "2026-09-13 00:05:00"),
        ("9/13/26 10:02\u202fPM".replace("9/13", "13/9"), "2026-09-13 22:02:00"),
        ("20260913 10:02", "2026-09-13 10:02:00"),
        ("2026/9/3 7:05", "2026-09-03 07:05:00"),
        ("13.09.26 10.02", "2026-09-13 10:02:00"),
        ("2026-09-13 10:02 PST", "2026-09-13 10:02:00"),
        ("2026-09-13", "2026-09-13 12:00:00"),
    ],
)
def test_a_time_is_the_shops_own(text: str, read: str) -> None:
    assert berlin(text) == read


def test_the_order_of_the_file_decides_what_three_numbers_mean() -> None:
    assert berlin("03/04/2026 10:00") == "2026-04-03 10:00:00"
    assert berlin("03/04/2026 10:00", day_first=False) == "2026-03-04 10:00:00"


@pytest.mark.parametrize(
    "text",
    ["", "yesterday", "2026-13-01", "31.02.2026", "2026-09-13 25:00", "2026-09-13 13:00 PM",
     "10:02", "12/2026", "1899-01-01 10:00", "2026-09-13 lunch"],
)  # fmt: skip
def test_what_is_no_time_is_refused(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - the standard library words some of them
        instant(text, True, BERLIN)


@pytest.mark.parametrize(
    ("cells", "orders"),
    [
        (["13/09/2026", "01/02/2026"], Orders(day_first=1, unclear=1)),
        (["09/13/26 10:02 AM"], Orders(month_first=1)),
        (["2026-09-13", "13-Sep-2026", "05.05.2026", "hello"], Orders()),
        (["14.3.", "3/4"], Orders(day_first=1, unclear=1)),
    ],
)
def test_a_day_above_twelve_gives_the_order_away(cells: list[str], orders: Orders) -> None:
    assert orders_of(cells) == orders


@pytest.mark.parametrize(
    ("orders", "country", "decided"),
    [
        (Orders(day_first=3, unclear=9), "US", (True, False)),
        (Orders(month_first=1), "DE", (False, False)),
        (Orders(unclear=4), "US", (False, True)),
        (Orders(unclear=4), "GB", (True, True)),
        (Orders(), "US", (False, False)),
        (Orders(day_first=5, month_first=1), "US", (True, False)),
    ],
)
def test_the_file_decides_the_order_and_else_the_country(
    orders: Orders, country: str, decided: tuple[bool, bool]
) -> None:
    assert decide(orders, country) == decided


def test_countries_that_begin_with_the_year_and_unknown_ones_put_the_day_first() -> None:
    assert country_is_day_first("JP")
    assert country_is_day_first("XX")


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("1988-03-14", PartialDate(1988, 3, 14)),
        ("1988-03-14 00:00:00", PartialDate(1988, 3, 14)),
        ("14/03/1988", PartialDate(1988, 3, 14)),
        ("14.3.88", PartialDate(1988, 3, 14)),
        ("0000-07-29", PartialDate(None, 7, 29)),
        ("1604-02-29", PartialDate(None, 2, 29)),
        ("1900-02-28", PartialDate(None, 2, 28)),
        ("01.05.1904", PartialDate(None, 5, 1)),
        ("--03-14", PartialDate(None, 3, 14)),
        ("--0314", PartialDate(None, 3, 14)),
        ("03-14", PartialDate(None, 3, 14)),
        ("14.3.", PartialDate(None, 3, 14)),
        ("29/02", PartialDate(None, 2, 29)),
        ("14 March", PartialDate(None, 3, 14)),
        ("Mar 14", PartialDate(None, 3, 14)),
        ("14-Mar-1988", PartialDate(1988, 3, 14)),
        ("1988", PartialDate(1988)),
        ("1988-03", PartialDate(1988, 3)),
        ("03/1988", PartialDate(1988, 3)),
        ("3.1904", PartialDate(None, 3)),
    ],
)
def test_a_birthday_needs_no_year(text: str, when: PartialDate) -> None:
    assert birthday(text, True, TODAY) == when


def test_a_birthday_in_two_digits_never_lies_ahead() -> None:
    assert birthday("14.3.26", True, TODAY).year == 2026
    assert birthday("14.3.27", True, TODAY).year == 1927


@pytest.mark.parametrize("text", ["", "soon", "30.02.1990", "2027-01-01", "2026-11-22", "0314"])
def test_what_is_no_birthday_is_refused(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - the standard library words some of them
        birthday(text, True, TODAY)


@pytest.mark.parametrize(
    ("cell", "holds"),
    [("2026-08-13 10:47", True), ("10:02:11", False), ("9/13/26", True), ("", False)],
)
def test_a_time_of_day_is_told_from_a_whole_time(cell: str, holds: bool) -> None:
    assert has_day(cell) is holds


MOMENTS = st.datetimes(datetime(1990, 1, 1), datetime(2100, 1, 1))  # noqa: DTZ001 - wall clock
FORMS = ["%Y-%m-%d %H:%M:%S", "%d.%m.%Y, %H:%M:%S", "%d/%m/%Y %I:%M:%S %p", "%d-%b-%Y %H:%M:%S"]


@given(MOMENTS, st.sampled_from(FORMS))
def test_whatever_a_till_writes_comes_back(moment: datetime, form: str) -> None:
    moment = moment.replace(microsecond=0)
    assert instant(moment.strftime(form), True, ShopTime(UTC)) == moment.replace(tzinfo=UTC)


@given(st.text(max_size=30))
def test_any_text_is_a_time_or_refused(text: str) -> None:
    with suppress(ValueError):
        assert instant(text, True, BERLIN).utcoffset() == timedelta(0)
    with suppress(ValueError):
        assert birthday(text, False, TODAY) is not None
