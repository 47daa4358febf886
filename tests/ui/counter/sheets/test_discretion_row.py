"""Say, Know or Locked."""

import pytest

from pos_companion.model.facts import Discretion
from tests.ui.counter.sheets.promise_cards import heard
from ui.counter.sheets.discretion_row import DiscretionChips


@pytest.fixture
def chips(look, qtbot) -> DiscretionChips:
    made = DiscretionChips()
    qtbot.addWidget(made)
    return made


def test_none_is_on_while_nothing_is_known(chips):
    assert chips.discretion() is None


@pytest.mark.parametrize("level", list(Discretion))
def test_a_tap_turns_one_on_and_says_so(chips, level):
    chips.show_discretion(Discretion.KNOW)
    said = heard(chips.chosen)
    chips.chips[level].click()
    assert chips.discretion() is level
    assert said == [level]


def test_showing_one_says_nothing(chips):
    said = heard(chips.chosen)
    chips.show_discretion(Discretion.SAY)
    assert (chips.discretion(), said) == (Discretion.SAY, [])


def test_a_screen_reader_says_what_each_means(chips):
    assert [one.accessibleDescription() for one in chips.chips.values()] == [
        "May be said aloud.",
        "Know it, do not say it.",
        "Not on the card. It only keeps a gift back.",
    ]
