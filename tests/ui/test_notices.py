"""Toasts with a way back, and the bar for what went wrong."""

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from pos_companion.errors import RefusedError
from pos_companion.i18n import N_
from ui.assets import load_fonts
from ui.notices import Notices


@pytest.fixture
def notices(qapp: QApplication, qtbot) -> Iterator[Notices]:
    load_fonts()
    window = QWidget()
    window.resize(440, 600)
    page = QWidget(window)
    page.resize(440, 600)
    notices = Notices(page)
    QVBoxLayout(page).addWidget(notices.bar)
    qtbot.addWidget(window)
    window.show()
    yield notices
    notices.dismiss()


def test_what_was_done_can_be_undone_once(notices: Notices) -> None:
    undone: list[str] = []
    notices.undoable("Visit recorded", lambda: undone.append("visit"))
    assert notices.toast_text() == "Visit recorded"
    assert notices.undo_last()
    assert not notices.undo_last()
    assert undone == ["visit"]
    assert notices.toast_text() == ""


def test_the_next_deed_takes_the_place_of_the_last(notices: Notices) -> None:
    undone: list[str] = []
    notices.undoable("One", lambda: undone.append("one"))
    notices.undoable("Two", lambda: undone.append("two"))
    notices.undo_last()
    assert undone == ["two"]


def test_what_was_dismissed_stays_done(notices: Notices) -> None:
    undone: list[str] = []
    notices.undoable("One", lambda: undone.append("one"))
    notices.dismiss()
    assert not notices.undo_last()
    assert undone == []


def test_a_refusal_is_worded_and_can_be_closed(notices: Notices) -> None:
    notices.show_error(RefusedError(N_("The {gift} has just gone."), gift="cookie"))
    assert notices.bar.sentence() == "The cookie has just gone."
    notices.bar.dismiss.click()
    assert notices.bar.sentence() == ""


def test_our_own_fault_names_no_insides(notices: Notices) -> None:
    notices.show_error(ZeroDivisionError("division by zero"))
    assert "division" not in notices.bar.sentence()


def test_what_is_not_saved_stays_said_until_it_is(notices: Notices) -> None:
    notices.show_unsaved(1)
    notices.clear_error()
    assert notices.bar.sentence() == "Not saved yet. Trying again."
    assert not notices.bar.dismiss.isVisible()
    notices.show_unsaved(2)
    assert notices.bar.sentence() == "2 visits not saved yet. Trying again."
    notices.show_unsaved(0)
    assert notices.bar.sentence() == ""


def test_a_screen_reader_is_told(notices: Notices, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[str] = []
    monkeypatch.setattr(
        QAccessible, "updateAccessibility", lambda event: told.append(event.message())
    )
    notices.tell("Taken back")
    assert told == ["Taken back"]


def test_a_way_out_goes_with_the_sentence_it_belongs_to(notices: Notices) -> None:
    done: list[str] = []
    gone = RefusedError(N_("The {gift} has just gone."), gift="cookie")
    notices.show_error(gone, "Give another", lambda: done.append("another"))
    assert notices.bar.way.isVisible()
    notices.bar.way.click()
    assert (done, notices.bar.sentence()) == (["another"], "")
    notices.show_error(gone)
    assert not notices.bar.way.isVisible()
    notices.bar.way.click()
    assert done == ["another"]
