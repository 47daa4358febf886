"""Money and fairness: chips say what and when, the finding stands below, kept as a file."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QAbstractButton

from pos_companion.rules.conditions.visits_in_all import VisitsInAll
from pos_companion.rules.segments import Segment
from pos_companion.services.segments import save_segment
from tests.bots import Cashier
from tests.counter_fixtures import at_counter, cashier_with, corner_shop_records
from tests.gesture_stories import weeks_of_gifts
from tests.layout_eyes import cut, nameless, too_small
from ui.office.given.page import GivenPage, Look

__all__ = ["at_counter", "cashier_with", "corner_shop_records"]


def opened(cashier: Cashier) -> GivenPage:
    cashier.window.show_room("given")
    page = cashier.window.rooms.pages["given"]
    assert isinstance(page, GivenPage)
    return ready(cashier, page)


def ready(cashier: Cashier, page: GivenPage) -> GivenPage:
    for _step in range(60):
        cashier.settle()
        if page.found is not None:
            break
    cashier.settle()
    return page


def test_one_tap_looks_at_something_else_and_at_other_days(at_counter: Cashier) -> None:
    weeks_of_gifts(at_counter.shop)
    page = opened(at_counter)
    assert at_counter.sees("€23.40 for 36 gifts to 22 people")
    at_counter.taps("Who gets something")
    ready(at_counter, page)
    assert at_counter.sees("regulars never got anything")
    assert at_counter.sees("Kim Okafor got something from Sam on 14 of 14 visits.")
    at_counter.taps("Worth a look").taps("Last 30 days")
    ready(at_counter, page)
    assert at_counter.sees("Sam gave 1 gift to their own card.")
    at_counter.taps("How they found us")
    ready(at_counter, page)
    assert at_counter.sees("Most often: A friend, 2 people")
    assert not page.spans.isVisible()
    at_counter.presses("Esc")
    assert at_counter.window.slot.shown is at_counter.page


def test_what_is_asked_last_is_what_is_shown(at_counter: Cashier) -> None:
    weeks_of_gifts(at_counter.shop)
    page = opened(at_counter)
    page.looks.chips[1].click()
    page.looks.chips[2].click()
    page.spans.chips[0].click()
    ready(at_counter, page)
    assert page.look is Look.SIGNALS
    assert at_counter.sees("There may be a good reason for each. Ask before you think.")
    assert not at_counter.sees("never got anything")


def test_it_is_kept_among_the_documents_and_undone(
    at_counter: Cashier, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda _place: str(tmp_path))
    page = opened(at_counter)
    page.save.click()
    at_counter.settle()
    (kept,) = tmp_path.glob("gifts-and-budgets-*.csv")
    assert page.notices.toast_text().endswith(".csv")
    page.notices.undo_last()
    at_counter.settle()
    assert not kept.exists()


@pytest.mark.parametrize(("size", "scale"), [((440, 900), 1.0), ((380, 560), 2.0)], ids=str)
def test_nothing_is_cut(
    cashier_with: Callable[..., Cashier], size: tuple[int, int], scale: float
) -> None:
    cashier = cashier_with(size, text_size=round(scale * 100))
    weeks_of_gifts(cashier.shop)
    page = opened(cashier)
    for chip in page.looks.chips:
        chip.click()
        ready(cashier, page)
        assert cut(page) + nameless(page) + too_small(page) == []


def test_segments_come_when_they_are_there_and_the_keyboard_stays(at_counter: Cashier) -> None:
    shop = at_counter.shop
    weeks_of_gifts(shop)
    save_segment(shop, Segment("", "Often here", VisitsInAll(28)))
    page = opened(at_counter)
    at_counter.taps("Who gets something")
    ready(at_counter, page)
    at_counter.taps("10 visits")
    ready(at_counter, page)
    for _step in range(60):
        at_counter.settle()
        if page.found.by_segment:
            break
    at_counter.settle()
    assert page.found.least == 10
    assert at_counter.sees("Often here")
    chosen = at_counter.keyboard()
    assert isinstance(chosen, QAbstractButton)
    assert chosen.text() == "10 visits"
