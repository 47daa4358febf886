from datetime import date

import pytest
from PySide6.QtWidgets import QWidget

from pos_companion.model.dates import PartialDate
from ui.counter.sheets.day_ways import DayWays
from ui.counter.sheets.other_days import NoSuchDayError

TODAY = date(2025, 11, 21)


@pytest.fixture
def host(look: None, qtbot) -> QWidget:
    room = QWidget()
    room.resize(440, 700)
    qtbot.addWidget(room)
    return room


@pytest.fixture
def ways(host: QWidget) -> DayWays:
    made = DayWays(TODAY)
    made.setParent(host)
    made.resize(400, 600)
    made.show()
    host.show()
    return made


def test_the_month_alone_and_the_year_alone_are_days_too(ways):
    ways.row.month.pick(5)
    assert ways.when() == PartialDate(None, 5)
    ways.year.set_text("1990")
    assert ways.when() == PartialDate(1990, 5)


def test_only_one_way_is_shown_at_a_time(ways):
    assert ways.row.isVisible()
    ways.choose(2)
    assert (ways.row.isVisible(), ways.calendar.isVisible()) == (False, True)
    assert not ways.is_plain()


def test_a_day_of_another_calendar_is_shown_in_ours(ways):
    ways.choose(2)
    ways.calendar.day.set_text("10")
    ways.calendar.months[0].pick(12)
    assert ways.preview.text() == "Next time: Wednesday 27 May"


def test_what_was_wrong_is_forgotten_with_the_next_key(ways, qtbot):
    with pytest.raises(NoSuchDayError):
        ways.when()
    ways.say("Which month?")
    assert ways.problem.isVisible()
    qtbot.keyClicks(ways.row.day.edit, "4")
    assert not ways.problem.isVisible()


def test_the_policy_belongs_to_the_29th_of_february(ways):
    ways.row.show_day(2, 29)
    assert ways.policy() is None
    ways.choose(1)
    assert ways.policy() is None
