"""F7: what the shop knows; no search is a dead end."""

import pytest

from pos_companion.services.answers import AnswerDraft, open_questions, write_answer
from tests.bots import Cashier
from ui.counter.sheets.answers import AnswersSheet


@pytest.fixture
def asked(at_counter: Cashier) -> Cashier:
    """A shop that knows when it opens."""
    assert at_counter.shop is not None
    write_answer(
        at_counter.shop, AnswerDraft(0, "When do you open on Sundays?", "At nine.", tags=("hours",))
    )
    return at_counter


def look(cashier: Cashier) -> None:
    """Let the line ask what is typed."""
    sheet = cashier.page.desk.sheet
    assert isinstance(sheet, AnswersSheet)
    sheet.flush()
    cashier.settle()


def test_the_first_answer_is_open_in_big_words(asked: Cashier) -> None:
    asked.presses("F7").types("sunday")
    look(asked)
    assert asked.sees("At nine.")


def test_a_question_of_whoever_is_open_becomes_a_promise(asked: Cashier) -> None:
    asked.types("oleg").presses("Enter").presses("F7").types("gluten free rye")
    look(asked)
    asked.taps("Ask and get back to them")
    sheet = asked.page.desk.sheet
    assert isinstance(sheet, AnswersSheet)
    sheet.form.who.other.set_text("Sam")
    asked.taps("Tomorrow").presses("Ctrl+S")
    assert asked.toast() == "Sam finds out: gluten free rye"
    assert asked.page.journey.visit is not None
    assert [one.title for one in asked.page.journey.visit.found.card.concerns] == [
        "gluten free rye"
    ]


def test_nobody_open_it_waits_in_the_list(asked: Cashier) -> None:
    asked.presses("F7").types("gluten free rye")
    look(asked)
    asked.taps("Ask and get back to them")
    sheet = asked.page.desk.sheet
    assert isinstance(sheet, AnswersSheet)
    sheet.form.who.other.set_text("Sam")
    asked.taps("Tomorrow").taps("We get back to them")
    assert asked.shop is not None
    assert [one.question for one in open_questions(asked.shop)] == ["gluten free rye"]
    asked.presses("Ctrl+Z")
    assert open_questions(asked.shop) == ()


def test_esc_leads_back_to_the_card(asked: Cashier) -> None:
    asked.types("oleg").presses("Enter").presses("F7").presses("Esc")
    assert asked.page.shows_card
