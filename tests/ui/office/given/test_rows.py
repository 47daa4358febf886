"""Bars under a heading."""

from PySide6.QtWidgets import QApplication, QLabel

from ui.office.given.rows import BarRow, bar_panel


def test_there_is_no_panel_without_rows(qapp: QApplication) -> None:
    assert bar_panel("By rule", []) == []


def test_a_row_says_its_numbers_and_a_whole_of_nothing_breaks_nothing(qapp: QApplication) -> None:
    rows = [BarRow("Thanks", 3, 4, "3 of 4"), BarRow("Free", 0, 0, "nothing"),
            BarRow("Over", 9, 4, "9 of 4")]  # fmt: skip
    (panel,) = bar_panel("By rule", rows, "As of today")
    said = {one.text() for one in panel.findChildren(QLabel)}
    assert {"By rule", "3 of 4", "nothing", "9 of 4", "As of today"} <= said
