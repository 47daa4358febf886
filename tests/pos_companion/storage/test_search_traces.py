"""Nothing of somebody who was erased is left in the search, not even in the bytes of the file."""

from pathlib import Path

import pytest

from pos_companion.model.people import Customer, HouseholdMember, Species
from pos_companion.storage import Storage
from pos_companion.storage.search_keys import packed
from tests.pos_companion.storage.records import NOW, add_customer, unlocked

TABLES = ("search_doc", "contact_key", "term", "term_key", "name_fts_data", "name_fts_idx")
TRACES = (
    *(b"quisling", b"uisling", b"isling", b"sling", b"zebedee", b"ebedee", b"bedee", b"mooncake"),
    *(b"ooncake", b"cockatiel", b"ckatiel", b"lamplight", b"mplight", b"quince@", b"violet9"),
    packed("3017654321").encode(),
    packed("1234567103").encode(),
    packed("8830077").encode(),
)


def pages(storage: Storage) -> bytes:
    """Every page of the file as it is under its lock, those that are free included."""
    storage.rows("PRAGMA wal_checkpoint(TRUNCATE)")
    return unlocked(Path(storage.db.database), "db")


def rows(storage: Storage) -> bytes:
    """Every value of the tables of the search."""
    values = [
        value for table in TABLES for row in storage.rows(f"SELECT * FROM {table}") for value in row
    ]
    return b"\n".join(one if isinstance(one, bytes) else str(one).encode() for one in values)


def left(where: bytes) -> list[bytes]:
    return [trace for trace in TRACES if trace in where.lower() or trace in where]


@pytest.fixture
def zebedee(storage: Storage) -> Customer:
    """Known by everything there is, among others."""
    for n in range(40):
        add_customer(storage, f"Ana Kos {n}", phone=f"+4930{n:07d}", card=f"LOY-{n:05d}")
    him = add_customer(
        storage, "Zebedee Quisling", phone="+493017654321", email="quince@violet9.example",
        card="LOY-8830077", description="cockatiel", street="Lamplight Row 3",
    )  # fmt: skip
    storage.people.add_member(him, HouseholdMember(0, "Mooncake", species=Species.CAT), NOW)
    for n in range(40):
        add_customer(storage, f"Ben Ito {n}", email=f"ben{n}@example.org")
    found = storage.people.get(him.id)
    assert found is not None
    return found


def test_the_test_itself_sees_what_is_there(storage: Storage, zebedee: Customer) -> None:
    assert {b"quisling", b"zebedee", b"mooncake", b"lamplight"} <= set(left(pages(storage)))
    assert {b"quisling", b"zebedee", b"mooncake", b"lamplight"} <= set(left(rows(storage)))


def test_the_search_keeps_nothing_of_whom_it_forgot(storage: Storage, zebedee: Customer) -> None:
    storage.search.forget(zebedee.id)
    assert left(rows(storage)) == []


def test_no_page_of_the_file_keeps_anything_of_who_was_removed(
    storage: Storage, zebedee: Customer
) -> None:
    storage.people.remove(zebedee.id)
    assert storage.search.check() == []
    assert left(rows(storage)) == []
    assert left(pages(storage)) == []


def test_no_page_keeps_what_somebody_was_called_before(storage: Storage, zebedee: Customer) -> None:
    plain = Customer(zebedee.id, "Ana Kos", household=zebedee.household)
    for being in storage.people.members(zebedee.household):
        if being.customer is None and zebedee.household:
            storage.people.take_out(zebedee.household, being.id)
    storage.people.change(plain, NOW)
    storage.rows("UPDATE household_member SET name = 'Ana Kos' WHERE customer_id = ?", (plain.id,))
    assert left(rows(storage)) == []
    assert left(pages(storage)) == []
