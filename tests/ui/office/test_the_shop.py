"""What the shop decides, on a page of the office."""

import pytest

from tests.bots import Cashier
from tests.counter_fixtures import at_counter, cashier_with, corner_shop_records
from tests.layout_eyes import cut, nameless, too_small
from ui.office.the_shop import TheShopPage

__all__ = ["at_counter", "cashier_with", "corner_shop_records"]


def goes_there(cashier: Cashier) -> TheShopPage:
    cashier.window.show_room("shop")
    cashier.settle()
    page = cashier.window.rooms.pages["shop"]
    assert isinstance(page, TheShopPage)
    return page


def test_what_is_saved_counts_at_once_and_is_undone(at_counter: Cashier) -> None:
    page = goes_there(at_counter)
    page.form.entry("name").set_text("Corner shop")
    at_counter.presses("Ctrl+S")
    assert at_counter.shop.profile.name == "Corner shop"
    assert page.notices.toast_text() == "Kept for the whole shop."
    page.notices.undo_last()
    at_counter.settle()
    assert at_counter.shop.profile.name != "Corner shop"


def test_what_cannot_be_is_said_and_nothing_is_lost(at_counter: Cashier) -> None:
    page = goes_there(at_counter)
    page.form.entry("zone").set_text("Berlin")
    page.form.entry("name").set_text("Corner shop")
    page.save.click()
    at_counter.settle()
    assert "is not a time zone" in page.notices.bar.sentence()
    assert page.form.entry("name").text() == "Corner shop"
    page.form.entry("day_starts_at").set_text("25")
    page.save.click()
    at_counter.settle()
    assert at_counter.sees("It can be at most 11.")


@pytest.mark.parametrize("size", [(440, 900), (1280, 800)], ids=str)
def test_nothing_is_cut(cashier_with, size: tuple[int, int]) -> None:
    cashier = cashier_with(size, text_size=200)
    goes_there(cashier)
    assert cut(cashier.window) + too_small(cashier.window) + nameless(cashier.window) == []
