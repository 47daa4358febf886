"""Somebody we know already: one line, one list, the first one is taken with Enter."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from pos_companion.i18n import _, fill, words
from pos_companion.model.card import Hit
from ui.counter.sheets.rows import Rows
from ui.kit import Field, Found, ResultRow, Text, tint_for
from ui.panels.head import initials
from ui.theme import theme

_COALESCE_MS = 16


class KnownPeople(QWidget):
    """A search for one customer.

    Args:
        label: what is asked for.

    Attributes:
        line: where to type.
        rows: those found, the best first.

    Signals:
        asked: the text to look for; empty for whoever comes to mind.
        chosen: a `Hit`.
    """

    asked = Signal(str)
    chosen = Signal(object)

    def __init__(self, label: str) -> None:
        super().__init__()
        self.line = Field(label, placeholder=_("Name, phone or pet"))
        self.rows: list[ResultRow] = []
        self._found = Rows(6)
        self._hits: tuple[Hit, ...] = ()
        self._text = ""
        self._takes_first = False
        self._soon = QTimer(self, singleShot=True, interval=_COALESCE_MS)
        self._soon.timeout.connect(self._ask)
        self.line.edited.connect(self._on_edited)
        self.line.submitted.connect(self._on_submitted)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.line)
        self._column.addWidget(self._found)
        self.restyle()

    def start(self) -> None:
        """Begin with an empty line, and with whoever comes to mind."""
        self.line.set_text("")
        self.line.edit.setFocus()
        self._ask()

    def flush(self) -> None:
        """Look for what is typed now, if that has not been done yet."""
        if self._soon.isActive():
            self._soon.stop()
            self._ask()

    def show_found(self, text: str, hits: tuple[Hit, ...]) -> None:
        """Show who was found; the answer to an older text is not shown."""
        if text != self.line.text().strip():
            return
        self._text, self._hits = text, hits
        self._found.clear()
        self.rows = [self._row(hit, at == 0) for at, hit in enumerate(hits)]
        for row in self.rows:
            self._found.add(row)
        if text and not hits:
            self._found.add(Text(_("Nobody by that name yet"), "small", "ink2"))
        if self._takes_first:
            self._take_first()

    def restyle(self) -> None:
        """Take distances from the theme."""
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme().space("s"))

    def _on_edited(self, _text: str) -> None:
        self._takes_first = False
        self._soon.start()

    def _on_submitted(self, _text: str) -> None:
        self.flush()
        self._take_first()

    def _ask(self) -> None:
        self.asked.emit(self.line.text().strip())

    def _take_first(self) -> None:
        """Take the first one; before the answer is there, as soon as it is."""
        text = self.line.text().strip()
        self._takes_first = bool(text) and self._text != text
        if text and not self._takes_first and self._hits:
            self.chosen.emit(self._hits[0])

    def _row(self, hit: Hit, selected: bool) -> ResultRow:
        detail = words(hit.detail)
        if hit.why is not None:
            detail = fill(_("{why} · {detail}"), why=words(hit.why), detail=detail)
        tint = tint_for(str(hit.customer.id))
        row = ResultRow(Found(words(hit.name), detail, initials(hit.customer), tint), selected)
        row.chosen.connect(lambda: self.chosen.emit(hit))
        return row
