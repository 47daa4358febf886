"""Undo restores the card, the gift, what was swapped, and the shelf."""

from tests.bots import Cashier

ROSA, OLEG = "20471100", "20471117"
BISCUIT = "Dog biscuit, peanut-free"


def test_undo_takes_the_visit_back_and_shows_the_card(at_counter: Cashier) -> None:
    at_counter.scans(ROSA).presses("Enter").presses("Ctrl+Z")
    assert at_counter.visits_today() == 0
    assert at_counter.greeting() == "“Morning, Rosa!”"
    assert at_counter.primary() == "Had the usual"


def test_undo_keeps_the_gift_on_and_the_shelf_right(at_counter: Cashier) -> None:
    at_counter.scans(ROSA).presses("Space").presses("Enter").taps("Undo")
    assert at_counter.primary() == "The usual + gift"
    assert at_counter.left_on_shelf(BISCUIT) == 22
    at_counter.presses("Space")
    assert at_counter.left_on_shelf(BISCUIT) == 23


def test_undo_keeps_what_was_swapped(at_counter: Cashier) -> None:
    at_counter.scans(ROSA).taps("Something else").taps("Almond croissant")
    at_counter.presses("Enter").presses("Ctrl+Z")
    assert at_counter.primary() == "Record: Flat white"


def test_what_was_undone_can_be_recorded_again(at_counter: Cashier) -> None:
    at_counter.scans(ROSA).presses("Space").presses("Enter").presses("Ctrl+Z").presses("Enter")
    assert at_counter.visits_today() == 1
    assert at_counter.left_on_shelf(BISCUIT) == 22


def test_the_next_scan_ends_the_undo_and_the_visit_stays(at_counter: Cashier) -> None:
    at_counter.scans(ROSA).presses("Enter").scans(OLEG)
    assert at_counter.toast() == ""
    at_counter.presses("Ctrl+Z")
    assert at_counter.visits_today() == 1
    assert at_counter.sees("Oleg Marchenko")


def test_after_ten_seconds_there_is_nothing_to_undo(at_counter: Cashier) -> None:
    at_counter.scans(ROSA).presses("Enter")
    at_counter.page.notices.dismiss()
    at_counter.presses("Ctrl+Z")
    assert at_counter.visits_today() == 1


def test_ctrl_z_while_typing_belongs_to_the_text(at_counter: Cashier) -> None:
    at_counter.scans(ROSA).presses("Enter").types("ole").presses("Ctrl+Z")
    assert at_counter.visits_today() == 1
