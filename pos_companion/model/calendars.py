"""Days of other calendars, and the one way in which every day of the year is worked out.

Islamic days follow the Umm al-Qura calendar (library `hijridate`), Persian ones the solar calendar
of Iran (library `persiantools`); the Julian calendar, by which many churches keep their feasts, is
a dozen lines of arithmetic. Where a library knows no more years there is no day, never a mistake:
then the next date has to be written in.
"""

from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, date
from enum import StrEnum
from functools import lru_cache

from hijridate import Hijri
from persiantools.jdatetime import JalaliDate

from pos_companion.model.dates import LeapPolicy, NthWeekday, PartialDate, Span, WrittenIn


class OtherCalendar(StrEnum):
    """A calendar that is not the one on the wall."""

    ISLAMIC = "islamic"
    PERSIAN = "persian"
    JULIAN = "julian"

    def longest(self, month: int) -> int:
        """Most days a month of it can have."""
        return _LONGEST[self][month - 1]


_LONGEST = {
    OtherCalendar.ISLAMIC: (30,) * 12,
    OtherCalendar.PERSIAN: (31,) * 6 + (30,) * 6,
    OtherCalendar.JULIAN: (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31),
}


@dataclass(frozen=True)
class OtherDay:
    """A month and a day of another calendar; it comes once in each of that calendar's years."""

    calendar: OtherCalendar
    month: int
    day: int

    def __post_init__(self) -> None:
        if not 1 <= self.month <= 12:
            raise ValueError(f"no such month: {self.month}")
        if not 1 <= self.day <= self.calendar.longest(self.month):
            raise ValueError(f"no such day: {self.day}")


When = PartialDate | NthWeekday | OtherDay | WrittenIn
"""How a day of the year is written down."""


def days_in(when: When, year: int, leap: LeapPolicy = LeapPolicy.FEBRUARY) -> tuple[Span, ...]:
    """The days on which something falls in a year of the calendar on the wall.

    Args:
        year: any whole number; one that no date can have brings nothing.
        leap: a day its month does not have in that year is kept the day before (`FEBRUARY`) or the
            day after (`MARCH`), in every calendar.

    Returns:
        In order. Mostly one; an Islamic day may come twice in a year. Empty when the day of the
        year is not known or cannot be worked out.
    """
    if not MINYEAR <= year <= MAXYEAR:
        return ()
    if isinstance(when, OtherDay):
        return _days_of_other(when, year, leap)
    span = when.in_year(year, leap) if isinstance(when, PartialDate) else when.in_year(year)
    return () if span is None else (span,)


def read_in(calendar: OtherCalendar, day: date) -> tuple[int, int, int] | None:
    """A day as another calendar writes it.

    Returns:
        Month, day, and how many days that month has; None where the calendar is not known.
    """
    ordinal = day.toordinal()
    for year in _years_around(calendar, day.year):
        for month in range(1, 13):
            found = _month(calendar, year, month)
            if found is not None and found[0] <= ordinal < found[0] + found[1]:
                return month, 1 + ordinal - found[0], found[1]
    return None


def _days_of_other(when: OtherDay, year: int, leap: LeapPolicy) -> tuple[Span, ...]:
    first, last = date(year, 1, 1).toordinal(), date(year, 12, 31).toordinal()
    found = []
    for its_year in _years_around(when.calendar, year):
        month = _month(when.calendar, its_year, when.month)
        if month is None:
            continue
        begins, length = month
        missing = length if leap is LeapPolicy.MARCH else length - 1
        ordinal = begins + (when.day - 1 if when.day <= length else missing)
        if first <= ordinal <= last:
            day = date.fromordinal(ordinal)
            found.append(Span(day, day))
    return tuple(found)


def _years_around(calendar: OtherCalendar, year: int) -> range:
    """Its years that may share a day with a year on the wall, and a few more."""
    if calendar is OtherCalendar.ISLAMIC:
        # 33 of its years are about 32 of ours.
        about = (year - 622) * 33 // 32
        return range(about - 1, about + 4)
    if calendar is OtherCalendar.PERSIAN:
        return range(year - 623, year - 620)
    return range(year - 1, year + 2)


@lru_cache(maxsize=2048)
def _month(calendar: OtherCalendar, year: int, month: int) -> tuple[int, int] | None:
    """The day number a month begins with, and its length; None where the calendar is not known."""
    try:
        if calendar is OtherCalendar.ISLAMIC:
            begins = Hijri(year, month, 1)
            return begins.to_gregorian().toordinal(), begins.month_length()
        if calendar is OtherCalendar.PERSIAN:
            persian = JalaliDate(year, month, 1)  # type: ignore[no-untyped-call] # as it is shipped
            first = persian.to_gregorian().toordinal()
            return first, JalaliDate.days_in_month(month, year)
    except (ValueError, OverflowError):
        return None
    return _julian_month(year, month) if year >= 1 else None


def _julian_month(year: int, month: int) -> tuple[int, int]:
    """Every fourth year has a 29 February, without exception; 1 January 1 was day -1."""
    lengths = list(_LONGEST[OtherCalendar.JULIAN])
    lengths[1] = 29 if year % 4 == 0 else 28
    before = 365 * (year - 1) + (year - 1) // 4
    return before + sum(lengths[: month - 1]) - 1, lengths[month - 1]
