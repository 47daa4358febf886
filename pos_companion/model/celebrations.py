"""Days worth remembering."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from pos_companion.i18n import N_, Phrase
from pos_companion.model.calendars import When, days_in
from pos_companion.model.dates import LeapPolicy, PartialDate, Span, WrittenIn
from pos_companion.model.people import Customer, HouseholdMember, Species


class CelebrationKind(StrEnum):
    """What is celebrated."""

    BIRTHDAY = "birthday"
    NAME_DAY = "name_day"
    ANNIVERSARY = "anniversary"
    MOVING_IN = "moving_in"
    GRADUATION = "graduation"
    OTHER = "other"

    @property
    def is_shared(self) -> bool:
        """Whether it belongs to a household rather than to one being of it."""
        return self in {CelebrationKind.ANNIVERSARY, CelebrationKind.MOVING_IN}


@dataclass(frozen=True)
class Celebration:
    """A day worth remembering of a customer, a member or the whole household.

    Attributes:
        customer: whose record it was written on.
        n: counts the celebrations of that customer.
        who: the name to wish; the customer's own call name when `being` is None.
        date: how the day is written down; it is worked out by `spans` alone.
        being: the member it belongs to; None for the customer.
        title: words for kind `other` ("starts at university"); else empty.
        leap: what becomes of a day its month does not have; None is the shop's way.
        yearly: comes back every year; else only once.
        known_since: business date on which we learned it; None when it came with the first data.
        quiet: it is kept in mind and never celebrated: no wish, no gift, no prompt.
        hidden_from: whom it is to surprise, `being:12` or `customer:17`; their card, their offers
            and their reasons know nothing of it.
        surprises: their names, as far as we know them; worked out when it is read.
        declined: whose day it is does not celebrate, on whichever card it stands; worked out too.
    """

    customer: int
    n: int
    who: str
    kind: CelebrationKind
    date: When
    being: int | None = None
    species: Species = Species.PERSON
    title: str = ""
    leap: LeapPolicy | None = None
    yearly: bool = True
    known_since: dt.date | None = None
    quiet: bool = False
    hidden_from: tuple[str, ...] = ()
    surprises: tuple[str, ...] = ()
    declined: bool = False

    @property
    def is_silent(self) -> bool:
        """Whether it is never brought up."""
        return self.quiet or self.declined

    @property
    def is_exact(self) -> bool:
        """Whether it is one day, not a whole month or an unknown one."""
        return not isinstance(self.date, PartialDate) or self.date.day is not None

    @property
    def day_key(self) -> When:
        """The same for every writing of the same day: the year of a yearly one does not matter."""
        when = self.date
        if self.yearly and isinstance(when, PartialDate) and when.month is not None:
            return replace(when, year=None)
        return when

    def spans(self, year: int, shop_leap: LeapPolicy) -> tuple[Span, ...]:
        """The days on which it is kept in a year, in order.

        Returns:
            Empty before the first time, in other years than the one of a once-only day, and when
            the day of the year is not known or cannot be worked out.
        """
        leap = self.leap or shop_leap
        if not self.yearly:
            once = self._once(leap)
            return (once,) if once is not None and once.first.year == year else ()
        first = self.date.year if isinstance(self.date, PartialDate) else None
        return () if first is not None and year < first else days_in(self.date, year, leap)

    def upcoming(self, today: dt.date, shop_leap: LeapPolicy) -> Span | None:
        """The next time that is not over, this year or the next; None when there is none."""
        for year in (today.year, today.year + 1):
            for span in self.spans(year, shop_leap):
                if span.last >= today:
                    return span
        return None

    def lacks_a_day(self, today: dt.date, shop_leap: LeapPolicy) -> bool:
        """Whether it will come again and nobody knows when: somebody has to be asked.

        True for a year alone, for a written-in date gone by, and where a calendar ends.
        """
        if self.is_silent or not self.yearly:
            return False
        if isinstance(self.date, PartialDate):
            return self.date.month is None
        if isinstance(self.date, WrittenIn):
            return self.date.next < today
        return self.upcoming(today, shop_leap) is None

    def turning(self, span: Span) -> int | None:
        """The age reached, or the years together, on one of its days; never to be said aloud."""
        year = self.date.year if isinstance(self.date, PartialDate) else None
        counts = self.kind is CelebrationKind.BIRTHDAY or self.kind.is_shared
        if year is None or not counts or not self.yearly or span.first.year <= year:
            return None
        return span.first.year - year

    def is_hidden(self, customer: int, members: Iterable[HouseholdMember]) -> bool:
        """Whether it is to surprise a customer, who may be one of these members."""
        keys = {f"customer:{customer}"}
        keys.update(f"being:{member.id}" for member in members if member.customer == customer)
        return not keys.isdisjoint(self.hidden_from)

    def names_surprised(self, members: Iterable[HouseholdMember]) -> tuple[str, ...]:
        """The names of those it is to surprise, as far as they are among these members."""
        return tuple(
            member.name
            for member in members
            if not {f"being:{member.id}", f"customer:{member.customer}"}.isdisjoint(
                self.hidden_from
            )
        )

    def _once(self, leap: LeapPolicy) -> Span | None:
        when = self.date
        if isinstance(when, WrittenIn):
            return Span(when.next, when.next)
        if isinstance(when, PartialDate) and when.year is not None:
            return when.in_year(when.year, leap)
        if self.known_since is None:
            return None
        # "My exam is on 3 May" without a year means the next one after they said so.
        for year in (self.known_since.year, self.known_since.year + 1):
            for span in days_in(when, year, leap):
                if span.last >= self.known_since:
                    return span
        return None


def is_mourned(celebration: Celebration, members: Sequence[HouseholdMember]) -> bool:
    """Whether it is about somebody who is no longer with us, or with them.

    A wedding day is about two: it is silent once any grown-up of the household is gone, because a
    wish left out hurts nobody.
    """
    for member in members:
        if not member.gone:
            continue
        is_theirs = celebration.being == member.id or (
            celebration.being is None and celebration.customer == member.customer
        )
        is_couples = celebration.kind is CelebrationKind.ANNIVERSARY
        if is_theirs or (is_couples and member.species is Species.PERSON):
            return True
    return False


def keep_secret(celebration: Celebration | None) -> Phrase | None:
    """For the cashier's eyes: whom not to mention a surprise to; None when it is none."""
    if celebration is None or not celebration.hidden_from:
        return None
    if len(celebration.surprises) == 1:
        return Phrase(N_("Don’t mention it to {name}."), {"name": celebration.surprises[0]})
    if celebration.surprises:
        return Phrase(N_("Don’t mention it to {names}."), {"names": celebration.surprises})
    return Phrase(N_("It is a surprise. Don’t mention it to anybody else at home."))


@dataclass(frozen=True)
class DayAhead:
    """A celebration of the coming days, for the lists of the whole shop.

    Attributes:
        customer: whose card it opens; never that of somebody it is to surprise.
        relation: of the being to them, in the shop's words; may be empty.
        days: until it begins; 0 while it lasts.
        wished: somebody has wished them already.
    """

    celebration: Celebration
    customer: Customer
    relation: str
    span: Span
    days: int
    wished: bool = False


@dataclass(frozen=True)
class Wished:
    """A wish that was said.

    Attributes:
        n: counts the wishes of the customer.
        whose: `being:12`, `customer:17`, or `household:3` for what a household shares.
        first: the first day of what was wished for.
        said_on: business date.
        visit: uid of the visit it was said on; may be empty.
    """

    customer: int
    n: int
    whose: str
    kind: CelebrationKind
    first: dt.date
    said_on: dt.date
    visit: str = ""
