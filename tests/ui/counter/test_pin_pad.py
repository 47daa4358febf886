"""Ten big keys and the digits typed so far, as dots."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from ui.assets import load_fonts
from ui.counter.pin_pad import KEY_PX, PinPad


@pytest.fixture
def pad(qapp: QApplication, qtbot) -> PinPad:
    load_fonts()
    made = PinPad()
    qtbot.addWidget(made)
    return made


def key(code: Qt.Key, text: str = "") -> QKeyEvent:
    return QKeyEvent(QEvent.Type.KeyPress, code, Qt.KeyboardModifier.NoModifier, text)


def test_digits_are_handed_over_and_forgotten(pad: PinPad, qtbot) -> None:
    for digit in "4826":
        pad.digit_keys[digit].click()
    with qtbot.waitSignal(pad.entered) as handed:
        pad.enter_key.click()
    assert handed.args == ["4826"]
    assert pad.digits() == ""


def test_keys_of_the_keyboard_do_the_same(pad: PinPad) -> None:
    for digit in "48٢":
        assert pad.take_key(key(Qt.Key.Key_0, digit))
    assert pad.digits() == "482"
    assert pad.take_key(key(Qt.Key.Key_Backspace))
    assert pad.digits() == "48"
    assert pad.take_key(key(Qt.Key.Key_Escape))
    assert pad.digits() == ""
    assert not pad.take_key(key(Qt.Key.Key_A, "a"))


def test_nothing_typed_is_nothing_handed_over(pad: PinPad, qtbot) -> None:
    with qtbot.assertNotEmitted(pad.entered):
        pad.enter()


def test_a_ninth_digit_is_not_taken(pad: PinPad) -> None:
    for _ in range(12):
        pad.type_digit("7")
    assert pad.digits() == "77777777"


def test_a_screen_reader_hears_how_many_and_never_which(pad: PinPad) -> None:
    pad.type_digit("7")
    assert pad.dots.accessibleName() == "1 digit typed"


def test_keys_are_for_fingers_and_lower_where_there_is_no_room(pad: PinPad) -> None:
    assert pad.enter_key.sizeHint().height() == KEY_PX
    pad.set_room(100)
    assert pad.enter_key.sizeHint().height() == 56
    pad.set_room(2000)
    assert pad.enter_key.sizeHint().height() == KEY_PX
