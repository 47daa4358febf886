"""What we owe somebody."""

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt

from tests.ui.counter.sheets.promise_cards import ROSA, SOUR, TODAY, heard, texts
from ui.counter.sheets.concern import ConcernSheet
from ui.kit import Button, Tile


@pytest.fixture
def sheet(covers):
    return covers(ConcernSheet(SOUR, ROSA, ["Mia", "Sam"]))


def test_it_says_whose_it_is_who_looks_after_it_and_what_to_say(sheet):
    seen = texts(sheet)
    assert seen[:2] == [
        "Sour oat milk on Tuesday",
        "Rosa Delgado · Sam looks after it · due today",
    ]
    assert "“Sorry about the oat milk on Tuesday. Today’s is on us.”" in seen


def test_what_happened_so_far_stands_in_order(sheet):
    seen = texts(sheet)
    at = seen.index("What happened so far")
    assert seen[at + 1 : at + 5] == [
        "Tue 18 Nov",
        "Rosa: the oat milk was sour.",
        "Tue 18 Nov",
        "Sam took it over. Promised: a fresh one on us, by today.",
    ]


def test_what_is_late_is_said_in_amber(covers):
    late = replace(SOUR, due=TODAY - timedelta(days=1))
    assert "This was promised for yesterday." in texts(covers(ConcernSheet(late, ROSA)))


def test_1_puts_it_right(sheet, qtbot):
    said = heard(sheet.put_right)
    qtbot.keyClick(sheet, Qt.Key.Key_1)
    assert said == [SOUR]
    sheet.now.tile.click()
    assert said == [SOUR, SOUR]


def test_2_asks_why_and_when(sheet, qtbot):
    said = heard(sheet.promised)
    qtbot.keyClick(sheet, Qt.Key.Key_2)
    assert sheet.later.why.edit.hasFocus()
    qtbot.keyClicks(sheet.later.why.edit, "the dairy is shut until 3")
    sheet.later.days.chips[0].click()
    qtbot.keyClick(sheet.later.why.edit, Qt.Key.Key_Return)
    (promise,) = said
    assert (promise.due, promise.why) == (TODAY + timedelta(days=1), "the dairy is shut until 3")


def test_3_asks_to_whom_and_why(sheet, qtbot):
    said = heard(sheet.handed)
    qtbot.keyClick(sheet, Qt.Key.Key_3)
    assert [chip.text() for chip in sheet.hand.who.chips] == ["Mia"]
    assert sheet.hand.who.chips[0].hasFocus()
    qtbot.keyClick(sheet.hand.who.chips[0], Qt.Key.Key_Space)
    sheet.hand.why.set_text("holiday")
    sheet.hand.keep.click()
    (handed,) = said
    assert (handed.to, handed.why) == ("Mia", "holiday")


def test_escape_closes_what_is_asked_and_then_the_sheet(sheet, qtbot):
    closed = []
    sheet.closed.connect(lambda: closed.append(True))
    qtbot.keyClick(sheet, Qt.Key.Key_2)
    qtbot.keyClick(sheet.later.why.edit, Qt.Key.Key_Escape)
    assert sheet.later.form.isHidden()
    assert closed == []
    qtbot.keyClick(sheet, Qt.Key.Key_Escape)
    assert closed == [True]


def test_one_thing_is_asked_at_a_time(sheet, qtbot):
    sheet.later.tile.click()
    sheet.hand.tile.click()
    assert sheet.later.form.isHidden()
    assert not sheet.hand.form.isHidden()
    sheet.hand.tile.click()
    assert sheet.hand.form.isHidden()


def test_a_question_is_answered_instead_of_put_right(covers):
    asked = replace(SOUR, is_question=True, words="", due=TODAY + timedelta(days=7), log=())
    seen = texts(covers(ConcernSheet(asked, ROSA)))
    assert "Answered now" in seen
    assert "“No answer yet. Sam is on it, you’ll hear by Fri 28 Nov.”" in seen
    assert "What happened so far" not in seen


def test_what_else_is_owed_is_one_tap_away(covers, qtbot):
    bun = replace(SOUR, n=2, title="Stale bun")
    sheet = covers(ConcernSheet(SOUR, replace(ROSA, concerns=(SOUR, bun))))
    said = heard(sheet.other_chosen)
    next(one for one in sheet.findChildren(Tile) if one.text() == "Stale bun").click()
    assert said == [bun]


def test_something_else_can_go_wrong_as_well(sheet, qtbot):
    button = next(
        one for one in sheet.findChildren(Button) if one.text() == "Something else went wrong"
    )
    with qtbot.waitSignal(sheet.another_asked):
        button.click()
