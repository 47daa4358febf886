"""T26: what safety needs is read back at every start, and each wrong value is refused.

Source: safety.md §1, §8, §10.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from pos_companion.errors import DamagedError
from pos_companion.storage import STORE, Storage, sqlite
from tests.pos_companion.storage.records import key_for

Read = Callable[[str], Any]


class Lying:
    """A connection that answers one question wrongly; everything else goes on to the real one."""

    def __init__(self, real: Any, question: str, answer: tuple[object, ...] | None) -> None:
        self.real, self.question, self.answer = real, question, answer

    def execute(self, sql: str, *values: object) -> Any:
        found = self.real.execute(sql, *values)
        return Answer(self.answer) if sql == f"PRAGMA {self.question}" else found

    def __getattr__(self, name: str) -> Any:
        return getattr(self.real, name)


class Answer:
    """One row, or none."""

    def __init__(self, row: tuple[object, ...] | None) -> None:
        self.row = row

    def fetchone(self) -> tuple[object, ...] | None:
        return self.row


@pytest.mark.parametrize(
    ("question", "answer", "sentence"),
    [
        ("cipher_version", None, "cannot encrypt"),
        ("cipher_version", ("",), "cannot encrypt"),
        ("cipher_status", ("0",), "cannot encrypt"),
        ("cipher_status", None, "cannot encrypt"),
        ("journal_mode", ("delete",), "cannot keep records safely"),
        ("journal_mode", ("memory",), "cannot keep records safely"),
        ("synchronous", (1,), "cannot keep records safely"),
        ("synchronous", (0,), "cannot keep records safely"),
    ],
)
def test_t26_a_start_that_reads_back_a_wrong_value_is_refused(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    question: str,
    answer: tuple[object, ...] | None,
    sentence: str,
) -> None:
    Storage.open(tmp_path, key_for).close()
    before = (tmp_path / STORE).read_bytes()
    connect = sqlite.sqlcipher.connect

    def lying(*given: object, **more: object) -> Lying:
        return Lying(connect(*given, **more), question, answer)

    with monkeypatch.context() as wrong:
        wrong.setattr(sqlite.sqlcipher, "connect", lying)
        with pytest.raises(DamagedError, match=sentence):
            Storage.open(tmp_path, key_for)
    assert (tmp_path / STORE).read_bytes() == before
    Storage.open(tmp_path, key_for).close()


@pytest.mark.parametrize("version", [(3, 51, 2), (3, 40, 1)])
def test_t26_a_database_that_is_too_old_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, version: tuple[int, int, int]
) -> None:
    monkeypatch.setattr(sqlite.sqlcipher, "sqlite_version_info", version)
    with pytest.raises(DamagedError, match="too old to be safe"):
        Storage.open(tmp_path, key_for)
    assert not (tmp_path / STORE).exists()


def test_t26_every_setting_is_what_it_should_be(tmp_path: Path) -> None:
    storage = Storage.open(tmp_path, key_for)
    wanted = {
        "journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "busy_timeout": 5000,
        "cell_size_check": 1, "trusted_schema": 0, "secure_delete": 1, "temp_store": 2,
        "mmap_size": 0, "cache_size": -65536, "wal_autocheckpoint": 1000,
        "journal_size_limit": 8388608, "application_id": sqlite.APPLICATION_ID,
    }  # fmt: skip
    found = {name: storage.rows(f"PRAGMA {name}") for name in wanted}
    assert {name: rows[0][0] if rows else 0 for name, rows in found.items()} == wanted
    assert (tmp_path / STORE).read_bytes()[:6] != b"SQLite"
    storage.close()
