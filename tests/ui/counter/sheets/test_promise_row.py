"""Who and by when."""

from datetime import date, timedelta

import pytest

from tests.ui.counter.sheets.promise_cards import TODAY
from ui.counter.sheets.promise_row import DueChips, Labelled, WhoChips


@pytest.fixture(autouse=True)
def dressed(look):
    """The kit needs a look."""


def test_the_days_are_named_and_one_is_chosen(qtbot):
    days = DueChips(TODAY, with_today=True)
    qtbot.addWidget(days)
    assert [chip.text() for chip in days.chips] == [
        "Today", "Tomorrow", "Mon 24 Nov", "Fri 28 Nov", "Another day",
    ]  # fmt: skip
    assert days.due() is None
    days.chips[0].click()
    assert days.due() == TODAY
    days.chips[3].click()
    assert days.due() == TODAY + timedelta(days=7)


@pytest.mark.parametrize(
    ("day", "month", "due"),
    [
        ("24", 12, date(2025, 12, 24)),
        ("3", 2, date(2026, 2, 3)),
        ("31", 2, None),
        ("", 12, None),
        ("24", 0, None),
    ],
)
def test_another_day_is_the_next_one_of_that_name(qtbot, day, month, due):
    days = DueChips(TODAY)
    qtbot.addWidget(days)
    days.chips[-1].click()
    assert not days.other.isHidden()
    days.other.day.set_text(day)
    if month:
        days.other.month.pick(month)
    assert days.due() == due


def test_a_typed_name_counts_more_than_a_chip(qtbot):
    who = WhoChips(["Mia", "Sam"], "Sam")
    qtbot.addWidget(who)
    assert who.name() == "Sam"
    who.other.set_text(" Zoe ")
    assert who.name() == "Zoe"


def test_with_nobody_to_choose_a_name_is_asked_for(qtbot):
    who = WhoChips([])
    row = Labelled("Who", who)
    qtbot.addWidget(row)
    assert who.name() == ""
    assert who.other.label.text() == "Name of a colleague"
