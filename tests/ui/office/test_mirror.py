"""How well we know them: worked out in steps, turned month by month, kept as a file."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QStandardPaths

from tests.bots import Cashier
from tests.counter_fixtures import at_counter, cashier_with, corner_shop_records
from tests.layout_eyes import cut, nameless, too_small
from ui.office.mirror import MirrorPage

__all__ = ["at_counter", "cashier_with", "corner_shop_records"]


def opened(cashier: Cashier) -> MirrorPage:
    cashier.window.show_room("mirror")
    page = cashier.window.rooms.pages["mirror"]
    assert isinstance(page, MirrorPage)
    while page.found is None or page.moved is None:
        cashier.settle()
    cashier.settle()
    return page


def test_the_finding_stands_first_and_the_month_before_is_a_tap_away(at_counter: Cashier) -> None:
    page = opened(at_counter)
    assert at_counter.sees("When it was sure, the usual was right on")
    assert at_counter.sees("Monday")
    assert at_counter.sees("Which way people moved: November")
    assert not at_counter.button("Month after").isEnabled()
    turned(at_counter, "Month before")
    assert page.moved is not None
    assert page.moved.after.month == 10
    turned(at_counter, "Month after")
    assert page.moved.after == at_counter.shop.today
    at_counter.presses("Esc")
    assert at_counter.window.slot.shown is at_counter.page


def turned(cashier: Cashier, words: str) -> None:
    cashier.taps(words)
    for _step in range(20):
        cashier.settle()


def test_it_is_kept_among_the_documents_and_undone(
    at_counter: Cashier, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda _place: str(tmp_path))
    page = opened(at_counter)
    page.save.click()
    at_counter.settle()
    (kept,) = tmp_path.glob("how-well-we-know-them-*.csv")
    assert page.notices.toast_text().endswith(".csv")
    page.notices.undo_last()
    at_counter.settle()
    assert not kept.exists()


@pytest.mark.parametrize(("size", "scale"), [((440, 900), 1.0), ((380, 560), 2.0)], ids=str)
def test_nothing_is_cut(
    cashier_with: Callable[..., Cashier], size: tuple[int, int], scale: float
) -> None:
    cashier = cashier_with(size, text_size=round(scale * 100))
    page = opened(cashier)
    assert cut(page) + nameless(page) + too_small(page) == []
