"""A short note in a pill: it tells, it cannot be pressed."""

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from ui.assets import icon as tinted
from ui.kit.box import box, brush, mirrored
from ui.kit.lines import break_lines, leading, one_line_width
from ui.kit.tint import tint as tint_named
from ui.theme import theme

_HEIGHT = 34
_PADDING = 12
_ICON = 18
_GAP = 6


class Tag(QLabel):
    """A pill with an icon and a few words.

    Args:
        text: the words.
        icon: a Lucide icon.
        tint: `sunk` on a panel, `surface` on paper, `warn`, `party`, `ask`, `brand`.
    """

    def __init__(
        self,
        text: str,
        icon: str | None = None,
        tint: str = "sunk",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._glyph = icon
        self._tint = tint
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)  # else QLabel forgets that narrower means higher
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setText(text)

    def hasHeightForWidth(self) -> bool:
        """Always: long words take more lines."""
        return True

    def heightForWidth(self, width: int) -> int:
        """One line's height, or more."""
        lines = break_lines(self.text(), "control", width - self._around())
        return max(theme().px(_HEIGHT), int(lines.height) + theme().px(10))

    def sizeHint(self) -> QSize:
        """One line."""
        width = int(one_line_width(self.text(), "control")) + self._around()
        return QSize(width, theme().px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Narrow enough for any window."""
        return QSize(min(self.sizeHint().width(), theme().px(120)), theme().px(_HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint pill, icon and words."""
        look, tint, painter = theme(), tint_named(self._tint), brush(self)
        area = self.rect().toRectF()
        box(painter, area, (tint.fill, ""), (look.px(_HEIGHT) / 2, 0))
        left, side = float(look.px(_PADDING)), look.px(_ICON)
        if self._glyph:
            at = QPointF(mirrored(self, left, side), (self.height() - side) / 2)
            painter.drawPixmap(at, tinted(self._glyph, tint.ink, side))
            left += side + look.px(_GAP)
        room = self.width() - self._around()
        lines = break_lines(self.text(), "control", room, leading(self.layoutDirection()))
        top = (self.height() - lines.height) / 2
        lines.paint(painter, QPointF(mirrored(self, left, room), top), look.colour(tint.ink))
        painter.end()

    def _around(self) -> int:
        icon = theme().px(_ICON) + theme().px(_GAP) if self._glyph else 0
        return 2 * theme().px(_PADDING) + icon
