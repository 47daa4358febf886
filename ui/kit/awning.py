"""The awning over the shop window."""

from math import ceil

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.kit.box import brush
from ui.theme import theme

_HEIGHT = 20
_SCALLOP = 20


class Awning(QWidget):
    """Scalloped stripes over the whole width, the same colour at both ends."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def scallops(self) -> int:
        """How many there are at the present width: an odd number."""
        about = self.width() / theme().px(_SCALLOP)
        return 2 * ceil((about - 1) / 2) + 1

    def sizeHint(self) -> QSize:
        """Twenty px high at 100 %."""
        return QSize(theme().px(_SCALLOP) * 3, theme().px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """The same."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the stripes from the leading edge."""
        painter = brush(self)
        painter.setPen(Qt.PenStyle.NoPen)
        count = self.scallops()
        width, high = self.width() / count, self.height()
        for number in range(count):
            painter.setBrush(theme().colour("awning_b" if number % 2 else "awning_a"))
            painter.drawPath(_scallop(QRectF(number * width, 0, width, high)))
        painter.end()


def _scallop(area: QRectF) -> QPainterPath:
    round_by = min(area.width() / 2, area.height() / 2)
    path = QPainterPath()
    path.addRoundedRect(area.adjusted(0, -round_by, 0, 0), round_by, round_by)
    return path
