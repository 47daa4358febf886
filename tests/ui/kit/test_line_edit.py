"""Lines to type in."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QColor, QKeySequence, QShortcut

from ui.kit.line_edit import LineBox, SearchField


@pytest.fixture
def search(stand, qtbot):
    field = stand(SearchField("Scan, name, phone digits, pet…"), 408)
    field.window().activateWindow()
    field.setFocus()
    qtbot.waitUntil(field.edit.hasFocus)
    return field


def test_typing_is_told(search, qtbot):
    with qtbot.waitSignal(search.edited) as told:
        qtbot.keyClick(search.edit, "r")
    assert told.args == ["r"]


def test_enter_hands_the_text_over(search, qtbot):
    search.set_text("ro")
    with qtbot.waitSignal(search.submitted) as told:
        qtbot.keyClick(search.edit, Qt.Key.Key_Return)
    assert told.args == ["ro"]
    assert search.text() == "ro"


def test_the_edge_shows_who_has_the_keyboard(search):
    assert search.grab().toImage().pixelColor(200, 1) == QColor("#1559C0")
    search.edit.clearFocus()
    assert search.grab().toImage().pixelColor(200, 1) == QColor("#8C7F70")


@pytest.mark.parametrize("key", ["Ctrl+Z", "Space"])
def test_an_empty_search_leaves_the_keys_to_the_window(search, qtbot, key):
    shortcut = QShortcut(QKeySequence(key), search.window())
    with qtbot.waitSignal(shortcut.activated):
        if key == "Space":
            qtbot.keyClick(search.edit, Qt.Key.Key_Space)
        else:
            qtbot.keyClick(search.edit, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)


def test_a_filled_search_takes_its_own_undo_back(search, qtbot):
    shortcut = QShortcut(QKeySequence("Ctrl+Z"), search.window())
    qtbot.keyClick(search.edit, "r")
    with qtbot.assertNotEmitted(shortcut.activated):
        qtbot.keyClick(search.edit, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert search.text() == ""


def test_the_search_is_higher_than_a_line(look):
    assert SearchField("Search").sizeHint().height() == 56
    assert LineBox().sizeHint().height() == 48


def test_a_screen_reader_finds_a_named_line(look):
    search = SearchField("Search")
    found = QAccessible.queryAccessibleInterface(search.edit)
    assert found.role() == QAccessible.Role.EditableText
    assert found.text(QAccessible.Text.Name) == "Search"


def test_typed_text_stands_right_on_a_right_to_left_page(look):
    look(direction=Qt.LayoutDirection.RightToLeft)
    assert LineBox().edit.alignment() & Qt.AlignmentFlag.AlignRight
