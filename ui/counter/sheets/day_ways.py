"""The day of a celebration: day and month, and other ways to say it that are folded away."""

import calendar
from datetime import date

from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from pos_companion.i18n import _, fill, full_day, month_name
from pos_companion.model.calendars import OtherDay, When, days_in
from pos_companion.model.dates import LeapPolicy, NthWeekday, PartialDate, WrittenIn
from ui.counter.sheets.date_row import DateRow
from ui.counter.sheets.other_days import CalendarRow, NextRow, NoSuchDayError, OtherWay, WeekdayRow
from ui.kit import Chip, Field, Flow, IconLine, Text
from ui.theme import theme

_PLAIN, _WEEKDAY, _CALENDAR, _NEXT = range(4)


class DayWays(QWidget):
    """Asks for a day; plain at first.

    Args:
        today: the business date.

    Attributes:
        row: day and month, and for 29 February the day in other years.
        year: optional.
        ways: the chips that choose another way; to be placed by the sheet.
        rows: the other ways, in the order of their chips; the plain one is not among them.
    """

    def __init__(self, today: date) -> None:
        super().__init__()
        self._today = today
        self.row = DateRow(_("The day"))
        self.year = Field(_("Year"), note=_("optional, never said"))
        self.year.edit.setValidator(QIntValidator(1, 9999, self))
        self.weekday, self.calendar = WeekdayRow(), CalendarRow()
        self.next = NextRow(today)
        self.preview = Text("", "small", "ink2")
        self.problem = IconLine("circle-alert", "", "small", ("danger", "danger"))
        self.ways = Flow(6)
        self._group = QButtonGroup(self)
        self._rows = QVBoxLayout(self)
        self._lay_out()
        self._connect()

    def when(self) -> When:
        """The day that was given.

        Raises:
            NoSuchDayError: there is none, or it does not exist.
        """
        way = self._way()
        return way.when() if way is not None else self._plain()

    def policy(self) -> LeapPolicy | None:
        """When 29 February is kept in other years; None asks the shop's way."""
        return self.row.policy() if self._group.checkedId() == _PLAIN else None

    def show_when(self, when: When, policy: LeapPolicy | None) -> None:
        """Show a day that is known already."""
        if isinstance(when, PartialDate):
            self.year.set_text(str(when.year or ""))
            if when.month is not None:
                self.row.show_day(when.month, when.day, policy)
            return
        if isinstance(when, NthWeekday):
            self.choose(_WEEKDAY)
            self.weekday.show_when(when)
        elif isinstance(when, OtherDay):
            self.choose(_CALENDAR)
            self.calendar.show_when(when)
        elif isinstance(when, WrittenIn):
            self.choose(_NEXT)
            self.next.show_when(when)

    def choose(self, way: int) -> None:
        """Ask in another way."""
        self._group.button(way).setChecked(True)

    def is_plain(self) -> bool:
        """Whether a day and a month are asked for."""
        return self._group.checkedId() == _PLAIN

    def say(self, sentence: str) -> None:
        """Say under the day what is wrong with it; nothing if the sentence is empty."""
        self.problem.text.setText(sentence)
        self.problem.setVisible(bool(sentence))
        self.row.day.edit.setAccessibleDescription(sentence)

    def start(self) -> None:
        """Give the keyboard to the day."""
        lines = {_PLAIN: self.row.day, _CALENDAR: self.calendar.day, _NEXT: self.next.row.day}
        (lines.get(self._group.checkedId()) or self.weekday.nth).setFocus()

    def restyle(self) -> None:
        """Take distances from the theme."""
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(theme().space("s"))

    def _lay_out(self) -> None:
        labels = (
            _("Day and month"),
            _("Weekday of a month"),
            _("Another calendar"),
            _("Moves every year"),
        )
        for at, label in enumerate(labels):
            chip = Chip(label, at == _PLAIN, "calendar-days")
            self._group.addButton(chip, at)
            self.ways.add(chip)
        others = (self.weekday, self.calendar, self.next)
        for part in (self.row, *others, self.problem, self.preview, self.year):
            self._rows.addWidget(part)
        self.preview.hide()
        self.problem.hide()
        self._show_way()
        self.restyle()

    def _connect(self) -> None:
        self._group.buttonToggled.connect(self._show_way)
        for line in (self.row.day, self.year):
            line.edited.connect(lambda _text: self.say(""))
        self.row.month.picked.connect(lambda _month: self.say(""))
        for way in (self.weekday, self.calendar, self.next):
            way.changed.connect(self._show_preview)

    def _way(self) -> OtherWay | None:
        for at, way in ((_WEEKDAY, self.weekday), (_CALENDAR, self.calendar), (_NEXT, self.next)):
            if at == self._group.checkedId():
                return way
        return None

    def _show_way(self) -> None:
        shown = self._way()
        for way in (self.weekday, self.calendar, self.next):
            way.setVisible(way is shown)
        self.row.setVisible(shown is None)
        self.year.setVisible(shown is None)
        self._show_preview()

    def _show_preview(self) -> None:
        """What the day is in the calendar on the wall."""
        self.say("")
        text = ""
        if not self.is_plain():
            try:
                text = self._next_day(self.when())
            except NoSuchDayError:
                text = ""
        self.preview.setText(text)
        self.preview.setVisible(bool(text))

    def _next_day(self, when: When) -> str:
        for year in (self._today.year, self._today.year + 1):
            for span in days_in(when, year):
                if span.last >= self._today:
                    return fill(_("Next time: {day}"), day=full_day(span.first))
        return ""

    def _plain(self) -> PartialDate:
        month, day = self.row.month.month, int(self.row.day.text() or 0)
        year = int(self.year.text() or 0)
        if day and not month:
            raise NoSuchDayError(_("Which month?"))
        if not month and not year:
            raise NoSuchDayError(_("Which day is it? The month alone helps too."))
        try:
            return PartialDate(year or None, month or None, day or None)
        except ValueError as error:
            raise NoSuchDayError(_no_such(day, month, year)) from error


def _no_such(day: int, month: int, year: int) -> str:
    if (day, month) == (29, 2):
        return fill(_("There was no 29 February in {year}."), year=str(year))
    longest = calendar.monthrange(2000, month)[1] if month else 31
    return fill(
        _("{month} has no {day}; it ends on the {last}."),
        month=month_name(month) if month else "",
        day=str(day),
        last=str(longest),
    )
