"""The store: encrypted, durable, and refused when it is not exactly that."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playhouse.sqlcipher_ext import SqlCipherDatabase
from sqlcipher3 import dbapi2 as sqlcipher

from pos_companion import storage as package
from pos_companion.errors import (
    BusyError,
    CompanionError,
    DamagedError,
    KeyRequiredError,
    NewerStoreError,
    NotSavedError,
)
from pos_companion.model.care import Thread
from pos_companion.storage import STORE, Storage, sqlite
from tests.pos_companion.storage.records import (
    NOW,
    TODAY,
    add_customer,
    add_product,
    contents,
    key_for,
    other_key_for,
    visit_of,
)


@pytest.fixture
def closed(tmp_path: Path) -> Path:
    """A folder with the closed records of a shop that knows Ana."""
    opened = Storage.open(tmp_path, key_for)
    add_customer(opened, "Ana Kos")
    opened.close()
    return tmp_path


def files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


def refused(folder: Path, kind: type[CompanionError], sentence: str) -> None:
    """Opening is refused with a sentence, and the files are what they were."""
    before = files(folder)
    with pytest.raises(kind, match=sentence):
        Storage.open(folder, key_for)
    after = files(folder)
    assert {name: after.get(name) for name in before} == before


def test_nothing_on_the_disk_can_be_read_without_the_key(tmp_path: Path) -> None:
    marker = "Quetzalcoatl"
    storage = Storage.open(tmp_path, key_for)
    ana = add_customer(storage, marker, email=f"{marker}@example.org", description=marker)
    product = add_product(storage, marker)
    storage.visits.record(visit_of(ana, marker, product))
    storage.care.add_thread(Thread(ana.id, 0, marker, marker, TODAY, TODAY))
    storage.audit.note(NOW, marker, "visit", about=marker)
    storage.settings.put(marker, marker)
    while_open = files(tmp_path)
    assert {STORE, STORE + "-wal"} <= set(while_open)
    storage.close()
    for name, content in [*while_open.items(), *files(tmp_path).items()]:
        for trace in (marker, marker.lower(), "CREATE TABLE", "SQLite format 3"):
            assert trace.encode() not in content, f"{trace} in {name}"


def test_what_was_kept_is_there_after_closing(closed: Path) -> None:
    reopened = Storage.open(closed, key_for)
    assert reopened.search.by_words("ana", 5)
    assert reopened.check() == []
    reopened.close()
    reopened.close()


def test_saved_means_on_the_disk(storage: Storage) -> None:
    def setting(name: str) -> object:
        return storage.rows(f"PRAGMA {name}")[0][0]

    assert setting("journal_mode") == "wal"
    assert setting("synchronous") == 2
    assert setting("foreign_keys") == 1
    assert setting("secure_delete") == 1
    assert setting("temp_store") == 2
    assert setting("mmap_size") == 0
    assert setting("trusted_schema") == 0
    assert setting("application_id") == sqlite.APPLICATION_ID
    assert setting("cipher_status") == "1"


def test_another_key_is_a_question_and_changes_nothing(closed: Path) -> None:
    before = files(closed)
    with pytest.raises(KeyRequiredError, match="key does not fit"):
        Storage.open(closed, other_key_for)
    assert files(closed) == before
    Storage.open(closed, key_for).close()


def test_no_complaint_about_a_key_reaches_the_terminal(
    closed: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(KeyRequiredError):
        Storage.open(closed, other_key_for)
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize("content", [b"shopping list\n" * 500, b"x"])
def test_a_text_file_is_not_a_store(tmp_path: Path, content: bytes) -> None:
    (tmp_path / STORE).write_bytes(content)
    refused(tmp_path, DamagedError, "companion.db does not hold the records")


def test_a_store_that_was_cut_off_is_refused(closed: Path) -> None:
    content = (closed / STORE).read_bytes()
    (closed / STORE).write_bytes(content[:2000])
    refused(closed, DamagedError, "a part of it is missing")


def test_a_store_without_encryption_is_refused(tmp_path: Path) -> None:
    plain = SqlCipherDatabase(str(tmp_path / STORE), passphrase="")
    plain.execute_sql("CREATE TABLE customer (id INTEGER PRIMARY KEY)")
    plain.close()
    refused(tmp_path, KeyRequiredError, "key does not fit")


def test_a_folder_in_the_place_of_the_store_is_refused(tmp_path: Path) -> None:
    (tmp_path / STORE).mkdir()
    refused(tmp_path, NotSavedError, "cannot be written to")


def test_a_folder_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(NotSavedError, match="cannot be written to"):
        Storage.open(tmp_path / "missing", key_for)


def test_a_store_of_a_newer_version_is_refused(closed: Path) -> None:
    opened = Storage.open(closed, key_for)
    opened.rows("INSERT INTO schema_migration (name, applied) VALUES ('9999_the_future', '')")
    opened.close()
    refused(closed, NewerStoreError, "newer version")


def test_a_flipped_bit_is_noticed(closed: Path) -> None:
    content = bytearray((closed / STORE).read_bytes())
    content[len(content) // 2] ^= 4
    (closed / STORE).write_bytes(content)
    try:
        damaged = Storage.open(closed, key_for)
    except DamagedError:
        return
    with_the_check = seen_by(damaged.check)
    damaged.close()
    assert with_the_check


def seen_by(check: Callable[[], list[str]]) -> bool:
    try:
        return check() != []
    except DamagedError:
        return True


class WithoutCipher:
    """What a build linked to plain SQLite says: nothing at all about its cipher."""

    def __init__(self, connection: Any) -> None:
        self._connection = connection

    def execute(self, sql: str) -> Any:
        return self._connection.execute(sql if "cipher_" not in sql else "SELECT 1 WHERE 0")

    def __getattr__(self, name: str) -> Any:
        return getattr(self._connection, name)


def test_an_installation_that_cannot_encrypt_writes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    connect = sqlcipher.connect

    def plain(*place: Any, **options: Any) -> WithoutCipher:
        return WithoutCipher(connect(*place, **options))

    monkeypatch.setattr(sqlcipher, "connect", plain)
    with pytest.raises(DamagedError, match="cannot encrypt"):
        Storage.open(tmp_path, key_for)
    assert all(content == b"" for content in files(tmp_path).values())


def test_an_installation_with_an_old_database_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sqlcipher, "sqlite_version_info", (3, 51, 2))
    with pytest.raises(DamagedError, match="too old to be safe"):
        Storage.open(tmp_path, key_for)
    assert files(tmp_path) == {}


@pytest.mark.parametrize(
    "weaker", [{"synchronous": 1}, {"synchronous": 0}, {"journal_mode": "delete"}]
)
def test_a_store_that_could_lose_what_was_saved_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, weaker: dict[str, int | str]
) -> None:
    monkeypatch.setattr(sqlite, "PRAGMAS", {**sqlite.PRAGMAS, **weaker})
    with pytest.raises(DamagedError, match="cannot keep records safely"):
        Storage.open(tmp_path, key_for)
    monkeypatch.undo()
    Storage.open(tmp_path, key_for).close()


def test_a_start_that_was_killed_before_its_first_step_is_continued(tmp_path: Path) -> None:
    (tmp_path / STORE).touch()
    opened = Storage.open(tmp_path, key_for)
    assert opened.check() == []
    opened.close()


def test_a_step_that_fails_leaves_the_store_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    steps = tmp_path / "steps"
    steps.mkdir()
    for step in package.STEPS.glob("0*.py"):
        (steps / step.name).write_text(step.read_text(encoding="utf-8"), encoding="utf-8")
    (steps / "9999_fails.py").write_text(
        "def up(migrator, db):\n"
        "    db.execute_sql('CREATE TABLE half (id INTEGER)')\n"
        "    db.execute_sql('DROP TABLE visit')\n"
        "    db.execute_sql('SELECT no_such_function()')\n",
        encoding="utf-8",
    )
    shop = tmp_path / "shop"
    shop.mkdir()
    opened = Storage.open(shop, key_for)
    add_customer(opened)
    before = contents(opened, "sqlite_stat1", "sqlite_stat4")
    opened.close()
    monkeypatch.setattr(package, "STEPS", steps)
    with pytest.raises(NotSavedError):
        Storage.open(shop, key_for)
    monkeypatch.undo()
    reopened = Storage.open(shop, key_for)
    assert contents(reopened, "sqlite_stat1", "sqlite_stat4") == before
    reopened.close()


def in_two_parts(storage: Storage, then: Exception) -> None:
    with storage.transaction():
        add_customer(storage, "Ana")
        raise then


@pytest.mark.parametrize("then", [RuntimeError("ours"), BusyError("theirs")])
def test_a_deed_is_kept_whole_or_not_at_all(storage: Storage, then: Exception) -> None:
    before = contents(storage)
    with pytest.raises(type(then)):
        in_two_parts(storage, then)
    assert contents(storage) == before
    with storage.transaction():
        add_customer(storage, "Ben")
    assert len(storage.rows("SELECT id FROM customer")) == 1


def test_the_check_names_what_is_wrong_in_every_drawer(storage: Storage) -> None:
    ana = add_customer(storage)
    storage.visits.record(visit_of(ana, "one", add_product(storage, "Latte")))
    storage.audit.note(NOW, "Mia", "visit")
    assert storage.check() == []
    storage.rows("DELETE FROM search_doc")
    storage.rows("DELETE FROM customer_item")
    storage.rows("DROP TRIGGER audit_stays")
    storage.rows("UPDATE audit SET staff = 'Ben'")
    told = " | ".join(storage.check())
    for what in ("search", "item counts", "audit trail broken at 1"):
        assert what in told


def test_a_store_on_a_disk_that_fails_can_still_be_closed(tmp_path: Path) -> None:
    opened = Storage.open(tmp_path, key_for)
    with opened.transaction():
        for n in range(50):
            add_customer(opened, f"Customer Number{n}")
    opened.rows("SELECT count(*) FROM customer WHERE source = 'x' AND source_id = 'y'")
    opened.rows("PRAGMA query_only = 1")
    opened.close()
    assert opened.db.is_closed()
    reopened = Storage.open(tmp_path, key_for)
    assert len(reopened.rows("SELECT id FROM customer")) == 50
    reopened.close()
