"""Columns that hold values, and lists of values in a statement, alike in SQLite and PostgreSQL."""

from collections.abc import Iterable, Iterator, Sized
from datetime import UTC, date, datetime
from itertools import islice
from typing import TypeVar

from peewee import BigIntegerField, IntegerField

_Value = TypeVar("_Value")
_AT_ONCE = 5_000


def marks(values: Sized) -> str:
    """As many marks as there are values: `?, ?, ?`; NULL for none, which nothing equals."""
    return ", ".join("?" * len(values)) or "NULL"


def parts(values: Iterable[_Value]) -> Iterator[list[_Value]]:
    """Any number of values, in as many pieces as statements can take."""
    left = iter(values)
    while some := list(islice(left, _AT_ONCE)):
        yield some


def to_seconds(instant: datetime) -> int:
    """An aware instant as whole seconds since 1970, UTC."""
    return int(instant.timestamp())


def from_seconds(seconds: int) -> datetime:
    """Whole seconds since 1970 as an aware instant in UTC."""
    return datetime.fromtimestamp(seconds, UTC)


class InstantField(BigIntegerField):
    """An aware instant, kept as whole seconds UTC."""

    def db_value(self, value: datetime | int | None) -> int | None:
        """Seconds for the table; whole numbers pass for ranges."""
        return to_seconds(value) if isinstance(value, datetime) else value

    def python_value(self, value: int | None) -> datetime | None:
        """An aware instant from the table."""
        return None if value is None else from_seconds(value)


class DayField(IntegerField):
    """A business date, kept as its number in the proleptic Gregorian calendar."""

    def db_value(self, value: date | int | None) -> int | None:
        """The day's number; whole numbers pass for ranges."""
        return value.toordinal() if isinstance(value, date) else value

    def python_value(self, value: int | None) -> date | None:
        """A date from the table."""
        return None if value is None else date.fromordinal(value)
