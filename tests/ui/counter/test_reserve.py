"""While a visit waits because the disk is full: one tap gives it the reserve."""

import pytest

from pos_companion.storage import ballast
from tests.bots import Cashier
from tests.counter_fixtures import at_counter, cashier_with, corner_shop_records
from tests.journeys.test_full_disk import ROSA, a_disk_with_no_room_left

__all__ = ["at_counter", "cashier_with", "corner_shop_records"]


@pytest.fixture
def nearly_full(at_counter: Cashier, monkeypatch: pytest.MonkeyPatch) -> Cashier:
    """Two megabytes are free, and the reserve was made in better days."""
    assert at_counter.shop is not None
    (at_counter.shop.settings.folder / ballast.FILE).write_bytes(b"room")
    usage = type("Usage", (), {"free": 2_000_000})
    monkeypatch.setattr(ballast.shutil, "disk_usage", lambda _folder: usage)
    return at_counter


def test_one_tap_uses_the_reserve_and_the_visit_goes_in_once(nearly_full: Cashier) -> None:
    at_counter = nearly_full
    at_counter.scans(ROSA)
    with a_disk_with_no_room_left(at_counter):
        at_counter.presses("Enter")
        assert "Not saved yet. Trying again." in at_counter.bar()
        assert at_counter.sees("Use the reserve")
        at_counter.page.journey.try_again()
        at_counter.settle()
        assert at_counter.sees("Use the reserve")
    at_counter.taps("Use the reserve")
    assert at_counter.bar() == ""
    assert at_counter.visits_today() == 1
    assert not at_counter.sees("Use the reserve")


def test_a_disk_that_is_nearly_full_is_said_with_how_much_to_free(nearly_full: Cashier) -> None:
    for _ in range(60):
        nearly_full.window.care.look(3)
    nearly_full.settle()
    nearly_full.page.notices.clear_error()
    expected = "The disk is nearly full. Please free 62 MB, so that the till can go on."
    assert nearly_full.bar() == expected


def test_without_a_reserve_nothing_is_offered(at_counter: Cashier) -> None:
    at_counter.scans(ROSA)
    with a_disk_with_no_room_left(at_counter):
        at_counter.presses("Enter")
        assert not at_counter.sees("Use the reserve")
    at_counter.page.journey.try_again()
    at_counter.settle()
