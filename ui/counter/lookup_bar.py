"""The one search box; it nearly always has the keyboard."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from pos_companion.i18n import _
from ui.kit import SearchField

_COALESCE_MS = 16


class LookupBar(QWidget):
    """Name, phone digits, card, e-mail or pet: one box, no modes.

    Signals:
        changed: the text to look for; keys that come together are one change.
    """

    changed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.field = SearchField(_("Scan, name, phone digits, pet…"))
        self.edit = self.field.edit
        self._soon = QTimer(self, singleShot=True, interval=_COALESCE_MS)
        self._soon.timeout.connect(self._on_soon)
        self.edit.textEdited.connect(self._on_edited)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.field)
        self.setFocusProxy(self.edit)

    def text(self) -> str:
        """What is typed."""
        return self.edit.text()

    def has_keyboard(self) -> bool:
        """Whether typing goes here."""
        return self.edit.hasFocus()

    def clear(self) -> None:
        """Empty it and take the keyboard; nothing is looked for."""
        self._soon.stop()
        self.edit.clear()
        self.edit.setFocus()

    def flush(self) -> None:
        """Look for what is typed now, if that has not been done yet."""
        if self._soon.isActive():
            self._soon.stop()
            self._on_soon()

    def _on_edited(self, _text: str) -> None:
        self._soon.start()

    def _on_soon(self) -> None:
        self.changed.emit(self.edit.text())
