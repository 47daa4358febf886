"""A person found."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor

from ui.kit.result_row import Found, ResultRow

ROSA = Found("Rosa Delgado", "212 visits · last here Tuesday", "RD")


def test_a_tap_chooses(look, stand, qtbot):
    row = stand(ResultRow(ROSA), 408)
    with qtbot.waitSignal(row.chosen):
        qtbot.mouseClick(row, Qt.MouseButton.LeftButton)


def test_the_selected_one_shows_the_enter_sign(look, stand):
    row = stand(ResultRow(ROSA), 408)
    plain = row.grab().toImage()
    row.set_selected(True)
    assert row.is_selected()
    assert row.grab().toImage() != plain
    assert row.grab().toImage().pixelColor(300, 8) == QColor("#E4F1E9")


def test_its_name_tells_who_and_why(look):
    row = ResultRow(ROSA)
    assert row.accessibleName() == "Rosa Delgado, 212 visits · last here Tuesday"
    row.show_found(Found("Sven Rossi", "", "SR", "party"))
    assert row.accessibleName() == "Sven Rossi"
    assert row.found().tint == "party"


def test_a_row_is_sixty_eight_high(look):
    assert ResultRow(ROSA).heightForWidth(408) == 68
