"""Chips are on or off."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QButtonGroup

from ui.kit.chip import Chip


def test_a_tap_turns_it_on_and_off(look, stand, qtbot):
    chip = stand(Chip("Almond croissant"), 200)
    with qtbot.waitSignal(chip.toggled):
        qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    assert chip.isChecked()
    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    assert not chip.isChecked()


def test_on_and_off_differ_by_more_than_colour(look, stand):
    chip = stand(Chip("Tea"), 120)
    off = chip.grab().toImage()
    chip.setChecked(True)
    assert chip.grab().toImage() != off


def test_of_several_in_a_group_one_is_on(look):
    group, first, second = QButtonGroup(), Chip("28 Feb", True), Chip("1 Mar")
    group.addButton(first)
    group.addButton(second)
    second.setChecked(True)
    assert not first.isChecked()


def test_a_screen_reader_hears_whether_it_is_on(look):
    chip = Chip("Tea", True)
    state = QAccessible.queryAccessibleInterface(chip).state()
    assert state.checkable
    assert state.checked


def test_it_is_a_finger_high(look):
    assert Chip("Tea").sizeHint().height() == 44
