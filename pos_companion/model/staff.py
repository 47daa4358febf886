"""Who works here, what each may do, and how often a PIN may be tried."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from math import ceil
from types import MappingProxyType

from pos_companion.i18n import N_

LEAST_DIGITS = 4
LEAST_DIGITS_OF_A_MANAGER = 6
MOST_DIGITS = 8
MOST_FAILURES = 20
LONGEST_WAIT = 900
_FIRST_WAITS = (0, 0, 2, 5, 15)
_DOUBLED_FROM = 30
_FORGOTTEN_AFTER = timedelta(days=1)
_APPROVED_FOR = timedelta(minutes=5)


class Role(StrEnum):
    """What somebody is here; each may do what the one before may, and more."""

    TRAINEE = "trainee"
    COUNTER = "counter"
    KEYHOLDER = "keyholder"
    MANAGER = "manager"

    @property
    def label(self) -> str:
        """Its name, a msgid."""
        return _LABELS[self]

    @property
    def least_digits(self) -> int:
        """How many digits a PIN has at least."""
        return LEAST_DIGITS_OF_A_MANAGER if self is Role.MANAGER else LEAST_DIGITS


_LABELS = {
    Role.TRAINEE: N_("Trainee"),
    Role.COUNTER: N_("Counter"),
    Role.KEYHOLDER: N_("Keyholder"),
    Role.MANAGER: N_("Manager"),
}


class Right(StrEnum):
    """Something that not everybody may do. Finding people and recording visits needs none."""

    NOTES = "notes"  # write down what somebody said, in free words
    PHONES = "phones"  # see phone numbers
    GIVE = "give"  # give gifts and discounts within the limits
    PAUSE_RULES = "pause_rules"
    STOCK = "stock"  # the gifts on the shelf
    RULES = "rules"  # make and change rules
    TAKE_IN = "take_in"  # take in files of other programs
    EXPORT = "export"
    ERASE = "erase"
    RESTORE = "restore"
    KEYS = "keys"  # print a recovery code
    STAFF = "staff"  # who works here
    APPROVE = "approve"  # say yes to what goes beyond the limits
    SETTINGS = "settings"  # what guards the records: when the till locks itself


_COUNTER = frozenset({Right.NOTES, Right.PHONES, Right.GIVE})
_KEYHOLDER = _COUNTER | {Right.PAUSE_RULES, Right.STOCK}
RIGHTS = MappingProxyType(
    {
        Role.TRAINEE: frozenset[Right](),
        Role.COUNTER: _COUNTER,
        Role.KEYHOLDER: _KEYHOLDER,
        Role.MANAGER: frozenset(Right),
    }
)
"""Source: safety.md §6.3."""


@dataclass(frozen=True)
class Tries:
    """Wrong PINs of one person since the last right one.

    Attributes:
        failures: how many.
        last: when the latest was; None before the first.
    """

    failures: int = 0
    last: datetime | None = None

    @property
    def is_closed(self) -> bool:
        """Too many: waiting no longer helps, somebody has to open the PIN again."""
        return self.failures >= MOST_FAILURES

    def seen(self, now: datetime) -> "Tries":
        """As they count now: forgotten after a day.

        A clock that was set back makes the wait begin again now, so that it never lasts longer
        than it would have; what this returns has to be kept.
        """
        if self.last is None or self.is_closed:
            return self
        if now - self.last >= _FORGOTTEN_AFTER:
            return Tries()
        return replace(self, last=now) if now < self.last else self

    def failed(self, now: datetime) -> "Tries":
        """One more."""
        return Tries(self.failures + 1, now)

    def wait(self, now: datetime) -> int:
        """Whole seconds until the next try counts; `now` as `seen` was told it."""
        if self.last is None:
            return 0
        wait = timedelta(seconds=wait_after(self.failures))
        return max(ceil((self.last + wait - now).total_seconds()), 0)


def wait_after(failures: int) -> int:
    """Seconds to wait after so many wrong PINs in a row.

    Source: safety.md §6.2.
    """
    if failures <= len(_FIRST_WAITS):
        return _FIRST_WAITS[max(failures - 1, 0)]
    doublings = min(failures - len(_FIRST_WAITS) - 1, 10)
    return int(min(_DOUBLED_FROM * 2**doublings, LONGEST_WAIT))


@dataclass(frozen=True)
class Staff:
    """A colleague.

    Attributes:
        name: stands on past deeds, also after they have left.
        active: works here now; else nobody signs in by that name.
        has_pin: can sign in.
        tries: wrong PINs since the last right one.
        customer: the number of their own card, so that nobody gives to themselves; None for none.
    """

    id: int
    name: str
    role: Role = Role.COUNTER
    active: bool = True
    has_pin: bool = False
    tries: Tries = Tries()
    customer: int | None = None

    def may(self, right: Right) -> bool:
        """Whether the role carries a right."""
        return self.active and right in RIGHTS[self.role]


@dataclass(frozen=True)
class Approval:
    """A second person's yes.

    Attributes:
        by, name: who said it.
        what: what it was said to, in one word and an id ("beyond_limit:visit-1").
    """

    by: int
    name: str
    what: str
    at: datetime

    def holds(self, what: str, now: datetime) -> bool:
        """Whether it was said to this, and not too long ago (five minutes)."""
        return what == self.what and timedelta() <= now - self.at <= _APPROVED_FOR
