"""Days that are no plain day and month: of a weekday, of another calendar, moving every year."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from pos_companion.i18n import N_, _, month_name, weekday_name
from pos_companion.model.calendars import OtherCalendar, OtherDay, When
from pos_companion.model.dates import NthWeekday, WrittenIn
from ui.counter.sheets.date_row import ChoiceButton, DateRow, MonthButton
from ui.kit import Chip, Flow, LineBox
from ui.theme import theme

_NTHS = (1, 2, 3, 4, -1)
_NTH_WORDS = (N_("First"), N_("Second"), N_("Third"), N_("Fourth"), N_("Last"))
_DAY_WIDTH = 76

_CALENDARS = {
    OtherCalendar.ISLAMIC: N_("Islamic"),
    OtherCalendar.PERSIAN: N_("Persian"),
    OtherCalendar.JULIAN: N_("Julian"),
}
_ISLAMIC = (
    N_("Muharram"),
    N_("Safar"),
    N_("Rabi al-awwal"),
    N_("Rabi al-thani"),
    N_("Jumada al-ula"),
    N_("Jumada al-akhira"),
    N_("Rajab"),
    N_("Shaban"),
    N_("Ramadan"),
    N_("Shawwal"),
    N_("Dhu al-Qada"),
    N_("Dhu al-Hijja"),
)
_PERSIAN = (
    N_("Farvardin"),
    N_("Ordibehesht"),
    N_("Khordad"),
    N_("Tir"),
    N_("Mordad"),
    N_("Shahrivar"),
    N_("Mehr"),
    N_("Aban"),
    N_("Azar"),
    N_("Dey"),
    N_("Bahman"),
    N_("Esfand"),
)


class NoSuchDayError(ValueError):
    """What was chosen is no day yet; the sentence says what is missing or wrong."""


class OtherWay(QWidget):
    """One way to say a day.

    Signals:
        changed: something else is chosen.
    """

    changed = Signal()

    def when(self) -> When:
        """What was chosen.

        Raises:
            NoSuchDayError: a part is missing, or there is no such day.
        """
        raise NotImplementedError


class WeekdayRow(OtherWay):
    """The third Monday of May."""

    def __init__(self) -> None:
        super().__init__()
        self.nth = ChoiceButton(_("Which one"), [_(word) for word in _NTH_WORDS])
        self.weekday = ChoiceButton(_("Weekday"), [weekday_name(day) for day in range(7)])
        self.month = MonthButton()
        flow = Flow()
        for button in (self.nth, self.weekday, self.month):
            button.picked.connect(self.changed)
            flow.add(button)
        _in_rows(self, flow)

    def when(self) -> NthWeekday:
        """What was chosen.

        Raises:
            NoSuchDayError: a part is missing.
        """
        if not (self.nth.number and self.weekday.number and self.month.month):
            raise NoSuchDayError(_("Choose which one, the weekday and the month."))
        return NthWeekday(_NTHS[self.nth.number - 1], self.weekday.number - 1, self.month.month)

    def show_when(self, when: NthWeekday) -> None:
        """Show a day that is known already."""
        self.nth.pick(_NTHS.index(when.nth) + 1)
        self.weekday.pick(when.weekday + 1)
        self.month.pick(when.month)


class CalendarRow(OtherWay):
    """A day and a month of another calendar."""

    def __init__(self) -> None:
        super().__init__()
        self.chips = [Chip(_(words), icon="moon") for words in _CALENDARS.values()]
        self.day = LineBox(_("Day"))
        self.day.set_name(_("Day in that calendar"))
        self.day.edit.setValidator(QIntValidator(1, 31, self))
        self.months = [ChoiceButton(_("Month"), _months_of(calendar)) for calendar in _CALENDARS]
        self._group = QButtonGroup(self)
        chips, row = Flow(6), Flow()
        row.add(self.day)
        for at, (chip, month) in enumerate(zip(self.chips, self.months, strict=True)):
            self._group.addButton(chip, at)
            chips.add(chip)
            row.add(month)
            chip.toggled.connect(month.setVisible)
            chip.toggled.connect(self.changed)
            month.picked.connect(self.changed)
            month.hide()
        self.chips[0].setChecked(True)
        self.day.edited.connect(self.changed)
        _in_rows(self, chips, row)
        self.restyle()

    def when(self) -> OtherDay:
        """What was chosen.

        Raises:
            NoSuchDayError: a part is missing, or the month has no such day.
        """
        at = self._group.checkedId()
        month, day = self.months[at].number, int(self.day.text() or 0)
        if not month or not day:
            raise NoSuchDayError(_("Give the day and the month in that calendar."))
        try:
            return OtherDay(tuple(_CALENDARS)[at], month, day)
        except ValueError as error:
            raise NoSuchDayError(_("That month has no such day.")) from error

    def show_when(self, when: OtherDay) -> None:
        """Show a day that is known already."""
        at = tuple(_CALENDARS).index(when.calendar)
        self.chips[at].setChecked(True)
        self.day.set_text(str(when.day))
        self.months[at].pick(when.month)

    def restyle(self) -> None:
        """Take distances from the theme."""
        self.day.setFixedWidth(theme().px(_DAY_WIDTH))


class NextRow(OtherWay):
    """The next date of a day that moves every year, as they told it.

    Args:
        today: the business date; the next such day from then on is meant.
    """

    def __init__(self, today: date) -> None:
        super().__init__()
        self._today = today
        self.row = DateRow(_("The next time"))
        self.row.day.edited.connect(self.changed)
        self.row.month.picked.connect(self.changed)
        self.row.leap.setMaximumHeight(0)  # a date with its year needs no other one
        _in_rows(self, self.row)

    def when(self) -> WrittenIn:
        """What was given.

        Raises:
            NoSuchDayError: a part is missing, or there is no such day.
        """
        month, day = self.row.month.month, int(self.row.day.text() or 0)
        if not month or not day:
            raise NoSuchDayError(_("Give the day and the month of the next time."))
        for year in (self._today.year, self._today.year + 1):
            try:
                found = date(year, month, day)
            except ValueError:
                continue
            if found >= self._today:
                return WrittenIn(found)
        raise NoSuchDayError(_("That month has no such day."))

    def show_when(self, when: WrittenIn) -> None:
        """Show a day that is known already; one gone by has to be given anew."""
        if when.next >= self._today:
            self.row.show_day(when.next.month, when.next.day)


def _months_of(calendar: OtherCalendar) -> list[str]:
    if calendar is OtherCalendar.JULIAN:
        return [month_name(month) for month in range(1, 13)]
    names = _ISLAMIC if calendar is OtherCalendar.ISLAMIC else _PERSIAN
    return [_(name) for name in names]


def _in_rows(widget: QWidget, *parts: QWidget) -> None:
    rows = QVBoxLayout(widget)
    rows.setContentsMargins(0, 0, 0, 0)
    rows.setSpacing(theme().space("s"))
    for part in parts:
        rows.addWidget(part)
