"""What can be done with the open card, under the thumb."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from pos_companion.i18n import _
from ui.kit import Button, Panel
from ui.theme import theme


class ActionBar(Panel):
    """The primary button says exactly what will be recorded.

    Signals:
        recorded: the primary button was tapped.
        choose_asked: something else than the usual.
        told_asked: they told us something.
    """

    recorded = Signal()
    choose_asked = Signal()
    told_asked = Signal()

    def __init__(self) -> None:
        super().__init__("surface")
        self.record = Button("", "primary", "check", "Enter")
        self.choose = Button(_("Something else"), "soft", "pencil", "F4")
        self.told = Button(_("They told me…"), "soft", "ear", "F5")
        self.record.clicked.connect(self.recorded)
        self.choose.clicked.connect(self.choose_asked)
        self.told.clicked.connect(self.told_asked)
        self._host = QWidget()
        self._grid = QGridLayout(self._host)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._in_one_row: bool | None = None
        self.add(self._host)
        self.set_padding(12, 12)
        self.set_one_row(False)

    def show_deed(self, icon: str, text: str) -> None:
        """Say what Enter will record."""
        self.record.setText(text)
        self.record.set_icon(icon)

    def set_one_row(self, one_row: bool) -> None:
        """Lay the three buttons beside each other, or the primary one over the others."""
        if one_row == self._in_one_row:
            return
        self._in_one_row = one_row
        for button in (self.record, self.choose, self.told):
            self._grid.removeWidget(button)
            button.grow_down()
        if one_row:
            places = ((0, 0, 1, 1), (0, 1, 1, 1), (0, 2, 1, 1))
        else:
            places = ((0, 0, 1, 2), (1, 0, 1, 1), (1, 1, 1, 1))
        for button, place in zip((self.record, self.choose, self.told), places, strict=True):
            self._grid.addWidget(button, *place)
        for column, stretch in enumerate((2, 1, 1) if one_row else (1, 1, 0)):
            self._grid.setColumnStretch(column, stretch)

    def restyle(self) -> None:
        """Take distances from the theme."""
        super().restyle()
        if hasattr(self, "_grid"):
            self._grid.setSpacing(theme().px(9))
