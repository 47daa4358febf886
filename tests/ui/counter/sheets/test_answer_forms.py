"""Ask, write, doubt: nothing is kept until everything is there."""

import pytest
from PySide6.QtWidgets import QWidget

from pos_companion.model.answers import ShopAnswer
from tests.ui.counter.sheets.promise_cards import TODAY, heard
from ui.counter.sheets.answer_forms import Asked, AskForm, Asking, Doubt, DoubtForm, WriteForm

HOURS = ShopAnswer(1, "When are you open?", "Eight to six.", tags=("hours", "late"))
NOBODY = Asking(TODAY, ["Mia", "Sam"])


@pytest.fixture
def put(look, qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(440, 900)
    window.show()

    def show(form):
        form.setParent(window)
        form.show()
        return form, heard(form.kept)

    return show


def test_a_question_needs_words_somebody_and_a_day(put):
    form, said = put(AskForm("", NOBODY))
    form.keep.click()
    assert form.problem.text() == "Who finds out? Somebody has to."
    form.who.chips[1].click()
    form.keep.click()
    assert form.problem.text() == "Which day do we promise?"
    form.days.chips[0].click()
    form.keep.click()
    assert said == []
    form.question.set_text("Flour?")
    form.asked_by.set_text("Hanna")
    form.keep.click()
    assert said == [Asked("Flour?", "Sam", TODAY, "Hanna")]


def test_whose_question_it_is_is_asked_only_with_nobody_on_the_screen(put):
    form, _ = put(AskForm("Flour?", NOBODY))
    assert form.asked_by.isVisible()
    form, _ = put(AskForm("Flour?", Asking(TODAY, (), "Mia", "Rosa", True)))
    assert not form.asked_by.isVisible()


def test_a_doubt_needs_words_somebody_and_a_day(put):
    form, said = put(DoubtForm(HOURS, Asking(TODAY, ["Sam"], "Mia")))
    form.keep.click()
    form.what.set_text("shut at five")
    form.days.chips[0].click()
    form.keep.click()
    assert said == [Doubt(1, "shut at five", "Mia", TODAY)]


def test_an_answer_needs_a_question_and_words(put):
    form, said = put(WriteForm(HOURS))
    form.say.set_text(" ")
    form.keep.click()
    assert said == []
    form.say.set_text("Nine to five.")
    form.tags.set_text("hours; late، open,, ")
    form.keep.click()
    (draft,) = said
    assert (draft.id, draft.say, draft.tags) == (1, "Nine to five.", ("hours", "late", "open"))
