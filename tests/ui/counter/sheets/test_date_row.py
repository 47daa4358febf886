import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from pos_companion.model.dates import LeapPolicy, PartialDate
from ui.counter.sheets.date_row import DateRow, MonthButton


@pytest.fixture
def month(look: None, qtbot) -> MonthButton:
    button = MonthButton()
    qtbot.addWidget(button)
    button.show()
    return button


def test_a_month_is_typed_as_its_number(month, qtbot):
    for keys, chosen in (("1", 1), ("2", 12), ("3", 3), ("0", 3), ("9", 9)):
        qtbot.keyClicks(month, keys)
        assert month.month == chosen


def test_a_letter_walks_through_the_months_that_begin_with_it(month, qtbot):
    seen = []
    for _ in range(3):
        qtbot.keyClicks(month, "j")
        seen.append(month.text())
    assert seen == ["January", "June", "July"]


def test_up_and_down_walk_around_the_year(month, qtbot):
    qtbot.keyClick(month, Qt.Key.Key_Up)
    assert month.month == 12
    qtbot.keyClick(month, Qt.Key.Key_Down)
    assert month.month == 1


def test_a_known_day_is_shown_with_what_becomes_of_it(look: None, qtbot):
    host = QWidget()
    host.resize(440, 700)
    qtbot.addWidget(host)
    row = DateRow("Birthday")
    row.setParent(host)
    row.resize(400, 300)
    row.show()
    host.show()
    row.show_day(2, 29, LeapPolicy.MARCH)
    assert (row.date(), row.policy()) == (PartialDate(None, 2, 29), LeapPolicy.MARCH)
