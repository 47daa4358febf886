"""Deeds on a server: one till at a time, and a line that may be lost at any moment."""

import re
from pathlib import Path

import psycopg
import pytest

from pos_companion.errors import DamagedError, MissingDeedsError, ServerGoneError, UncertainError
from pos_companion.servers import Server
from pos_companion.storage import Storage
from pos_companion.storage.server import _BEGIN_DEED
from tests.pos_companion.storage.records import NOW, add_customer
from tests.pos_companion.storage.server.conftest import open_till

_CUT = """
SELECT pg_terminate_backend(pid) FROM pg_stat_activity
WHERE datname = current_database() AND pid <> pg_backend_pid()
"""


def cut_the_line(address: Server) -> None:
    with psycopg.connect(address.url, autocommit=True) as db:
        db.execute(_CUT)


def names(storage: Storage) -> list[str]:
    return [row[0] for row in storage.rows("SELECT name FROM customer ORDER BY id")]


def test_the_lock_comes_first_and_every_statement_sees_what_is_saved(here: Storage) -> None:
    begin, lock = (part.strip() for part in _BEGIN_DEED.split(";"))
    assert begin == "BEGIN ISOLATION LEVEL READ COMMITTED"
    assert re.match(r"SELECT pg_advisory_xact_lock\(\d+\)", lock)
    here.db.execute_sql("SET default_transaction_isolation = 'repeatable read'")
    with here.transaction():
        assert here.rows("SHOW transaction_isolation") == [("read committed",)]


def test_a_line_that_was_cut_between_two_deeds_is_not_noticed(
    here: Storage, address: Server
) -> None:
    add_customer(here, "Ana")
    cut_the_line(address)
    assert names(here) == ["Ana"]
    cut_the_line(address)
    with here.transaction():
        add_customer(here, "Ben")
    assert names(here) == ["Ana", "Ben"]


def test_a_line_that_is_cut_within_a_deed_takes_all_of_it_back(
    here: Storage, address: Server
) -> None:
    def deed() -> None:
        with here.transaction():
            add_customer(here, "Ana")
            cut_the_line(address)
            add_customer(here, "Ben")

    with pytest.raises(ServerGoneError, match="Nothing was kept"):
        deed()
    assert names(here) == []
    with here.transaction():
        add_customer(here, "Cleo")
    assert names(here) == ["Cleo"]


def save(here: Storage, monkeypatch: pytest.MonkeyPatch, is_kept: bool, notes: bool = True) -> None:
    """Save somebody over a line that is lost at the very end."""
    commit = psycopg.RawCursor.execute

    def lose(cursor: psycopg.RawCursor[object], query: str, *more: object, **options: object):
        if query == "COMMIT":
            if is_kept:
                commit(cursor, query)
            cursor.connection.close()
        return commit(cursor, query, *more, **options)

    with monkeypatch.context() as patch, here.transaction():
        add_customer(here, "Ana")
        if notes:
            here.audit.note(NOW, "Mia", "add_customer", customer=1)
        patch.setattr(psycopg.RawCursor, "execute", lose)


def test_a_deed_that_was_saved_as_the_line_was_lost_is_known_to_be_saved(
    here: Storage, monkeypatch: pytest.MonkeyPatch
) -> None:
    save(here, monkeypatch, is_kept=True)
    assert names(here) == ["Ana"]


@pytest.mark.parametrize(("is_kept", "notes"), [(False, True), (False, False), (True, False)])
def test_a_deed_nobody_knows_to_be_saved_asks_for_it_once_more(
    here: Storage, monkeypatch: pytest.MonkeyPatch, is_kept: bool, notes: bool
) -> None:
    with pytest.raises(UncertainError, match="never counted twice"):
        save(here, monkeypatch, is_kept, notes)
    assert names(here) == (["Ana"] if is_kept else [])


def test_a_server_that_lost_what_this_till_saved_is_noticed(
    here: Storage, address: Server, tmp_path: Path
) -> None:
    with here.transaction():
        here.audit.note(NOW, "Mia", "visit", customer=1)
    here.rows("ALTER TABLE audit DISABLE TRIGGER audit_stays")
    here.rows("DELETE FROM audit")
    here.rows("ALTER TABLE audit ENABLE TRIGGER audit_stays")
    here.close()
    with pytest.raises(MissingDeedsError) as missing:
        open_till(address, tmp_path / "here")
    assert isinstance(missing.value, DamagedError)
