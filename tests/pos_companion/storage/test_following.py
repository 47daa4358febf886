"""While a window is open its till hears of all others, and nobody waits for the line."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from pos_companion.errors import ServerGoneError
from pos_companion.servers import read_server
from pos_companion.storage import Storage, following, tables
from pos_companion.storage.catching_up import CatchingUp
from pos_companion.storage.lookup import LookUp
from pos_companion.storage.server.session import Statement
from pos_companion.storage.shared import connect
from tests.pos_companion.storage.records import add_customer, key_for, visit_of
from tests.postgresql import Place

Tills = tuple[Storage, Storage]


@pytest.fixture
def tills(
    shared_records: Place, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Tills]:
    """One that writes, and one that follows; between two looks it would take an hour."""
    monkeypatch.setattr(following, "EVERY", 3600.0)
    monkeypatch.setattr(following, "AGAIN", 3600.0)
    url = shared_records.lay_out(tmp_path / "first")
    (tmp_path / "second").mkdir()
    both = tuple(
        Storage.open_shared(connect(read_server(url)), tmp_path / name, key_for)
        for name in ("first", "second")
    )
    both[1].search.follow()
    hear(both[1])
    yield both[0], both[1]
    for one in both:
        one.close()


@contextmanager
def deed(storage: Storage) -> Iterator[None]:
    """A deed of one of several tills: a program has one, so the tables are told whose."""
    tables.database.initialize(storage.db)
    with storage.transaction():
        yield


def hear(storage: Storage) -> None:
    """Wait for the till's next look."""
    assert isinstance(storage.search, LookUp)
    thread = storage.search._following
    asked = thread.ask()
    with thread._told:
        assert thread._told.wait_for(lambda: thread._done >= asked, 30)


@contextmanager
def counted(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """The statements this thread sends to a server."""
    sent: list[str] = []
    execute, own = Statement.execute, threading.get_ident()

    def counting(statement: Statement, query: Any, *values: Any, **options: Any) -> Statement:
        if threading.get_ident() == own:
            sent.append(str(query))
        return execute(statement, query, *values, **options)

    with monkeypatch.context() as patched:
        patched.setattr(Statement, "execute", counting)
        yield sent


def shown(storage: Storage, *typed: str) -> list[str]:
    look = storage.search.at_hand.look()
    found = storage.search.matches(typed, 6)
    return [one.name for one in look.people([one.customer for one in found])]


def test_no_key_that_is_pressed_asks_across_the_network(
    tills: Tills, monkeypatch: pytest.MonkeyPatch
) -> None:
    here, there = tills
    with deed(here):
        ana = add_customer(here, "Ana Kos", phone="+493055501", card="LOY-1", email="ana@b.example")
        here.visits.record(visit_of(ana, "first"))
    hear(there)
    with counted(monkeypatch) as sent:
        assert shown(there, "ana", "ko") == ["Ana Kos"]
        assert shown(there, "anna") == ["Ana Kos"]
        assert there.search.by_number("5501", 5) == [ana.id]
        assert there.search.by_email("ana@", 5) == there.search.by_card("LOY-1") == [ana.id]
        there.search.expected.look_ahead("now", [(0, 2**32)], (0, 2**32))
        assert there.search.expected.having(["ana"], are_whole=True, most=1)
    assert sent == []


def test_the_counter_itself_sees_a_statement(tills: Tills, monkeypatch: pytest.MonkeyPatch) -> None:
    with counted(monkeypatch) as sent:
        tills[0].rows("SELECT 1")
    assert sent == ["SELECT 1"]


def test_who_was_just_saved_is_found_without_waiting_for_the_next_look(tills: Tills) -> None:
    _, there = tills
    with deed(there):
        add_customer(there, "Ana Kos")
    assert shown(there, "ana") == ["Ana Kos"]
    with deed(there):
        there.rows("UPDATE customer SET name = 'Anna Kos'")
    assert shown(there, "ana") == ["Anna Kos"]


def test_a_silent_server_keeps_nobody_from_being_found_until_it_is_back(
    tills: Tills, monkeypatch: pytest.MonkeyPatch
) -> None:
    here, there = tills
    with deed(here):
        add_customer(here, "Ana Kos")
    hear(there)
    before = there.search.standing()
    assert (before.is_cut_off, before.is_whole) == (False, True)

    def gone(_: CatchingUp, soon: bool = False) -> bool:
        raise ServerGoneError("gone")

    with monkeypatch.context() as line:
        line.setattr(CatchingUp, "catch_up", gone)
        with deed(here):
            add_customer(here, "Ben Ito")
        hear(there)
        assert there.search.standing() == before._replace(is_cut_off=True)
        assert shown(there, "ana") == ["Ana Kos"]
        assert shown(there, "ben") == []
    hear(there)
    assert not there.search.standing().is_cut_off
    assert shown(there, "ben") == ["Ben Ito"]


def test_the_thread_ends_with_the_till_and_takes_its_connections_along(tills: Tills) -> None:
    _, there = tills
    count = "SELECT count(*) FROM pg_stat_activity WHERE application_name = 'pos-companion'"
    with_it = tills[0].rows(count)[0][0]
    there.close()
    assert "following" not in [one.name for one in threading.enumerate()]
    assert tills[0].rows(count)[0][0] <= with_it - 1
