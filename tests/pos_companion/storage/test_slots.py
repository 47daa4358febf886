from dataclasses import replace

from pos_companion.storage import Storage
from pos_companion.storage.slots import lowest_slot
from tests.pos_companion.storage.records import NOW, add_customer, nothing_kept


def places(storage: Storage) -> set[int]:
    return {row[0] for row in storage.rows("SELECT slot FROM search_doc")}


def test_the_first_place_is_below_one(storage: Storage) -> None:
    assert lowest_slot(storage.db) == 1
    add_customer(storage, "Ana Kos")
    assert places(storage) == {0}


def test_a_place_that_was_freed_is_never_filled_again(storage: Storage) -> None:
    used: list[int] = []
    for _ in range(4):
        ana = add_customer(storage, "Ana Kos")
        used += places(storage)
        storage.people.remove(ana.id)
        assert places(storage) == set()
    assert used == sorted(set(used), reverse=True)


def test_names_changed_and_removed_in_one_transaction_leave_no_word_behind(
    storage: Storage,
) -> None:
    with nothing_kept(storage):
        first = add_customer(storage, "Ana Kos")
        second = add_customer(storage, "Ana Kos")
        storage.people.change(replace(first, name="Ana Kos "), NOW)
        storage.people.remove(first.id)
        add_customer(storage, "Ana Kos")
        storage.people.change(replace(second, name="Ben Okafor"), NOW)
        assert storage.search.check() == []
        assert len(storage.search.by_words("ana", 9)) == 1
