"""People are shown as a till last knew them while the server does not answer; two files here."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2 as sqlcipher

from pos_companion.errors import ServerGoneError
from pos_companion.model.consent import Consent, ConsentKind
from pos_companion.model.people import HouseholdMember, Species
from pos_companion.storage import Storage
from pos_companion.storage.at_hand import AtHand
from pos_companion.storage.last_known import LastKnown
from pos_companion.storage.lookup import LookUp, open_look_up
from pos_companion.storage.sqlite import EncryptedDatabase
from pos_companion.storage.tables.shared import FoundAnewRow
from tests.pos_companion.storage.records import NOW, TODAY, add_customer, key_for

NAME = "SELECT name FROM customer WHERE id = ?"


class Line:
    """The way to the records, which can be cut."""

    def __init__(self, records: EncryptedDatabase) -> None:
        self.records = records
        self.is_cut = False
        self.asked = 0

    def __getattr__(self, name: str) -> object:
        self.asked += 1
        if self.is_cut and name in {"fetch", "execute_sql", "connection"}:
            raise ServerGoneError("The line is down.")
        return getattr(self.records, name)


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Storage]:
    opened = Storage.open(tmp_path, key_for)
    yield opened
    opened.close()


@pytest.fixture
def line(server: Storage) -> Line:
    return Line(server.db)


@pytest.fixture
def here(tmp_path: Path, line: Line) -> Iterator[LastKnown]:
    db = EncryptedDatabase(tmp_path / "here.db", key_for("lookup"))
    db.open_records()
    yield LastKnown(db, line)
    db.close()


def test_copies_are_laid_out_with_the_columns_of_today(here: LastKnown) -> None:
    assert not here.is_made()
    here.make()
    assert here.is_made()


def test_the_server_is_asked_while_it_answers(server: Storage, here: LastKnown, line: Line) -> None:
    ana = add_customer(server, "Ana Kos")
    here.copy_all()
    server.rows("UPDATE customer SET name = 'Ana Oke'")
    assert here.fetch(NAME, (ana.id,)) == [("Ana Oke",)]
    assert not here.answered()


def test_once_it_is_silent_the_copies_answer_and_nobody_waits(
    server: Storage, here: LastKnown, line: Line
) -> None:
    ana = add_customer(server, "Ana Kos")
    here.copy_all()
    line.is_cut = True
    assert here.fetch(NAME, (ana.id,)) == [("Ana Kos",)]
    assert here.is_cut_off
    asked = line.asked
    assert here.execute_sql(NAME, (ana.id,)).fetchall() == [("Ana Kos",)]
    assert line.asked == asked
    assert here.answered()
    assert not here.is_cut_off


def test_a_person_is_shown_with_whom_they_live_with_and_what_they_refused(
    server: Storage, here: LastKnown, line: Line
) -> None:
    ana = add_customer(server, "Ana Kos")
    server.people.add_member(ana, HouseholdMember(0, "Rex", species=Species.DOG), NOW)
    server.consents.put(Consent(ana.id, ConsentKind.HEALTH, False, TODAY, ""))
    here.copy_all()
    known = AtHand(server.db).look().people([ana.id])[0].customer
    line.is_cut = True
    look = AtHand(here._db).look()
    assert look.people([ana.id])[0].customer == known
    assert [one.name for one in look.members([known.household])[known.household or 0]] == [
        "Rex"
    ]  # fmt: skip


def test_of_somebody_who_is_gone_nothing_stays(server: Storage, here: LastKnown) -> None:
    ana, ben = add_customer(server, "Ana Kos"), add_customer(server, "Ben Ito")
    server.people.add_member(ana, HouseholdMember(0, "Rex", species=Species.DOG), NOW)
    server.consents.put(Consent(ana.id, ConsentKind.HEALTH, False, TODAY, ""))
    here.copy_all()
    server.people.remove(ana.id)
    server.rows("UPDATE customer SET erased = 1 WHERE id = ?", (ben.id,))
    here.copy([ana.id, ben.id])
    for table in ("customer", "household_member", "consent"):
        assert here._db.execute_sql(f"SELECT * FROM {table}").fetchall() == []


def test_another_trouble_than_silence_is_told(here: LastKnown) -> None:
    here.make()
    with pytest.raises(sqlcipher.DatabaseError, match="no such table"):
        here.fetch("SELECT 1 FROM nowhere", ())
    assert not here.is_cut_off


def shown(look_up: LookUp, *typed: str) -> list[str]:
    found = [match.customer for match in look_up.matches(typed, 6)]
    return [one.name for one in look_up.at_hand.look().people(found)]


def test_people_are_found_and_shown_by_the_search_until_the_server_is_back(
    server: Storage, line: Line, tmp_path: Path
) -> None:
    FoundAnewRow.create_table()
    ana = add_customer(server, "Ana Kos", phone="+491701234567")
    look_up = open_look_up(tmp_path, key_for("lookup"), line)
    line.is_cut = True
    assert shown(look_up, "anna", "kos") == ["Ana Kos"]
    assert look_up.by_number("4567", 5) == [ana.id]
    look_up.expected.look_ahead("now", [(0, 1)], (0, 1))
    server.people.change(replace(ana, name="Ana Oke"), NOW)
    line.is_cut = False
    look_up.refresh([ana.id])
    look_up.catch_up()
    assert shown(look_up, "ana") == ["Ana Oke"]
    server.rows("UPDATE customer SET erased = 1 WHERE id = ?", (ana.id,))
    look_up.refresh([ana.id])
    assert shown(look_up, "ana") == []
    look_up.close()
    look_up = open_look_up(tmp_path, key_for("lookup"), line)
    line.is_cut = True
    assert shown(look_up, "ana") == []
    look_up.close()
