"""A day and a month, without a year; for 29 February also the day in other years."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QFocusEvent, QIntValidator, QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from pos_companion.i18n import _, fill, month_name
from pos_companion.model.dates import LeapPolicy, PartialDate
from ui.kit import Button, Chip, Flow, LineBox, Panel, Text
from ui.theme import theme

_DAY_WIDTH = 76
_STEPS: Final = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class ChoiceButton(Button):
    """One of a few names: a tap shows all of them, and keys choose without the list.

    A number chooses by place ("1", "2" is the twelfth), a letter the next name that begins with
    it, up and down the one before and after.

    Args:
        label: what is asked for, as long as nothing is chosen.
        names: in the order of their numbers.

    Attributes:
        number: of the one chosen, from 1; 0 for none.

    Signals:
        picked(int): a number.
    """

    picked = Signal(int)

    def __init__(self, label: str, names: Sequence[str]) -> None:
        super().__init__(label, "soft", "chevron-down")
        self.number = 0
        self._names = tuple(names)
        self._typed = ""
        self._menu = QMenu(self)
        for number, name in enumerate(self._names, start=1):
            action = QAction(name, self._menu)
            action.triggered.connect(lambda _on=False, number=number: self.pick(number))
            self._menu.addAction(action)
        self.put_icon_last()
        self.setAccessibleDescription(label)
        self.clicked.connect(self._on_clicked)

    def pick(self, number: int) -> None:
        """Choose one."""
        self.number = number
        self.setText(self._names[number - 1])
        self.picked.emit(number)

    def leaves_enter(self) -> bool:
        """Once one is chosen, Enter is meant for the sheet; before that it shows the list."""
        return bool(self.number)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose by number, letter or step; every other key is a button's."""
        step = _STEPS.get(Qt.Key(event.key()))
        number = self._stepped(step) if step else self._meant_by(event.text())
        if number:
            self.pick(number)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """A number starts anew."""
        self._typed = ""
        super().focusInEvent(event)

    def _stepped(self, by: int) -> int:
        return (max(self.number, 1 if by < 0 else 0) - 1 + by) % len(self._names) + 1

    def _meant_by(self, text: str) -> int:
        """The number of what is meant by a key; 0 for nothing."""
        if text.isdecimal():
            self._typed += str(int(text))
            if not 0 < int(self._typed) <= len(self._names):
                self._typed = str(int(text))
            return int(self._typed) if 0 < int(self._typed) <= len(self._names) else 0
        self._typed = ""
        if not text.isalpha():
            return 0
        order = [(self.number + at) % len(self._names) for at in range(len(self._names))]
        starts = (at for at in order if self._names[at].casefold().startswith(text.casefold()))
        return next(starts, -1) + 1

    def _on_clicked(self) -> None:
        self._menu.popup(self.mapToGlobal(self.rect().bottomLeft()))


class MonthButton(ChoiceButton):
    """The name of a month; a tap shows all twelve."""

    def __init__(self) -> None:
        super().__init__(_("Month"), [month_name(month) for month in range(1, 13)])

    @property
    def month(self) -> int:
        """1 to 12; 0 for none."""
        return self.number


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

    def show_day(self, month: int, day: int | None, policy: LeapPolicy | None = None) -> None:
        """Show a day that is known already."""
        self.day.set_text(str(day or ""))
        self.month.pick(month)
        self._leaps.button(self._policies.index(policy)).setChecked(True)

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
