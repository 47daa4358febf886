"""A short message at the bottom of the window, with one way back."""

from PySide6.QtCore import QEasingCurve, QEvent, QObject, QPoint, QPropertyAnimation, Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QWidget

from ui.kit.box import box, brush
from ui.kit.button import Button
from ui.kit.icon import Icon
from ui.kit.lines import two_line_width
from ui.kit.text import Text
from ui.theme import theme

_HEIGHT = 64
_WIDEST = 560
_ABOVE_EDGE = 14
_BESIDE_EDGE = 12
_SLIDE = 24
_PADDING = 16


class Toast(QWidget):
    """Lies over its host, never takes the keyboard, slides up unless less movement is asked for.

    Args:
        text: what happened.
        action_text: the word on its button; no button if empty.
        icon: a Lucide icon.

    Signals:
        acted: the button was pressed.
        closed: it went away.
        covering(int): how many px at the bottom of its host it takes, its distance included.
    """

    acted = Signal()
    closed = Signal()
    covering = Signal(int)

    def __init__(
        self,
        text: str,
        action_text: str = "",
        icon: str = "circle-check",
        action_icon: str | None = "undo-2",
    ) -> None:
        super().__init__()
        self.icon = Icon(icon, "toast_key", 24)
        self.text = Text(text, "strong", "on_toast")
        self.button = Button(action_text, "soft", action_icon)
        if not action_text:
            self.button.hide()
        self.button.clicked.connect(self._on_acted)
        self._words = QHBoxLayout()
        self._words.addWidget(self.icon)
        self._words.addWidget(self.text, 1)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.addLayout(self._words, 1)
        self._row.addWidget(self.button)
        self._slide = QPropertyAnimation(self, b"pos", self)
        self._slide.setEasingCurve(QEasingCurve.Type.OutCubic)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setAccessibleName(text)
        self.restyle()

    def show_over(self, host: QWidget) -> None:
        """Slide up over the bottom of a widget and follow its size."""
        self.setParent(host)
        host.installEventFilter(self)
        self._place(host)
        self.show()
        self.raise_()
        if theme().slide_ms():
            rest = self.pos()
            self._slide.setDuration(theme().slide_ms())
            self._slide.setStartValue(rest + QPoint(0, theme().px(_SLIDE)))
            self._slide.setEndValue(rest)
            self._slide.start()

    def say(self, text: str) -> None:
        """Say it in other words, in as much room as they need."""
        self.text.setText(text)
        self.setAccessibleName(text)
        host = self.parentWidget()
        if host is not None:
            self._slide.stop()
            self._place(host)

    def close_now(self) -> None:
        """Go away for good."""
        self._slide.stop()
        self.hide()
        self.closed.emit()
        self.deleteLater()

    def restyle(self) -> None:
        """Take distances from the theme."""
        look = theme()
        edge, before = look.px(8), look.px(_PADDING)
        left, right = (edge, before) if self.isRightToLeft() else (before, edge)
        self._row.setContentsMargins(left, edge, right, edge)
        self._row.setSpacing(look.px(12))
        self._words.setSpacing(look.px(12))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  Qt's name
        """Stay at the bottom when the host changes its size."""
        host = self.parentWidget()
        if watched is host and host and event.type() == QEvent.Type.Resize:
            self._slide.stop()
            self._place(host)
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the dark box."""
        painter = brush(self)
        box(painter, self.rect().toRectF(), ("toast", ""), (theme().radius("control"), 0))
        painter.end()

    def _place(self, host: QWidget) -> None:
        look = theme()
        width = min(host.width() - 2 * look.px(_BESIDE_EDGE), look.px(_WIDEST))
        self._row.setDirection(self._direction(width))
        height = max(self.heightForWidth(width), look.px(_HEIGHT))
        left = (host.width() - width) // 2
        top = host.height() - look.px(_ABOVE_EDGE) - height
        self.setGeometry(left, top, width, height)
        self.covering.emit(host.height() - top)

    def _direction(self, width: int) -> QBoxLayout.Direction:
        around = self.icon.sizeHint().width() + theme().px(_PADDING)
        room = width - around - 4 * self._row.spacing()
        if not self.button.isHidden():
            room -= self.button.sizeHint().width()
        if two_line_width(self.text.text(), self.text.role()) > room:
            return QBoxLayout.Direction.TopToBottom
        return QBoxLayout.Direction.LeftToRight

    def _on_acted(self) -> None:
        self.acted.emit()
