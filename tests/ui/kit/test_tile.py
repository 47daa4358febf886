"""A tile is one button."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible

from ui.kit import Text, Tile


def test_a_tap_on_the_words_is_a_click(look, stand, qtbot):
    tile = Tile("warn", "We owe them", "hand-heart")
    words = Text("Sour oat milk on Tuesday")
    tile.panel.add_beside(words)
    stand(tile, 400)
    with qtbot.waitSignal(tile.clicked):
        middle = words.mapTo(tile.window(), words.rect().center())
        touched = tile.window().childAt(middle)
        at = touched.mapFrom(tile.window(), middle)
        qtbot.mouseClick(touched, Qt.MouseButton.LeftButton, pos=at)


def test_its_name_is_the_whole_sentence(look):
    tile = Tile("warn", "We owe them", "hand-heart")
    tile.setText("We owe them: sour oat milk on Tuesday")
    found = QAccessible.queryAccessibleInterface(tile)
    assert found.role() == QAccessible.Role.Button
    assert found.text(QAccessible.Text.Name) == "We owe them: sour oat milk on Tuesday"


def test_words_inside_keep_their_colour(look, stand):
    tile = Tile("surface")
    tile.panel.add_beside(Text("Wei Ito starts at university"))
    plain = stand(tile, 400).grab().toImage()
    assert plain.size().width() == 400
    tile.setDown(True)
    assert tile.grab().toImage() != plain


def test_an_icon_on_a_white_tile_stands_on_a_tinted_disc(look, stand):
    tile = stand(Tile("surface", "", "cake", "party"), 400)
    assert tile.panel.disc is not None
    assert tile.heightForWidth(400) >= 44
