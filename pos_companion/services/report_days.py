"""The stretch of days a report looks at."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from types import MappingProxyType

from pos_companion.errors import BadInputError
from pos_companion.i18n import N_
from pos_companion.services import Shop
from pos_companion.services.forms import choice_of, day_of
from pos_companion.services.weeks import first_weekday

_LONGEST = timedelta(days=3 * 366)


class Span(StrEnum):
    """Up to today, today included."""

    WEEK = "week"
    MONTH = "month"
    DAYS_30 = "30"
    DAYS_90 = "90"


SPANS: Mapping[Span, str] = MappingProxyType(
    {
        Span.WEEK: N_("This week"),
        Span.MONTH: N_("This month"),
        Span.DAYS_30: N_("Last 30 days"),
        Span.DAYS_90: N_("Last 90 days"),
    }
)
"""In words, in the order in which they are offered."""


@dataclass(frozen=True)
class Days:
    """Business days, both included."""

    first: date
    last: date

    @property
    def both(self) -> tuple[date, date]:
        """The first and the last."""
        return self.first, self.last


def days_of(shop: Shop, span: Span) -> Days:
    """The business days of a span; a week begins as the shop's country says."""
    today = shop.today
    if span is Span.WEEK:
        return Days(today - timedelta((today.weekday() - first_weekday(shop.profile.country)) % 7),
                    today)  # fmt: skip
    if span is Span.MONTH:
        return Days(today.replace(day=1), today)
    return Days(today - timedelta(days=int(span.value) - 1), today)


def days_between(first: date, last: date) -> Days:
    """Two days that were asked for.

    Raises:
        BadInputError: they are the wrong way round, or too far apart.
    """
    if not timedelta() <= last - first <= _LONGEST:
        raise BadInputError(N_("Choose a first day and a last one, three years apart at most."))
    return Days(first, last)


def days_asked(shop: Shop, span: object, since: object, until: object) -> Days:
    """The days a script asks for.

    Args:
        span: one of `Span`; looked at where there is no first day.
        since: the first day, an ISO date; empty is the span.
        until: the last day; empty is today.

    Raises:
        BadInputError: it is no span, or no day, or no stretch of days.
    """
    last = day_of(until, "until") if until else shop.today
    if since:
        return days_between(day_of(since, "since"), last)
    return days_of(shop, choice_of(span, "span", Span))
