"""A key cap: which key does the same."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from pos_companion.i18n import N_, _
from ui.kit.box import box, brush
from ui.kit.lines import break_lines, one_line_width
from ui.theme import theme

_HEIGHT = 24
_PADDING = 7
_NAMED = {
    # Translators: printed on keys of the keyboard; as short as the keyboards of your country.
    "Space": N_("Space"),
    "Enter": N_("Enter"),
    "Esc": N_("Esc"),
    "Ctrl": N_("Ctrl"),
    "Shift": N_("Shift"),
}


def cap(key: str) -> str:
    """What is printed on a key: "Strg+Z" for "Ctrl+Z" where keyboards say so.

    Args:
        key: as Qt calls it, keys held together joined by "+".
    """
    return "+".join(_(_NAMED[part]) if part in _NAMED else part for part in key.split("+"))


def key_size(text: str) -> QSize:
    """How large a cap is."""
    look = theme()
    height = look.px(_HEIGHT)
    return QSize(max(int(one_line_width(text, "key")) + 2 * look.px(_PADDING), height), height)


def paint_key(painter: QPainter, at: QPointF, text: str, colours: tuple[str, str]) -> None:
    """Paint a cap with its top left corner at `at`; colours are tokens of words and edge."""
    look = theme()
    ink, edge = colours
    area = QRectF(at, key_size(text).toSizeF())
    box(painter, area, ("", edge), (look.radius("key") * look.text_scale, look.stroke("control")))
    lines = break_lines(text, "key", one_line_width(text, "key"))
    left = area.left() + (area.width() - lines.width) / 2
    top = area.top() + (area.height() - lines.height) / 2
    lines.paint(painter, QPointF(left, top), look.colour(ink))


class Key(QLabel):
    """A key cap standing by itself.

    Args:
        key: as Qt calls it; shown as it is printed.
        colour: token of the words.
        edge: token of the edge.
    """

    def __init__(
        self, key: str, colour: str = "ink2", edge: str = "border", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._colours = (colour, edge)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(cap(key))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """As large as the cap."""
        return key_size(self.text())

    def minimumSizeHint(self) -> QSize:
        """The same."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the cap."""
        painter = brush(self)
        paint_key(painter, QPointF(0, 0), self.text(), self._colours)
        painter.end()
