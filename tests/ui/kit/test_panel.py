"""Panels: a heading, an icon, and what is added."""

from PySide6.QtGui import QColor

from ui.kit import Key, Panel, Text


def test_a_panel_is_as_high_as_what_is_in_it(look, stand):
    panel = Panel("brand", "Biscuit’s birthday is tomorrow", "paw-print")
    empty = panel.heightForWidth(400)
    panel.add(Text("A little something for Biscuit’s birthday."))
    assert panel.heightForWidth(400) > empty
    assert panel.heightForWidth(200) > panel.heightForWidth(400)


def test_the_heading_and_the_note_share_a_line(look, stand):
    panel = Panel()
    panel.set_heading("The usual", "9 of the last 10 visits")
    stand(panel, 400)
    assert panel.heading.geometry().right() < panel.note.geometry().left()
    assert panel.accessibleName() == "The usual"


def test_without_a_heading_no_room_is_kept_for_one(look, stand):
    headless, headed = Panel(), Panel("surface", "The usual")
    for panel in (headless, headed):
        panel.add(Text("Flat white"))
        stand(panel, 400)
    assert headless.heightForWidth(400) < headed.heightForWidth(400)
    assert not headless.heading.isVisible()


def test_a_key_stands_at_the_end_of_the_heading(look, stand):
    panel, key = Panel("warn", "We owe them", "hand-heart"), Key("F6")
    panel.add_trailing(key)
    stand(panel, 400)
    assert key.mapTo(panel, key.rect().topRight()).x() == 400 - 14 - 1


def test_the_icon_stands_in_the_middle_or_at_the_top(look, stand):
    panel = Panel("warn", "We owe them", "hand-heart")
    for _ in range(4):
        panel.add_beside(Text("Sour oat milk"))
    middle = stand(panel, 400).disc.y()
    panel.keep_disc_at_top()
    panel.layout().activate()
    assert panel.disc.y() < middle


def test_a_tint_can_change(look, stand):
    panel = stand(Panel("surface", "Owed"), 300)
    panel.set_tint("warn")
    assert panel.grab().toImage().pixelColor(150, 4) == QColor("#FFF1DC")
    assert panel.heading.colour() == "warn"


def test_distances_can_be_other_ones(look, stand):
    panel = Panel()
    panel.add(Text("One"))
    panel.add(Text("Two"))
    before = panel.heightForWidth(300)
    panel.set_padding(12, 20)
    panel.set_gap(20)
    assert panel.heightForWidth(300) == before + 2 * 6 + 10
