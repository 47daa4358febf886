from dataclasses import replace

from pos_companion.storage import Storage
from pos_companion.storage.slots import HIGHEST, lowest_slot
from tests.pos_companion.storage.records import NOW, add_customer, nothing_kept


def places(storage: Storage) -> set[int]:
    return {row[0] for row in storage.rows("SELECT slot FROM search_doc")}


def test_the_first_place_is_below_the_highest(storage: Storage) -> None:
    assert lowest_slot(storage.db) == HIGHEST
    add_customer(storage, "Ana Kos")
    assert places(storage) == {HIGHEST - 1}


def test_made_anew_the_index_begins_at_the_highest_place_again(storage: Storage) -> None:
    ana = add_customer(storage, "Ana Kos")
    add_customer(storage, "Ben Ito")
    storage.people.remove(ana.id)
    storage.search.rebuild()
    assert places(storage) == {HIGHEST - 1}
    assert storage.search.check() == []


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
