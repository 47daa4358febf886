"""Shares as bars with their numbers."""

from PySide6.QtWidgets import QApplication

from ui.office.bars import Bar, Bars


def test_a_bar_never_speaks_alone(qapp: QApplication) -> None:
    bars = Bars()
    bars.add("Monday", 0.72, "72% · 18 of 25")
    (bar,) = bars.findChildren(Bar)
    assert bar.accessibleName() == "Monday: 72% · 18 of 25"


def test_an_empty_and_a_full_bar_are_painted_both_ways_round(qapp: QApplication) -> None:
    for share in (0.0, 0.01, 1.0):
        bar = Bar(share)
        bar.resize(100, 14)
        assert not bar.grab().isNull()
