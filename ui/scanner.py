"""Tells a scanner's burst of keys from somebody typing.

A wedge scanner types its code 7 to 16 ms a key and ends it with Enter; people need more than
60 ms. The burst is allowed into the field that has the keyboard, and taken out again when its end
shows what it was, so that typing is never held back.

Source: thresholds of till.md §3.
"""

import time
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit

from pos_companion.services.scan_codes import without_symbology

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


@dataclass(frozen=True)
class ScannerHabits:
    """How the scanner of this till types.

    Attributes:
        least: fewer characters are never a code.
        gap_ms: the longest pause between two of its keys.
        same_ms: within this time the same code counts once.
        suffixes: the keys that end a code.
        quiet_ms: for a scanner without suffix: this long a silence ends the code; 0 for never.
        prefix: text that begins every code and is not part of it; empty for none. With a prefix
            even a code of fewer than `least` characters counts.
    """

    least: int = 4
    gap_ms: int = 35
    same_ms: int = 2000
    suffixes: tuple[Qt.Key, ...] = (*_ENTER, Qt.Key.Key_Tab)
    quiet_ms: int = 0
    prefix: str = ""


@dataclass(frozen=True)
class _Field:
    """A line edit as it was before the burst."""

    edit: QLineEdit
    text: str
    cursor: int

    def restore(self) -> None:
        self.edit.setText(self.text)
        self.edit.setCursorPosition(self.cursor)


class Scanner(QObject):
    """Watches the keys of the whole application; install it after every other filter.

    Signals:
        scanned: a code, without prefix, suffix and AIM identifier.
    """

    scanned = Signal(str)

    def __init__(
        self,
        habits: ScannerHabits | None = None,
        clock: Callable[[], float] = time.monotonic,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.habits = habits or ScannerHabits()
        self._clock = clock
        self._burst = ""
        self._last_key = 0.0
        self._field: _Field | None = None
        self._last_scan = ("", float("-inf"))
        self._swallowing: int | None = None
        self._silence = QTimer(self, singleShot=True)
        self._silence.timeout.connect(self._on_silence)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Take part in every key; swallow the suffix of a scan and its release."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            # One key press is seen again for every parent it bubbles up to.
            return self._is_for(watched) and self._pressed(event)
        return (
            event.type() == QEvent.Type.KeyRelease
            and isinstance(event, QKeyEvent)
            and self._released(event)
        )

    def _released(self, event: QKeyEvent) -> bool:
        if self._swallowing != event.key() or event.isAutoRepeat():
            return False
        self._swallowing = None
        return True

    def _is_for(self, watched: QObject) -> bool:
        focused = QApplication.focusWidget()
        return watched is focused if focused is not None else watched.isWidgetType()

    def _pressed(self, event: QKeyEvent) -> bool:
        if event.isAutoRepeat():
            self._forget()
            return event.key() == self._swallowing
        now = float(event.timestamp()) or self._clock() * 1000
        fast = bool(self._burst) and now - self._last_key <= self.habits.gap_ms
        self._last_key = now
        if event.key() in self.habits.suffixes and fast and self._is_code():
            self._swallowing = event.key()
            self._finish(now)
            return True
        self._collect(event.text(), fast)
        return False

    def _collect(self, text: str, fast: bool) -> None:
        if len(text) != 1 or not text.isprintable():
            # Shift alone comes between the keys of a scanner and ends nothing.
            if text:
                self._forget()
            return
        if not fast:
            self._burst = ""
            focused = QApplication.focusWidget()
            self._field = (
                _Field(focused, focused.text(), focused.cursorPosition())
                if isinstance(focused, QLineEdit)
                else None
            )
        self._burst += text
        if self.habits.quiet_ms:
            self._silence.start(self.habits.quiet_ms)

    def _is_code(self) -> bool:
        if self.habits.prefix:
            return self._burst.startswith(self.habits.prefix)
        return len(self._burst) >= self.habits.least

    def _on_silence(self) -> None:
        if self._is_code():
            self._finish(self._last_key)

    def _finish(self, now: float) -> None:
        code = without_symbology(self._burst.removeprefix(self.habits.prefix)).strip()
        if self._field is not None:
            self._field.restore()
        self._forget()
        last_code, last_at = self._last_scan
        if code == last_code and now - last_at < self.habits.same_ms:
            return
        self._last_scan = (code, now)
        if code:
            self.scanned.emit(code)

    def _forget(self) -> None:
        self._burst = ""
        self._field = None
        self._silence.stop()
