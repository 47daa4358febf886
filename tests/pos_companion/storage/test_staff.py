"""Drawer: the people who work here, and the step that gave them tries."""

from dataclasses import replace
from pathlib import Path

import peewee
import pytest
from playhouse.migrations import Runner
from playhouse.sqlcipher_ext import SqlCipherDatabase

from pos_companion.model.staff import Role, Staff, Tries
from pos_companion.storage import STEPS, Storage
from pos_companion.storage.staff import KeptStaff
from tests.pos_companion.storage.records import NOW


def test_a_colleague_comes_back_as_kept(storage: Storage) -> None:
    mia = storage.staff.add(Staff(0, "Mia", Role.MANAGER, tries=Tries(3, NOW)), "tag")
    kept = storage.staff.get(mia.id)
    assert kept == KeptStaff(replace(mia, has_pin=True, tries=Tries(3, NOW)), "tag")
    assert storage.staff.get(99) is None


def test_who_works_here_now_comes_first(storage: Storage) -> None:
    assert storage.staff.is_empty()
    storage.staff.add(Staff(0, "Ada", active=False), "")
    assert storage.staff.is_empty()
    for name in ("Sam", "Mia"):
        storage.staff.add(Staff(0, name), "tag")
    assert [one.name for one in storage.staff.everybody()] == ["Mia", "Sam", "Ada"]
    assert not storage.staff.is_empty()


def test_somebody_who_was_removed_can_be_put_back_with_their_number(storage: Storage) -> None:
    mia = storage.staff.add(Staff(0, "Mia"), "tag")
    kept = storage.staff.get(mia.id)
    assert kept is not None
    storage.staff.remove(mia.id)
    storage.staff.put(kept)
    assert storage.staff.get(mia.id) == kept


def test_tries_are_kept_and_forgotten(storage: Storage) -> None:
    mia = storage.staff.add(Staff(0, "Mia"), "tag")
    for tries in (Tries(4, NOW), Tries()):
        storage.staff.keep_tries(mia.id, tries)
        kept = storage.staff.get(mia.id)
        assert kept is not None
        assert (kept.staff.tries, kept.pin) == (tries, "tag")


def test_two_people_never_have_the_same_name(storage: Storage) -> None:
    storage.staff.add(Staff(0, "Mia"), "")
    with pytest.raises(peewee.IntegrityError):
        storage.staff.add(Staff(0, "Mia"), "")


def test_colleagues_of_an_older_store_come_through_the_step_unharmed(tmp_path: Path) -> None:
    db = SqlCipherDatabase(str(tmp_path / "older.db"), passphrase="only a test")
    runner = Runner(db, str(STEPS))
    runner.up("0001_first_tables")
    db.execute_sql("INSERT INTO staff VALUES (7, 'Mia', 'manager', 'tag', 1)")
    db.execute_sql("INSERT INTO staff VALUES (9, 'Jo', 'counter', '', 0)")
    runner.up()
    rows = db.execute_sql("SELECT id, name, role, pin, active, tries, tried FROM staff").fetchall()
    assert rows == [(7, "Mia", "manager", "tag", 1, 0, None), (9, "Jo", "counter", "", 0, 0, None)]
    db.close()
