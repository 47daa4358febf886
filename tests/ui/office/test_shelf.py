"""The gift shelf: what came, what was counted, what is new; each with its way back."""

from collections.abc import Callable

import pytest

from tests.bots import Cashier
from tests.counter_fixtures import at_counter, cashier_with, corner_shop_records
from tests.layout_eyes import cut, nameless, too_small
from ui.office.shelf import ShelfPage

__all__ = ["at_counter", "cashier_with", "corner_shop_records"]


@pytest.fixture
def keeper(at_counter: Cashier) -> Cashier:
    """Before the shelf, in the dock."""
    at_counter.window.show_room("shelf")
    at_counter.settle()
    return at_counter


def page(cashier: Cashier) -> ShelfPage:
    found = cashier.window.rooms.pages["shelf"]
    assert isinstance(found, ShelfPage)
    return found


def on_hand(cashier: Cashier, name: str) -> int:
    return next(one.on_hand for one in cashier.shop.storage.stock.gifts("EUR").values()
                if one.name == name)  # fmt: skip


def opened(cashier: Cashier, name: str) -> Cashier:
    row = next(row for row in page(cashier).rows.values() if row.line.gift.name == name)
    row.tile.setFocus()
    return cashier.presses("Enter")


def test_what_is_low_is_said_without_alarm(keeper: Cashier) -> None:
    assert keeper.sees("23 left")
    rows = {row.line.gift.name: row for row in page(keeper).rows.values()}
    assert "time to order more" in " ".join(
        one.text() for one in rows["Cookie"].tile.findChildren(type(page(keeper).title))
    )
    assert sum(text == "time to order more" for text in keeper.texts()) == 1


def test_a_number_and_enter_put_more_on_the_shelf(keeper: Cashier) -> None:
    opened(keeper, "Cookie").types("20").presses("Enter")
    assert on_hand(keeper, "Cookie") == 24
    assert page(keeper).notices.toast_text() == "20 more of Cookie."
    page(keeper).notices.undo_last()
    keeper.settle()
    assert on_hand(keeper, "Cookie") == 4


def test_counting_asks_why_it_differs(keeper: Cashier) -> None:
    opened(keeper, "Candle")
    row = next(row for row in page(keeper).rows.values() if row.found is not None)
    row.found.set_text("9")
    row.found.setFocus()
    keeper.presses("Enter")
    assert "Say why it differs" in page(keeper).notices.bar.sentence()
    row.reason.setFocus()
    keeper.types("two broke").presses("Enter")
    assert on_hand(keeper, "Candle") == 9


def test_nothing_that_is_no_number_is_taken(keeper: Cashier) -> None:
    opened(keeper, "Cookie").types("-3").presses("Enter")
    assert keeper.sees("A whole number is needed here.")
    assert on_hand(keeper, "Cookie") == 4


def test_something_new_is_put_on_the_shelf(keeper: Cashier) -> None:
    keeper.taps("Something new").types("Postcard")
    form = page(keeper).form
    form.cost.set_text("0,35")
    form.pieces.set_text("50")
    keeper.taps("Contains nuts").taps("Keep")
    gift = next(one for one in keeper.shop.storage.stock.gifts("EUR").values()
                if one.name == "Postcard")  # fmt: skip
    assert (gift.on_hand, gift.cost.amount, gift.tags) == (50, 35, frozenset({"nuts"}))
    assert keeper.sees("Postcard")


def test_a_gift_is_changed_and_its_pieces_stay(keeper: Cashier) -> None:
    opened(keeper, "Candle").taps("Change what it is")
    keeper.types(", short").presses("Enter")
    assert on_hand(keeper, "Candle, short") == 11


def test_one_given_no_more_can_be_brought_back(keeper: Cashier) -> None:
    opened(keeper, "Nut cookie").taps("Not given any more")
    assert not keeper.sees("Nut cookie left")
    keeper.taps("Given no more")
    opened(keeper, "Nut cookie").taps("Give it again")
    assert on_hand(keeper, "Nut cookie") == 9


def test_a_till_that_was_quicker_is_told_of(keeper: Cashier) -> None:
    opened(keeper, "Candle")
    gift = next(one for one in keeper.shop.storage.stock.gifts("EUR").values()
                if one.name == "Candle")  # fmt: skip
    with keeper.shop.storage.transaction():
        keeper.shop.storage.stock.take(gift.id)
    row = page(keeper).rows[gift.id]
    row.found.set_text("9")
    row.reason.set_text("broken")
    row.reason.submitted.emit("broken")
    keeper.settle()
    assert "has just changed at another till" in page(keeper).notices.bar.sentence()


def test_esc_closes_the_row_and_then_the_page(keeper: Cashier) -> None:
    opened(keeper, "Candle").presses("Esc")
    assert not keeper.sees("How many came?")
    keeper.presses("Esc")
    assert keeper.window.slot.shown is keeper.page


@pytest.mark.parametrize(("size", "scale"), [((380, 560), 100), ((440, 900), 150)], ids=str)
def test_nothing_is_cut(
    cashier_with: Callable[..., Cashier], size: tuple[int, int], scale: int
) -> None:
    cashier = cashier_with(size, text_size=scale)
    cashier.window.show_room("shelf")
    cashier.settle()
    opened(cashier, "Cookie")
    assert cut(page(cashier)) + too_small(page(cashier)) + nameless(page(cashier)) == []
    page(cashier).start_new()
    cashier.settle()
    assert cut(page(cashier)) + too_small(page(cashier)) + nameless(page(cashier)) == []
