from datetime import date

import pytest
from PySide6.QtWidgets import QWidget

from pos_companion.model.calendars import OtherCalendar, OtherDay
from pos_companion.model.dates import NthWeekday, WrittenIn
from ui.counter.sheets.other_days import CalendarRow, NextRow, NoSuchDayError, WeekdayRow


@pytest.fixture
def host(look: None, qtbot) -> QWidget:
    room = QWidget()
    room.resize(440, 700)
    qtbot.addWidget(room)
    return room


@pytest.fixture
def made(host: QWidget):

    def make(widget):
        widget.setParent(host)
        widget.resize(400, 600)
        widget.show()
        host.show()
        return widget

    return make


def test_the_third_monday_of_may(made):
    row = made(WeekdayRow())
    with pytest.raises(NoSuchDayError, match="which one, the weekday and the month"):
        row.when()
    for button, number in ((row.nth, 3), (row.weekday, 1), (row.month, 5)):
        button.pick(number)
    assert row.when() == NthWeekday(3, 0, 5)
    assert [row.nth.text(), row.weekday.text(), row.month.text()] == ["Third", "Monday", "May"]


def test_each_calendar_has_its_own_months(made):
    row = made(CalendarRow())
    row.chips[1].click()
    row.day.set_text("1")
    row.months[1].pick(1)
    assert row.months[1].text() == "Farvardin"
    assert row.when() == OtherDay(OtherCalendar.PERSIAN, 1, 1)
    assert not row.months[0].isVisible()


def test_a_month_without_that_day_says_so(made):
    row = made(CalendarRow())
    row.day.set_text("31")
    row.months[0].pick(9)
    with pytest.raises(NoSuchDayError, match="no such day"):
        row.when()


def test_the_next_time_lies_ahead(made):
    row = made(NextRow(date(2025, 11, 21)))
    row.row.day.set_text("20")
    row.row.month.pick(3)
    assert row.when() == WrittenIn(date(2026, 3, 20))
    row.row.month.pick(11)
    row.row.day.set_text("21")
    assert row.when() == WrittenIn(date(2025, 11, 21))
