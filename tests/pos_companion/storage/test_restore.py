"""Putting a copy in the place of the records; `services/test_restoring.py` tells the stories."""

from pathlib import Path

from pos_companion.storage.restore import freeze, set_aside_before
from tests.pos_companion.storage.records import NOW


def test_nothing_is_frozen_where_there_is_nothing(tmp_path: Path) -> None:
    freeze(tmp_path, NOW)
    assert list(tmp_path.iterdir()) == []


def test_a_series_is_frozen_whole(tmp_path: Path) -> None:
    for name in ("shop-20251121T080000Z-1.backup", "shop-20251121T080000Z-1.keys", "other.txt"):
        (tmp_path / name).write_text(name)
    freeze(tmp_path, NOW)
    (frozen,) = set_aside_before(tmp_path)
    assert {path.name for path in frozen.iterdir()} == {
        "shop-20251121T080000Z-1.backup", "shop-20251121T080000Z-1.keys",
    }  # fmt: skip
    assert (tmp_path / "other.txt").exists()
