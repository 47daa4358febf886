"""Quiet mode: others can see the screen, so it shows no more than is needed to serve."""

import re
from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget

from tests.bots import Cashier
from ui.kit.pressable import Pressable

ROSA = "20471100"
PHONE = re.compile(r"\d[\d ]{4,}\d")


def readable(cashier: Cashier) -> str:
    """Every word that is on the screen or told to a screen reader about what is."""
    found: list[str] = []
    for one in cashier.window.findChildren(QWidget):
        if not one.isVisible():
            continue
        found += [one.accessibleName(), one.toolTip()]
        if isinstance(one, QLabel | Pressable | QLineEdit):
            found.append(one.text())
    return "\n".join(found)


def private_words(cashier: Cashier) -> set[str]:
    """The names and notes of everybody the shop knows."""
    assert cashier.shop is not None
    rows = cashier.shop.storage.rows
    people = [word for (name,) in rows("SELECT name FROM customer") for word in name.split()]
    around = [name for (name,) in rows("SELECT name FROM household_member") if name]
    notes = [text for (text,) in rows("SELECT text FROM remark") if text]
    return {word for word in (*people, *around, *notes) if len(word) > 2}


def nothing_private(cashier: Cashier) -> None:
    seen = readable(cashier)
    assert {word for word in private_words(cashier) if word in seen} == set()
    assert not PHONE.search(seen)


def hold(cashier: Cashier, down: bool) -> None:
    button = cashier.page.strip.peek
    button.setDown(down)
    (button.pressed if down else button.released).emit()
    cashier.settle()


def leave_alone(cashier: Cashier, seconds: int) -> None:
    cashier.waits(seconds * 1000)
    cashier.window.guard.idle.look()
    cashier.settle()


def test_a_card_keeps_one_letter_the_usual_and_the_buttons(at_counter: Cashier) -> None:
    at_counter.scans(ROSA).presses("F9")
    nothing_private(at_counter)
    assert at_counter.page.card.quiet_head.avatar.text() == "R"
    assert at_counter.page.card.panels["usual"].isVisible()
    assert at_counter.primary() == "Had the usual"
    assert at_counter.sees("Quiet mode: names and notes are hidden.")


STORIES: list[Callable[[Cashier], object]] = [
    lambda one: one,
    lambda one: one.scans(ROSA),
    lambda one: one.scans(ROSA).presses("Space"),
    lambda one: one.scans(ROSA).presses("F4"),
    lambda one: one.scans(ROSA).presses("Enter"),
    lambda one: one.scans(ROSA).presses("F8"),
    lambda one: one.scans(ROSA).presses("F5"),
    lambda one: one.scans(ROSA).presses("F6"),
]


@pytest.mark.parametrize("size", [(440, 900), (1280, 800), (1920, 1080)])
@pytest.mark.parametrize("story", STORIES)
@pytest.mark.parametrize("before", [True, False])
def test_nobody_can_be_recognised_wherever_we_are(
    cashier_with: Callable[..., Cashier],
    size: tuple[int, int],
    story: Callable[[Cashier], object],
    before: bool,
) -> None:
    cashier = cashier_with(size)
    if before:
        cashier.presses("F9")
    story(cashier)
    if not before:
        cashier.presses("F9")
    nothing_private(cashier)


def test_everything_is_there_again_afterwards(at_counter: Cashier) -> None:
    before = at_counter.scans(ROSA).texts()
    at_counter.presses("F9").presses("F9")
    assert at_counter.texts() == before


def test_people_can_still_be_told_apart_in_the_search(at_counter: Cashier) -> None:
    at_counter.presses("F9").types("ro")
    rows = [row.found() for row in at_counter.page.results.rows]
    assert rows[0].name == "Rosa D."
    assert not PHONE.search(readable(at_counter))
    assert "Delgado" not in readable(at_counter)


def test_holding_shows_everything_and_letting_go_hides_it(at_counter: Cashier) -> None:
    at_counter.scans(ROSA).presses("F9")
    hold(at_counter, True)
    assert at_counter.greeting() == "“Morning, Rosa!”"
    hold(at_counter, False)
    nothing_private(at_counter)


def test_a_peek_with_the_space_bar_ends_with_it(at_counter: Cashier) -> None:
    at_counter.scans(ROSA).presses("F9")
    at_counter.page.strip.peek.setFocus()
    at_counter.presses("Space")
    nothing_private(at_counter)


def test_a_visit_can_be_recorded_and_undone_quietly(at_counter: Cashier) -> None:
    at_counter.scans(ROSA).presses("F9").presses("Enter")
    assert at_counter.visits_today() == 1
    assert at_counter.toast() == "Done"
    at_counter.presses("Ctrl+Z")
    assert at_counter.visits_today() == 0
    nothing_private(at_counter)


def test_what_was_being_written_is_still_there_afterwards(at_counter: Cashier) -> None:
    at_counter.scans(ROSA).presses("F5").types("likes rye").presses("F9")
    assert "likes rye" not in readable(at_counter)
    at_counter.presses("F9")
    assert at_counter.page.told.field.text() == "likes rye"
    assert at_counter.page.told.isVisible()


def test_an_open_sheet_waits_behind_it(at_counter: Cashier) -> None:
    at_counter.scans(ROSA).presses("F8").presses("F9")
    assert at_counter.page.desk.sheet is not None
    assert not at_counter.page.desk.sheet.isVisible()
    assert "press F9 first" in readable(at_counter)
    at_counter.presses("F9")
    assert at_counter.page.desk.sheet.isVisible()


def test_nobody_at_the_till_for_a_minute_makes_it_quiet(at_counter: Cashier) -> None:
    at_counter.scans(ROSA)
    leave_alone(at_counter, 59)
    assert not at_counter.page.quiet.is_on
    leave_alone(at_counter, 1)
    nothing_private(at_counter)


def test_what_was_sought_goes_when_nobody_is_there(at_counter: Cashier) -> None:
    at_counter.types("rosa")
    leave_alone(at_counter, 60)
    assert at_counter.typed() == ""
    nothing_private(at_counter)


def test_the_next_card_ends_a_quiet_that_came_by_itself(at_counter: Cashier) -> None:
    leave_alone(at_counter, 60)
    at_counter.scans(ROSA)
    assert at_counter.greeting() == "“Morning, Rosa!”"


def test_the_next_card_does_not_end_a_quiet_that_was_asked_for(at_counter: Cashier) -> None:
    at_counter.presses("F9").scans(ROSA)
    nothing_private(at_counter)


def test_another_language_keeps_it_quiet(at_counter: Cashier) -> None:
    at_counter.scans(ROSA).presses("F9")
    at_counter.window.show_settings()
    at_counter.settle()
    at_counter.taps("as the computer")
    at_counter.window.show_counter()
    at_counter.settle()
    assert at_counter.page.quiet.is_on
    nothing_private(at_counter)
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
