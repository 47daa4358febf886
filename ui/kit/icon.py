"""Icons: alone, in a disc, or leading a line of text."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from ui.assets import icon
from ui.kit.box import box, brush
from ui.kit.text import Text
from ui.theme import theme

_DISC = 1.9  # times the icon


class Icon(QWidget):
    """An icon. It decorates: whatever it means is also said in words beside it.

    Args:
        name: a Lucide icon in `resources/icons`.
        colour: a colour token.
        size: in px at 100 %.
    """

    def __init__(
        self, name: str, colour: str = "ink", size: int = 24, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._name = name
        self._colour = colour
        self._size = size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def name(self) -> str:
        """Which icon."""
        return self._name

    def set_icon(self, name: str, colour: str | None = None) -> None:
        """Show another icon."""
        self._name = name
        self._colour = colour or self._colour
        self.update()

    def sizeHint(self) -> QSize:
        """A square that grows with the text."""
        side = theme().px(self._size)
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:
        """The same."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the icon in the middle."""
        painter = brush(self)
        side = theme().px(self._size)
        at = QPointF((self.width() - side) / 2, (self.height() - side) / 2)
        painter.drawPixmap(at, icon(self._name, self._colour, side))
        painter.end()


class IconDisc(Icon):
    """An icon in a filled circle, 1.9 times as wide.

    Args:
        name: a Lucide icon.
        colour: token of the icon.
        fill: token of the disc.
        size: of the icon, in px at 100 %.
    """

    def __init__(
        self,
        name: str,
        colour: str = "brand",
        fill: str = "surface",
        size: int = 22,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(name, colour, size, parent)
        self._fill = fill

    def set_fill(self, token: str) -> None:
        """Fill the disc with another colour."""
        self._fill = token
        self.update()

    def sizeHint(self) -> QSize:
        """A square around the disc."""
        side = round(theme().px(self._size) * _DISC)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the disc, then the icon."""
        painter = brush(self)
        side = min(self.width(), self.height())
        area = QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)
        box(painter, area, (self._fill, ""), (side / 2, 0))
        painter.end()
        super().paintEvent(event)


class IconLine(QWidget):
    """An icon and a text that wraps beside it; the icon stands at the first line.

    Args:
        name: a Lucide icon.
        text: plain text.
        role: type role of the text.
        colours: tokens of the text and of the icon.
        size: of the icon, in px at 100 %.
    """

    def __init__(
        self,
        name: str,
        text: str,
        role: str = "body",
        colours: tuple[str, str] = ("ink", "ink2"),
        size: int = 20,
    ) -> None:
        super().__init__()
        self.icon = Icon(name, colours[1], size)
        self.text = Text(text, role, colours[0])
        self._row = QHBoxLayout(self)
        self._row.addWidget(self.icon, 0, Qt.AlignmentFlag.AlignTop)
        self._row.addWidget(self.text, 1, Qt.AlignmentFlag.AlignVCenter)
        self.restyle()

    def restyle(self) -> None:
        """Take distances from the theme."""
        gap = theme().px(8 if self.icon.sizeHint().width() < theme().px(24) else 12)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(gap)
