"""Which Enter counts, and what a key is called."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

from ui.counter.keys import EnterGuard, name_of

NONE, SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier
CONTROL, KEYPAD = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.KeypadModifier


def key(number: int, modifiers: Qt.KeyboardModifier = NONE, repeated: bool = False) -> QKeyEvent:
    return QKeyEvent(QEvent.Type.KeyPress, number, modifiers, "", repeated)


@pytest.mark.parametrize(("after_ms", "counts"), [(0, False), (349, False), (350, True)])
def test_enter_counts_a_moment_after_the_card_opened(after_ms: int, counts: bool) -> None:
    now = 5.0
    guard = EnterGuard(lambda: now)
    guard.card_opened()
    now += after_ms / 1000 + 1e-9
    assert guard.allows(key(Qt.Key.Key_Return)) is counts


def test_a_held_enter_never_counts() -> None:
    assert not EnterGuard(lambda: 5.0).allows(key(Qt.Key.Key_Return, repeated=True))


@pytest.mark.parametrize(
    ("event", "name"),
    [
        (key(Qt.Key.Key_F3), "F3"),
        (key(Qt.Key.Key_F3, SHIFT), "Shift+F3"),
        (key(Qt.Key.Key_Z, CONTROL), "Ctrl+Z"),
        (key(Qt.Key.Key_Space), "Space"),
        (key(Qt.Key.Key_Escape), "Esc"),
        (key(Qt.Key.Key_Up, KEYPAD), "Up"),
    ],
)
def test_keys_have_names(event: QKeyEvent, name: str) -> None:
    assert name_of(event) == name
