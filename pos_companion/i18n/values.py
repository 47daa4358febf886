"""Values that a sentence carries and a language writes: days near and far, weekdays, shares."""

from dataclasses import dataclass
from datetime import date

from babel import Locale


@dataclass(frozen=True)
class NearDay:
    """A business day to be worded as seen from another: "tomorrow", "Tuesday", "14 Dec"."""

    day: date
    today: date


@dataclass(frozen=True)
class LongDay:
    """A day that is read in another year as well: "21 November 2025"."""

    day: date


@dataclass(frozen=True)
class FullDay:
    """A day of the near future on a list: "Friday 21 November"."""

    day: date


@dataclass(frozen=True)
class DayName:
    """A weekday by its name: "Tuesday".

    Attributes:
        weekday: 0 is Monday.
    """

    weekday: int


@dataclass(frozen=True)
class MonthName:
    """A month by its name: "February".

    Attributes:
        month: 1 to 12.
    """

    month: int


@dataclass(frozen=True)
class LanguageName:
    """A language by its name in the language in use: "German".

    Attributes:
        tag: such as `de`, one that there is.
    """

    tag: str

    @property
    def locale(self) -> Locale:
        """What is known about it."""
        return Locale.parse(self.tag.replace("-", "_"))


@dataclass(frozen=True)
class Percent:
    """A share, to be written as the language does: "12.5%".

    Attributes:
        basis_points: hundredths of a per cent.
    """

    basis_points: int
