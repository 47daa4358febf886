"""A file that keeps some room for the day on which the disk is full."""

from pathlib import Path

import pytest

from pos_companion.storage import ballast
from pos_companion.storage.ballast import FILE, SIZE, drop, is_there, make, room_missing

MEGABYTE = 1_000_000


def free(monkeypatch: pytest.MonkeyPatch, megabytes: float) -> None:
    usage = type("Usage", (), {"free": int(megabytes * MEGABYTE)})
    monkeypatch.setattr(ballast.shutil, "disk_usage", lambda _folder: usage)


def test_it_is_made_once_and_takes_its_room_for_certain(tmp_path: Path) -> None:
    assert make(tmp_path)
    state = (tmp_path / FILE).stat()
    assert state.st_size == SIZE
    assert state.st_blocks * 512 >= SIZE
    assert make(tmp_path)
    assert (tmp_path / FILE).stat().st_ino == state.st_ino
    assert drop(tmp_path)
    assert not is_there(tmp_path)
    assert not drop(tmp_path)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(("megabytes", "missing"), [(96, 0), (95.5, 1), (90, 6), (0, 96)])
def test_it_is_made_only_where_the_till_has_room_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, megabytes: float, missing: int
) -> None:
    free(monkeypatch, megabytes)
    assert room_missing(tmp_path) == missing
    assert make(tmp_path) is (missing == 0)


def test_with_it_the_disk_is_nearly_full_when_the_till_alone_has_no_room(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / FILE).write_bytes(b"")
    free(monkeypatch, 64)
    assert room_missing(tmp_path) == 0
    free(monkeypatch, 63)
    assert room_missing(tmp_path) == 1
