"""One thing they told us: used, still true, wrong, worded anew; each can be taken back."""

from datetime import date

import pytest
from PySide6.QtWidgets import QAbstractButton

from pos_companion.model.facts import Discretion, Fact, FactKind
from pos_companion.services.facts import history
from pos_companion.services.look_up import find
from tests.bots import Cashier

ROSA = "20471100"


@pytest.fixture
def with_rosa(at_counter: Cashier) -> Cashier:
    """Rosa told us long ago that she likes rye; her card is open."""
    rye = Fact(rosa(at_counter), 0, FactKind.LIKE, "Likes rye", subject="rye", heard_by="Mia",
               heard_on=date(2023, 5, 3))  # fmt: skip
    at_counter.shop.storage.care.add_fact(rye)
    at_counter.scans(ROSA)
    at_counter.actions = 0
    return at_counter


def rosa(cashier: Cashier) -> int:
    return find(cashier.shop, ROSA)[0].customer.id


def taps_called(cashier: Cashier, name: str) -> None:
    """Tap the button a screen reader calls so."""
    button = next(one for one in cashier.visible(QAbstractButton) if one.accessibleName() == name)
    cashier.actions += 1
    button.click()
    cashier.settle()


def kept(cashier: Cashier, word: str) -> Fact:
    return next(one for one in history(cashier.shop, rosa(cashier)) if word in one.text)


def test_an_old_thing_that_is_wrong_is_gone_with_one_tap(with_rosa: Cashier) -> None:
    assert with_rosa.sees("Still likes rye?")
    taps_called(with_rosa, "That’s wrong: Still likes rye?")
    assert with_rosa.actions == 1
    assert not with_rosa.sees("Still likes rye?")
    assert with_rosa.toast() == "Not so, and never shown again: Likes rye"
    with_rosa.presses("Ctrl+Z")
    assert with_rosa.sees("Still likes rye?")


def test_an_old_thing_that_is_still_true_is_a_statement_again(with_rosa: Cashier) -> None:
    taps_called(with_rosa, "Still true: Still likes rye?")
    assert not with_rosa.sees("Still likes rye?")
    assert with_rosa.sees("Likes rye")
    with_rosa.presses("Ctrl+Z")
    assert with_rosa.sees("Still likes rye?")


def test_anything_can_be_said_to_be_wrong_with_a_tap_and_a_key(with_rosa: Cashier) -> None:
    with_rosa.taps("Teaches piano on Thursdays").presses("3")
    assert with_rosa.actions == 2
    assert with_rosa.page.desk.sheet is None
    assert not any("piano" in text for text in with_rosa.texts() if "Not so" not in text)
    with_rosa.presses("Ctrl+Z")
    assert with_rosa.sees("Teaches piano on Thursdays")


def test_what_was_used_is_noted_and_can_be_taken_back(with_rosa: Cashier) -> None:
    with_rosa.taps("Teaches piano on Thursdays").taps("Used it")
    assert kept(with_rosa, "piano").used_on == with_rosa.shop.today
    with_rosa.taps("Teaches piano on Thursdays")
    assert with_rosa.sees("Last used today")
    with_rosa.presses("Esc").presses("Ctrl+Z")
    assert kept(with_rosa, "piano").used_on is None


def test_it_is_worded_anew_and_locked(with_rosa: Cashier) -> None:
    with_rosa.taps("Teaches piano on Thursdays").presses("4")
    sheet = with_rosa.page.desk.sheet
    assert sheet.text.edit.hasFocus()
    sheet.text.set_text("Teaches the cello")
    with_rosa.taps("Locked")
    assert with_rosa.sees("Not on the card. It only keeps a gift back.")
    with_rosa.presses("Ctrl+S")
    fact = kept(with_rosa, "cello")
    assert fact.discretion is Discretion.LOCKED
    assert not any("cello" in text for text in with_rosa.texts() if "Changed" not in text)
    with_rosa.presses("Ctrl+Z")
    assert with_rosa.sees("Teaches piano on Thursdays")


def test_a_refusal_is_said_on_the_sheet_and_nothing_is_lost(with_rosa: Cashier) -> None:
    with_rosa.taps("Teaches piano on Thursdays").presses("4")
    sheet = with_rosa.page.desk.sheet
    sheet.text.set_text("4111 1111 1111 1111")
    with_rosa.presses("Ctrl+S")
    assert with_rosa.sees("That looks like a payment card number. It was not kept.")
    assert sheet.text.text() == "4111 1111 1111 1111"


def test_escape_closes_the_form_and_then_the_sheet(with_rosa: Cashier) -> None:
    with_rosa.taps("Teaches piano on Thursdays").presses("4").presses("Esc")
    assert with_rosa.page.desk.sheet is not None
    with_rosa.presses("Esc")
    assert with_rosa.page.desk.sheet is None
    assert with_rosa.sees("Teaches piano on Thursdays")
