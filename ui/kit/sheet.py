"""A page over the page: one question, answered or closed with Esc."""

from collections.abc import Callable
from typing import Any, ClassVar, Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from ui.kit.button import Button
from ui.kit.pressable import Pressable
from ui.kit.scroll_column import ScrollColumn
from ui.kit.tab_stops import tab_stops
from ui.kit.text import Text
from ui.theme import theme

_WIDEST = 640
_SCROLL_STEPS: Final = {Qt.Key.Key_Up: -0.1, Qt.Key.Key_Down: 0.1,
                        Qt.Key.Key_PageUp: -0.9, Qt.Key.Key_PageDown: 0.9}  # fmt: skip


class Sheet(QWidget):
    """Covers its host: title, a scrolling body, a way back, and one primary action.

    Args:
        title: what it is about.
        back: the word on the way back, such as "Back to Rosa".
        back_key: what is printed on the key that closes it.

    Attributes:
        title: the title's Text.
        body: the ScrollColumn.
        back: the ghost Button that closes it.
        personal: it may show something about somebody; False for one that never does.
        action: the primary Button, hidden until `set_action`.

    Signals:
        accepted: the primary action was pressed.
        closed: the way back, or Esc.
    """

    personal: ClassVar[bool] = True

    accepted = Signal()
    closed = Signal()

    def __init__(self, title: str, back: str, back_key: str = "Esc") -> None:
        super().__init__()
        self.title = Text(title, "title")
        self.body = ScrollColumn()
        self.action = Button("", "primary")
        self.action.hide()
        self.back = Button(back, "ghost", "arrow-left", back_key)
        self.action.clicked.connect(self._on_accepted)
        self.back.clicked.connect(self._on_closed)
        self._column = QWidget()
        self._column.setSizePolicy(self.sizePolicy())
        self._head = QHBoxLayout()
        self._head.addWidget(self.title, 1)
        self._rows = QVBoxLayout(self._column)
        self._rows.addLayout(self._head)
        self._rows.addWidget(self.body, 1)
        self._rows.addWidget(self.action)
        self._rows.addWidget(self.back)
        self._outer = QHBoxLayout(self)
        self._outer.addStretch(1)
        self._outer.addWidget(self._column, 1000)
        self._outer.addStretch(1)
        self._covered = 0
        self.setAccessibleName(title)
        self.restyle()

    def add(self, widget: QWidget) -> None:
        """Put a widget at the end of the body."""
        self.body.add(widget)

    def add_to_head(self, widget: QWidget) -> None:
        """Put a small widget at the end of the title's line."""
        self._head.addWidget(widget, 0, Qt.AlignmentFlag.AlignTop)

    def set_action(self, text: str, icon: str | None = "check", key: str | None = "Enter") -> None:
        """Show the primary action."""
        self.action.setText(text)
        self.action.set_icon(icon)
        self.action.set_key(key)
        self.action.show()

    def keep(self) -> bool:
        """Press the green button, the sheet's own or that of an open form; False without one."""
        for button in (self.action, *self.body.findChildren(Button)):
            if button.kind() in {"primary", "warn"} and button.isVisible() and button.isEnabled():
                button.click()
                return True
        return False

    def printable(self) -> Callable[[], Any] | None:
        """What gathers the document to print from here, on the worker; None for nothing here."""
        return None

    def take_card(self, _code: str) -> bool:
        """Whether a card that was scanned is for this sheet; it takes it then."""
        return False

    def cover(self, host: QWidget) -> None:
        """Lie over a widget, follow its size, and take the keyboard."""
        self.setParent(host)
        host.installEventFilter(self)
        self.setGeometry(host.rect())
        self.show()
        self.raise_()
        self.setFocus()

    def leave_free(self, pixels: int) -> None:
        """Keep clear of what lies over the lower edge, such as a toast; nothing if 0."""
        self._covered = pixels
        self.restyle()

    def restyle(self) -> None:
        """Take distances from the theme."""
        look = theme()
        edge = look.space("l")
        below = self._covered + look.space("m") if self._covered else edge
        self._outer.setContentsMargins(edge, look.space("m"), edge, below)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(look.space("m"))
        self._column.setMaximumWidth(look.px(_WIDEST))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  Qt's name
        """Keep covering the host."""
        host = self.parentWidget()
        if watched is host and host and event.type() == QEvent.Type.Resize:
            self.setGeometry(host.rect())
        return super().eventFilter(watched, event)

    def resume(self) -> None:
        """Give the keyboard back to what had it before somebody looked away."""
        (self.focusWidget() or self).setFocus()

    def set_quiet(self, hides: bool) -> None:
        """Leave out whoever is named, or name them again; for a sheet that is not `personal`."""

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: N802  Qt's name
        """Tab goes down the body to the action and the way back, and then begins again.

        What lies under the sheet cannot be seen, so it is never reached.
        """
        if not self.isVisible():
            return super().focusNextPrevChild(forward)
        ends = [self.action, self.back]
        order = [one for one in tab_stops(self._column) if one not in ends] + ends
        focused = QApplication.focusWidget()
        at = order.index(focused) if focused in order else -1 if forward else 0
        turned = order[at + 1 :] + order[: at + 1]
        for stop in turned if forward else order[:at][::-1] + order[at:][::-1]:
            if stop.isVisible() and stop.isEnabled():
                self._stop_at(stop, forward)
                break
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes; Enter that a button leaves to the sheet is what the green button says.

        Arrows and pages that nothing else wants scroll.
        """
        focused = self.focusWidget()
        if event.key() == Qt.Key.Key_Escape:
            self._on_closed()
            return
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        # Any other button has taken the key itself: what comes from a line moved on to one since.
        if is_enter and isinstance(focused, Pressable) and focused.leaves_enter():
            if not event.isAutoRepeat():
                self.keep()
            return
        if event.key() in _SCROLL_STEPS:
            self.body.scroll_by(round(_SCROLL_STEPS[Qt.Key(event.key())] * self.body.height()))
            return
        super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint paper over what lies under it."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme().colour("bg"))
        painter.end()

    def _stop_at(self, stop: QWidget, forward: bool) -> None:
        reason = Qt.FocusReason
        stop.setFocus(reason.TabFocusReason if forward else reason.BacktabFocusReason)
        if self.body.isAncestorOf(stop):
            self.body.ensureWidgetVisible(stop)

    def _on_accepted(self) -> None:
        self.accepted.emit()

    def _on_closed(self) -> None:
        self.closed.emit()
