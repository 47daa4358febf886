"""A column that scrolls."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from ui.theme import theme

_BAR = """
QScrollBar:vertical {{ background: transparent; border: none; width: 10px; margin: 0; }}
QScrollBar::handle:vertical {{
    background: {colour}; border-radius: 3px; min-height: 44px;
    margin: 2px;
}}
QScrollBar::add-line, QScrollBar::sub-line {{ height: 0; border: none; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
"""


class _Page(QWidget):
    """What scrolls; wrapping texts would report an absurd least height, so it reports none."""

    def minimumSizeHint(self) -> QSize:
        """Nothing: the height for the width counts."""
        return QSize(0, 0)


class ScrollColumn(QScrollArea):
    """Widgets under each other, scrolling up and down with a thin bar.

    Args:
        gap: between the widgets, in px at 100 %.

    Attributes:
        column: the layout they stand in; a stretch at its end keeps them at the top.
    """

    def __init__(self, gap: int = 12, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._gap = gap
        page = _Page()
        self.column = QVBoxLayout(page)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.addStretch(1)
        self.setWidget(page)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        page.setAutoFillBackground(False)
        self.restyle()

    def add(self, widget: QWidget) -> None:
        """Put a widget at the end."""
        self.column.insertWidget(self.column.count() - 1, widget)

    def widgets(self) -> list[QWidget]:
        """What was added, from top to bottom."""
        found = (self.column.itemAt(index) for index in range(self.column.count()))
        widgets = (item.widget() for item in found if item)
        return [widget for widget in widgets if widget]

    def clear(self) -> None:
        """Take everything out for good."""
        for widget in self.widgets():
            self.column.removeWidget(widget)
            widget.hide()
            widget.deleteLater()

    def scroll_by(self, pixels: int) -> None:
        """Scroll down, or up if negative."""
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + pixels)

    def to_top(self) -> None:
        """Show the beginning."""
        self.verticalScrollBar().setValue(0)

    def restyle(self) -> None:
        """Take distances and the bar's colour from the theme."""
        look = theme()
        self.column.setSpacing(look.space("m") if self._gap == 12 else look.px(self._gap))
        colour = look.colour("border").name()
        self.verticalScrollBar().setStyleSheet(_BAR.format(colour=colour))
        self.verticalScrollBar().setSingleStep(look.px(26))

    def sizeHint(self) -> QSize:
        """As wide as a column; as high as it gets."""
        return QSize(theme().px(408), theme().px(300))

    def minimumSizeHint(self) -> QSize:
        """Room for a finger."""
        return QSize(theme().target("least"), theme().target("least"))
