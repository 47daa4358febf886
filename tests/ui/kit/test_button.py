"""Buttons: what they show as they get narrower, and what pressing them does."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QColor
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.kit.button import KINDS, Button
from ui.theme import theme


def colour_at(widget, x, y):
    return widget.grab().toImage().pixelColor(x, y).name()


def test_a_tap_is_a_click(look, stand, qtbot):
    button = stand(Button("Give it", "soft", "gift", "Space"), 300)
    with qtbot.waitSignal(button.clicked):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_the_key_cap_goes_before_the_words_take_two_lines(look, stand):
    button = Button("They told me…", "soft", "ear", "F5")
    assert stand(button, 260).shows_key()
    one_line = button.heightForWidth(190)
    assert not stand(button, 190).shows_key()
    assert one_line == theme().target("standard")
    assert button.heightForWidth(130) > one_line or button.heightForWidth(110) > one_line


@pytest.mark.parametrize(("kind", "height"), [("soft", 48), ("primary", 64), ("ghost", 48)])
def test_kinds_have_their_height(look, kind, height):
    assert Button("OK", kind).heightForWidth(300) == height


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "rail_on"])
def test_a_button_without_words_still_has_a_finger_of_room(look, kind):
    size = Button("", kind, "x").sizeHint()
    assert min(size.width(), size.height()) >= 44


def test_a_tap_does_not_take_the_keyboard_from_the_search(look):
    assert not Button("Another").focusPolicy() & Qt.FocusPolicy.ClickFocus
    assert Button("Another").focusPolicy() & Qt.FocusPolicy.TabFocus


def test_the_focus_ring_is_three_pixels_inside_the_edge(look, stand, qtbot):
    button = stand(Button("Had the usual", "primary"), 300)
    middle = button.height() // 2
    assert colour_at(button, 1, middle) != QColor("#1559C0").name()
    button.window().activateWindow()
    button.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(button.hasFocus)
    assert colour_at(button, 1, middle) == QColor("#1559C0").name()


def test_held_down_it_looks_different(look, stand):
    button = stand(Button("Had the usual", "primary"), 300)
    button.setDown(True)
    assert colour_at(button, 4, 32) == QColor("#175A41").name()


def test_a_button_can_change_what_it_says_and_is(look):
    button = Button("Give it", "soft", "gift", "Space")
    button.setText("Added")
    button.set_kind("on")
    button.set_icon("check")
    button.set_key(None)
    assert (button.text(), button.kind(), button.icon_name(), button.key()) == (
        "Added",
        "on",
        "check",
        None,
    )


def test_a_screen_reader_says_words_and_key(look):
    button = Button("Salt & pepper", "soft", key="F4")
    found = QAccessible.queryAccessibleInterface(button)
    assert found.role() == QAccessible.Role.Button
    assert found.text(QAccessible.Text.Name) == "Salt & pepper"
    assert found.text(QAccessible.Text.Description) == "F4"
    assert button.shortcut().isEmpty()


def test_beside_a_higher_one_it_keeps_its_height_unless_told_to_grow(look, stand):
    row = QWidget()
    layout = QHBoxLayout(row)
    layout.setContentsMargins(0, 0, 0, 0)
    soft, grown = Button("Something else"), Button("They told me…")
    grown.grow_down()
    for button in (Button("Had the usual", "primary"), soft, grown):
        layout.addWidget(button)
    stand(row, 800)
    assert soft.area().height() == 48
    assert grown.area().height() == 64
    assert not soft.hitButton(QPoint(5, 1))
    assert soft.hitButton(QPoint(5, 32))


@pytest.mark.parametrize("direction", [*Qt.LayoutDirection][:2])
def test_where_a_list_opens_the_arrow_follows_the_words(look, stand, direction):
    month, there = Button("May", "soft", "chevron-down"), {}
    month.setLayoutDirection(direction)
    stand(month, 200)
    for last in (False, True):
        if last:
            month.put_icon_last()
        image = month.grab().toImage()
        ink = [x for x in range(20, 180) if image.pixelColor(x, 24).lightness() < 128]
        there[last] = (ink[0], ink[-1])
    assert there[False] != there[True]
    assert sum(there[False]) + sum(there[True]) == pytest.approx(400, abs=30)


def test_the_rail_shows_where_we_are(look, stand):
    here = Button("Today", "rail", "house")
    here.setChecked(True)
    assert colour_at(stand(here, 200), 100, 3) == QColor("#E4F1E9").name()


def test_a_disabled_button_cannot_be_pressed(look, stand, qtbot):
    button = stand(Button("Another"), 200)
    button.setEnabled(False)
    with qtbot.assertNotEmitted(button.clicked):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert not button.is_lit()
