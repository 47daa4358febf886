"""Columns that hold values, alike in SQLite and PostgreSQL."""

from datetime import UTC, date, datetime

from peewee import BigIntegerField, IntegerField


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
