"""They told me…: what was understood is seen before Enter, and kept in one go."""

import pytest

from pos_companion.model.consent import ConsentKind
from pos_companion.model.facts import Discretion
from pos_companion.services.consents import set_consent
from pos_companion.services.facts import history
from pos_companion.services.look_up import find
from pos_companion.services.telling import understand
from tests.bots import Cashier
from ui.counter.sheets.told_me import Heard, Telling

ROSA = "20471100"
LINE = "#cat Miso birthday 3 May, ~likes rye, moves to Lisbon"


def rosa(cashier: Cashier) -> int:
    return find(cashier.shop, ROSA)[0].customer.id


def facts(cashier: Cashier) -> dict[str, Discretion]:
    return {one.text: one.discretion for one in history(cashier.shop, rosa(cashier))}


@pytest.fixture
def telling(at_counter: Cashier) -> Cashier:
    """The line is open over Rosa's card."""
    at_counter.scans(ROSA).presses("F5")
    at_counter.actions = 1
    return at_counter


def read_out(cashier: Cashier) -> list[str]:
    return cashier.page.told.read_out.sentences()


def test_the_signs_are_there_until_something_is_written(telling: Cashier) -> None:
    hint = telling.page.told.hint
    assert hint.isVisible()
    read_out(telling.types("likes rye"))
    assert not hint.isVisible()
    telling.presses("Ctrl+A").presses("Backspace")
    assert read_out(telling) == []
    assert hint.isVisible()


def test_what_was_understood_is_seen_before_enter(telling: Cashier) -> None:
    before = facts(telling)
    assert read_out(telling.types(LINE)) == [
        "New pet: Miso (cat)",
        "Miso’s birthday: 3 May",
        "Like: likes rye",
        "Kept as a note: moves to Lisbon",
    ]
    assert facts(telling) == before


def test_enter_keeps_all_of_it_in_one_deed_with_one_undo(telling: Cashier) -> None:
    before = telling.texts()
    telling.types(LINE).presses("Enter")
    assert telling.actions == len(LINE) + 2
    assert telling.toast() == "Kept: Miso, Miso’s birthday and 2 more things"
    assert telling.sees("Miso · cat")
    assert not telling.page.told.isVisible()
    assert telling.visits_today() == 0
    telling.presses("Ctrl+Z")
    assert not telling.sees("Miso · cat")
    assert "likes rye" not in facts(telling)
    telling.presses("F5")
    assert telling.texts() == before


def test_what_can_be_read_in_two_ways_is_asked_and_none_is_chosen(telling: Cashier) -> None:
    sentences = read_out(telling.types("birthday 3/5"))
    assert sentences[0] == "“birthday 3/5” can be read in two ways. Which one?"
    assert not telling.button("Their birthday: 3 May").isChecked()
    assert not telling.button("Their birthday: 5 Mar").isChecked()
    telling.taps("Their birthday: 5 Mar")
    assert telling.page.told.field.text() == "birthday 5 Mar"
    assert telling.page.told.field.edit.hasFocus()
    assert read_out(telling) == ["Their birthday: 5 Mar"]


def test_a_mark_is_proposed_for_plain_words_and_nobody_has_to_take_it(telling: Cashier) -> None:
    assert read_out(telling.types("likes rye")) == ["Kept as a note: likes rye"]
    telling.taps("Like: likes rye")
    assert telling.page.told.field.text() == "~likes rye"
    assert read_out(telling) == ["Like: likes rye"]


def test_a_delicate_thing_is_pointed_out_and_locked_with_one_tap(telling: Cashier) -> None:
    sentences = read_out(telling.types("divorce in May"))
    assert sentences[-1] == "This is about a break-up. Better lock it."
    telling.taps("Keep it locked")
    assert read_out(telling) == ["Kept as a note: divorce in May"]
    telling.presses("Enter")
    assert facts(telling)["divorce in May"] is Discretion.LOCKED
    assert not any("divorce" in text for text in telling.texts() if "Kept" not in text)


def test_a_label_is_pointed_out_and_still_kept(telling: Cashier) -> None:
    assert "is a label" in read_out(telling.types("she is rude"))[-1]
    telling.presses("Enter")
    assert "she is rude" in facts(telling)


