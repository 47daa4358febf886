"""A person's initials in a ring."""

from typing import Final
from zlib import crc32

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from ui.kit.box import box, brush
from ui.kit.tint import tint as tint_named
from ui.theme import theme

_TINTS: Final = ("brand", "party", "ask", "warn")
_LETTERS: Final = 0.367  # of the avatar's height
_SMALL: Final = 50  # px, up to which the ring is thinner


def tint_for(person: str) -> str:
    """A tint that stays the same for the same id or name."""
    return _TINTS[crc32(person.encode()) % len(_TINTS)]


def paint_avatar(painter: QPainter, area: QRectF, initials: str, tint: str) -> None:
    """Paint disc, ring and initials."""
    look, tokens = theme(), tint_named(tint)
    radius = area.height() / 2
    ring = look.stroke("chip" if area.height() < _SMALL else "ring")
    box(painter, area, (tokens.fill, tokens.mark), (radius, ring))
    font = look.font("label")
    font.setPixelSize(max(int(area.height() * _LETTERS), 1))
    metrics = QFontMetricsF(font)
    painter.setFont(font)
    painter.setPen(look.colour(tokens.ink))
    left = area.center().x() - metrics.horizontalAdvance(initials) / 2
    base = area.center().y() + metrics.capHeight() / 2
    painter.drawText(QPointF(left, base), initials)


class Avatar(QLabel):
    """Initials in a ring; decorates, the name is said beside it.

    Args:
        initials: one or two letters.
        tint: `brand`, `party`, `ask` or `warn`; `tint_for` picks one.
        size: in px at 100 %.
    """

    def __init__(
        self, initials: str, tint: str = "brand", size: int = 60, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._tint = tint
        self._size = size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setText(initials)

    def set_person(self, initials: str, tint: str) -> None:
        """Show somebody else."""
        self._tint = tint
        self.setText(initials)
        self.update()

    def sizeHint(self) -> QSize:
        """A square that grows with the text."""
        side = theme().px(self._size)
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:
        """The same."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint it."""
        painter = brush(self)
        paint_avatar(painter, self.rect().toRectF(), self.text(), self._tint)
        painter.end()
