"""Answers: ask in their words, read what to say."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt

from pos_companion.model.answers import ShopAnswer
from pos_companion.services.answers import Found
from tests.ui.counter.sheets.promise_cards import TODAY, heard, texts
from ui.counter.sheets.answer_forms import Asking
from ui.counter.sheets.answers import AnswersSheet
from ui.kit import Button, Text

HOURS = ShopAnswer(1, "When are you open?", "Eight to six.", "Shut on 1 January.", (), TODAY, 30)
MILK = ShopAnswer(2, "Do you have oat milk?", "Yes, oat and soy.", verified_on=TODAY)
OLD = ShopAnswer(3, "Is there Wi-Fi?", "There is.", verified_on=TODAY - timedelta(days=400))
FLOUR = ShopAnswer(4, "Do you sell flour?", asked_by="Hanna", owner="Sam", due=TODAY)


@pytest.fixture
def sheet(covers):
    return covers(AnswersSheet(Asking(TODAY, ["Mia", "Sam"], "Mia", "Rosa", True)))


def shows(sheet, text, *answers, waiting=()):
    sheet.line.set_text(text)
    sheet.show_answers(Found(text, answers, waiting, TODAY))
    return texts(sheet)


def press(sheet, words):
    next(one for one in sheet.findChildren(Button) if one.text() == words).click()


def test_the_first_answer_is_open_in_big_words_and_the_others_wait(sheet):
    seen = shows(sheet, "you", HOURS, MILK)
    assert "“Eight to six.”" in seen
    assert "Shut on 1 January." in seen
    (big,) = [one for one in sheet.findChildren(Text) if one.text() == "“Eight to six.”"]
    assert big.role() == "title"
    sheet.rows[0].click()
    assert "“Yes, oat and soy.”" in texts(sheet)


def test_the_arrows_open_the_next_answer(sheet, qtbot):
    shows(sheet, "you", HOURS, MILK)
    qtbot.keyClick(sheet.line.edit, Qt.Key.Key_Down)
    assert "“Yes, oat and soy.”" in texts(sheet)
    qtbot.keyClick(sheet.line.edit, Qt.Key.Key_Down)
    qtbot.keyClick(sheet.line.edit, Qt.Key.Key_Up)
    assert "“Eight to six.”" in texts(sheet)


def test_keys_that_come_together_are_one_question(sheet, qtbot):
    said = heard(sheet.asked)
    sheet.start()
    qtbot.keyClicks(sheet.line.edit, "nut")
    sheet.flush()
    assert said == ["", "nut"]
    sheet.flush()
    assert said == ["", "nut"]


def test_an_answer_to_what_was_typed_before_is_not_shown(sheet):
    sheet.line.set_text("nuts")
    sheet.show_answers(Found("nu", (HOURS,), (), TODAY))
    assert "“Eight to six.”" not in texts(sheet)


def test_an_old_answer_says_check_and_can_be_made_sure_of(sheet):
    said = heard(sheet.confirmed)
    assert "Please check: last verified 17 Oct 2024." in shows(sheet, "wifi", OLD)
    press(sheet, "It is right")
    assert said == [3]


def test_where_nothing_is_found_somebody_finds_out(sheet, qtbot):
    said = heard(sheet.question_kept)
    assert "“Let me find out for you.”" in shows(sheet, "flour?")
    qtbot.keyClick(sheet.line.edit, Qt.Key.Key_Return)
    assert sheet.form.question.text() == "flour?"
    sheet.form.days.chips[1].click()
    sheet.form.keep.click()
    (kept,) = said
    assert (kept.question, kept.owner, kept.due) == ("flour?", "Mia", TODAY + timedelta(days=1))


def test_enter_waits_for_an_answer_that_is_on_its_way(sheet, qtbot):
    qtbot.keyClicks(sheet.line.edit, "flour")
    qtbot.keyClick(sheet.line.edit, Qt.Key.Key_Return)
    assert sheet.form is None
    shows(sheet, "flour")
    assert sheet.form is not None


def test_escape_leaves_a_form_and_then_the_sheet(sheet, qtbot):
    closed = []
    sheet.closed.connect(lambda: closed.append(True))
    shows(sheet, "open", HOURS)
    press(sheet, "They say this is wrong")
    qtbot.keyClick(sheet.form.what.edit, Qt.Key.Key_Escape)
    assert "“Eight to six.”" in texts(sheet)
    qtbot.keyClick(sheet.line.edit, Qt.Key.Key_Escape)
    assert closed == [True]


def test_with_nothing_typed_what_is_still_to_be_found_out_comes_first(sheet):
    seen = shows(sheet, "", HOURS, waiting=(FLOUR,))
    assert seen.index("Do you sell flour?") < seen.index("When are you open?")
    assert "For Hanna · Sam finds out · due today" in seen
    sheet.rows[0].click()
    assert sheet.form.question.text() == "Do you sell flour?"


def test_an_answer_is_changed_or_taken_out(sheet):
    written, dropped = heard(sheet.answer_written), heard(sheet.dropped)
    shows(sheet, "open", HOURS)
    press(sheet, "Change it")
    sheet.form.say.set_text("Nine to five.")
    press(sheet, "Keep the answer")
    assert [(one.id, one.say, one.good_for) for one in written] == [(1, "Nine to five.", 30)]
    press(sheet, "Take it out")
    assert dropped == [1]
