"""Widgets beside each other, or under each other where it is narrow."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from ui.theme import theme


class InARow(QWidget):
    """Stands on one foot: what is lower ends where the others end.

    Args:
        widgets: with the share of the width each takes.
        wide: in px at 100 %; in less they stand under each other.
    """

    def __init__(self, widgets: dict[QWidget, int], wide: int = 420) -> None:
        super().__init__()
        self._wide = wide
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(theme().space("s"))
        for widget, share in widgets.items():
            self._row.addWidget(widget, share, Qt.AlignmentFlag.AlignBottom)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand as there is room."""
        super().resizeEvent(event)
        beside, below = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._row.setDirection(beside if self.width() >= theme().px(self._wide) else below)
