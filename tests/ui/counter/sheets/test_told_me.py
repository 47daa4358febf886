"""The line over the actions, and what it asks for."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from pos_companion.insight.told import Listener, understand
from pos_companion.model.facts import Discretion
from tests.ui.counter.sheets.promise_cards import heard
from ui.counter.sheets.told_me import Heard, Telling, ToldMe

TODAY = date(2025, 11, 21)


@pytest.fixture
def window(look, qtbot) -> QWidget:
    host = QWidget()
    qtbot.addWidget(host)
    host.resize(440, 900)
    return host


@pytest.fixture
def line(window, qtbot) -> ToldMe:
    made = ToldMe()
    made.setParent(window)
    window.show()
    window.activateWindow()
    qtbot.waitActive(window)
    made.start()
    return made


def answer(text: str, discretion: Discretion | None = None) -> Heard:
    return Heard(Telling(text, discretion), understand(text, Listener("en", TODAY)))


def test_keys_that_come_together_are_one_question(line, qtbot):
    said = heard(line.asked)
    with qtbot.waitSignal(line.asked):
        qtbot.keyClicks(line.field.edit, "likes rye")
    assert said == [Telling("likes rye")]


def test_an_answer_to_an_older_line_never_replaces_a_newer_one(line):
    line.field.set_text("!nuts")
    line.show_heard(answer("!nuts"))
    line.show_heard(answer("!nut"))
    assert line.read_out.sentences() == ["Allergy: nuts"]


def test_a_chosen_discretion_belongs_to_the_question(line):
    line.field.set_text("plays chess")
    line.show_heard(answer("plays chess"))
    assert line.discretion.discretion() is Discretion.KNOW
    said = heard(line.asked)
    line.discretion.chips[Discretion.SAY].click()
    assert said == [Telling("plays chess", Discretion.SAY)]
    line.show_heard(answer("plays chess"))
    assert line.discretion.discretion() is Discretion.SAY


def test_it_begins_empty_and_with_the_usual_discretion(line):
    line.field.set_text("plays chess")
    line.discretion.chips[Discretion.LOCKED].click()
    line.hide()
    line.start()
    assert line.telling() == Telling("")
    assert line.hint.isVisible()


def test_enter_keeps_the_line_and_an_empty_one_closes(line, qtbot):
    kept, closed = heard(line.kept), []
    line.closed.connect(lambda: closed.append(True))
    line.field.set_text("  plays chess ")
    qtbot.keyClick(line.field.edit, Qt.Key.Key_Return)
    assert (kept, closed) == ([Telling("plays chess")], [])
    line.field.set_text("  ")
    qtbot.keyClick(line.field.edit, Qt.Key.Key_Return)
    assert closed == [True]


def test_what_cannot_be_kept_is_said_under_the_line(line):
    line.field.set_text("x" * 501)
    line.show_heard(Heard(line.telling(), problem="That is too long."))
    assert line.field.edit.accessibleDescription() == "That is too long."
    assert line.read_out.isHidden()


def test_a_screen_reader_hears_what_was_understood(line):
    line.field.set_text("!nuts, plays chess")
    line.show_heard(answer("!nuts, plays chess"))
    assert line.field.edit.accessibleDescription() == "Allergy: nuts Kept as a note: plays chess"


def test_it_says_what_is_kept_while_nobody_has_asked_them(line):
    assert not line.unasked.isVisible()
    line.start(nobody_asked=True)
    assert line.unasked.isVisible()
    line.start()
    assert not line.unasked.isVisible()
