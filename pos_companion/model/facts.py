"""What they told us, who may learn it, and how long it may be taken for true."""

import calendar
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Discretion(StrEnum):
    """Who may learn a thing we know.

    Say may be spoken; Know is shown at the counter and never spoken; Locked is not on the card
    and can only keep something from being offered.
    """

    SAY = "say"
    KNOW = "know"
    LOCKED = "locked"


class FactKind(StrEnum):
    """What sort of thing somebody told us.

    Faith holds what somebody keeps to ("no pork"), never the faith itself. Matters is what is
    dear to them, worry what stands behind a concern, comfort how to serve them ("explain
    slowly"), tender a time in which cheer would hurt.
    """

    NOTE = "note"
    LIKE = "like"
    DISLIKE = "dislike"
    ALLERGY = "allergy"
    DIET = "diet"
    FAITH = "faith"
    MATTERS = "matters"
    WORRY = "worry"
    COMFORT = "comfort"
    TENDER = "tender"


KEEPS_BACK = frozenset({FactKind.ALLERGY, FactKind.DIET, FactKind.FAITH, FactKind.DISLIKE})
"""The kinds that keep a gift back."""


@dataclass(frozen=True)
class Manners:
    """How a kind of fact is treated.

    Attributes:
        discretion: what it has unless somebody chooses otherwise.
        months: for so long it is a statement, then a question; for a tender time, how long it
            lasts when nobody said until when.
        why: the reason for both.
    """

    discretion: Discretion
    months: int
    why: str


MANNERS: Mapping[FactKind, Manners] = {
    FactKind.NOTE: Manners(Discretion.KNOW, 12, "plans and small talk are old after a year"),
    FactKind.LIKE: Manners(Discretion.KNOW, 18, "taste changes slowly"),
    FactKind.DISLIKE: Manners(Discretion.KNOW, 18, "taste changes slowly"),
    FactKind.ALLERGY: Manners(Discretion.KNOW, 24, "lasts long, and asking again is welcome"),
    FactKind.DIET: Manners(Discretion.KNOW, 12, "many diets are a matter of a season"),
    FactKind.FAITH: Manners(Discretion.KNOW, 24, "seldom changes, and asking can feel like prying"),
    FactKind.MATTERS: Manners(Discretion.KNOW, 12, "what is dear this year may rest the next"),
    FactKind.WORRY: Manners(Discretion.KNOW, 6, "a worry that is over should not follow them"),
    FactKind.COMFORT: Manners(Discretion.KNOW, 12, "a first time is only once, a habit lasts"),
    FactKind.TENDER: Manners(Discretion.KNOW, 12, "a year brings every hard day once"),
}


@dataclass(frozen=True)
class Fact:
    """One thing somebody told us about a customer or somebody in the household.

    Attributes:
        n: counts the facts of that customer.
        text: readable for the customer too.
        about: the member it is about; None for the customer.
        subject: for likes, allergies and diets the thing itself, folded ("peanut"); else empty.
        heard_by: the name of the cashier; empty when it came from a file.
        confirmed_on: when they last said that it is still true.
        told_by: from whom we have it ("her sister"); empty when they said it themselves.
        used_on: the day it last helped somebody serve them; None when it never did.
        first_used: the day it first did; None when it never did, or in records older than this.
        until: its last day; None when nobody said until when.
        wrong_by, wrong_on: who was told that it is not so, and when; such a fact is closed.
    """

    customer: int
    n: int
    kind: FactKind
    text: str
    discretion: Discretion = Discretion.KNOW
    about: int | None = None
    subject: str = ""
    heard_by: str = ""
    heard_on: date | None = None
    confirmed_on: date | None = None
    told_by: str = ""
    used_on: date | None = None
    until: date | None = None
    wrong_by: str = ""
    wrong_on: date | None = None
    first_used: date | None = None

    @property
    def served_since(self) -> date | None:
        """The day it first helped somebody serve them, as far as anybody knows."""
        return self.first_used or self.used_on

    @property
    def sure_since(self) -> date | None:
        """The last day on which somebody said so; None when nobody knows."""
        return max(filter(None, (self.heard_on, self.confirmed_on)), default=None)

    def is_stale(self, today: date) -> bool:
        """Whether it is older than the limit of its kind: to be asked, not to be stated.

        A tender time is never asked about. A fact without a day cannot grow old.
        """
        since = self.sure_since
        if since is None or self.kind is FactKind.TENDER:
            return False
        return today > months_after(since, MANNERS[self.kind].months)

    def is_over(self, today: date) -> bool:
        """Whether it was a tender time that has passed, or was to be kept until a day gone by."""
        end = self.tender_until
        return end is not None and today > end

    @property
    def tender_until(self) -> date | None:
        """The last day of a tender time, or of anything with one; None where nothing tells."""
        if self.kind is not FactKind.TENDER or self.until or self.heard_on is None:
            return self.until
        return months_after(self.heard_on, MANNERS[self.kind].months)


def months_after(day: date, months: int) -> date:
    """The same day so many months later, or earlier for a number below 0.

    The last of the month where there is no such day.
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    last = calendar.monthrange(year, month + 1)[1]
    return date(year, month + 1, min(day.day, last))
