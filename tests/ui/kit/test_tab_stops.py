"""Where Tab stops."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.kit import Chip, Field, ScrollColumn
from ui.kit.tab_stops import tab_stops


def test_they_follow_the_screen_and_not_the_order_in_which_things_were_made(look, qtbot):
    column = ScrollColumn()
    qtbot.addWidget(column)
    last, first = Field("Phone"), Field("Name")
    column.add(first)
    column.add(last)
    between = Chip("No name")
    column.column.insertWidget(1, between)
    assert tab_stops(column) == [first.edit, between, last.edit]


def test_what_stands_in_no_layout_comes_last(look, qtbot):
    page = QWidget()
    qtbot.addWidget(page)
    loose = Chip("loose")
    loose.setParent(page)
    chip = Chip("laid out")
    QVBoxLayout(page).addWidget(chip)
    assert tab_stops(page) == [chip, loose]
