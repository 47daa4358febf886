"""A page over the page."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QWidget

from ui.kit import Button, Chip, Field, Sheet


@pytest.fixture
def window(look, qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(440, 900)
    window.show()
    window.activateWindow()
    return window


def test_it_covers_what_lies_under_it(window):
    sheet = Sheet("New face", "Back")
    sheet.cover(window)
    assert sheet.geometry() == window.rect()
    assert sheet.grab().toImage().pixelColor(2, 2) == QColor("#F7F2EA")
    window.resize(1280, 800)
    QApplication.processEvents()
    assert sheet.geometry() == window.rect()
    assert sheet.body.width() <= 640


def test_escape_and_the_way_back_close_it(window, qtbot):
    sheet = Sheet("New face", "Back to Rosa")
    sheet.add(Field("Name"))
    sheet.cover(window)
    with qtbot.waitSignal(sheet.closed):
        qtbot.keyClick(sheet.body.widgets()[0].edit, Qt.Key.Key_Escape)
    with qtbot.waitSignal(sheet.closed):
        qtbot.mouseClick(sheet.back, Qt.MouseButton.LeftButton)


def test_the_primary_action_is_there_when_it_is_named(window, qtbot):
    sheet = Sheet("New face", "Back")
    sheet.cover(window)
    assert not sheet.action.isVisible()
    sheet.set_action("Save and record visit")
    with qtbot.waitSignal(sheet.accepted):
        qtbot.mouseClick(sheet.action, Qt.MouseButton.LeftButton)


def test_tab_goes_round_the_body_the_action_and_the_way_back(window, qtbot):
    sheet = Sheet("New face", "Back")
    name, phone = Field("Name"), Field("Phone")
    sheet.set_action("Save")
    sheet.add(name)
    sheet.add(phone)
    sheet.cover(window)
    order = []
    for _ in range(5):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        order.append(QApplication.focusWidget())
    assert order == [name.edit, phone.edit, sheet.action, sheet.back, name.edit]
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Backtab)
    assert QApplication.focusWidget() is sheet.back


def test_enter_presses_the_button_that_has_the_keyboard_and_on_a_chip_the_green_one(window, qtbot):
    sheet, pressed = Sheet("Edit", "Not now"), []
    button, chip = Button("Part again"), Chip("Yes")
    for widget in (button, chip):
        sheet.add(widget)
    button.clicked.connect(lambda: pressed.append("button"))
    sheet.accepted.connect(lambda: pressed.append("green"))
    sheet.set_action("Save")
    sheet.cover(window)
    qtbot.keyClick(button, Qt.Key.Key_Return)
    chip.setFocus()
    qtbot.keyClick(chip, Qt.Key.Key_Return)
    assert pressed == ["button", "green"]
    assert not chip.isChecked()
