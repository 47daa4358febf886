"""Days and times as other programs write them.

`03/04/2026` is the third of April in one file and the fourth of March in another. The order is
decided once per file from all its cells, never per cell; a day above 12 anywhere settles it, else
the shop's country does, and that is said. ISO dates and months in letters need no decision.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone

from babel import Locale, UnknownLocaleError

from pos_companion.model.dates import PartialDate, ShopTime

_ISO = r"(?P<y>\d{4})[-/.](?P<m>\d{1,2})[-/.](?P<d>\d{1,2})"
_PLAIN = r"(?P<py>\d{4})(?P<pm>\d{2})(?P<pd>\d{2})"
_NUMBERS = r"(?P<a>\d{1,2})[-/.]\s?(?P<b>\d{1,2})[-/.]\s?(?P<year>\d{4}|\d{2})"
_WORDS = r"(?P<wd>\d{1,2})[-. ]+(?P<wm>[A-Za-z]{3,9})[-., ]+(?P<wy>\d{4}|\d{2})"
_WORDS_US = r"(?P<um>[A-Za-z]{3,9})[-. ]+(?P<ud>\d{1,2}),?[- ]+(?P<uy>\d{4})"
_DAY = re.compile(f"(?:{_ISO}|{_PLAIN}|{_NUMBERS}|{_WORDS}|{_WORDS_US})\\.?(?![\\d])")
_CLOCK = re.compile(
    r"(?:[T,]|\s)*(?P<h>\d{1,2})[:.h](?P<min>\d{2})(?:[:.](?P<s>\d{2})(?:[.,]\d+)?)?"
    r"\s*(?:(?P<half>[AaPp])\.?\s?[Mm]\.?)?\s*"
    r"(?P<zone>Z|UTC|GMT|[-+]\d{2}:?\d{2}|[-+]\d{2}|[A-Z]{2,5})?"
)
_NO_YEAR = re.compile(r"(?P<a>\d{1,2})[/.]\s?(?P<b>\d{1,2})\.?")
_NO_DAY = re.compile(r"(?P<m>\d{1,2})[-/.]\s?(?P<y>\d{4})")
_NO_YEAR_WORDS = re.compile(
    r"(?P<d>\d{1,2})[-. ]+(?P<m>[A-Za-z]{3,9})|(?P<m2>[A-Za-z]{3,9})[-. ]+(?P<d2>\d{1,2})"
)
_FIRST_YEAR, _LAST_YEAR = 1980, 2200
_FIRST_BIRTH = 1850
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


@dataclass(frozen=True)
class Orders:
    """What the cells of a file say about day and month.

    Attributes:
        day_first: cells that only make sense with the day in front.
        month_first: cells that only make sense with the month in front.
        unclear: cells that can be read both ways and differ.
    """

    day_first: int = 0
    month_first: int = 0
    unclear: int = 0

    def __add__(self, other: "Orders") -> "Orders":
        return Orders(
            self.day_first + other.day_first,
            self.month_first + other.month_first,
            self.unclear + other.unclear,
        )


def orders_of(cells: Iterable[str]) -> Orders:
    """Look at cells for the order of day and month; what is not a date says nothing."""
    day_first = month_first = unclear = 0
    for cell in cells:
        found = _DAY.match(cell.strip()) or _NO_YEAR.fullmatch(cell.strip())
        first, second = _two_numbers(found)
        day_first += first > 12 >= second
        month_first += second > 12 >= first
        unclear += first <= 12 and second <= 12 and first != second
    return Orders(day_first, month_first, unclear)


def _two_numbers(found: re.Match[str] | None) -> tuple[int, int]:
    named = found.groupdict() if found else {}
    return int(named.get("a") or 0), int(named.get("b") or 0)


def decide(orders: Orders, country: str) -> tuple[bool, bool]:
    """Whether the day stands in front, and whether that is only a guess from the country.

    Cells that speak for both orders cannot all be right: the greater number wins, the rest are
    then no dates and are rejected one by one.
    """
    if orders.day_first != orders.month_first:
        return orders.day_first > orders.month_first, False
    return country_is_day_first(country), orders.unclear > 0


def country_is_day_first(country: str) -> bool:
    """Whether a country writes the day before the month; an unknown country does.

    Source: the short date of CLDR.
    """
    try:
        pattern = str(Locale.parse(f"und_{country}").date_formats["short"].pattern)
    except (ValueError, UnknownLocaleError, KeyError):
        return True
    return pattern.index("d") < pattern.index("M") or pattern.startswith("y")


def has_day(text: str) -> bool:
    """Whether a cell holds a day and not only a time of day."""
    return _DAY.match(text.strip()) is not None


def instant(text: str, day_first: bool, shop: ShopTime) -> datetime:
    """Read day and time of a sale.

    Args:
        text: the cell; where day and time stand in two, both with a space between.
        day_first: the order decided for the file.
        shop: whose clock it was, unless the text names its distance from UTC. Letters such as
            EDT name the shop's own zone and are not needed.

    Returns:
        An instant in UTC. A day without a time is taken as noon, so that it stays that business
        day whenever the shop's day begins.

    Raises:
        ValueError: anything else, a day that does not exist, or a year before 1980.
    """
    text = text.strip()
    found = _DAY.match(text)
    if found is None:
        raise ValueError(f"not a date: {text!r}")
    day = _day_of(found, day_first, None)
    if not _FIRST_YEAR <= day.year <= _LAST_YEAR:
        raise ValueError(f"no year of a till: {text!r}")
    rest = text[found.end() :]
    if not rest.strip():
        return shop.instant(datetime(day.year, day.month, day.day, 12))  # noqa: DTZ001 - wall clock
    clock = _CLOCK.fullmatch(rest)
    if clock is None:
        raise ValueError(f"not a time: {text!r}")
    hour = _hour(int(clock["h"]), clock["half"])
    wall = datetime(  # noqa: DTZ001 - the shop's wall clock, made an instant below
        day.year, day.month, day.day, hour, int(clock["min"]), min(int(clock["s"] or 0), 59)
    )
    zone = _zone(clock["zone"])
    return wall.replace(tzinfo=zone).astimezone(UTC) if zone else shop.instant(wall)


def _hour(hour: int, half: str | None) -> int:
    if half is None:
        return hour
    if not 1 <= hour <= 12:
        raise ValueError(f"no such hour: {hour}")
    return hour % 12 + (12 if half in "Pp" else 0)


def _zone(text: str | None) -> timezone | None:
    if not text or (text.isalpha() and text not in {"Z", "UTC", "GMT"}):
        return None
    if text.isalpha():
        return UTC
    digits = text[1:].replace(":", "")
    away = timedelta(hours=int(digits[:2]), minutes=int(digits[2:] or 0))
    return timezone(-away if text[0] == "-" else away)


def _day_of(found: re.Match[str], day_first: bool, today: date | None) -> date:
    part = found.groupdict()
    if part["y"]:
        return date(int(part["y"]), int(part["m"]), int(part["d"]))
    if part["py"]:
        return date(int(part["py"]), int(part["pm"]), int(part["pd"]))
    if part["wd"]:
        return date(_year(part["wy"], today), _month(part["wm"]), int(part["wd"]))
    if part["um"]:
        return date(_year(part["uy"], today), _month(part["um"]), int(part["ud"]))
    first, second = int(part["a"]), int(part["b"])
    month, day = (second, first) if day_first else (first, second)
    return date(_year(part["year"], today), month, day)


def _year(text: str, today: date | None) -> int:
    """A year in two digits is of this century, unless a birthday would lie in the future."""
    year = int(text) if len(text) == 4 else 2000 + int(text)
    return year - 100 if len(text) == 2 and today is not None and year > today.year else year


def _month(name: str) -> int:
    try:
        return _MONTHS.index(name[:3].lower()) + 1
    except ValueError:
        raise ValueError(f"no such month: {name!r}") from None


def birthday(text: str, day_first: bool, today: date) -> PartialDate:
    """Read a birthday; day and month are enough.

    Args:
        text: a date in any form `instant` knows, or without a year: `03-14`, `--03-14`,
            `--0314`, `14.3.`, `14 March`, or without a day: `05/2020`; a time behind it is
            ignored.
        day_first: the order decided for the file.
        today: the business date; two-digit years never lie after it.

    Returns:
        The date; the years 0000, 1604, 1900 and 1904 mean that the year is not known.

    Raises:
        ValueError: anything else, a day that does not exist, or one that is still to come.
    """
    text = text.strip()
    day = _birthday(text, day_first, today)
    if day.year is not None and day.year < _FIRST_BIRTH:
        raise ValueError(f"nobody is that old: {text!r}")
    if day.year is not None and (day.year, day.month or 1, day.day or 1) > (
        today.year, today.month, today.day,
    ):  # fmt: skip
        raise ValueError(f"in the future: {text!r}")
    return day


def _birthday(text: str, day_first: bool, today: date) -> PartialDate:
    try:
        return PartialDate.parse(re.split(r"[T ]\d{1,2}:", text)[0])
    except ValueError:
        pass
    if found := _NO_YEAR.fullmatch(text):
        first, second = int(found["a"]), int(found["b"])
        return PartialDate(None, *((second, first) if day_first else (first, second)))
    if found := _NO_DAY.fullmatch(text):
        return PartialDate.parse(f"{found['y']}-{found['m']}")
    if found := _NO_YEAR_WORDS.fullmatch(text):
        return PartialDate(None, _month(found["m"] or found["m2"]), int(found["d"] or found["d2"]))
    if found := _DAY.match(text):
        day = _day_of(found, day_first, today)
        return PartialDate.parse(day.isoformat())
    raise ValueError(f"not a date: {text!r}")
