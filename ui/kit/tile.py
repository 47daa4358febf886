"""A panel that is one button."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.kit.box import box, brush, focus_ring
from ui.kit.panel import Panel
from ui.kit.pressable import Pressable
from ui.kit.tint import tint as tint_named
from ui.theme import theme


class Tile(Pressable):
    """A panel that can be tapped as a whole.

    Its accessible name is the whole sentence it tells; say it with `setText`.

    Args:
        tint: as Panel's; `control` has a control's edge.
        heading: as Panel's.
        icon: as Panel's.
        icon_tint: as Panel's.

    Attributes:
        panel: where things are added (`panel.add`, `panel.add_beside`, `panel.add_trailing`).

    Signals:
        clicked: from QAbstractButton.
    """

    def __init__(
        self,
        tint: str = "surface",
        heading: str = "",
        icon: str | None = None,
        icon_tint: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(heading, parent)
        self._tint = tint
        self.panel = Panel("none", heading, icon, icon_tint or ("" if tint == "surface" else tint))
        self.panel.heading.set_colour(tint_named(tint).ink)
        self.panel.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        if icon and not icon_tint and self.panel.disc:
            self.panel.disc.set_fill("surface" if tint_named(tint).fill != "surface" else "sunk")
        self.panel.set_padding(14 if icon else 16, 12)
        self.grow_down()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.panel)

    def set_tint(self, name: str) -> None:
        """Draw the box in another tint."""
        self._tint = name
        self.update()

    def hasHeightForWidth(self) -> bool:
        """As its panel."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The panel's height, at least a finger's."""
        return max(self.panel.heightForWidth(width), theme().target("least"))

    def sizeHint(self) -> QSize:
        """As its panel."""
        return self.panel.sizeHint().expandedTo(QSize(0, theme().target("least")))

    def minimumSizeHint(self) -> QSize:
        """As its panel."""
        return self.panel.minimumSizeHint().expandedTo(QSize(0, theme().target("least")))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the box and the focus ring; the panel paints nothing."""
        look, tint = theme(), tint_named(self._tint)
        painter = brush(self)
        radius = look.radius("panel")
        pressed = self.isDown() and self.isEnabled()
        edge = "border" if self.is_lit() and tint.line == "line" else tint.line
        width = look.stroke("control" if tint.line in ("border", "brand") else "hairline")
        box(painter, self.area(), ("sunk" if pressed else tint.fill, edge), (radius, width))
        if self.hasFocus():
            focus_ring(painter, self.area(), radius)
        painter.end()
