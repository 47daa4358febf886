"""How well we know them: facts with their days, and a pin with its reason."""

import pytest

from pos_companion.model.stages import Stage
from pos_companion.services.standings import standing_page
from tests.bots import Cashier
from ui.counter.sheets.standing import StandingSheet
from ui.kit import Tile

ROSA = "20471100"


@pytest.fixture
def told(at_counter: Cashier) -> Cashier:
    """How well we know Rosa, on the screen."""
    at_counter.scans(ROSA).page.card.panels["rhythm"].findChildren(Tile)[0].click()
    at_counter.settle()
    return at_counter


def sheet_of(cashier: Cashier) -> StandingSheet:
    sheet = cashier.page.desk.sheet
    assert isinstance(sheet, StandingSheet)
    return sheet


def stage(cashier: Cashier) -> Stage:
    return standing_page(
        cashier.shop, cashier.page.journey.visit.found.card.customer.id
    ).standing.stage


def test_the_steps_and_what_shows_them_are_told(told: Cashier) -> None:
    assert told.sees("What shows it")
    assert told.sees("New here")
    assert told.sees("3 visits")


def pinned(cashier: Cashier) -> Cashier:
    sheet = sheet_of(cashier)
    sheet.pin.unfold()
    sheet.stages[Stage.MISSED].click()
    sheet.reason.edit.setFocus()
    return cashier.types("She painted our sign").presses("Enter")


def test_a_stage_is_pinned_with_a_reason_and_undone(told: Cashier) -> None:
    before = stage(told)
    pinned(told)
    assert told.toast() == "Pinned: Would be missed"
    assert stage(told) is Stage.MISSED
    assert told.sees("She painted our sign")
    assert not sheet_of(told).pin.is_open
    told.presses("Ctrl+Z")
    assert stage(told) is before


def test_the_records_count_again_with_one_tap(told: Cashier) -> None:
    before = stage(told)
    pinned(told).taps("Let the records count again")
    assert told.toast() == "The records count again"
    assert stage(told) is before
    told.presses("Ctrl+Z")
    assert stage(told) is Stage.MISSED


def test_a_pin_without_a_stage_or_a_reason_is_asked_for(told: Cashier) -> None:
    sheet_of(told).pin.unfold()
    told.taps("Pin it")
    assert told.sees("Choose where they stand.")
    sheet_of(told).stages[Stage.FRIEND].click()
    told.taps("Pin it")
    assert told.sees("A few words are enough.")


def test_what_is_refused_is_said_on_the_sheet(told: Cashier) -> None:
    sheet = sheet_of(told)
    sheet.pin.unfold()
    sheet.stages[Stage.FRIEND].click()
    sheet.reason.set_text("4111 1111 1111 1111")
    told.taps("Pin it")
    assert sheet_of(told).reason.text()
    assert stage(told) is not Stage.FRIEND or standing_page(told.shop, 1).pins == ()
