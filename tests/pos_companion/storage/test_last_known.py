"""What a till keeps of the people on a server, and of nobody else."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from pos_companion.model.consent import Consent, ConsentKind
from pos_companion.model.people import Customer, HouseholdMember, Species
from pos_companion.storage import Storage
from pos_companion.storage.at_hand import AtHand, Look
from pos_companion.storage.expected import Expected
from pos_companion.storage.last_known import LastKnown
from pos_companion.storage.sqlite import EncryptedDatabase
from tests.pos_companion.storage.records import NOW, TODAY, add_customer, key_for, minutes, visit_of

DAY = 24 * 60


@pytest.fixture
def storage(tmp_path: Path) -> Iterator[Storage]:
    """What stands for the server; it is only read."""
    opened = Storage.open(tmp_path, key_for)
    yield opened
    opened.close()


@pytest.fixture
def file(tmp_path: Path) -> Iterator[EncryptedDatabase]:
    db = EncryptedDatabase(tmp_path / "here.db", key_for("lookup"))
    db.open_records()
    yield db
    db.close()


@pytest.fixture
def here(storage: Storage, file: EncryptedDatabase) -> LastKnown:
    copies = LastKnown(file, storage.db)
    copies.make()
    return copies


@pytest.fixture
def ana(storage: Storage) -> Customer:
    """With a dog that is not to be told of, and a visit."""
    ana = add_customer(storage, "Ana Kos", phone="+491701234567", card="LOY-1", street="Lime Row 1")
    storage.people.add_member(ana, HouseholdMember(0, "Rex", species=Species.DOG), NOW)
    storage.consents.put(Consent(ana.id, ConsentKind.FAMILY, False, TODAY, ""))
    storage.visits.record(visit_of(ana, "first"))
    return ana


def kept(file: EncryptedDatabase) -> dict[str, int]:
    return {
        table: file.execute_sql(f"SELECT count(*) FROM {table}").fetchone()[0]
        for table in ("customer", "household_member", "consent", "visit")
    }


def test_copies_are_laid_out_with_the_columns_of_today(
    storage: Storage, file: EncryptedDatabase
) -> None:
    copies = LastKnown(file, storage.db)
    assert not copies.is_made()
    copies.make()
    assert copies.is_made()
    file.execute_sql("ALTER TABLE customer ADD COLUMN shoe_size")
    assert not copies.is_made()
    copies.make()
    assert copies.is_made()


@pytest.mark.parametrize("is_all", [True, False])
def test_a_person_is_shown_as_on_the_server(
    storage: Storage, file: EncryptedDatabase, here: LastKnown, ana: Customer, is_all: bool
) -> None:
    if is_all:
        here.copy_all([ana.id])
    else:
        here.put(here.read([ana.id]))
    home = storage.people.get(ana.id).household  # type: ignore[union-attr]
    there, shown = Look(storage.db, {}, {}), AtHand(file).look()
    assert shown.people([ana.id]) == there.people([ana.id])
    assert shown.people([ana.id])[0].is_alone
    assert shown.members([home]) == there.members([home])
    expected = Expected(file)
    came = (0, int(minutes(1).timestamp()))
    assert expected._came(came) == Expected(storage.db)._came(came) == [ana.id]


def test_of_somebody_who_is_gone_nothing_stays(
    storage: Storage, file: EncryptedDatabase, here: LastKnown, ana: Customer
) -> None:
    ben = add_customer(storage, "Ben Ito")
    here.copy_all([ana.id, ben.id])
    assert kept(file) == {"customer": 2, "household_member": 1, "consent": 1, "visit": 1}
    storage.rows("UPDATE customer SET erased = 1 WHERE id = ?", (ana.id,))
    storage.people.remove(ben.id)
    here.put(here.read([ana.id, ben.id]))
    assert set(kept(file).values()) == {0}


def test_only_what_is_shown_of_somebody_is_copied(
    file: EncryptedDatabase, here: LastKnown, ana: Customer
) -> None:
    here.copy_all([ana.id])
    columns = {
        column.name
        for table in ("customer", "consent", "visit")
        for column in file.get_columns(table)
    }
    assert columns.isdisjoint({"say_as", "language", "tags", "best_time", "total", "staff", "day"})


def test_visits_are_kept_as_long_as_a_habit_is_looked_for(
    storage: Storage, file: EncryptedDatabase, here: LastKnown, ana: Customer
) -> None:
    storage.visits.record(visit_of(ana, "old", at=minutes(-100 * DAY)))
    here.copy_all([ana.id])
    assert kept(file)["visit"] == 1
    here.put(here.read([ana.id]))
    assert kept(file)["visit"] == 1
    storage.visits.record(visit_of(ana, "later", at=minutes(100 * DAY)))
    here.put(here.read([ana.id]))
    here.drop_old_visits()
    assert kept(file)["visit"] == 1


def test_in_a_deed_the_server_is_asked(storage: Storage, here: LastKnown, ana: Customer) -> None:
    sql = "SELECT name FROM customer WHERE id = ?"
    here.copy_all([ana.id])
    storage.rows("UPDATE customer SET name = 'Anna'")
    assert here.fetch(sql, (ana.id,)) == [("Ana Kos",)]
    with storage.transaction():
        assert here.execute_sql(sql, (ana.id,)).fetchall() == [("Anna",)]
