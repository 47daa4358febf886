"""Two widgets beside each other, or under each other where it is narrow."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from ui.theme import theme

_WIDE = 320  # px at 100 %


class Beside(QWidget):
    """The first one takes the room there is, unless both share it.

    Args:
        share: both are equally wide, and stand at the top; else the second one stands at the
            lower edge of the first.
    """

    def __init__(self, first: QWidget, second: QWidget, share: bool = False) -> None:
        super().__init__()
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.addWidget(first, 1)
        place = Qt.AlignmentFlag(0) if share else Qt.AlignmentFlag.AlignBottom
        self._row.addWidget(second, int(share), place)
        self.restyle()

    def restyle(self) -> None:
        """Take distances from the theme."""
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(theme().space("s"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand as there is room."""
        super().resizeEvent(event)
        beside, below = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._row.setDirection(beside if self.width() >= theme().px(_WIDE) else below)
