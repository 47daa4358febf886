"""Ctrl+S keeps what is being written, wherever that is."""

from tests.bots import Cashier


def test_it_presses_the_green_button_of_a_sheet(at_counter: Cashier) -> None:
    at_counter.types("Hanna Lind").presses("F8").presses("Ctrl+S")
    assert at_counter.toast() == "Hanna is added, and the visit is recorded"


def test_it_keeps_the_line_they_told_us(at_counter: Cashier) -> None:
    at_counter.types("rosa").presses("Enter").presses("F5").types("likes rye").presses("Ctrl+S")
    assert "likes rye" in at_counter.toast()


def test_with_nothing_to_keep_it_says_that_all_is_saved(at_counter: Cashier) -> None:
    assert at_counter.presses("Ctrl+S").toast() == "Everything is saved already."


def test_it_never_records_a_visit(at_counter: Cashier) -> None:
    before = at_counter.visits_today()
    at_counter.types("rosa").presses("Enter").presses("Ctrl+S")
    assert at_counter.visits_today() == before
