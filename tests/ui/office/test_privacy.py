"""What is kept about people, looked after by a manager."""

from datetime import timedelta
from pathlib import Path

import pytest

from pos_companion.services.forgetting import forget
from pos_companion.services.looks import note_look
from tests.bots import Cashier
from tests.builders import add_concern, add_customer, add_fact, add_visit
from tests.counter_fixtures import at_counter, cashier_with, corner_shop_records
from tests.layout_eyes import cut, nameless, too_small
from ui.office.privacy import PrivacyPage

__all__ = ["at_counter", "cashier_with", "corner_shop_records"]


@pytest.fixture
def hanna(at_counter: Cashier):
    """Nobody has seen Hanna for years, and we still owe her something."""
    hanna = add_customer("Hanna Lind", shop=at_counter.shop)
    add_visit(hanna, days_ago=900, items=["Cookie"], shop=at_counter.shop)
    add_concern(hanna, shop=at_counter.shop)
    return hanna


def page(cashier: Cashier) -> PrivacyPage:
    found = cashier.window.rooms.pages["privacy"]
    assert isinstance(found, PrivacyPage)
    return found


def goes_there(cashier: Cashier) -> Cashier:
    cashier.window.show_room("privacy")
    cashier.settle()
    return cashier


def test_where_nothing_is_to_be_done_it_says_so(at_counter: Cashier) -> None:
    goes_there(at_counter)
    for text in (
        "Nobody in the last day. Older wishes were carried out for good.",
        "No note is older than it should be.",
        "Nothing to show. It is noted where people sign in with a PIN.",
    ):
        assert at_counter.sees(text)


def test_who_was_forgotten_is_brought_back(at_counter: Cashier, hanna) -> None:
    forget(at_counter.shop, hanna.id, "Hanna Lind")
    goes_there(at_counter).sees("Hanna Lind")
    page(at_counter).returns[hanna.id].click()
    at_counter.settle()
    assert page(at_counter).notices.toast_text() == "Hanna Lind is back."
    assert page(at_counter).returns == {}


def test_who_was_away_for_years_is_forgotten_and_can_come_back(at_counter: Cashier, hanna) -> None:
    goes_there(at_counter)
    chip = page(at_counter).chips[hanna.id]
    assert chip.accessibleName().endswith("we still owe them something")
    page(at_counter).go.click()
    at_counter.settle()
    assert list(page(at_counter).chips) == [hanna.id]
    page(at_counter).chips[hanna.id].click()
    page(at_counter).go.click()
    at_counter.settle()
    assert page(at_counter).notices.toast_text() == "1 person is forgotten."
    assert list(page(at_counter).returns) == [hanna.id]
    page(at_counter).notices.undo_last()
    at_counter.settle()
    assert list(page(at_counter).chips) == [hanna.id]


def test_old_notes_go_and_come_back(at_counter: Cashier, hanna) -> None:
    heard = at_counter.shop.today - timedelta(days=800)
    add_fact(hanna, "Moving house", heard_on=heard, shop=at_counter.shop)
    goes_there(at_counter)
    assert at_counter.sees("1 note has not been confirmed for too long.")
    assert at_counter.sees("Moving house")
    assert at_counter.sees("· 13 September 2023")
    page(at_counter).settle.click()
    at_counter.settle()
    assert at_counter.sees("No note is older than it should be.")
    page(at_counter).notices.undo_last()
    at_counter.settle()
    assert at_counter.sees("1 note has not been confirmed for too long.")


def test_the_papers_come_out_one_by_one(at_counter: Cashier, tmp_path: Path) -> None:
    goes_there(at_counter)
    page(at_counter).folder = tmp_path / "out"
    for words in ("Notice for the counter", "If this computer is stolen"):
        at_counter.taps(words)
        assert "Saved as" in page(at_counter).notices.toast_text()
    assert len(list((tmp_path / "out").glob("*.pdf"))) == 2


def test_it_is_said_who_opened_whose_card(at_counter: Cashier, hanna) -> None:
    shop = at_counter.shop
    shop.staff, shop.person = "Mia", 7
    note_look(shop, hanna.id)
    note_look(shop, hanna.id)
    shop.staff, shop.person = "", 0
    goes_there(at_counter)
    assert at_counter.sees("Mia opened the card of Hanna Lind 2 times")


@pytest.mark.parametrize("size", [(440, 900), (1280, 800)], ids=str)
def test_nothing_is_cut(cashier_with, size: tuple[int, int]) -> None:
    cashier = cashier_with(size, text_size=200)
    hanna = add_customer("Hanna Lind-Wetterstrand", shop=cashier.shop)
    add_visit(hanna, days_ago=900, items=["Cookie"], shop=cashier.shop)
    bo = add_customer("Bo Lind", shop=cashier.shop)
    forget(cashier.shop, bo.id, "Bo Lind")
    goes_there(cashier)
    assert cut(cashier.window) + too_small(cashier.window) + nameless(cashier.window) == []
