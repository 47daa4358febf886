"""The days of the week in sentences."""

from pos_companion.i18n import words
from pos_companion.rules.weekdays import day_names, named


def test_the_week_begins_with_monday() -> None:
    assert [words(named(day)) for day in (0, 6)] == ["Monday", "Sunday"]


def test_several_days_come_in_the_order_of_the_week_and_once() -> None:
    assert [words(day) for day in day_names((5, 1, 5))] == ["Tuesday", "Saturday"]
