from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pos_companion.errors import BadInputError
from pos_companion.services.promises import (
    colleague_named,
    days_to_promise,
    needed_text,
    owner_of,
    promised_day,
)


def test_a_line_has_to_say_something_and_no_payment_card(shop):
    assert needed_text("  Sour \n milk ", "What?") == "Sour milk"
    with pytest.raises(BadInputError, match="What happened"):
        needed_text(" \u200b ", "What happened?")
    with pytest.raises(BadInputError, match="payment card"):
        needed_text("4111 1111 1111 1111", "What?")
    with pytest.raises(BadInputError, match="too long"):
        needed_text("x" * 501, "What?")


def test_whoever_is_at_the_counter_looks_after_it_unless_somebody_is_named(shop):
    with pytest.raises(BadInputError, match="Somebody has to"):
        owner_of(shop, " ")
    shop.staff = "Mia"
    assert owner_of(shop, "") == "Mia"
    assert owner_of(shop, "Sam") == "Sam"
    with pytest.raises(BadInputError, match="60 letters"):
        colleague_named("S" * 61)


def test_a_promise_is_for_today_or_later_and_within_a_year(shop):
    assert promised_day(shop, shop.today) == shop.today
    for days in (-1, 367):
        with pytest.raises(BadInputError):
            promised_day(shop, shop.today + timedelta(days=days))


def test_on_a_friday_tomorrow_monday_and_the_next_friday_are_promised():
    assert [str(day) for day in days_to_promise(date(2025, 11, 21))] == [
        "2025-11-22", "2025-11-24", "2025-11-28",
    ]  # fmt: skip


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)))
def test_the_days_to_promise_are_three_in_order_and_near(today):
    days = days_to_promise(today)
    assert list(days) == sorted(set(days))
    assert len(days) == 3
    assert days[0] == today + timedelta(days=1)
    assert days[-1] <= today + timedelta(days=8)
    assert {day.weekday() for day in days} >= {0, 4}
