"""The disk is full in the middle of the day: nothing is called saved, and nothing typed is lost."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from tests.bots import Cashier

resource = pytest.importorskip("resource", reason="the system has no limits for files")
ROSA = "20471100"


@contextmanager
def a_disk_with_no_room_left(cashier: Cashier) -> Iterator[None]:
    """The system itself refuses every byte beyond what the log has now."""
    assert cashier.shop is not None
    log = cashier.shop.settings.folder / "companion.db-wal"
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (log.stat().st_size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def test_on_a_full_disk_the_visit_stays_with_everything_and_goes_in_once(
    at_counter: Cashier,
) -> None:
    at_counter.scans(ROSA).presses("F4").taps("Rye loaf")
    words = at_counter.primary()
    with a_disk_with_no_room_left(at_counter):
        at_counter.presses("Enter").presses("Enter")
        assert "Not saved yet. Trying again." in at_counter.bar()
        assert "Is it full? Nothing was kept of this." in at_counter.bar()
        assert at_counter.primary() == words
        assert at_counter.toast() == ""
    at_counter.page.journey.try_again()
    at_counter.settle()
    assert at_counter.bar() == ""
    assert at_counter.visits_today() == 1
