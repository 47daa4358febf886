"""Making a copy: whole or not at all, while others write."""

from pathlib import Path

import pytest

from pos_companion.errors import DamagedError, NotSavedError
from pos_companion.storage import Storage, backup
from pos_companion.storage.backup import carry, let_old_go, make_copy
from pos_companion.storage.copies import copies_in
from tests.pos_companion.storage.records import NOW, add_customer, key_for


@pytest.fixture
def kept(storage: Storage) -> Storage:
    Path(storage.db.database).with_name("shop.keys").write_text("{}")
    with storage.transaction():
        add_customer(storage, "Ana")
        storage.audit.note(NOW, "Mia", "add")
    return storage


def test_what_arrives_damaged_is_not_kept(
    kept: Storage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy = make_copy(kept.db, tmp_path / "here", key_for, NOW)
    (tmp_path / "stick").mkdir()
    whole = backup.shutil.copyfile

    def with_a_slip(source: Path, target: Path) -> None:
        whole(source, target)
        with target.open("r+b") as file:
            file.write(b"slip")

    monkeypatch.setattr(backup.shutil, "copyfile", with_a_slip)
    with pytest.raises(DamagedError, match="What was written to"):
        carry(copy, tmp_path / "stick")
    assert list((tmp_path / "stick").iterdir()) == []


def test_a_place_that_is_a_file_is_said(kept: Storage, tmp_path: Path) -> None:
    (tmp_path / "place").write_text("a file")
    with pytest.raises(NotSavedError, match="No copy could be put into"):
        make_copy(kept.db, tmp_path / "place", key_for, NOW)


def test_old_ones_go_with_their_key_files(kept: Storage, tmp_path: Path) -> None:
    place = tmp_path / "here"
    newest = make_copy(kept.db, place, key_for, NOW)
    for month in range(1, 9):
        old = place / f"shop-2020{month:02d}01T000000Z-1.backup"
        old.write_bytes(b"")
        old.with_suffix(".keys").write_bytes(b"")
    assert len(let_old_go(place, NOW)) == 6
    assert copies_in(place)[0] == newest
    assert len(list(place.iterdir())) == 2 * 3
