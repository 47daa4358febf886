"""The days a report looks at."""

from datetime import date

import pytest

from pos_companion.errors import BadInputError
from pos_companion.services import Shop
from pos_companion.services.report_days import Days, Span, days_asked, days_of
from tests.builders import keep_profile

TODAY = date(2025, 11, 21)


@pytest.mark.parametrize(
    ("country", "span", "first"),
    [
        ("DE", Span.WEEK, date(2025, 11, 17)),
        ("US", Span.WEEK, date(2025, 11, 16)),
        ("DE", Span.MONTH, date(2025, 11, 1)),
        ("DE", Span.DAYS_30, date(2025, 10, 23)),
        ("DE", Span.DAYS_90, date(2025, 8, 24)),
    ],
)
def test_a_span_ends_today_and_a_week_begins_as_the_country_says(
    shop: Shop, country: str, span: Span, first: date
) -> None:
    keep_profile(shop, country=country)
    assert days_of(shop, span) == Days(first, TODAY)


def test_days_can_be_asked_for_one_by_one(shop: Shop) -> None:
    assert days_asked(shop, "90", "2025-11-01", "2025-11-03") == Days(
        date(2025, 11, 1), date(2025, 11, 3)
    )
    assert days_asked(shop, "month", "", "").first == date(2025, 11, 1)


@pytest.mark.parametrize(
    ("span", "since", "until"),
    [("year", "", ""), ("90", "soon", ""), ("90", "2025-11-22", ""), ("90", "2020-01-01", "")],
)
def test_what_is_no_stretch_of_days_is_refused(
    shop: Shop, span: str, since: str, until: str
) -> None:
    with pytest.raises(BadInputError):
        days_asked(shop, span, since, until)
