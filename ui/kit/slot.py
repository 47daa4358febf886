"""A place in which one of several widgets is shown."""

from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget


class Slot(QWidget):
    """Shows one widget at a time and is as high as that one.

    A QStackedWidget would be as high as its highest page, and scroll over nothing.

    Attributes:
        shown: the widget on show, or None.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.shown: QWidget | None = None
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)

    def hasHeightForWidth(self) -> bool:
        """Not where it asks for nothing: it would be given room that a sentence beside it needs."""
        asks = self.sizePolicy().verticalPolicy() != QSizePolicy.Policy.Ignored
        return asks and super().hasHeightForWidth()

    def add(self, widget: QWidget) -> None:
        """Keep a widget here, hidden until it is shown."""
        widget.hide()
        self._layout.addWidget(widget)

    def show_only(self, widget: QWidget | None) -> None:
        """Show one widget that was added (or is added now), or none."""
        if widget is not None and self._layout.indexOf(widget) < 0:
            self.add(widget)
        if self.shown is not None and self.shown is not widget:
            self.shown.hide()
        self.shown = widget
        if widget is not None:
            widget.show()

    def discard(self, widget: QWidget) -> None:
        """Take a widget out for good."""
        if self.shown is widget:
            self.shown = None
        widget.hide()
        self._layout.removeWidget(widget)
        widget.deleteLater()
