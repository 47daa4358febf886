"""The same keys as the windowing system sends them: through the window, not to a widget."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.bots import Cashier


def test_typing_and_enter_go_through_the_window(at_counter: Cashier, qtbot) -> None:
    handle = at_counter.window.windowHandle()
    with qtbot.waitActive(at_counter.window):
        at_counter.window.activateWindow()
    for letter in "rosa":
        QTest.keyClick(handle, letter, Qt.KeyboardModifier.NoModifier, 45)
    qtbot.waitUntil(lambda: at_counter.sees("Rosa Delgado"))
    QTest.keyClick(handle, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, 45)
    qtbot.waitUntil(lambda: at_counter.greeting() == "“Morning, Rosa!”")
    at_counter.waits(400)
    QTest.keyClick(handle, Qt.Key.Key_Space, Qt.KeyboardModifier.NoModifier, 45)
    qtbot.waitUntil(lambda: at_counter.primary() == "The usual + gift")
    QTest.keyClick(handle, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, 45)
    qtbot.waitUntil(lambda: at_counter.visits_today() == 1)
    QTest.keyClick(handle, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier, 45)
    qtbot.waitUntil(lambda: at_counter.visits_today() == 0)


def test_a_burst_through_the_window_is_a_scan(at_counter: Cashier, qtbot) -> None:
    handle = at_counter.window.windowHandle()
    with qtbot.waitActive(at_counter.window):
        at_counter.window.activateWindow()
    for letter in "20471100":
        QTest.keyClick(handle, letter)
    QTest.keyClick(handle, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: at_counter.greeting() == "“Morning, Rosa!”")
    assert at_counter.visits_today() == 0
    assert at_counter.typed() == ""


def test_the_search_is_reached_from_the_settings_but_not_through_a_sheet(
    at_counter: Cashier, qtbot
) -> None:
    with qtbot.waitActive(at_counter.window):
        at_counter.window.activateWindow()
    handle, ctrl = at_counter.window.windowHandle(), Qt.KeyboardModifier.ControlModifier
    at_counter.window.show_settings()
    QTest.keyClick(handle, Qt.Key.Key_F, ctrl)
    qtbot.waitUntil(at_counter.page.lookup.has_keyboard)
    at_counter.presses("F1")
    QTest.keyClick(handle, Qt.Key.Key_F, ctrl)
    at_counter.settle()
    assert not at_counter.page.lookup.has_keyboard()
    at_counter.presses("Esc").types("ro")
    at_counter.page.today.setFocus()
    QTest.keyClick(handle, Qt.Key.Key_F, ctrl)
    qtbot.waitUntil(lambda: at_counter.page.lookup.edit.selectedText() == "ro")


def test_settings_open_with_their_key_and_close_with_escape(at_counter: Cashier, qtbot) -> None:
    with qtbot.waitActive(at_counter.window):
        at_counter.window.activateWindow()
    handle = at_counter.window.windowHandle()
    QTest.keyClick(handle, Qt.Key.Key_Comma, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: at_counter.sees("Text size"))
    QTest.keyClick(handle, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: at_counter.sees("Friday 21 November"))
