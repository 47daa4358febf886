"""A message with one way back."""

import pytest
from PySide6.QtCore import QPropertyAnimation, Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from ui.kit.toast import Toast


@pytest.fixture
def window(look, qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(440, 900)
    window.show()
    return window


def test_it_lies_above_the_bottom_edge_in_the_middle(window):
    toast = Toast("Visit recorded for Rosa", "Undo")
    toast.show_over(window)
    assert toast.geometry().getRect() == (12, 900 - 14 - 64, 416, 64)
    window.resize(1280, 800)
    QApplication.processEvents()
    assert toast.width() == 560
    assert toast.x() == (1280 - 560) // 2


def test_other_words_take_the_room_they_need(window):
    toast = Toast("Kept: Miso, Miso’s birthday and one more thing", "Undo")
    toast.show_over(window)
    assert toast.height() > 64
    toast.say("Done")
    assert (toast.height(), toast.accessibleName()) == (64, "Done")


def test_its_icon_stands_as_far_from_the_edge_where_reading_starts_on_the_right(window, look):
    look(direction=Qt.LayoutDirection.RightToLeft, moves=False)
    toast = Toast("سُجّلت الزيارة", "تراجع")
    toast.show_over(window)
    QApplication.processEvents()
    assert toast.width() - toast.icon.geometry().right() - 1 == 16


def test_its_button_is_the_way_back(window, qtbot):
    toast = Toast("Visit recorded for Rosa", "Undo")
    toast.show_over(window)
    with qtbot.waitSignal(toast.acted):
        qtbot.mouseClick(toast.button, Qt.MouseButton.LeftButton)


def test_without_a_way_back_there_is_no_button(window):
    toast = Toast("Taken back")
    toast.show_over(window)
    assert not toast.button.isVisible()


def test_it_says_when_it_has_gone(window, qtbot):
    toast = Toast("Visit recorded for Rosa", "Undo")
    toast.show_over(window)
    with qtbot.waitSignal(toast.closed):
        toast.close_now()
    assert not toast.isVisible()


def test_it_leaves_the_keyboard_where_it_is(window, qtbot):
    edit = QLineEdit(window)
    edit.show()
    window.activateWindow()
    edit.setFocus()
    qtbot.waitUntil(edit.hasFocus)
    Toast("Visit recorded for Rosa", "Undo").show_over(window)
    assert edit.hasFocus()


@pytest.mark.parametrize("moves", [True, False])
def test_it_slides_up_unless_less_movement_is_asked_for(window, look, moves):
    look(moves=moves)
    toast = Toast("Visit recorded for Rosa", "Undo")
    toast.show_over(window)
    slide = toast.findChild(QPropertyAnimation)
    assert (slide.state() == QPropertyAnimation.State.Running) == moves
