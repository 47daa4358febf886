"""Somebody asks to be forgotten at the counter."""

import pytest

from tests.bots import Cashier
from ui.counter.sheets.forget import ForgetSheet

ROSA = "20471100"


@pytest.fixture
def asked(at_counter: Cashier) -> Cashier:
    """Before the sheet that says what would happen."""
    at_counter.scans(ROSA).presses("F8").taps("What they allow us to keep")
    return at_counter.taps("They ask to be forgotten")


def sheet_of(cashier: Cashier) -> ForgetSheet:
    sheet = cashier.page.desk.sheet
    assert isinstance(sheet, ForgetSheet)
    return sheet


def test_it_is_said_first_what_goes_and_what_stays(asked: Cashier) -> None:
    assert asked.sees("Forget Rosa Delgado")
    assert asked.sees("family and pets, who are known through them alone")
    assert asked.sees("visits and gifts as bare counts under a number, for the shop's totals")
    assert asked.keyboard() is sheet_of(asked).name.edit


def test_another_name_forgets_nobody(asked: Cashier) -> None:
    asked.types("Rosa").presses("Enter")
    assert asked.sees("That is not the name on the card. Type Rosa Delgado to forget them.")
    asked.presses("Esc").presses("Esc")
    assert asked.greeting() == "“Morning, Rosa!”"


def test_the_card_closes_and_a_manager_can_bring_them_back(asked: Cashier) -> None:
    asked.types("rosa delgado").presses("Enter")
    assert asked.page.journey.visit is None
    assert asked.toast() == "Forgotten. Until tomorrow, 09:30, a manager can bring them back."
    asked.page.notices.undo_last()
    asked.settle()
    assert asked.greeting() == "“Morning, Rosa!”"


def test_who_is_forgotten_is_found_by_nobody(asked: Cashier) -> None:
    asked.types("rosa delgado").presses("Ctrl+S")
    asked.types("biscuit")
    assert not asked.sees("Rosa Delgado")
