"""What the database could not do, in a sentence a cashier can act on."""

from collections.abc import Iterator
from pathlib import Path

import peewee
import pytest
from sqlcipher3 import dbapi2 as sqlcipher

from pos_companion.errors import BusyError, CompanionError, DamagedError, NotSavedError
from pos_companion.storage import STORE, Storage
from pos_companion.storage.faults import word, worded
from tests.pos_companion.storage.records import add_customer, contents, key_for


@pytest.fixture
def other_program(tmp_path: Path, storage: Storage) -> Iterator[sqlcipher.Connection]:
    """Another program on the same records, in the middle of a change."""
    connection = sqlcipher.connect(str(tmp_path / STORE), isolation_level=None)
    connection.execute(f"PRAGMA key = \"x'{key_for('db').hex()}'\"")
    connection.execute("BEGIN IMMEDIATE")
    yield connection
    connection.close()


@pytest.mark.parametrize(
    ("says", "kind", "sentence"),
    [
        ("database or disk is full", NotSavedError, "The disk is full."),
        ("database is locked", BusyError, "Another program is using the records"),
        ("attempt to write a readonly database", NotSavedError, "cannot be written to"),
        ("unable to open database file", NotSavedError, "cannot be written to"),
        ("database disk image is malformed", DamagedError, "The records are damaged."),
        ("file is not a database", DamagedError, "The records are damaged."),
        ("disk I/O error", NotSavedError, "The disk does not answer"),
        ("no such table: visit", NotSavedError, "The records could not be written."),
    ],
)
def test_each_fault_has_its_sentence(says: str, kind: type[CompanionError], sentence: str) -> None:
    error = word(peewee.OperationalError(says))
    assert type(error) is kind
    assert sentence in str(error)


def hidden_by_its_rollback(says: str) -> peewee.OperationalError:
    """What peewee raises when the database has rolled a failed write back by itself."""
    error = peewee.OperationalError("cannot rollback - no transaction is active")
    error.__context__ = peewee.OperationalError(says)
    return error


def test_the_root_cause_is_told_and_not_the_rollback_that_hides_it() -> None:
    error = word(hidden_by_its_rollback("database or disk is full"))
    assert "disk is full" in str(error)


def test_a_broken_rule_of_the_tables_is_an_answer_and_not_a_fault() -> None:
    with pytest.raises(peewee.IntegrityError), worded():
        raise peewee.IntegrityError("UNIQUE constraint failed: visit.uid")


def test_what_comes_straight_from_the_database_is_worded_too() -> None:
    with pytest.raises(NotSavedError, match="disk is full"), worded():
        raise sqlcipher.OperationalError("database or disk is full")
    with pytest.raises(sqlcipher.IntegrityError), worded():
        raise sqlcipher.IntegrityError("UNIQUE constraint failed: visit.uid")


def add_a_whole_town(storage: Storage) -> None:
    with storage.transaction():
        for n in range(2000):
            add_customer(storage, f"Customer Number{n}", description="x" * 400)


def test_a_full_disk_keeps_nothing_and_the_till_goes_on_when_there_is_room(
    storage: Storage,
) -> None:
    before = contents(storage)
    pages = storage.rows("PRAGMA page_count")[0][0]
    storage.rows(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(NotSavedError, match="disk is full"):
        add_a_whole_town(storage)
    assert contents(storage) == before
    storage.rows("PRAGMA max_page_count = 1000000")
    with storage.transaction():
        ana = add_customer(storage)
    assert storage.people.get(ana.id) is not None


def test_a_disk_that_turns_read_only_keeps_nothing(storage: Storage) -> None:
    storage.rows("PRAGMA query_only = 1")
    with pytest.raises(NotSavedError, match="cannot be written to"), storage.transaction():
        add_customer(storage)
    storage.rows("PRAGMA query_only = 0")
    with storage.transaction():
        add_customer(storage)


def test_records_in_use_elsewhere_are_busy_and_free_again_later(
    storage: Storage, other_program: sqlcipher.Connection
) -> None:
    storage.rows("PRAGMA busy_timeout = 0")
    with pytest.raises(BusyError, match="Another program"), storage.transaction():
        add_customer(storage)
    other_program.execute("COMMIT")
    with storage.transaction():
        add_customer(storage)
    assert len(storage.rows("SELECT id FROM customer")) == 1
