"""Dates as people know them: partial, yearly, and the shop's own day."""

import calendar
import re
from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, UTC, date, datetime, timedelta, tzinfo
from enum import StrEnum


class LeapPolicy(StrEnum):
    """When a 29 February is kept in the years that have none."""

    FEBRUARY = "feb28"
    MARCH = "mar1"


@dataclass(frozen=True)
class Span:
    """Days from `first` to `last`, both included; one day when they are equal."""

    first: date
    last: date

    def days_from(self, today: date) -> int:
        """Days until the span begins; 0 while it lasts, negative once it is over."""
        if self.first <= today <= self.last:
            return 0
        return (self.first - today).days if today < self.first else (self.last - today).days


_ISO = re.compile(r"(?P<y>\d{4})(?:-(?P<m>\d{1,2})(?:-(?P<d>\d{1,2}))?)?")
_NO_YEAR = re.compile(r"-{0,2}(?P<m>\d{1,2})-(?P<d>\d{1,2})|--(?P<m2>\d{2})(?P<d2>\d{2})?")
_FILLER_YEARS = {0, 1604, 1900, 1904}


@dataclass(frozen=True)
class PartialDate:
    """A date of which we may know the year, the month, the day, or only some of them.

    Known combinations: full, month + day, month (with or without year), year. Never filled up
    with an invented year; 29 February stays 29 February.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None

    def __post_init__(self) -> None:
        if self.day is not None and self.month is None:
            raise ValueError("a day needs its month")
        if self.month is None and self.year is None:
            raise ValueError("a date needs a month or a year")
        if self.year is not None and not MINYEAR <= self.year <= MAXYEAR:
            raise ValueError(f"no such year: {self.year}")
        if self.month is not None and not 1 <= self.month <= 12:
            raise ValueError(f"no such month: {self.month}")
        if self.day is not None and self.month is not None:
            longest = calendar.monthrange(self.year or 2000, self.month)[1]
            if not 1 <= self.day <= longest:
                raise ValueError(f"no such day: {self.day}")

    @classmethod
    def parse(cls, text: str) -> "PartialDate":
        """Read an ISO-like date: `1990-05-01`, `1990-05`, `1990`, `05-01`, `--05-01`, `--0501`.

        The years 0000, 1604, 1900 and 1904 are what other programs write for "no year".

        Raises:
            ValueError: anything else, or a day that does not exist.
        """
        text = text.strip()
        if found := _ISO.fullmatch(text):
            year = int(found["y"])
            month = int(found["m"]) if found["m"] else None
            day = int(found["d"]) if found["d"] else None
            if year in _FILLER_YEARS and month is not None:
                return cls(None, month, day)
            return cls(year, month, day)
        if found := _NO_YEAR.fullmatch(text):
            day_text = found["d"] or found["d2"]
            return cls(None, int(found["m"] or found["m2"]), int(day_text) if day_text else None)
        raise ValueError(f"not a date: {text!r}")

    def __str__(self) -> str:
        """ISO-like, readable again by `parse`."""
        if self.month is None:
            return f"{self.year:04d}"
        head = f"{self.year:04d}-" if self.year is not None else "--"
        tail = f"-{self.day:02d}" if self.day is not None else ""
        return f"{head}{self.month:02d}{tail}"

    @property
    def is_leap_day(self) -> bool:
        """Whether it is a 29 February."""
        return (self.month, self.day) == (2, 29)

    def in_year(self, year: int, leap: LeapPolicy = LeapPolicy.FEBRUARY) -> Span | None:
        """The days on which it falls in a year.

        Returns:
            One day; the whole month when only the month is known; None when only the year is.
        """
        if self.month is None:
            return None
        if self.day is None:
            last = calendar.monthrange(year, self.month)[1]
            return Span(date(year, self.month, 1), date(year, self.month, last))
        if self.is_leap_day and not calendar.isleap(year):
            day = date(year, 2, 28) if leap is LeapPolicy.FEBRUARY else date(year, 3, 1)
        else:
            day = date(year, self.month, self.day)
        return Span(day, day)

    def nearest(self, today: date, leap: LeapPolicy, before: int, after: int) -> Span | None:
        """The occurrence whose window covers today.

        Args:
            today: a business date.
            leap: what becomes of 29 February in common years.
            before: days before the occurrence that belong to its window.
            after: days after it that do.

        Returns:
            The occurrence of last, this or next year, the closest one when several fit; its first
            day's year is the celebration year. None when no window covers today, or the day of
            the year is not known.
        """
        fitting = []
        for year in (today.year - 1, today.year, today.year + 1):
            span = self.in_year(year, leap)
            if span is None:
                return None
            if span.first - timedelta(days=before) <= today <= span.last + timedelta(days=after):
                fitting.append(span)
        return min(fitting, key=lambda span: (abs(span.days_from(today)), span.first), default=None)

    def upcoming(self, today: date, leap: LeapPolicy) -> Span | None:
        """The next occurrence that is not over; None when the day of the year is not known."""
        for year in (today.year, today.year + 1):
            span = self.in_year(year, leap)
            if span is not None and span.last >= today:
                return span
        return None


@dataclass(frozen=True)
class NthWeekday:
    """A weekday counted within a month: the third Monday of May, the last Sunday of October.

    Attributes:
        nth: 1 to 4, or -1 for the last one; a fifth one does not come every year.
        weekday: 0 is Monday.
    """

    nth: int
    weekday: int
    month: int

    def __post_init__(self) -> None:
        if self.nth not in {1, 2, 3, 4, -1}:
            raise ValueError(f"no such place in a month: {self.nth}")
        if not 0 <= self.weekday <= 6:
            raise ValueError(f"no such weekday: {self.weekday}")
        if not 1 <= self.month <= 12:
            raise ValueError(f"no such month: {self.month}")

    def in_year(self, year: int) -> Span:
        """The one day on which it falls in a year."""
        first_weekday, length = calendar.monthrange(year, self.month)
        first = 1 + (self.weekday - first_weekday) % 7
        if self.nth == -1:
            day = date(year, self.month, first + (length - first) // 7 * 7)
        else:
            day = date(year, self.month, first + 7 * (self.nth - 1))
        return Span(day, day)


@dataclass(frozen=True)
class WrittenIn:
    """A day that moves every year by a way we do not work out: its next date, as we were told."""

    next: date

    def in_year(self, year: int) -> Span | None:
        """The written-in day; None in every other year."""
        return Span(self.next, self.next) if self.next.year == year else None


@dataclass(frozen=True)
class ShopTime:
    """The shop's time zone and the hour its day begins.

    Attributes:
        zone: the shop's zone; None is the zone of this computer.
        day_starts_at: a visit before this hour belongs to the day before (default 4).
    """

    zone: tzinfo | None = None
    day_starts_at: int = 4

    def local(self, instant: datetime) -> datetime:
        """An instant (aware) as the shop's clock shows it (aware)."""
        return instant.astimezone(self.zone)

    def business_day(self, instant: datetime) -> date:
        """The business date of an instant: the local date, shifted by the start of the day."""
        # By the wall clock: on the night the clocks change the day still starts at 04:00.
        wall = self.local(instant).replace(tzinfo=None)
        return (wall - timedelta(hours=self.day_starts_at)).date()

    def day_start(self, day: date) -> datetime:
        """The instant (UTC) at which a business day begins."""
        return self.instant(datetime(day.year, day.month, day.day, self.day_starts_at))  # noqa: DTZ001

    def instant(self, wall: datetime) -> datetime:
        """What the shop's clock shows (with or without zone) as an instant in UTC."""
        if wall.tzinfo is None and self.zone is not None:
            wall = wall.replace(tzinfo=self.zone)
        return wall.astimezone(UTC)
