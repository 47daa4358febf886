"""Clocks: that of the computer, one that stands still, and the times that are typed."""

from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache
from typing import Protocol
from zoneinfo import ZoneInfo

from pos_companion.errors import BadInputError
from pos_companion.i18n import N_
from pos_companion.model.dates import ShopTime

_FIRST_YEAR, _LAST_YEAR = 1980, 2200
_ECHO = 100
"""So many letters of what was sent are said again in a refusal."""


class Clock(Protocol):
    """Tells the time."""

    def now(self) -> datetime:
        """The instant, aware."""
        ...


class WallClock:
    """The computer's clock."""

    def now(self) -> datetime:
        """The instant, in UTC."""
        return datetime.now(UTC)


@dataclass(frozen=True)
class FixedClock:
    """A clock that stands still; for commands that are told the time."""

    at: datetime

    def now(self) -> datetime:
        """The instant it was set to."""
        return self.at


@lru_cache(maxsize=8)
def time_in(zone: str, day_starts_at: int) -> ShopTime:
    """The time of a shop in a zone; that of the computer when it is empty."""
    return ShopTime(ZoneInfo(zone) if zone else None, day_starts_at)


def instant(time: ShopTime, text: object) -> datetime:
    """Read a time such as `2026-11-21T09:30` as the shop's clock shows it.

    Raises:
        BadInputError: it is not a time, or not one in which shops have tills.
    """
    try:
        at = datetime.fromisoformat(str(text))
        if not _FIRST_YEAR <= at.year <= _LAST_YEAR:
            raise ValueError(f"no year of a till: {at.year}")
        return time.instant(at)
    except (ValueError, OverflowError) as error:
        raise BadInputError(
            N_("{text} is not a time. Write it like 2026-11-21T09:30."),
            text="".join(filter(str.isprintable, str(text)[:_ECHO])),
        ) from error
