"""The last visits of somebody: put right, taken back or moved."""

import pytest

from pos_companion.model.visits import Mood
from pos_companion.services.finding import find
from pos_companion.services.past_visits import last_visits
from tests.bots import Cashier
from tests.state import everything
from ui.counter.sheets.correct_visit import CorrectVisitSheet
from ui.counter.sheets.visits import VisitsSheet

ROSA, OLEG = "20471100", "20471117"


@pytest.fixture
def listed(at_counter: Cashier) -> Cashier:
    """Rosa's last visits on the screen."""
    return at_counter.scans(ROSA).presses("Ctrl+J")


def sheet_of(cashier: Cashier) -> VisitsSheet:
    sheet = cashier.page.desk.sheet
    assert isinstance(sheet, VisitsSheet)
    return sheet


def count_of(cashier: Cashier, name: str) -> int:
    return next(iter(find(cashier.shop, name))).customer.visits


def test_the_head_of_the_card_leads_there(at_counter: Cashier) -> None:
    at_counter.scans(ROSA).taps("Rosa Delgado · last here")
    assert at_counter.sees("Visits of Rosa Delgado")
    assert len(sheet_of(at_counter).rows) == 20
    assert "Flat white" in sheet_of(at_counter).rows[0].tile.text()


def test_what_was_given_is_listed(at_counter: Cashier) -> None:
    at_counter.scans(ROSA).presses("Space").presses("Enter").waits(5000).scans(ROSA)
    at_counter.presses("Ctrl+J")
    assert "Dog biscuit, peanut-free" in sheet_of(at_counter).rows[0].tile.text()


def test_one_recorded_twice_is_taken_back_with_three_keys_and_put_back_with_one(
    listed: Cashier,
) -> None:
    before = everything(listed.shop)
    visits = count_of(listed, "Rosa Delgado")
    actions = listed.actions
    listed.presses("Tab").presses("Enter").presses("Enter").presses("Space")
    assert listed.actions - actions == 4
    assert count_of(listed, "Rosa Delgado") == visits - 1
    assert listed.toast().startswith("Taken back: the visit of ")
    assert len(sheet_of(listed).rows) == 20
    listed.presses("Ctrl+Z")
    assert everything(listed.shop) == before


def test_one_of_somebody_else_goes_over_to_them(listed: Cashier) -> None:
    before = everything(listed.shop)
    row = sheet_of(listed).rows[0]
    listed.presses("Tab").presses("Enter").presses("Tab").presses("Enter").types("oleg")
    row.people.flush()
    listed.presses("Enter")
    assert listed.toast() == "The visit is Oleg Marchenko’s now"
    oleg = find(listed.shop, "oleg")[0].customer
    assert row.visit.uid in [one.uid for one in last_visits(listed.shop, oleg.id)]
    listed.presses("Ctrl+Z")
    assert everything(listed.shop) == before


def test_nobody_is_offered_their_own_visit(listed: Cashier) -> None:
    row = sheet_of(listed).rows[0]
    row.tile.click()
    row.other.click()
    listed.types("rosa")
    row.people.flush()
    listed.settle()
    assert row.people.rows == []


def test_one_visit_is_open_at_a_time(listed: Cashier) -> None:
    first, second = sheet_of(listed).rows[:2]
    first.tile.click()
    assert first.back.isVisible()
    second.tile.click()
    listed.settle()
    assert not first.back.isVisible()
    assert second.back.isVisible()


def test_somebody_without_a_visit_has_an_empty_list(at_counter: Cashier) -> None:
    at_counter.types("Hanna Lind").presses("F8").presses("Enter").waits(5000)
    at_counter.types("hanna").presses("Enter").presses("Ctrl+J")
    row = sheet_of(at_counter).rows[0]
    row.tile.click()
    row.back.click()
    next(iter(row.reasons.values())).click()
    at_counter.settle()
    assert at_counter.sees("No visit is recorded for them.")


def wrong(cashier: Cashier) -> CorrectVisitSheet:
    row = sheet_of(cashier).rows[0]
    row.tile.click()
    cashier.taps("Put it right")
    sheet = cashier.page.desk.sheet
    assert isinstance(sheet, CorrectVisitSheet)
    return sheet


def test_one_that_was_written_down_wrong_is_put_right_and_undone(listed: Cashier) -> None:
    before, uid = everything(listed.shop), sheet_of(listed).rows[0].visit.uid
    sheet = wrong(listed)
    actions = listed.actions
    sheet.items[0].fewer.click()
    sheet.line.edit.setFocus()
    listed.types("rye").presses("Enter").presses("Ctrl+S")
    assert listed.actions - actions == 5
    assert "Rye loaf" in sheet_of(listed).rows[0].tile.text()
    assert "Put right by hand" in sheet_of(listed).rows[0].tile.text()
    assert listed.toast().startswith("Put right: the visit of ")
    assert [line.product.name for line in listed.shop.storage.visits.get(uid).basket.lines] == [
        "Almond croissant",
        "Rye loaf",
    ]
    listed.presses("Ctrl+Z")
    assert everything(listed.shop) == before
    assert "Rye loaf" not in sheet_of(listed).rows[0].tile.text()


def test_what_cannot_be_is_said_on_the_sheet_and_everything_typed_stays(listed: Cashier) -> None:
    sheet = wrong(listed)
    sheet.total.set_text("much")
    listed.presses("Ctrl+S")
    assert listed.page.desk.sheet is sheet
    assert listed.sees("much")
    sheet.total.set_text(sheet._total)
    listed.presses("Ctrl+S")
    assert listed.sees("That is how the visit is written down already.")
    listed.presses("Esc")
    assert len(sheet_of(listed).rows) == 20


def test_how_they_seemed_is_said_afterwards_with_two_taps(listed: Cashier) -> None:
    before, row = everything(listed.shop), sheet_of(listed).rows[0]
    actions = listed.actions
    listed.presses("Tab").presses("Enter")
    row.here.moods_in[Mood.LOW].setFocus()
    listed.presses("Space")
    assert listed.actions - actions == 3
    assert "Came: Low" in row.tile.text()
    assert row.here.moods_in[Mood.LOW].hasFocus()
    assert listed.toast() == "Noted"
    listed.presses("Ctrl+Z")
    assert everything(listed.shop) == before
    assert "Low" not in row.tile.text()
