"""The look-up tables are in step with the people, whichever way they were written."""

import pytest

from pos_companion.model.people import HouseholdMember, Species
from pos_companion.storage import Storage
from pos_companion.storage.search_index import MADE
from pos_companion.storage.search_keys import SearchEntry
from tests.pos_companion.storage.records import NOW, add_customer


def kept(storage: Storage) -> tuple[object, ...]:
    """What people are found by, but not where in the index it stands."""
    return tuple(
        sorted(storage.rows(f"SELECT {columns} FROM {table}"))
        for table, columns in (
            ("search_doc", "customer_id, d, k"),
            ("contact_key", "k, customer_id"),
            ("term", "t"),
            ("term_key", "h, t"),
        )
    )


def test_made_anew_the_index_is_what_it_grew_to_be(storage: Storage) -> None:
    ana = add_customer(storage, "Ana Kos", phone="+491701234567", card="Card-7")
    add_customer(storage, "Ben Ito", email="ben@example.org")
    add_customer(storage, "")
    storage.people.add_member(ana, HouseholdMember(0, "Biscuit", species=Species.CAT), NOW)
    before = kept(storage)
    storage.search.rebuild()
    assert kept(storage) == before
    assert storage.search.check() == []
    assert storage.search.by_words("biscuit", 5) == [ana.id]


def test_an_index_made_in_another_way_is_not_current(storage: Storage) -> None:
    storage.rows("INSERT OR REPLACE INTO setting (key, value) VALUES ('search_made', 'before')")
    assert not storage.search.is_current()
    storage.search.rebuild()
    assert storage.search.is_current()
    assert storage.rows("SELECT value FROM setting WHERE key = 'search_made'") == [(MADE,)]


def test_what_did_not_change_is_not_written_again(storage: Storage) -> None:
    ana = add_customer(storage, "Ana Kos", phone="+491701234567")
    entry = SearchEntry(ana.id, ("Ana Kos",), phone="+491701234567")
    before = storage.rows("SELECT total_changes()")
    storage.search.put(entry)
    assert storage.rows("SELECT total_changes()") == before


def test_who_has_nothing_left_to_be_found_by_leaves_no_row(storage: Storage) -> None:
    ana = add_customer(storage, "Ana Kos", card="Card-7")
    storage.search.put(SearchEntry(ana.id, ()))
    assert kept(storage) == ([], [], [], [])
    storage.search.refresh([ana.id])
    assert storage.search.by_words("kos", 5) == storage.search.by_card("Card-7") == [ana.id]


def test_refreshing_brings_those_up_to_date_who_changed_or_went(storage: Storage) -> None:
    ana, ben = add_customer(storage, "Ana Kos"), add_customer(storage, "Ben Ito")
    storage.rows("UPDATE customer SET name = 'Ana Oke' WHERE id = ?", (ana.id,))
    storage.rows("UPDATE customer SET erased = 1 WHERE id = ?", (ben.id,))
    assert storage.search.check() != []
    storage.search.refresh([ana.id, ben.id])
    assert storage.search.check() == []
    assert storage.search.by_words("oke", 5) == [ana.id]
    assert storage.search.by_words("kos", 5) == storage.search.by_words("ben", 5) == []


@pytest.mark.parametrize(
    ("statement", "broken"),
    [
        ("DELETE FROM term WHERE t = 'kos'", "the words of the search"),
        ("DELETE FROM contact_key", "the numbers of the search"),
        ("UPDATE customer SET name = 'Eva'", "what they were called before"),
    ],
)
def test_a_word_a_number_or_a_name_out_of_step_is_noticed_and_mended_by_a_rebuild(
    storage: Storage, statement: str, broken: str
) -> None:
    add_customer(storage, "Ana Kos", phone="+491701234567")
    storage.rows(statement)
    assert any(broken in line for line in storage.search.check())
    storage.search.rebuild()
    assert storage.search.check() == []


def test_addresses_that_differ_late_are_told_apart_once_so_much_is_typed(storage: Storage) -> None:
    one = add_customer(storage, "Ana Kos", email="info@firma-a.example")
    other = add_customer(storage, "Ben Ito", email="info@firma-b.example")
    assert set(storage.search.by_email("info@firma-", 5)) == {one.id, other.id}
    assert storage.search.by_email("Info@Firma-A", 5) == [one.id]
    assert storage.search.by_email("info@firma-b.example", 5) == [other.id]
    assert storage.search.by_email("info@firma-c", 5) == []
