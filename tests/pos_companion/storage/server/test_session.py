"""One connection to the server."""

import logging
from collections.abc import Iterator
from dataclasses import replace

import psycopg
import pytest

from pos_companion.errors import (
    BusyError,
    DamagedError,
    PasswordRequiredError,
    ServerGoneError,
)
from pos_companion.servers import Server, read_server
from pos_companion.storage import Storage
from pos_companion.storage.faults import worded
from pos_companion.storage.server.session import Session, open_session


@pytest.fixture
def session(address: Server) -> Iterator[Session]:
    opened = open_session(address)
    yield opened
    opened.close()


def shown(session: Session, name: str) -> object:
    return session.execute(f"SHOW {name}").fetchall()[0][0]


def test_nobody_waits_for_ever_and_every_statement_sees_what_is_saved(session: Session) -> None:
    assert shown(session, "lock_timeout") == "3s"
    assert shown(session, "statement_timeout") == "5s"
    assert shown(session, "default_transaction_isolation") == "read committed"


def test_sums_are_whole_numbers_and_signs_no_server_keeps_find_nothing(session: Session) -> None:
    rows = session.execute(
        "SELECT sum(n), avg(n) FROM (VALUES (2::bigint), (3)) AS v(n)"
    ).fetchall()
    assert rows == [(5, 2.5)]
    assert session.execute("SELECT 1 WHERE 'Ana' = ?", ("A\0na",)).fetchall() == []
    session.execute("CREATE TEMP TABLE said (what TEXT)")
    assert session.execute("INSERT INTO said VALUES ('Rex')").fetchall() == []


@pytest.mark.parametrize("name", ["synchronous_commit", "fsync"])
def test_a_server_that_may_lose_what_was_saved_is_refused(
    address: Server, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    """Asked is what the server says; saying it here spares the tests a server of that sort."""
    execute = psycopg.RawCursor.execute

    def careless(cursor: psycopg.RawCursor[object], query: str, *more: object, **options: object):
        return execute(
            cursor, query.replace(f"current_setting('{name}')", "'off'"), *more, **options
        )

    monkeypatch.setattr(psycopg.RawCursor, "execute", careless)
    with pytest.raises(DamagedError, match=f"its setting {name} is off"):
        open_session(address)


def test_a_server_that_is_too_old_is_refused(
    address: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("pos_companion.storage.server.session.OLDEST", 990_000)
    with pytest.raises(DamagedError, match="too old"):
        open_session(address)


def test_a_server_that_is_not_there_is_named_without_its_password() -> None:
    with pytest.raises(ServerGoneError, match="mia@localhost:1/shop cannot be reached") as refused:
        open_session(read_server("postgresql://mia:secret@localhost:1/shop"))
    assert "secret" not in str(refused.value)


def test_a_password_that_is_wanted_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise psycopg.OperationalError("fe_sendauth: no password supplied")

    monkeypatch.setattr(psycopg.Connection, "connect", refuse)
    with pytest.raises(PasswordRequiredError, match="Give it once in the address"):
        open_session(read_server("postgresql://mia@localhost/shop"))


def test_who_waits_too_long_for_another_till_gets_a_sentence(
    here: Storage, address: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = open_session(replace(address))
    here.db.execute_sql("SET lock_timeout = '20ms'")
    with here.transaction():
        pass
    other.execute("BEGIN")
    other.execute("SELECT pg_advisory_xact_lock(?)", (0x504F5343,))
    with pytest.raises(BusyError, match="Another till"), here.transaction():
        raise AssertionError("nobody gets here")
    other.close()
    with here.transaction():
        assert here.db.in_transaction()


def test_who_takes_too_long_gets_a_sentence(here: Storage) -> None:
    here.db.execute_sql("SET statement_timeout = '20ms'")
    with pytest.raises(BusyError, match="takes too long"), worded():
        here.db.execute_sql("SELECT pg_sleep(1)")


def test_no_password_reaches_the_log(address: Server, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    open_session(replace(address, password="secret")).close()
    assert "secret" not in caplog.text
