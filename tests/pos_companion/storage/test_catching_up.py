"""The file of a till comes to hold what the server holds, and nothing of whoever is gone."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from threading import Thread

import pytest

from pos_companion.model.consent import Consent, ConsentKind
from pos_companion.model.people import HouseholdMember, Species
from pos_companion.servers import read_server
from pos_companion.storage import Storage, catching_up
from pos_companion.storage.catching_up import CatchingUp
from pos_companion.storage.last_known import LastKnown
from pos_companion.storage.lookup import FILE, LookUp, open_look_up
from pos_companion.storage.shared import connect
from tests.pos_companion.storage.records import (
    NOW,
    TODAY,
    add_customer,
    key_for,
    unlocked,
    visit_of,
)  # fmt: skip
from tests.postgresql import Place


@pytest.fixture
def server(shared_records: Place, tmp_path: Path) -> Iterator[Storage]:
    """One till, which writes."""
    url = shared_records.lay_out(tmp_path / "first")
    opened = Storage.open_shared(connect(read_server(url)), tmp_path / "first", key_for)
    yield opened
    opened.close()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Of another till."""
    (tmp_path / "other").mkdir()
    return tmp_path / "other"


@pytest.fixture
def other(server: Storage, folder: Path) -> Iterator[CatchingUp]:
    """The other till's file, empty."""
    look_up = open_look_up(folder, key_for("lookup"), server.db)
    yield CatchingUp(look_up.tables, server.db, LastKnown(look_up.tables, server.db))
    look_up.close()


def known(till: CatchingUp) -> list[int]:
    sql = "SELECT customer_id FROM search_doc ORDER BY customer_id"
    return [row[0] for row in till.tables.execute_sql(sql).fetchall()]


def before_rebuild(monkeypatch: pytest.MonkeyPatch, look: Callable[[CatchingUp], None]) -> None:
    """Look at a till before it makes everything anew."""
    rebuild = CatchingUp.rebuild

    def looked_at(till: CatchingUp) -> None:
        look(till)
        rebuild(till)

    monkeypatch.setattr(CatchingUp, "rebuild", looked_at)


def test_a_new_file_is_filled_only_when_there_is_time(server: Storage, other: CatchingUp) -> None:
    ana = add_customer(server, "Ana Kos")
    assert not other.catch_up(soon=True)
    assert (other.is_whole, known(other)) == (False, [])
    assert other.catch_up()
    assert (other.is_whole, known(other), other.progress) == (True, [ana.id], None)
    assert list(other.changed)[-1] is None


