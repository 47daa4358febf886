"""Shares as bars with their numbers: no colour and no length carries meaning alone."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from pos_companion.i18n import _, fill
from ui.kit import Text
from ui.kit.box import box, brush
from ui.theme import theme

_HEIGHT, _NARROWEST = 14, 60
_ROOM = 300  # px at 100 %


class Bar(QWidget):
    """One share.

    Args:
        share: 0 to 1.
    """

    def __init__(self, share: float) -> None:
        super().__init__()
        self._share = share
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Thin, and as long as there is room."""
        return QSize(theme().px(_NARROWEST), theme().px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Enough to tell two bars apart."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the track, and the share from the side where reading starts."""
        painter = brush(self)
        area = QRectF(self.rect())
        radius = area.height() / 2
        box(painter, area, ("sunk", "border"), (radius, theme().stroke("hairline")))
        filled = QRectF(area)
        filled.setWidth(max(area.height(), area.width() * self._share))
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            filled.moveRight(area.right())
        if self._share:
            box(painter, filled, ("brand", ""), (radius, 0))
        painter.end()


class Bars(QWidget):
    """A row for each share: what it is, the bar, the numbers; in two lines where it is narrow.

    Args:
        room: narrow is less than this, in px at 100 %.
    """

    def __init__(self, room: int = _ROOM) -> None:
        super().__init__()
        self._room = room
        self._rows: list[tuple[Text, Bar, Text]] = []
        self._narrow = False
        self._grid = QGridLayout(self)
        self._grid.setColumnStretch(1, 1)
        self.restyle()

    def add(self, label: str, share: float, said: str) -> None:
        """Put a row at the end.

        Args:
            said: the numbers, in words.
        """
        bar = Bar(share)
        bar.setAccessibleName(fill(_("{what}: {said}"), what=label, said=said))
        self._rows.append((Text(label, "small"), bar, Text(said, "small", "ink2")))
        self._place(len(self._rows) - 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The bar goes below its words where there is no room beside them."""
        super().resizeEvent(event)
        narrow = self.width() < theme().px(self._room)
        if narrow != self._narrow:
            self._narrow = narrow
            for row in range(len(self._rows)):
                self._place(row)

    def restyle(self) -> None:
        """Take distances from the theme."""
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme().space("m"))
        self._grid.setVerticalSpacing(theme().space("xs"))

    def _place(self, row: int) -> None:
        label, bar, said = self._rows[row]
        if self._narrow:
            self._grid.addWidget(label, 3 * row, 0, 1, 3)
            self._grid.addWidget(said, 3 * row + 1, 0, 1, 3)
            self._grid.addWidget(bar, 3 * row + 2, 0, 1, 3)
        else:
            for column, widget in enumerate((label, bar, said)):
                self._grid.addWidget(widget, 3 * row, column)