def test_who_may_learn_it_can_be_chosen(telling: Cashier) -> None:
    read_out(telling.types("plays chess"))
    assert telling.button("Know").isChecked()
    telling.taps("Say")
    read_out(telling)
    assert telling.button("Say").isChecked()
    telling.presses("Enter")
    assert facts(telling)["plays chess"] is Discretion.SAY


def test_a_person_alone_has_no_discretion_to_choose(telling: Cashier) -> None:
    read_out(telling.types("@son Leo"))
    assert not telling.page.told.discretion.isVisible()


def test_an_answer_to_an_older_line_is_not_shown(telling: Cashier) -> None:
    told = telling.page.told
    read_out(telling.types("~likes rye"))
    heard = told.read_out.sentences()
    told.field.set_text("~likes tea")
    told.show_heard(telling_of(telling, "~likes rye"))
    assert told.read_out.sentences() == heard
    told.show_heard(telling_of(telling, "~likes tea"))
    assert told.read_out.sentences() == ["Like: likes tea"]


def telling_of(cashier: Cashier, text: str) -> Heard:
    customer, told = rosa(cashier), Telling(text)
    return Heard(told, understand(cashier.shop, customer, text))


def test_a_line_that_is_refused_stays_to_be_put_right(telling: Cashier) -> None:
    telling.types("4111 1111 1111 1111").presses("Enter")
    assert "payment card" in telling.bar()
    assert telling.page.told.field.text() == "4111 1111 1111 1111"
    assert telling.page.told.isVisible()


def test_a_line_that_is_too_long_is_said_while_it_is_written(telling: Cashier) -> None:
    told = telling.page.told
    told.field.set_text("ä" * 501)
    told.asked.emit(told.telling())
    telling.settle()
    assert telling.sees("That is too long for one line. Keep it under 500 letters.")


def test_f5_again_loses_nothing(telling: Cashier) -> None:
    telling.types("likes rye").presses("F5")
    assert telling.page.told.field.text() == "likes rye"


def test_enter_keeps_the_line_and_never_records_wherever_the_keyboard_is(
    telling: Cashier,
) -> None:
    telling.types("likes rye")
    telling.page.lookup.setFocus()
    telling.presses("Enter")
    assert telling.visits_today() == 0
    assert "likes rye" in facts(telling)


def test_everything_is_reached_with_tab(telling: Cashier) -> None:
    read_out(telling.types("birthday 3/5, divorce"))
    wanted = ["Their birthday: 3 May", "Their birthday: 5 Mar"]
    wanted += [
        "Be gentle, nothing cheerful: divorce",
        "Keep it locked",
        "Say",
        "Know",
        "Locked",
        "Keep it",
        "Not now",
    ]
    reached = []
    for _step in wanted:
        telling.presses("Tab")
        reached.append(telling.keyboard().accessibleName())
    assert reached == wanted
    telling.page.told.discretion.chips[Discretion.SAY].setFocus()
    telling.presses("Space")
    assert read_out(telling)[-1] == "This is about a break-up. Better lock it."
    assert telling.button("Say").isChecked()


def test_enter_held_down_keeps_it_once(telling: Cashier) -> None:
    telling.types("likes rye").holds("Enter")
    assert [text for text in all_texts(telling) if text == "likes rye"] == ["likes rye"]
    assert telling.visits_today() == 0


def all_texts(cashier: Cashier) -> list[str]:
    return [one.text for one in history(cashier.shop, rosa(cashier))]


def test_somebody_nobody_has_asked_is_told_of_with_care(at_counter: Cashier) -> None:
    customer = rosa(at_counter)
    set_consent(at_counter.shop, customer, ConsentKind.MEMORY, None)
    at_counter.scans(ROSA).presses("F5")
    assert at_counter.sees("Nobody has asked them yet")
    at_counter.presses("Esc").presses("Esc")
    set_consent(at_counter.shop, customer, ConsentKind.MEMORY, True)
    at_counter.scans(ROSA).presses("F5")
    assert not at_counter.sees("Nobody has asked them yet")
