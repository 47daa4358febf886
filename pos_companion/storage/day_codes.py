"""One number for every day of the year, however it is written down.

The table keeps the number of each celebration in an index. Which numbers a day of the calendar on
the wall has is worked out here, in all calendars at once, so nothing has to be brought up to date
when a year begins, and nobody reads through the table. A few numbers too many are harmless: what is
found is worked out exactly afterwards.
"""

import calendar
from collections.abc import Iterable
from datetime import date, timedelta

from pos_companion.model.calendars import OtherCalendar, OtherDay, When, read_in
from pos_companion.model.dates import NthWeekday, PartialDate, WrittenIn

NO_DAY = 0
"""Of a year alone."""

_OF_WEEKDAYS = 2000
_WRITTEN_IN = 10_000
_LAST = 9
_OF_CALENDARS = {
    OtherCalendar.ISLAMIC: 4000,
    OtherCalendar.PERSIAN: 6000,
    OtherCalendar.JULIAN: 8000,
}


def day_code(when: When) -> int:
    """The number of a day.

    Month * 100 + day, and with the day 00 a whole month; for other ways of writing the same on top
    of a number of thousands.
    """
    if isinstance(when, PartialDate):
        return NO_DAY if when.month is None else when.month * 100 + (when.day or 0)
    if isinstance(when, NthWeekday):
        nth = _LAST if when.nth == -1 else when.nth
        return _OF_WEEKDAYS + when.month * 100 + when.weekday * 10 + nth
    if isinstance(when, WrittenIn):
        return _WRITTEN_IN + when.next.month * 100 + when.next.day
    return _OF_CALENDARS[when.calendar] + when.month * 100 + when.day


def codes_from(today: date, days: int) -> list[int]:
    """The numbers of all that may fall on today and the days after it, in order.

    Args:
        days: how many days after today.
    """
    every = (today + timedelta(days=ahead) for ahead in range(days + 1))
    return sorted({code for day in every for code in codes_on(day)})


def codes_on(day: date) -> set[int]:
    """The numbers of all that may fall on a day; what its month lacks comes with its neighbours."""
    codes = {day.month * 100, day.month * 100 + day.day, _WRITTEN_IN + day.month * 100 + day.day}
    if (day.month, day.day) in {(2, 28), (3, 1)}:
        codes.add(229)
    length = calendar.monthrange(day.year, day.month)[1]
    codes.update(day_code(one) for one in _weekdays(day, length))
    for other in OtherCalendar:
        codes.update(day_code(one) for one in _others(other, day))
    return codes


def _weekdays(day: date, length: int) -> Iterable[NthWeekday]:
    nth = (day.day + 6) // 7
    if nth <= 4:
        yield NthWeekday(nth, day.weekday(), day.month)
    if day.day > length - 7:
        yield NthWeekday(-1, day.weekday(), day.month)


def _others(other: OtherCalendar, day: date) -> Iterable[OtherDay]:
    found = read_in(other, day)
    if found is None:
        return
    month, number, length = found
    yield OtherDay(other, month, number)
    if number == length:
        yield OtherDay(other, month, other.longest(month))
    if number == 1:
        before = 12 if month == 1 else month - 1
        yield OtherDay(other, before, other.longest(before))
