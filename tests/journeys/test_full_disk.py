"""The disk is full, or the file in use: nothing is called saved, and nothing typed is lost."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from pos_companion.model.visits import Impression, Mood
from pos_companion.services.finding import find
from pos_companion.services.past_visits import last_visits
from pos_companion.storage import STORE
from pos_companion.storage.sqlite import EncryptedDatabase
from tests.bots import Cashier
from ui.panels.here import HerePanel

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


@contextmanager
def records_in_use_elsewhere(cashier: Cashier) -> Iterator[None]:
    """Another program writes to the very file, and takes its time."""
    shop = cashier.shop
    assert shop is not None
    other = EncryptedDatabase(shop.settings.folder / STORE, shop.keys.derive("db"))
    other.connect()
    shop.storage.rows("PRAGMA busy_timeout = 0")
    other.execute_sql("BEGIN IMMEDIATE")
    try:
        yield
    finally:
        other.execute_sql("ROLLBACK")
        other.close()
        shop.storage.rows("PRAGMA busy_timeout = 5000")


def test_on_a_full_disk_the_visit_stays_with_everything_and_goes_in_once(
    at_counter: Cashier,
) -> None:
    here = at_counter.scans(ROSA).page.card.panels["here"]
    assert isinstance(here, HerePanel)
    assert here.box is not None
    (biscuit,) = (being for being, chip in here.box.company.items() if chip.text() == "Biscuit")
    at_counter.taps("Biscuit").taps("Low").presses("F4").taps("Rye loaf").presses("Space")
    words = at_counter.primary()
    with a_disk_with_no_room_left(at_counter):
        at_counter.presses("Enter").presses("Enter")
        assert "Not saved yet. Trying again." in at_counter.bar()
        assert "Is it full? Nothing was kept of this." in at_counter.bar()
        assert at_counter.primary() == words
        assert here.box.company[biscuit].isChecked()
        assert here.box.moods_in[Mood.LOW].isChecked()
        assert at_counter.toast() == ""
        assert at_counter.visits_today() == 0
    goes_in_once(at_counter, Impression((biscuit,), Mood.LOW))
    assert "Rye loaf" in at_counter.last_basket("Rosa Delgado")


def goes_in_once(cashier: Cashier, felt: Impression) -> None:
    """What waited is written, and written once."""
    cashier.page.journey.try_again()
    cashier.settle()
    assert cashier.bar() == ""
    assert cashier.toast() == "Visit recorded for Rosa"
    assert cashier.visits_today() == 1
    assert cashier.shop is not None
    person = find(cashier.shop, "Rosa Delgado")[0].customer.id
    assert last_visits(cashier.shop, person)[0].visit.impression == felt
    assert cashier.shop.storage.check() == []


def test_while_another_program_has_the_records_it_waits_and_goes_in_once(
    at_counter: Cashier,
) -> None:
    at_counter.scans(ROSA).taps("Cheerful")
    with records_in_use_elsewhere(at_counter):
        at_counter.presses("Enter").presses("Enter")
        assert at_counter.bar().startswith("Not saved yet. Trying again. ")
        assert "Another program is using the records" in at_counter.bar()
        assert at_counter.greeting() == "“Morning, Rosa!”"
        assert at_counter.toast() == ""
    goes_in_once(at_counter, Impression(mood_in=Mood.GOOD))
