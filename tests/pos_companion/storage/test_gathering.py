"""A table is filled anew from end to end, or stays what it was."""

import pytest

from pos_companion.storage import Storage
from pos_companion.storage.gathering import gathered
from tests.pos_companion.storage.records import add_customer


def terms(storage: Storage) -> list[str]:
    return [row[0] for row in storage.rows("SELECT t FROM term ORDER BY t")]


def test_what_was_gathered_takes_the_place_of_all_that_was_there(storage: Storage) -> None:
    add_customer(storage, "Ana Kos")
    with gathered(storage.db, "term") as add:
        add([("cleo",), ("ben",)])
        add([("ito",)])
    assert terms(storage) == ["ben", "cleo", "ito"]


def test_the_same_row_twice_is_one_row(storage: Storage) -> None:
    with gathered(storage.db, "contact_key") as add:
        add([("x1", 7), ("x1", 8), ("x1", 7)])
    assert sorted(storage.rows("SELECT k, customer_id FROM contact_key")) == [("x1", 7), ("x1", 8)]


def test_when_gathering_fails_the_table_is_as_it_was_and_can_be_gathered_again(
    storage: Storage,
) -> None:
    add_customer(storage, "Ana Kos")

    def interrupted() -> None:
        with gathered(storage.db, "term") as add:
            add([("ben",)])
            raise InterruptedError

    with pytest.raises(InterruptedError):
        interrupted()
    assert terms(storage) == ["ana", "kos"]
    with gathered(storage.db, "term") as add:
        add([("cleo",)])
    assert terms(storage) == ["cleo"]
