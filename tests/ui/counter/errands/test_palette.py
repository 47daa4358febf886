"""Ctrl+K: do anything by its name."""

from tests.bots import Cashier
from ui.counter.sheets.palette import Palette


def test_a_few_letters_and_enter_go_to_a_setting(at_counter: Cashier) -> None:
    at_counter.presses("Ctrl+K").types("text si").presses("Enter")
    assert at_counter.window.slot.shown is at_counter.window.settings_page
    assert at_counter.keyboard() is not None
    assert at_counter.sees("Text size")


def test_it_knows_what_can_be_done_with_the_open_card(at_counter: Cashier) -> None:
    at_counter.types("rosa").presses("Enter").presses("Ctrl+K").types("edit").presses("Enter")
    assert at_counter.sees("What they like to be called")


def test_without_a_card_nothing_about_a_card_is_listed(at_counter: Cashier) -> None:
    at_counter.presses("Ctrl+K").types("edit this")
    assert at_counter.sees("Nothing is called “edit this”.")
    assert not at_counter.presses("Enter").sees("What they like to be called")


def test_the_arrows_choose_another_one(at_counter: Cashier) -> None:
    at_counter.presses("Ctrl+K").types("the")
    sheet = at_counter.page.desk.sheet
    assert isinstance(sheet, Palette)
    first = sheet.rows[0].text()
    at_counter.presses("Down").presses("Up").presses("Down")
    assert len(sheet.rows) > 1
    assert sheet.rows[1].text() != first


def test_a_sheet_with_something_in_it_is_left_alone(at_counter: Cashier) -> None:
    at_counter.types("Hanna Lind").presses("F8").presses("Ctrl+K")
    assert at_counter.sees("New face")


def test_esc_goes_back(at_counter: Cashier) -> None:
    at_counter.presses("Ctrl+K").presses("Esc")
    assert at_counter.page.desk.sheet is None
