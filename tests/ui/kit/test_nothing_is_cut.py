"""No word is cut: long words, both directions, narrow windows, twice the size."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from ui.kit import (
    Button,
    Chip,
    Field,
    Flow,
    Found,
    IconLine,
    Key,
    Panel,
    ResultRow,
    Tag,
    Text,
    Tile,
    Toast,
)
from ui.kit.pressable import Pressable

LTR, RTL = Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft
WORDS = {
    "english": ("Had the usual", "Sour oat milk on Tuesday: a fresh one on us."),
    "german": ("Geburtstagsgeschenk überreichen", "Haferflockenmilchkaffee mit Zimtschnecke"),
    "arabic": ("أخذ المعتاد", "حليب الشوفان كان حامضا يوم الثلاثاء وواحد طازج على حسابنا"),
    "grown": ("[Hád thé ûšûál !·!·!·!]", "[Söûr öát mîlk öñ Tûéšdáý: á fréšh öñé öñ ûš !·!·!·]"),
}


def owe(short, long):
    tile = Tile("warn", short, "hand-heart")
    tile.panel.add_beside(Text(long))
    tile.panel.add_beside(Text(long, "small", "ink2"))
    tile.panel.add_trailing(Key("F6", "warn", "warn"))
    return tile


def offer(short, long):
    panel = Panel("brand", long, "paw-print")
    panel.add_beside(Text(short, "title"))
    panel.add(Text(long))
    panel.add(IconLine("eye-off", long, "small", ("ink2", "ink2")))
    flow = Flow()
    flow.add(Button(short, "soft", "gift", "Space"))
    flow.add(Button(short, "ghost"))
    panel.add(flow)
    return panel


def choices(short, long):
    flow = Flow()
    for words in (short, long):
        flow.add(Chip(words, True))
        flow.add(Chip(words))
        flow.add(Tag(words, "user"))
    return flow


def problem(short, long):
    field = Field(short, "", long, "optional")
    field.set_problem(long)
    return field


PIECES = {
    "text": lambda short, long: Text(long, "title"),
    "primary": lambda short, long: Button(short, "primary", "check", "Enter"),
    "warn": lambda short, long: Button(long, "warn", "trash-2"),
    "rail": lambda short, long: Button(short, "rail", "house", "F12"),
    "owe": owe,
    "offer": offer,
    "choices": choices,
    "field": problem,
    "row": lambda short, long: ResultRow(Found(long, long, "RD"), True),
}


@pytest.mark.parametrize("direction", [LTR, RTL], ids=["ltr", "rtl"])
@pytest.mark.parametrize(("width", "scale"), [(348, 1), (380, 1), (440, 1.5), (380, 2), (480, 2)])
@pytest.mark.parametrize("language", WORDS)
@pytest.mark.parametrize("piece", PIECES)
def test_no_word_is_cut(look, stand, cut, piece, language, width, scale, direction):
    look("light", scale, direction, moves=False)
    widget = stand(PIECES[piece](*WORDS[language]), width)
    assert cut(widget, whole_words=scale == 1) == []


@pytest.mark.parametrize("direction", [LTR, RTL], ids=["ltr", "rtl"])
@pytest.mark.parametrize("scale", [1, 1.5, 2])
@pytest.mark.parametrize("language", WORDS)
def test_a_toast_shows_all_it_says(look, qtbot, cut, language, scale, direction):
    look("light", scale, direction, moves=False)
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(380, 900)
    window.show()
    short, long = WORDS[language]
    toast = Toast(long, short)
    toast.show_over(window)
    QApplication.processEvents()
    assert window.rect().contains(toast.geometry())
    assert cut(toast, whole_words=scale == 1) == []


@pytest.mark.parametrize("scale", [0.9, 1, 2])
@pytest.mark.parametrize("piece", PIECES)
def test_everything_that_can_be_tapped_has_room_for_a_finger(look, stand, piece, scale):
    look("light", scale, moves=False)
    widget = stand(PIECES[piece]("OK", "No"), 380)
    pressables = [widget, *widget.findChildren(QWidget)]
    small = [
        one.text()
        for one in pressables
        if isinstance(one, Pressable) and min(one.width(), one.area().height()) < 44
    ]
    assert small == []


@pytest.mark.parametrize("piece", PIECES)
def test_everything_that_can_be_tapped_has_a_name(stand, piece):
    widget = stand(PIECES[piece]("Give it", "A fresh one"), 380)
    pressables = [widget, *widget.findChildren(QWidget)]
    assert all(one.accessibleName() for one in pressables if isinstance(one, Pressable))


@pytest.mark.parametrize("piece", PIECES)
def test_a_piece_that_is_made_shows_no_window_of_its_own(look, piece):
    made = PIECES[piece]("Give it", "A fresh one")
    parts = [made, *made.findChildren(QWidget)]
    assert [one for one in parts if one.isWindow() and one.isVisible()] == []
    made.deleteLater()


@pytest.mark.parametrize("piece", PIECES)
def test_a_piece_that_is_open_follows_the_text_size(look, stand, cut, piece):
    widget = stand(PIECES[piece](*WORDS["english"]), 440)
    before = widget.heightForWidth(440) if widget.hasHeightForWidth() else 0
    look("dark", 2.0, moves=False)
    widget.resize(440, max(widget.heightForWidth(440), widget.sizeHint().height()))
    QApplication.processEvents()
    assert widget.height() > before
    assert cut(widget, whole_words=False) == []
