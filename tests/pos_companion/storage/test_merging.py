"""The drawer of merges; what a merge does to everything is tested with the deed."""

from pos_companion.storage import Storage
from pos_companion.storage.merging import Joined
from tests.pos_companion.storage.records import (
    NOW,
    add_customer,
    add_product,
    contents,
    minutes,
    visit_of,
)


def test_a_merge_is_kept_with_what_it_moved(storage: Storage) -> None:
    ana, anna = add_customer(storage, "Ana Kos"), add_customer(storage, "Anna Kos")
    storage.visits.record(visit_of(anna, "one", add_product(storage, "Tea")))
    with storage.transaction():
        joined = storage.merging.merge(ana.id, anna.id, {}, False, NOW)
    assert joined == Joined(1, ana.id, anna.id, "Anna Kos", {"visit": 1, "redemption": 0}, made=NOW)
    assert storage.merging.get(1) == joined
    assert storage.merging.into(ana.id) == (joined,)
    assert storage.merging.survivor(anna.id) == ana.id
    assert storage.people.get(anna.id) is None


def test_an_undone_merge_remembers_nothing_personal(storage: Storage) -> None:
    ana, anna = add_customer(storage, "Ana Kos"), add_customer(storage, "Anna Kos")
    with storage.transaction():
        storage.merging.merge(ana.id, anna.id, {}, False, NOW)
    with storage.transaction():
        storage.merging.unmerge(1, minutes(1))
    joined = storage.merging.get(1)
    assert joined is not None
    assert (joined.is_undone, joined.name) == (True, "")
    assert "Kos" not in str(contents(storage)["merge"])
    assert storage.merging.into(ana.id) == ()
    assert storage.merging.get(2) is None


def test_a_no_on_either_record_stays_a_no(storage: Storage) -> None:
    ana = add_customer(storage, "Ana Kos", remember=True, no_offers=True)
    anna = add_customer(storage, "Anna Kos", remember=False, no_celebrations=True)
    with storage.transaction():
        storage.merging.merge(ana.id, anna.id, {}, False, NOW)
    customer = storage.people.get(ana.id)
    assert customer is not None
    assert (customer.remember, customer.no_offers, customer.no_celebrations) == (False, True, True)


def test_another_number_of_the_same_program_stays_the_survivor_s(storage: Storage) -> None:
    ana = add_customer(storage, "Ana Kos", source="till", source_id="9")
    anna = add_customer(storage, "Anna Kos", source="till", source_id="7")
    with storage.transaction():
        storage.merging.merge(ana.id, anna.id, {}, False, NOW)
    assert storage.people.by_source("till", "9") == ana.id
    assert storage.people.by_source("till", "7") is None
    assert storage.search.by_source_id("7") == [ana.id]