def test_who_is_likely_to_come_is_found_before_everybody_is_taken_in(
    server: Storage, other: CatchingUp, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(catching_up, "_FIRST", 1)
    monkeypatch.setattr(catching_up, "_AT_ONCE", 1)
    ana, ben = add_customer(server, "Ana Kos"), add_customer(server, "Ben Ito")
    server.visits.record(visit_of(ana, "first"))
    meanwhile: list[tuple[list[int], bool, object]] = []
    before_rebuild(
        monkeypatch,
        lambda till: meanwhile.append((known(till), till.is_whole, till.progress)),
    )
    other.catch_up()
    assert meanwhile == [([ana.id], False, (0, 2))]
    assert known(other) == [ana.id, ben.id]


def test_a_file_of_an_older_version_shows_people_before_everybody_is_taken_in(
    server: Storage, other: CatchingUp, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ana = add_customer(server, "Ana Kos")
    other.catch_up()
    other.tables.execute_sql("DROP TABLE visit")
    other.tables.execute_sql("ALTER TABLE customer ADD COLUMN shoe_size")
    other.tables.close()
    newer = open_look_up(folder, key_for("lookup"), server.db)
    assert not newer.standing().is_whole
    meanwhile: list[list[str]] = []
    before_rebuild(
        monkeypatch,
        lambda _: meanwhile.append(
            [row[0] for row in newer.tables.execute_sql("SELECT name FROM customer").fetchall()]
        ),
    )
    newer.catch_up()
    assert meanwhile == [["Ana Kos"]]
    assert newer.by_words("ana", 3) == [ana.id]
    newer.close()


def test_a_few_changes_are_followed_at_once_and_many_when_there_is_time(
    server: Storage, other: CatchingUp, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(catching_up, "_SOON", 2)
    other.catch_up()
    ana = add_customer(server, "Ana Kos")
    assert other.catch_up(soon=True)
    more = [add_customer(server, f"Ana {letter}") for letter in "abc"]
    assert not other.catch_up(soon=True)
    assert known(other) == [ana.id]
    other.catch_up()
    assert known(other) == [ana.id, *(one.id for one in more)]


def test_a_server_that_was_put_back_to_an_older_day_is_followed_from_the_start(
    server: Storage, other: CatchingUp
) -> None:
    ana = add_customer(server, "Ana Kos")
    server.audit.note(NOW, "Mia", "add_customer", customer=ana.id)
    other.catch_up()
    # Of what came after the copy nothing is left, and other deeds have taken its place.
    server.rows("ALTER TABLE audit DISABLE TRIGGER USER")
    server.rows("DELETE FROM audit")
    server.rows("ALTER TABLE audit ENABLE TRIGGER USER")
    server.rows("ALTER TABLE customer DISABLE TRIGGER USER")
    server.rows("DELETE FROM customer")
    server.rows("ALTER TABLE customer ENABLE TRIGGER USER")
    ben = add_customer(server, "Ben Ito")
    server.audit.note(NOW, "Tom", "add_customer", customer=ben.id)
    other.catch_up()
    assert known(other) == [ben.id]


def test_who_is_gone_is_not_found_while_everything_is_made_anew(
    server: Storage, other: CatchingUp, monkeypatch: pytest.MonkeyPatch
) -> None:
    ana, ben = add_customer(server, "Ana Kos"), add_customer(server, "Ben Ito")
    other.catch_up()
    server.people.remove(ana.id)
    other.make_anew()
    meanwhile: list[list[int]] = []
    before_rebuild(monkeypatch, lambda till: meanwhile.append(known(till)))
    other.catch_up()
    assert meanwhile == [[ben.id]]


def test_whoever_was_forgotten_elsewhere_leaves_no_byte_here(
    server: Storage, other: CatchingUp, folder: Path
) -> None:
    for n in range(40):
        add_customer(server, f"Ana Kos {n}", phone=f"+4930{n:07d}")
    him = add_customer(
        server, "Zebedee Quisling", phone="+493017654321", email="quince@violet9.example",
        card="LOY-8830077", description="cockatiel", street="Lamplight Row 3",
    )  # fmt: skip
    server.people.add_member(him, HouseholdMember(0, "Mooncake", species=Species.CAT), NOW)
    server.consents.put(Consent(him.id, ConsentKind.HEALTH, False, TODAY, ""))
    server.visits.record(visit_of(him, "first"))
    other.catch_up()
    other.tables.execute_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    traces = (b"quisling", b"zebedee", b"mooncake", b"cockatiel", b"lamplight", b"violet9", b"8830")
    before = unlocked(folder / FILE, "lookup").lower()
    assert [trace for trace in traces if trace not in before] == []
    server.rows("DELETE FROM household_member")
    server.rows("UPDATE customer SET erased = 1, name = '' WHERE id = ?", (him.id,))
    other.catch_up()
    assert (folder / f"{FILE}-wal").stat().st_size == 0
    after = unlocked(folder / FILE, "lookup").lower()
    assert [trace for trace in traces if trace in after] == []
    for table in ("customer", "consent", "visit"):
        sql = f"SELECT count(*) FROM {table} WHERE {'id' if table == 'customer' else 'customer_id'}"
        assert other.tables.execute_sql(f"{sql} = ?", (him.id,)).fetchone() == (0,)


def test_only_those_who_are_found_by_something_else_are_told_of(
    server: Storage, other: CatchingUp
) -> None:
    ana, ben = add_customer(server, "Ana Kos"), add_customer(server, "Ben Ito")
    other.catch_up()
    other.changed.clear()
    server.visits.record(visit_of(ana, "first"))
    server.rows("UPDATE customer SET name = 'Benno Ito' WHERE id = ?", (ben.id,))
    server.search.refresh([ben.id])
    other.catch_up()
    assert list(other.changed) == [[ben.id]]


def test_two_tills_that_fill_at_once_while_a_third_writes_both_come_to_know_everybody(
    server: Storage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(catching_up, "_AT_ONCE", 7)
    people = [add_customer(server, f"Ana {n} Kos", phone=f"+4930{n:07d}") for n in range(60)]
    tills = [open_look_up(new_folder(tmp_path, n), key_for("lookup"), server.db) for n in (1, 2)]
    threads = [Thread(target=filled, args=(till, server)) for till in tills]
    for thread in threads:
        thread.start()
    for n, one in enumerate(people):
        server.people.change(replace(one, name=f"Eva {n} Kos"), NOW)
    for thread in threads:
        thread.join()
    for till in tills:
        till.catch_up()
        assert till.check() == []
        assert len(till.by_words("eva kos", 99, 99)) == 60
        till.close()


def filled(till: LookUp, server: Storage) -> None:
    """Fill on a thread, which closes its connections."""
    till.catch_up()
    till.tables.close()
    server.db.close()


def new_folder(parent: Path, number: int) -> Path:
    folder = parent / str(number)
    folder.mkdir()
    return folder
