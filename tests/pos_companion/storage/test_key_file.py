"""The key file: what is written is what is read."""

from pathlib import Path

import pytest

from pos_companion.errors import DamagedError
from pos_companion.storage.key_file import KeyFile, read_key_file, write_key_file
from pos_companion.storage.wraps import lock_up

SECRET, OTHER = bytes(32), bytes(range(32))


def test_it_comes_back_as_it_was(tmp_path: Path) -> None:
    kept = KeyFile("a" * 32, True, (), (lock_up(SECRET, "a" * 32, OTHER),), ())
    write_key_file(tmp_path / "shop.keys", kept)
    assert read_key_file(tmp_path / "shop.keys") == kept
    assert [path.name for path in tmp_path.iterdir()] == ["shop.keys"]


def test_a_box_of_another_shape_is_a_sentence(tmp_path: Path) -> None:
    write_key_file(tmp_path / "shop.keys", KeyFile("a" * 32, True, (), ("AAAA",), ()))
    with pytest.raises(DamagedError, match="cannot be read"):
        read_key_file(tmp_path / "shop.keys")
