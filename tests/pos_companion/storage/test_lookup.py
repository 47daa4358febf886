"""The look-up of a till follows what all tills of the shop write."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from pos_companion.errors import BusyError, ServerGoneError
from pos_companion.servers import read_server
from pos_companion.storage import Storage, catching_up, tables
from pos_companion.storage import lookup as package
from pos_companion.storage.catching_up import CatchingUp
from pos_companion.storage.lookup import FILE
from pos_companion.storage.shared import connect
from tests.pos_companion.storage.records import NOW, add_customer, key_for, visit_of
from tests.postgresql import Place

Tills = tuple[Storage, Storage]


@pytest.fixture
def url(shared_records: Place, tmp_path: Path) -> str:
    return shared_records.lay_out(tmp_path / "first")


def open_till(url: str, folder: Path) -> Storage:
    folder.mkdir(exist_ok=True)
    return Storage.open_shared(connect(read_server(url)), folder, key_for)


@pytest.fixture
def tills(url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Tills]:
    """Two tills that hear of each other at once."""
    monkeypatch.setattr(package, "EVERY", 0.0)
    both = open_till(url, tmp_path / "first"), open_till(url, tmp_path / "second")
    yield both
    for one in both:
        one.close()


@contextmanager
def deed(storage: Storage) -> Iterator[None]:
    """A deed of one of several tills: a program has one, so the tables are told whose."""
    tables.database.initialize(storage.db)
    with storage.transaction():
        yield


def found(storage: Storage, text: str) -> list[int]:
    return storage.search.by_words(text, 6)


def name_of(storage: Storage, customer: int) -> list[str]:
    return [one.name for one in storage.search.at_hand.look().people([customer])]


def test_who_is_added_corrected_and_taken_away_at_one_till_is_so_at_the_other(
    tills: Tills,
) -> None:
    here, there = tills
    with deed(here):
        ana = add_customer(here, "Ana Kos", phone="+493055501")
    assert found(there, "ana kos") == found(here, "ana kos") == [ana.id]
    assert there.search.by_number("5501", 3) == [ana.id]
    assert name_of(there, ana.id) == ["Ana Kos"]
    with deed(there):
        there.people.change(replace(ana, name="Anna Kos"), NOW)
    assert found(here, "anna") == [ana.id]
    assert name_of(here, ana.id) == ["Anna Kos"]
    with deed(here):
        here.people.remove(ana.id)
    assert found(there, "anna") == []
    assert name_of(there, ana.id) == []
    assert there.search.check() == here.search.check() == []


def test_what_was_taken_back_is_not_found(tills: Tills) -> None:
    here, there = tills
    tables.database.initialize(here.db)
    with here.db.atomic("IMMEDIATE") as taken:
        add_customer(here, "Ana")
        taken.rollback()
    assert found(here, "ana") == found(there, "ana") == []
    assert here.search.check() == []


def test_whoever_was_here_is_shown_so_at_every_till(tills: Tills) -> None:
    here, there = tills
    with deed(here):
        ana = add_customer(here, "Ana")
    assert there.search.at_hand.look().people([ana.id])[0].visits == 0
    with deed(here):
        here.visits.record(visit_of(ana, "first"))
    for till in tills:
        assert till.search.at_hand.look().people([ana.id])[0].visits == 1
        till.search.expected.look_ahead("now", [(0, 2**32)], (0, 2**32))
        assert till.search.expected.having(["ana"], are_whole=True, most=1)


def test_in_a_deed_everybody_is_as_the_deed_left_them(tills: Tills) -> None:
    here, _ = tills
    with deed(here):
        ana = add_customer(here, "Ana")
    assert name_of(here, ana.id) == ["Ana"]
    with deed(here):
        here.people.change(replace(ana, name="Anna"), NOW)
        assert name_of(here, ana.id) == ["Anna"]


def test_a_till_that_was_off_catches_up_when_it_opens(url: str, tmp_path: Path) -> None:
    first = open_till(url, tmp_path / "first")
    with first.transaction():
        ana = add_customer(first, "Ana")
    first.close()
    second = open_till(url, tmp_path / "second")
    with second.transaction():
        ben = add_customer(second, "Ben")
    second.close()
    again = open_till(url, tmp_path / "first")
    assert (found(again, "ana"), found(again, "ben")) == ([ana.id], [ben.id])
    again.close()


@pytest.mark.parametrize("spoilt", [b"", b"no database", None])
def test_a_look_up_that_does_not_fit_is_filled_anew(
    url: str, tmp_path: Path, spoilt: bytes | None
) -> None:
    first = open_till(url, tmp_path / "first")
    with first.transaction():
        ana = add_customer(first, "Ana")
    first.close()
    file = tmp_path / "first" / FILE
    whole = file.read_bytes()
    assert b"ana" not in whole
    file.write_bytes(whole[:4096][::-1] * 2 if spoilt is None else spoilt)
    again = open_till(url, tmp_path / "first")
    assert found(again, "ana") == [ana.id]
    assert again.search.check() == []
    again.close()


def test_repairing_makes_it_anew_at_every_till(tills: Tills) -> None:
    here, there = tills
    with deed(here):
        ana = add_customer(here, "Ana")
    assert found(there, "ana") == found(here, "ana") == [ana.id]
    for till in tills:
        till.search.tables.execute_sql("UPDATE search_doc SET d = 'eva'")
    assert here.search.check() != []
    with deed(here):
        here.search.rebuild()
    assert here.search.check() == there.search.check() == []


def test_people_are_found_while_the_server_cannot_be_reached(
    tills: Tills, monkeypatch: pytest.MonkeyPatch
) -> None:
    here, there = tills
    with deed(here):
        ana = add_customer(here, "Ana")
    assert found(there, "ana") == [ana.id]
    assert not there.search.standing().is_cut_off

    def gone(_: CatchingUp, soon: bool = False) -> bool:
        raise ServerGoneError("gone")

    monkeypatch.setattr(CatchingUp, "catch_up", gone)
    assert found(there, "ana") == [ana.id]
    assert there.search.standing().is_cut_off
    assert there.search.standing().heard


@pytest.mark.parametrize("at_once", [2, 3])
def test_very_many_changes_are_taken_in_part_by_part_or_as_a_whole(
    tills: Tills, monkeypatch: pytest.MonkeyPatch, at_once: int
) -> None:
    here, there = tills
    monkeypatch.setattr(catching_up, "_MANY", 9 // at_once)
    monkeypatch.setattr(catching_up, "_AT_ONCE", at_once)
    with deed(here):
        people = [add_customer(here, f"Ana {letter}") for letter in "abcd"]
    assert sorted(found(there, "ana")) == [one.id for one in people]
    with deed(here):
        here.search.refresh([one.id for one in people])
    assert there.search.check() == []


def test_nobody_is_taken_in_twice_because_not_everybody_is_here_yet(
    url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    till = open_till(url, tmp_path / "new")
    monkeypatch.setattr(CatchingUp, "catch_up", lambda _, soon=False: False)
    with pytest.raises(BusyError, match="still being copied"):
        till.search.holders(["c1"])
    till.close()
