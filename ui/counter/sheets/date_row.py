"""A day and a month, without a year; for 29 February also the day in other years."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QIntValidator
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from pos_companion.i18n import _, fill, month_name
from pos_companion.model.dates import LeapPolicy, PartialDate
from ui.kit import Button, Chip, Flow, LineBox, Panel, Text
from ui.theme import theme

_DAY_WIDTH = 76


class MonthButton(Button):
    """The name of a month; a tap shows all twelve.

    Signals:
        picked(int): 1 to 12.
    """

    picked = Signal(int)

    def __init__(self) -> None:
        super().__init__(_("Month"), "soft", "chevron-down")
        self.month = 0
        self._menu = QMenu(self)
        for month in range(1, 13):
            action = QAction(month_name(month), self._menu)
            action.triggered.connect(lambda _on=False, month=month: self.pick(month))
            self._menu.addAction(action)
        self.clicked.connect(self._on_clicked)

    def pick(self, month: int) -> None:
        """Choose a month."""
        self.month = month
        self.setText(month_name(month))
        self.picked.emit(month)

    def _on_clicked(self) -> None:
        self._menu.popup(self.mapToGlobal(self.rect().bottomLeft()))


class DateRow(QWidget):
    """Day, month, and for a pet its name.

    Args:
        name_asked: what the name is asked with; empty for no name.
    """

    def __init__(self, label: str, name_asked: str = "") -> None:
        super().__init__()
        self.day = LineBox(_("Day"))
        self.day.set_name(fill(_("{what}: day"), what=label))
        self.day.edit.setValidator(QIntValidator(1, 31, self))
        self.month = MonthButton()
        self.name = LineBox(name_asked)
        self.name.set_name(name_asked)
        self.leap = Panel("sunk")
        self._leaps = QButtonGroup(self)
        self._policies = (LeapPolicy.FEBRUARY, LeapPolicy.MARCH, None)
        self._lay_out(name_asked)
        self.day.edited.connect(self._on_changed)
        self.month.picked.connect(self._on_changed)

    def is_empty(self) -> bool:
        """Whether neither day nor month was given."""
        return not self.day.text() and not self.month.month

    def date(self) -> PartialDate:
        """What was given.

        Raises:
            ValueError: only a part of it, or a day that does not exist.
        """
        return PartialDate(None, self.month.month or None, int(self.day.text() or 0))

    def policy(self) -> LeapPolicy | None:
        """When 29 February is kept in other years; None means ask, or any other day."""
        return None if self.leap.isHidden() else self._policies[self._leaps.checkedId()]

    def restyle(self) -> None:
        """Take distances from the theme."""
        self.day.setFixedWidth(theme().px(_DAY_WIDTH))
        self._row.setSpacing(theme().px(10))
        self._rows.setSpacing(theme().space("m"))

    def _lay_out(self, name_asked: str) -> None:
        self._row = QHBoxLayout()
        self._row.addWidget(self.day)
        self._row.addWidget(self.month)
        self._row.addWidget(self.name, 1)
        self._row.addStretch()
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.addLayout(self._row)
        self._rows.addWidget(self.leap)
        self.name.setVisible(bool(name_asked))
        self.leap.add_beside(Text(_("29 February: in other years, wish them on"), "small", "ink2"))
        chips = Flow()
        for number, words in enumerate((_("28 Feb"), _("1 Mar"), _("ask"))):
            chip = Chip(words, number == 0)
            self._leaps.addButton(chip, number)
            chips.add(chip)
        self.leap.add(chips)
        self.leap.set_padding(12, 8)
        self.leap.hide()
        self.restyle()

    def _on_changed(self) -> None:
        self.leap.setVisible((self.day.text(), self.month.month) == ("29", 2))
