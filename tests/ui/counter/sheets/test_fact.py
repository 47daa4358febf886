"""One fact, in big words, and four things to do with it."""

from datetime import date

import pytest
from PySide6.QtCore import Qt

from pos_companion.insight.facts import shown_fact
from pos_companion.model.facts import Discretion, Fact, FactKind
from pos_companion.services.facts import Correction
from tests.ui.counter.sheets.promise_cards import ROSA, TODAY, heard, texts
from ui.counter.sheets.fact import FactSheet
from ui.kit import Text
from ui.panels import FactDeed, FactWish

NUTS = shown_fact(
    Fact(1, 3, FactKind.ALLERGY, "Allergic to nuts", subject="nuts", heard_by="Mia",
         heard_on=date(2022, 5, 3), used_on=date(2025, 11, 20)),
    TODAY,
)  # fmt: skip


@pytest.fixture
def sheet(covers) -> FactSheet:
    return covers(FactSheet(NUTS, ROSA))


def test_it_says_what_and_from_whom_and_when(sheet):
    seen = texts(sheet)
    for sentence in (
        "Still has to avoid nuts?",
        "Know it, do not say it.",
        "Mia heard it, 3 May 2022",
        "Last used yesterday",
        "It is kept out of gifts until they say otherwise.",
    ):
        assert sentence in seen
    assert sheet.title.role() == "title"


@pytest.mark.parametrize(
    ("key", "deed"),
    [
        (Qt.Key.Key_1, FactDeed.USED),
        (Qt.Key.Key_2, FactDeed.STILL_TRUE),
        (Qt.Key.Key_3, FactDeed.WRONG),
    ],
)
def test_one_key_or_one_tap_is_enough(sheet, qtbot, key, deed):
    said = heard(sheet.answered)
    qtbot.keyClick(sheet, key)
    sheet.steps[deed].tile.click()
    assert said == [FactWish(NUTS, deed)] * 2


def test_a_change_keeps_the_words_and_who_may_learn_it(sheet, qtbot):
    said = heard(sheet.changed)
    qtbot.keyClick(sheet, Qt.Key.Key_4)
    assert sheet.text.edit.hasFocus()
    sheet.text.set_text("Allergic to hazelnuts")
    sheet.discretion.chips[Discretion.SAY].click()
    assert sheet.keep()
    assert said == [Correction(text="Allergic to hazelnuts", discretion=Discretion.SAY)]


def test_no_words_are_nothing_to_keep(sheet, qtbot):
    said = heard(sheet.changed)
    qtbot.keyClick(sheet, Qt.Key.Key_4)
    sheet.text.set_text(" ")
    sheet.keep()
    assert said == []
    assert "A few words are enough." in texts(sheet)


def test_words_that_hurt_are_pointed_out_while_writing(sheet, qtbot):
    qtbot.keyClick(sheet, Qt.Key.Key_4)
    sheet.text.set_text("")
    qtbot.keyClicks(sheet.text.edit, "rude since the divorce")
    warned = [one.text() for one in sheet.findChildren(Text) if one.colour() == "warn"]
    assert any("is a label" in one for one in warned)


def test_what_is_locked_may_be_delicate(sheet, qtbot):
    qtbot.keyClick(sheet, Qt.Key.Key_4)
    sheet.text.set_text("")
    qtbot.keyClicks(sheet.text.edit, "a divorce")
    assert "This is about a break-up. Better lock it." in texts(sheet)
    sheet.discretion.chips[Discretion.LOCKED].click()
    assert "This is about a break-up. Better lock it." not in texts(sheet)
