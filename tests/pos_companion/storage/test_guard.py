"""Whoever takes the ground from under an open store is noticed before anything is called saved."""

import shutil
from pathlib import Path

import pytest

from pos_companion.errors import MissingDeedsError, StoppedError
from pos_companion.storage import STORE, Storage
from pos_companion.storage.guard import MARK, Guard, compare
from tests.pos_companion.storage.records import NOW, add_customer, key_for


def deed(storage: Storage, name: str) -> None:
    with storage.transaction():
        add_customer(storage, name)
        storage.audit.note(NOW, "Mia", "add")


@pytest.fixture
def open_store(tmp_path: Path) -> Storage:
    folder = tmp_path / "shop"
    folder.mkdir()
    storage = Storage.open(folder, key_for)
    deed(storage, "Ana")
    return storage


def folder_of(storage: Storage) -> Path:
    return Path(storage.db.database).parent


def test_a_folder_that_is_deleted_stops_every_deed(open_store: Storage) -> None:
    shutil.rmtree(folder_of(open_store))
    for name in ("Ben", "Cleo"):
        with pytest.raises(StoppedError, match="Nothing was kept of this"):
            deed(open_store, name)
    open_store.close()


def test_a_folder_swapped_for_a_copy_stops_every_deed(open_store: Storage) -> None:
    folder = folder_of(open_store)
    copy = folder.with_name("copy")
    shutil.copytree(folder, copy)
    folder.rename(folder.with_name("moved"))
    copy.rename(folder)
    before = (folder / MARK).read_bytes()
    with pytest.raises(StoppedError):
        deed(open_store, "Ben")
    assert (folder / MARK).read_bytes() == before
    open_store.close()


def test_a_log_that_is_deleted_in_the_middle_of_a_deed_is_neither_saved_nor_failed(
    open_store: Storage,
) -> None:
    log = folder_of(open_store) / f"{STORE}-wal"

    def tidied_away() -> None:
        with open_store.transaction():
            add_customer(open_store, "Ben")
            log.unlink()

    with pytest.raises(StoppedError, match="Nobody knows"):
        tidied_away()
    open_store.close()
    again = Storage.open(folder_of(open_store), key_for)
    assert again.rows("SELECT count(*) FROM customer") in ([(1,)], [(2,)])
    again.close()


@pytest.fixture
def crashed(open_store: Storage, tmp_path: Path) -> Path:
    """A folder as a crash leaves it: five deeds are in the log and not in the store yet."""
    for number in range(5):
        deed(open_store, f"Number {number}")
    there = tmp_path / "crashed"
    shutil.copytree(folder_of(open_store), there)
    open_store.close()
    return there


def test_after_a_crash_everything_is_there(crashed: Path) -> None:
    storage = Storage.open(crashed, key_for)
    assert storage.rows("SELECT count(*) FROM customer") == [(6,)]
    storage.close()


def test_a_log_that_is_tidied_away_after_a_crash_is_an_alarm_with_a_number(crashed: Path) -> None:
    for name in ("-wal", "-shm"):
        (crashed / f"{STORE}{name}").unlink()
    with pytest.raises(MissingDeedsError, match="6 saved deeds are missing"):
        Storage.open(crashed, key_for)


def test_an_old_copy_put_back_is_an_alarm_with_a_number(open_store: Storage) -> None:
    folder = folder_of(open_store)
    open_store.close()
    old = (folder / STORE).read_bytes()
    again = Storage.open(folder, key_for)
    deed(again, "Ben")
    deed(again, "Cleo")
    again.close()
    (folder / STORE).write_bytes(old)
    with pytest.raises(MissingDeedsError, match="2 saved deeds are missing"):
        Storage.open(folder, key_for)
    went_on = Storage.open(folder, key_for, go_on=True)
    deed(went_on, "Dora")
    went_on.close()
    Storage.open(folder, key_for).close()


def test_other_deeds_under_the_same_number_are_an_alarm() -> None:
    compare((3, "aa"), (5, "bb"), "aa")
    compare(None, (0, ""), None)
    with pytest.raises(MissingDeedsError, match="a copy was put in their place"):
        compare((3, "aa"), (5, "bb"), "cc")


@pytest.mark.parametrize("content", [b"", b"rubbish", bytes(78), b"1" * 78])
def test_a_mark_that_cannot_be_read_is_no_alarm(open_store: Storage, content: bytes) -> None:
    folder = folder_of(open_store)
    open_store.close()
    (folder / MARK).write_bytes(content)
    assert Guard(folder / STORE).marked() is None
    Storage.open(folder, key_for).close()


def test_the_mark_is_one_line_of_the_last_deed(open_store: Storage) -> None:
    number, seal = open_store.audit.head()
    assert (folder_of(open_store) / MARK).read_text() == f"{number:013d} {seal}"
    assert len((folder_of(open_store) / MARK).read_bytes()) == 78
    open_store.close()
