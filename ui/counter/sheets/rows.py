"""Widgets under each other that are drawn anew together, and a label over some of them."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.kit import Text
from ui.theme import theme


class Rows(QWidget):
    """A column in a sheet's body; absent once it was cleared, until something is put in.

    Args:
        gap: between the rows, in px at 100 %.
    """

    def __init__(self, gap: int = 8) -> None:
        super().__init__()
        self._gap = gap
        self._column = QVBoxLayout(self)
        self.restyle()

    def add(self, widget: QWidget) -> None:
        """Put a row at the end."""
        self._column.addWidget(widget)
        if self.parentWidget() is not None:  # else it would become a window
            self.show()

    def add_label(self, text: str) -> None:
        """Say what the next rows are."""
        self.add(Text(text, "label", "ink2"))

    def clear(self) -> None:
        """Take everything out for good."""
        while item := self._column.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        self.hide()

    def restyle(self) -> None:
        """Take distances from the theme."""
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme().px(self._gap))
