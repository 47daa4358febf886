"""One line, one list, and Enter takes the first."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from pos_companion.i18n import Phrase
from pos_companion.model.card import Hit
from pos_companion.model.people import Customer
from tests.ui.counter.sheets.home_pages import heard, texts
from ui.counter.sheets.known_people import KnownPeople
from ui.kit import Sheet

WEI = Hit(Customer(3, "Wei Ito"), Phrase("Wei Ito"), Phrase("3 visits"), Phrase("same phone …71"))
OLEG = Hit(Customer(4, "Oleg"), Phrase("Oleg"), Phrase("8 visits"))


@pytest.fixture
def known(covers):
    sheet = Sheet("Home", "Back")
    found = KnownPeople("Whom do we know already?")
    sheet.add(found)
    covers(sheet)
    return found


def test_at_first_whoever_comes_to_mind_is_asked_for(known):
    asked = heard(known.asked)
    known.start()
    assert asked == [""]
    known.show_found("", (WEI,))
    assert [row.text() for row in known.rows] == ["Wei Ito, same phone …71 · 3 visits"]


def test_keys_that_come_together_are_one_question_and_enter_takes_the_first(known, qtbot):
    asked, chosen = heard(known.asked), heard(known.chosen)
    qtbot.keyClicks(known.line.edit, "wei")
    known.flush()
    assert asked == ["wei"]
    known.show_found("wei", (WEI, OLEG))
    qtbot.keyClick(known.line.edit, Qt.Key.Key_Return)
    assert chosen == [WEI]
    known.rows[1].click()
    assert chosen == [WEI, OLEG]


def test_enter_before_the_answer_waits_for_it(known, qtbot):
    chosen = heard(known.chosen)
    qtbot.keyClicks(known.line.edit, "wei")
    qtbot.keyClick(known.line.edit, Qt.Key.Key_Return)
    assert chosen == []
    known.show_found("we", (OLEG,))
    assert chosen == []
    known.show_found("wei", (WEI,))
    assert chosen == [WEI]


def test_enter_on_an_empty_line_takes_nobody(known, qtbot):
    chosen = heard(known.chosen)
    known.start()
    known.show_found("", (WEI,))
    qtbot.keyClick(known.line.edit, Qt.Key.Key_Return)
    assert chosen == []


def test_nobody_is_said_in_words(known, qtbot):
    qtbot.keyClicks(known.line.edit, "xyz")
    known.show_found("xyz", ())
    QApplication.processEvents()
    assert "Nobody by that name yet" in texts(known)
