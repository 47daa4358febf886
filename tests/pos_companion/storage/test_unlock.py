"""Opening a folder: the key that fits, and a copy before the tables change."""

import shutil
from pathlib import Path

import pytest

from pos_companion import storage as package
from pos_companion.errors import KeyRequiredError, NotSavedError
from pos_companion.storage import STEPS, disk
from pos_companion.storage.copies import copies_in, look_into
from pos_companion.storage.keys import confirm
from pos_companion.storage.unlock import BACKUPS, open_records
from tests.pos_companion.storage.records import NOW, add_customer
from tests.quick_words import stretch_quickly

WORDS = "a passphrase"


@pytest.fixture(autouse=True)
def _stretches_quickly(monkeypatch: pytest.MonkeyPatch) -> None:
    stretch_quickly(monkeypatch)


@pytest.fixture
def older(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Records that the version of today brings one step further."""
    steps, folder = tmp_path / "steps", tmp_path / "shop"
    shutil.copytree(STEPS, steps)
    folder.mkdir()
    keys, opened = open_records(folder, WORDS, NOW)
    with opened.transaction():
        add_customer(opened, "Ana")
    confirm(keys)
    opened.close()
    last = len(list(STEPS.glob("[0-9]*.py"))) + 1
    (steps / f"{last:04d}_one_more.py").write_text(
        "def up(migrator, db):\n    db.execute_sql('CREATE TABLE more (id INTEGER)')\n"
    )
    monkeypatch.setattr(package, "STEPS", steps)
    return folder


def test_a_verified_copy_comes_before_the_step(older: Path) -> None:
    keys, opened = open_records(older, WORDS, NOW)
    opened.close()
    (copy,) = copies_in(older / BACKUPS)
    assert look_into(copy.path, keys.derive).customers == 1
    open_records(older, WORDS, NOW)[1].close()
    assert len(copies_in(older / BACKUPS)) == 1


def test_without_room_for_the_copy_the_tables_stay_as_they_are(
    older: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    usage = type("Usage", (), {"free": 1_000})
    with monkeypatch.context() as full:
        full.setattr(disk.shutil, "disk_usage", lambda _folder: usage)
        with pytest.raises(NotSavedError, match="MB more are needed"):
            open_records(older, WORDS, NOW)
    _keys, opened = open_records(older, WORDS, NOW)
    assert opened.db.table_exists("more")
    opened.close()


def test_what_fits_nothing_is_the_first_question(tmp_path: Path) -> None:
    open_records(tmp_path, WORDS, NOW)[1].close()
    with pytest.raises(KeyRequiredError, match="passphrase does not open"):
        open_records(tmp_path, "a wrong one", NOW)
