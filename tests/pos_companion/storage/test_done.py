"""A deed with an id of its own is done once."""

from datetime import timedelta

from pos_companion.storage import Storage
from pos_companion.storage.done import KEPT_FOR
from tests.pos_companion.storage.records import NOW


def test_the_same_id_is_known_the_second_time(storage: Storage) -> None:
    assert storage.done.add("one", "tell", NOW) == ""
    assert storage.done.add("one", "visit", NOW) == "tell"


def test_ids_that_nobody_repeats_any_more_go(storage: Storage) -> None:
    storage.done.add("old", "tell", NOW)
    storage.done.add("new", "tell", NOW + KEPT_FOR + timedelta(days=1))
    assert storage.rows("SELECT uid FROM done") == [("new",)]
