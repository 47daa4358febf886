"""Where each key goes: one table for the whole window, before any widget sees it.

Any printable key pressed anywhere goes to the search, so that nothing has to be clicked first. A
field that somebody types in keeps its own keys.
"""

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QKeyCombination, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QWidget

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
GUARD_MS = 350
_MAY_REPEAT = frozenset({"Up", "Down", "Left", "Right"})

Deed = Callable[[], bool]
Clock = Callable[[], float]


class EnterGuard:
    """Keeps an Enter that was meant for something else from recording a visit.

    Args:
        clock: seconds, never going back.
    """

    def __init__(self, clock: Clock = time.monotonic) -> None:
        self._clock = clock
        self._opened_at = float("-inf")

    def card_opened(self) -> None:
        """Start to ignore Enter for a moment."""
        self._opened_at = self._clock()

    def allows(self, event: QKeyEvent) -> bool:
        """Whether this Enter was pressed on purpose: not held, not just after a card opened."""
        if event.isAutoRepeat():
            return False
        return (self._clock() - self._opened_at) * 1000 >= GUARD_MS


class Keys(QObject):
    """Sends the keys of one page to its deeds.

    Args:
        page: keys of its window count while it is visible.
        search: the line edit that gets what is typed.
        deed_for: what a key does, by its name ("F4", "Shift+F3", "Esc"), and whether a sheet has
            the other keys; None for nothing. A deed answers False when the key is not for it now.
        on_enter: what Enter does, also while another line has the keyboard.
        on_text: takes a printable character before the search does.

    Attributes:
        paused: a sheet is open and has all keys to itself.
    """

    def __init__(
        self,
        page: QWidget,
        search: QLineEdit,
        deed_for: Callable[[str, bool], Deed | None],
        on_enter: Callable[[QKeyEvent], bool],
        on_text: Callable[[str], bool],
    ) -> None:
        super().__init__(page)
        self.paused = False
        self._page = page
        self._search = search
        self._deed_for = deed_for
        self._on_enter = on_enter
        self._on_text = on_text

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Take the keys that mean something here."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if not self._is_ours(watched):
            return False
        if self.paused or not self._page.isVisible():
            return self._over_all(event)
        return self._pressed(event)

    def _is_ours(self, watched: QObject) -> bool:
        focused = QApplication.focusWidget()
        if not isinstance(watched, QWidget):
            return False
        if focused is None:
            return watched is self._page.window()
        return watched is focused and focused.window() is self._page.window()

    def _over_all(self, event: QKeyEvent) -> bool:
        """Over a sheet and on other pages only a few keys are ours."""
        deed = self._deed_for(name_of(event), True)
        return deed is not None and not event.isAutoRepeat() and deed()

    def _pressed(self, event: QKeyEvent) -> bool:
        focused = QApplication.focusWidget()
        if event.key() in ENTER:
            return self._enter(event, focused)
        name = name_of(event)
        deed = self._deed_for(name, False)
        if event.isAutoRepeat() and deed is not None and name not in _MAY_REPEAT:
            # A key held down does its deed once; in a text it may still repeat itself.
            return not (isinstance(focused, QLineEdit) and focused.text())
        if deed is not None and deed():
            return True
        elsewhere = isinstance(focused, QLineEdit) and focused is not self._search
        return not elsewhere and self._typed(event, focused)

    def _enter(self, event: QKeyEvent, focused: QWidget | None) -> bool:
        if isinstance(focused, QAbstractButton) and not focused.isCheckable():
            if not event.isAutoRepeat():
                focused.click()
            return True
        return self._on_enter(event)

    def _typed(self, event: QKeyEvent, focused: QWidget | None) -> bool:
        text = event.text()
        chord = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.MetaModifier
        if not text.strip() or not text.isprintable() or event.modifiers() & chord:
            return False
        if self._on_text(text):
            return True
        if focused is self._search:
            return False
        self._search.setFocus()
        self._search.insert(text)
        self._search.textEdited.emit(self._search.text())
        return True


def name_of(event: QKeyEvent) -> str:
    """A key as the table of deeds calls it; the keypad's keys are called as the others."""
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    keys = QKeyCombination(modifiers, Qt.Key(event.key()))
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.PortableText)
