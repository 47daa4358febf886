"""Icons and fonts are there and take the theme's colours."""

import re

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontInfo, QFontMetricsF, QRawFont

from ui.assets import MIRRORED, icon, icon_names, load_fonts, q_icon, resources
from ui.theme import apply_theme, load_theme, theme

ASKED_FOR = set(
    """
    arrow-left baby barcode bell cake cake-slice calendar-days cat chart-column check
    chevron-down chevron-right circle-alert circle-check circle-help clock coffee cookie
    corner-down-left croissant dog ear eye eye-off gift graduation-cap hand-heart heart
    heart-handshake house keyboard lightbulb lock message-circle moon package party-popper
    paw-print pencil phone plus quote receipt rotate-ccw scan-line search settings shield
    sliders-horizontal sparkles star sticky-note store sun tag trash-2 triangle-alert undo-2
    user user-plus users x
    """.split()  # noqa: SIM905
)


@pytest.fixture
def looks(qapp):
    load_fonts()
    apply_theme(qapp, load_theme("light"))
    yield qapp
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    apply_theme(qapp, load_theme("light"))


def painted(pixmap):
    image = pixmap.toImage()
    points = ((x, y) for x in range(image.width()) for y in range(image.height()))
    return [image.pixelColor(x, y) for x, y in points if image.pixelColor(x, y).alpha() == 255]


def is_nearly(one, other):
    parts = zip(one.getRgb(), other.getRgb(), strict=True)
    return all(abs(mine - yours) <= 2 for mine, yours in parts)


def test_every_icon_of_the_design_is_there():
    assert set(icon_names()) >= ASKED_FOR


@pytest.mark.parametrize("name", icon_names())
def test_an_icon_is_drawn_in_the_colour_of_its_token(looks, name):
    pixels = painted(icon(name, "party", 48))
    assert pixels
    assert all(is_nearly(pixel, QColor("#8C2F63")) for pixel in pixels)


def test_an_icon_follows_the_theme(looks):
    apply_theme(looks, load_theme("dark"))
    assert painted(icon("check", "brand", 48))[0].name() == theme().colour("brand").name()


def test_an_icon_is_drawn_once_per_colour_and_size(looks):
    assert icon("check", "ink", 24).cacheKey() == icon("check", "ink", 24).cacheKey()
    assert icon("check", "ink", 24).cacheKey() != icon("check", "brand", 24).cacheKey()
    assert not q_icon("check").isNull()


@pytest.mark.parametrize("name", ["arrow-left", "chevron-right", "corner-down-left", "pencil"])
def test_only_icons_that_point_somewhere_are_mirrored(looks, name):
    straight = icon(name, "ink", 48).toImage()
    looks.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    turned = icon(name, "ink", 48).toImage()
    assert (straight != turned) == (name in MIRRORED)


def test_an_unknown_icon_is_refused(looks):
    with pytest.raises(FileNotFoundError):
        icon("no-such-icon")


@pytest.mark.parametrize(
    ("role", "weight"), [("body", 400), ("control", 500), ("label", 600), ("display", 600)]
)
def test_inter_comes_in_three_weights(looks, role, weight):
    found = QFontInfo(theme().font(role))
    assert found.family() == "Inter"
    assert found.weight() == weight


def test_the_three_weights_are_really_different(looks):
    widths = set()
    for weight in (400, 500, 600):
        font = QFont("Inter")
        font.setPixelSize(100)
        font.setWeight(QFont.Weight(weight))
        widths.add(QFontMetricsF(font).horizontalAdvance("The usual today?"))
    assert len(widths) == 3


@pytest.mark.parametrize("role", ["body", "label", "key"])
def test_figures_stand_under_each_other(looks, role):
    metrics = QFontMetricsF(theme().font(role))
    assert metrics.horizontalAdvance("111") == metrics.horizontalAdvance("000")


@pytest.mark.parametrize("letters", ["Größe", "Łódź", "Ελλάδα", "Тодор", "„“«»…·−€"])
def test_the_fonts_know_latin_greek_and_cyrillic(looks, letters):
    font = QRawFont.fromFont(theme().font("body"))
    assert all(font.supportsCharacter(ord(letter)) for letter in letters)


def test_licences_lie_beside_what_they_cover():
    assert "SIL OPEN FONT LICENSE" in (resources() / "fonts" / "OFL.txt").read_text("utf-8")
    assert "ISC License" in (resources() / "icons" / "LICENSE").read_text("utf-8")


def test_no_icon_brings_a_colour_of_its_own():
    for name in icon_names():
        svg = (resources() / "icons" / f"{name}.svg").read_text("utf-8")
        assert not re.search(r"#[0-9a-fA-F]{3,6}\b", svg), name
