"""Why a limit leaves no room, in whole sentences."""

from datetime import date

import pytest

from pos_companion.i18n import words
from pos_companion.model.money import Money
from pos_companion.rules import Cap, Period, Scope, limit_words

TODAY = date(2026, 11, 20)


@pytest.mark.parametrize("period", Period)
def test_every_budget_says_what_is_left_and_what_is_needed(period: Period) -> None:
    said = words(limit_words.budget(period, Money(40, "EUR"), Money(120, "EUR")))
    assert said.endswith("€0.40 left; this costs €1.20.")


def test_one_is_not_written_as_many() -> None:
    cap = Cap(Scope.RULE, Period.EVER, 1)
    assert words(limit_words.count(cap, None, TODAY)) == (
        "This was given 1 time, as often as planned."
    )
    rolling = Cap(Scope.RULE, Period.ROLLING, 2, days=9)
    assert words(limit_words.count(rolling, None, TODAY)) == (
        "This was given 2 times in these days, as planned."
    )
    assert words(limit_words.visit_is_full(2)) == "This visit already has its 2 gestures."
    assert words(limit_words.discounts_are_full(1)) == "This visit already has its 1 discount."


def test_today_is_said_as_today() -> None:
    said = words(limit_words.already_given("Biscuit", TODAY, TODAY))
    assert said == "Biscuit already had this today."
    earlier = words(limit_words.household("Ana", date(2026, 11, 2), TODAY))
    assert earlier == "Ana already had this on 2 Nov, and the household shares it."
