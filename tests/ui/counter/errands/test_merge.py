"""Two records of one person, at the counter."""

import pytest

from pos_companion.services.finding import find
from pos_companion.services.people import NewCustomer, add_customer
from tests.bots import Cashier
from tests.state import but_for_merges
from ui.counter.sheets.merge import MergeSheet
from ui.kit import ResultRow

ROSA = "20471100"


@pytest.fixture
def two(at_counter: Cashier) -> Cashier:
    """Rosa is there twice."""
    new = NewCustomer("Rosa Delgado-Ruiz", phone="+4915123454471", remember=True)
    add_customer(at_counter.shop, new)
    return at_counter


def sheet_of(cashier: Cashier) -> MergeSheet:
    sheet = cashier.page.desk.sheet
    assert isinstance(sheet, MergeSheet)
    return sheet


def tap_row(cashier: Cashier, words: str) -> None:
    next(row for row in cashier.visible(ResultRow) if words in row.text()).click()
    cashier.settle()


def test_the_evidence_leads_to_both_side_by_side(two: Cashier) -> None:
    two.scans(ROSA).presses("F8")
    tap_row(two, "same phone")
    assert two.sees("same phone …4471")
    assert two.sees("phone …71")
    assert two.sees("Which name do we keep?")


def test_they_become_one_and_are_parted_again(two: Cashier) -> None:
    before = but_for_merges(two.shop)
    two.scans(ROSA).presses("F8")
    tap_row(two, "same phone")
    two.presses("Enter")
    assert two.toast() == "Rosa Delgado has one record now"
    assert len(find(two.shop, "4471")) == 1
    two.presses("Ctrl+Z")
    assert but_for_merges(two.shop) == before


def test_the_other_name_can_stay(two: Cashier) -> None:
    two.scans(ROSA).presses("F8").taps("Same person as")
    tap_row(two, "same phone")
    two.taps("Rosa Delgado-Ruiz").taps("They are one person")
    assert two.sees("Rosa Delgado-Ruiz · last here")
    assert two.toast() == "Rosa Delgado-Ruiz has one record now"
    assert two.page.journey.visit.found.card.customer.name == "Rosa Delgado-Ruiz"


def test_much_later_they_can_be_parted_on_the_sheet(two: Cashier) -> None:
    before = but_for_merges(two.shop)
    two.scans(ROSA).presses("F8")
    tap_row(two, "same phone")
    two.presses("Enter").waits(60_000)
    two.page.notices.dismiss()
    two.presses("F8")
    assert two.sees("Joined with Rosa Delgado-Ruiz on 21 November 2025.")
    two.taps("Part again")
    assert but_for_merges(two.shop) == before
    assert two.toast() == "Rosa Delgado-Ruiz has a record of their own again"
    two.presses("Ctrl+Z")
    assert len(find(two.shop, "4471")) == 1


def test_somebody_is_found_by_typing_and_enter_only_compares(at_counter: Cashier) -> None:
    at_counter.scans(ROSA).presses("F8").taps("Same person as").types("greta")
    sheet_of(at_counter).people.flush()
    at_counter.presses("Enter")
    assert at_counter.sees("Nothing in the records speaks for it. You know them.")
    assert at_counter.toast() == ""
    assert len(find(at_counter.shop, "greta")) == 1


def test_nobody_is_offered_themselves(at_counter: Cashier) -> None:
    at_counter.scans(ROSA).presses("F8").taps("Same person as").types("rosa")
    sheet_of(at_counter).people.flush()
    at_counter.settle()
    assert sheet_of(at_counter).people.rows == []


def test_pets_of_one_name_are_one_unless_somebody_says_otherwise(two: Cashier) -> None:
    other = find(two.shop, "Delgado-Ruiz")[0].customer
    rosa = find(two.shop, "Biscuit")[0].customer
    pet = next(
        one for one in two.shop.storage.people.members(rosa.household) if one.name == "Biscuit"
    )
    with two.shop.storage.transaction():
        two.shop.storage.people.add_member(other, pet.__class__(0, "Biscuit", "dog", pet.species),
                                           two.shop.clock.now())  # fmt: skip
    two.scans(ROSA).presses("F8")
    tap_row(two, "same phone")
    assert two.button("Biscuit is one and the same").isChecked()
    two.taps("They are one person")
    home = two.page.journey.visit.found.card.household
    assert [one.name for one in home].count("Biscuit") == 1
