"""Widgets that are drawn anew together."""

from PySide6.QtWidgets import QApplication

from ui.counter.sheets.rows import Rows
from ui.kit import Sheet, Text


def test_a_column_is_absent_while_it_is_empty_and_never_a_window(covers):
    loose = Rows()
    loose.add(Text("Ana"))
    assert not loose.isVisible()
    sheet = Sheet("Home", "Back")
    rows = Rows()
    sheet.add(rows)
    covers(sheet)
    rows.add_label("Around")
    rows.add(loose)
    QApplication.processEvents()
    assert (rows.isVisible(), loose.isVisible()) == (True, True)
    rows.clear()
    assert not rows.isVisible()
    rows.add(Text("Biscuit"))
    assert rows.isVisible()
