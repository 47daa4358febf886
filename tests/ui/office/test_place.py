"""The window comes back where it stood, and always where it can be seen."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.office.place import in_sight, place_of, put_back

TILL, SIDE = QRect(0, 0, 1366, 740), QRect(1366, 0, 1920, 1080)
LEAST = QSize(380, 560)
NUMBERS = st.integers(-9999, 9999)


@pytest.fixture
def window(qtbot) -> QWidget:
    window = QWidget()
    window.setMinimumSize(LEAST)
    qtbot.addWidget(window)
    return window


@pytest.mark.parametrize(
    ("wanted", "seen"),
    [
        ((100, 50, 440, 600), (100, 50, 440, 600)),
        ((1400, 100, 440, 900), (1400, 100, 440, 900)),
        ((1300, 0, 440, 700), (1366, 0, 440, 700)),
        ((100, 50, 440, 900), (100, 0, 440, 740)),
        ((9000, 9000, 440, 700), (926, 40, 440, 700)),
        ((0, 0, 100, 100), (0, 0, 380, 560)),
    ],
)
def test_a_place_off_the_screen_moves_onto_it(wanted: tuple[int, ...], seen: tuple) -> None:
    assert in_sight(QRect(*wanted), [TILL, SIDE], LEAST).getRect() == seen


@given(NUMBERS, NUMBERS, st.integers(10, 9999), st.integers(10, 9999))
def test_whatever_was_written_all_of_the_window_can_be_seen(x: int, y: int, w: int, h: int) -> None:
    seen = in_sight(QRect(x, y, w, h), [TILL, SIDE], LEAST)
    assert TILL.contains(seen) or SIDE.contains(seen)


def test_a_window_comes_back_where_it_stood(window: QWidget) -> None:
    put_back(window, "500x600+30+40")
    assert place_of(window) == "500x600+30+40"
    put_back(window, place_of(window))
    assert place_of(window) == "500x600+30+40"


@pytest.mark.parametrize("text", ["", "large", "1x1+0+0", "440x900+1", "999999x5+0+0", "440x900\n"])
def test_words_that_are_no_place_change_nothing(window: QWidget, text: str) -> None:
    window.setGeometry(10, 20, 450, 570)
    put_back(window, text)
    assert window.geometry() == QRect(10, 20, 450, 570)


def test_coming_back_leaves_the_keyboard_where_it_is(window: QWidget, qtbot) -> None:
    till = QLineEdit()
    qtbot.addWidget(till)
    with qtbot.waitActive(till):
        till.show()
        till.activateWindow()
    till.setFocus()
    put_back(window, "500x600+30+40")
    assert till.hasFocus()
