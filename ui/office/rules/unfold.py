"""What is seldom needed, behind one button."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.kit import Button, Flow
from ui.theme import theme


class Unfold(QWidget):
    """A button; what was added stands under it while it is open.

    Args:
        text: what is in it, translated.

    Attributes:
        button: opens and closes it.
    """

    def __init__(self, text: str) -> None:
        super().__init__()
        self.button = Button(text, "ghost", "chevron-right")
        self.body = QWidget()
        self._inside = QVBoxLayout(self.body)
        self._inside.setContentsMargins(0, 0, 0, 0)
        self._inside.setSpacing(theme().space("m"))
        head = Flow()
        head.add(self.button)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(theme().space("s"))
        rows.addWidget(head)
        rows.addWidget(self.body)
        self.body.hide()
        self.button.clicked.connect(lambda: self.open(self.body.isHidden()))

    def add(self, widget: QWidget) -> None:
        """Put something in at the end."""
        self._inside.addWidget(widget)

    def open(self, is_open: bool = True) -> None:
        """Show what is in it, or hide it."""
        self.body.setVisible(is_open)
        self.button.set_icon("chevron-down" if is_open else "chevron-right")
