"""Icons alone, in a disc, and leading a line."""

from PySide6.QtGui import QColor

from ui.kit.icon import Icon, IconDisc, IconLine
from ui.theme import theme


def test_an_icon_grows_with_the_text(look):
    assert Icon("gift").sizeHint().width() == 24
    look(scale=2.0)
    assert Icon("gift").sizeHint().width() == 48


def test_another_icon_can_be_shown(look, stand):
    shown = stand(Icon("gift"), 24)
    before = shown.grab().toImage()
    shown.set_icon("check", "brand")
    assert shown.name() == "check"
    assert shown.grab().toImage() != before


def test_a_disc_is_nearly_twice_its_icon(look, stand):
    disc = stand(IconDisc("cake", "party", "party_soft"), 42)
    assert disc.sizeHint().width() == 42
    assert disc.grab().toImage().pixelColor(6, 21) == QColor("#FAEAF2")
    disc.set_fill("sunk")
    assert disc.grab().toImage().pixelColor(6, 21) == theme().colour("sunk")


def test_the_icon_stands_at_the_first_line(look, stand):
    line = stand(IconLine("quote", "Saving for a camper van " * 5), 300)
    assert line.icon.y() == 0
    assert line.text.height() >= line.text.heightForWidth(line.text.width())
