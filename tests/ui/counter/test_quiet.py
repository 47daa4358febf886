"""When details are hidden, and short names."""

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from ui.counter.quiet import Quiet, short_name


def test_holding_shows_and_letting_go_hides(qapp: QApplication) -> None:
    owner = QObject()
    quiet = Quiet(owner)
    quiet.peek(True)
    assert not quiet.hides
    quiet.toggle()
    assert quiet.hides
    quiet.peek(True)
    assert (quiet.is_on, quiet.hides) == (True, False)
    quiet.peek(False)
    assert quiet.hides


def test_only_a_quiet_that_came_by_itself_ends_with_the_next_card(qapp: QApplication) -> None:
    owner = QObject()
    quiet = Quiet(owner)
    quiet.set_on(True)
    quiet.set_on(True, by_itself=True)
    quiet.card_opened()
    assert quiet.is_on
    quiet.set_on(False)
    quiet.set_on(True, by_itself=True)
    quiet.card_opened()
    assert not quiet.is_on


@pytest.mark.parametrize(
    ("name", "short"),
    [("Rosa Delgado", "Rosa D."), ("Rosa", "Rosa"), ("", "·"), ("Ana de la Cruz", "Ana C.")],
)
def test_a_name_for_a_search_that_others_can_read(name: str, short: str) -> None:
    assert short_name(name) == short
