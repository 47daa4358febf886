"""What the pages of the office share: a title, the way back, and the words for what was done."""

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from pos_companion.i18n import _
from pos_companion.services import Shop
from ui.kit import Button, Flow, Text
from ui.notices import Notices
from ui.tasks import Tasks
from ui.theme import theme

_WIDE = 520  # px at 100 %


class OfficePage(QWidget):
    """A page of the office.

    Args:
        title: translated.
        widest: of the page in px at 100 %; 0 for as wide as the window.

    Attributes:
        notices: what was done, and the way back.
        head: small buttons beside the title.
        back: to the counter.

    Signals:
        closed: back to the counter.
    """

    closed = Signal()

    def __init__(self, shop: Shop, tasks: Tasks, title: str, widest: int = 0) -> None:
        super().__init__()
        self.shop, self.tasks = shop, tasks
        self.notices = Notices(self)
        self.title = Text(title, "title")
        self.head = Flow()
        self.back = Button(_("Back to the counter"), "ghost", "arrow-left", "Esc")
        self._widest = widest
        self._covered = 0
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._line.addWidget(self.title, 1)
        self._line.addWidget(self.head)
        self._rows = QVBoxLayout(self)
        self._rows.addLayout(self._line)
        self._rows.addWidget(self.notices.bar)
        self.back.clicked.connect(self.closed)
        self.notices.covered.connect(self._on_covered)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(title)

    def set_body(self, body: QWidget) -> None:
        """Put the page's own part under the title; the way back stands below it."""
        self._rows.addWidget(body, 1)
        self._rows.addWidget(self.back)
        self.restyle()

    def read(self) -> None:
        """Read what the page shows, now."""

    def escape(self) -> bool:
        """Close what is open on the page; False when nothing was."""
        return False

    def keep(self) -> bool:
        """Keep what is being written; False when there is nothing."""
        return False

    def do(self, work: Callable[[], Any], done: Callable[[Any], None]) -> None:
        """Have something done by the worker; a refusal is said on the page."""
        self.tasks.run(work, done, self.notices.show_error, self)

    def done(self, text: str, undo: Callable[[], object]) -> None:
        """Say what was done, with a way back, and read the page again."""
        self.notices.clear_error()
        self.notices.undoable(text, partial(self._undo, undo))
        self.read()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes what is open, then the page; Ctrl+S keeps, Ctrl+Z takes back."""
        if event.matches(QKeySequence.StandardKey.Save):
            self.keep()
        elif event.matches(QKeySequence.StandardKey.Undo):
            self.notices.undo_last()
        elif event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif not self.escape():
            self.closed.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The buttons stand beside the title, or below it where it is narrow."""
        super().resizeEvent(event)
        beside, below = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._line.setDirection(beside if self.width() >= theme().px(_WIDE) else below)

    def restyle(self) -> None:
        """Take distances from the theme."""
        look = theme()
        edge = look.space("l")
        below = self._covered + look.space("m") if self._covered else edge
        self._rows.setContentsMargins(edge, look.space("m"), edge, below)
        self._rows.setSpacing(look.space("m"))
        if self._widest:
            self.setMaximumWidth(look.px(self._widest) + 2 * edge)

    def _undo(self, undo: Callable[[], object]) -> None:
        self.do(undo, lambda _nothing: self.read())

    def _on_covered(self, pixels: int) -> None:
        self._covered = pixels
        self.restyle()
