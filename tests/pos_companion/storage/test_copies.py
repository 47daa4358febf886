"""Copies as files: what they are called, and what they are worth."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from pos_companion.errors import DamagedError, KeyRequiredError
from pos_companion.storage import Storage
from pos_companion.storage.backup import make_copy
from pos_companion.storage.copies import (
    Copy,
    Inside,
    copies_in,
    copy_at,
    look_into,
    name_of,
    verify,
    verify_again,
)
from tests.pos_companion.storage.records import NOW, add_customer, key_for, other_key_for


@pytest.fixture
def copy(tmp_path: Path) -> Copy:
    folder = tmp_path / "shop"
    folder.mkdir()
    (folder / "shop.keys").write_text("{}")
    storage = Storage.open(folder, key_for)
    with storage.transaction():
        for number in range(40):
            add_customer(storage, f"Number {number}")
        storage.audit.note(NOW, "Mia", "add")
    made = make_copy(storage.db, tmp_path / "copies", key_for, NOW)
    storage.close()
    return made


def test_a_name_says_when_and_up_to_which_deed() -> None:
    at = datetime(2025, 11, 21, 8, 5, 9, tzinfo=UTC)
    assert name_of(at, 17) == "shop-20251121T080509Z-17.backup"
    found = copy_at(Path("somewhere") / name_of(at, 17))
    assert found is not None
    assert (found.at, found.number, found.keys.name) == (
        at, 17, "shop-20251121T080509Z-17.keys",
    )  # fmt: skip


@pytest.mark.parametrize(
    "name",
    ["shop-20251121T080509Z-17.backup.part", "shop-20259921T080509Z-17.backup", "film.backup"],
)
def test_what_is_called_otherwise_is_no_copy(name: str) -> None:
    assert copy_at(Path(name)) is None


def test_a_copy_is_counted_and_verified(copy: Copy) -> None:
    assert look_into(copy.path, key_for).customers == 40
    assert verify(copy.path, key_for).head[0] == copy.number == 1
    assert verify_again(copy.path, key_for) == verify(copy.path, key_for)
    assert {path.name for path in copy.path.parent.iterdir()} == {copy.path.name, copy.keys.name}


def test_another_key_does_not_open_it(copy: Copy) -> None:
    with pytest.raises(KeyRequiredError, match="does not fit the copy"):
        verify(copy.path, other_key_for)


@pytest.mark.parametrize("part", [0.1, 0.5, 0.9])
@pytest.mark.parametrize("read", [verify, verify_again])
def test_one_bit_is_noticed(copy: Copy, part: float, read: Callable[..., Inside]) -> None:
    content = bytearray(copy.path.read_bytes())
    content[int(len(content) * part)] ^= 1
    copy.path.write_bytes(content)
    with pytest.raises(DamagedError):
        read(copy.path, key_for)


def test_the_newest_stands_first(copy: Copy) -> None:
    older = copy.path.with_name("shop-20200101T000000Z-1.backup")
    older.write_bytes(b"")
    assert [one.path for one in copies_in(copy.path.parent)] == [copy.path, older]
    assert copies_in(copy.path.parent / "nowhere") == ()
