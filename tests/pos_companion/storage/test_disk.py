"""The records lie on this computer, where there is room."""

from pathlib import Path, PurePosixPath, PureWindowsPath

import pytest

from pos_companion.errors import NotSavedError
from pos_companion.storage import disk
from pos_companion.storage.disk import (
    flush,
    is_far,
    is_synchronised,
    kind_of_mount,
    require_near,
    require_room,
)

MOUNTS = r"""/dev/sda1 / ext4 rw 0 0
server:/shop /mnt/shop\040files nfs4 rw 0 0
//nas/till /srv/till cifs rw 0 0
/dev/sdb1 /srv/till/local ext4 rw 0 0
broken
"""


@pytest.mark.parametrize(
    ("folder", "kind"),
    [
        ("/home/mia", "ext4"),
        ("/mnt/shop files/records", "nfs4"),
        ("/mnt/shop", "ext4"),
        ("/srv/till", "cifs"),
        ("/srv/till/local/a", "ext4"),
    ],
)
def test_the_nearest_mount_counts(folder: str, kind: str) -> None:
    assert kind_of_mount(MOUNTS, folder) == kind


def test_a_folder_on_a_network_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    require_near(tmp_path)
    mounts = tmp_path / "mounts"
    mounts.write_text(f"server:/x {tmp_path} nfs4 rw 0 0\n")
    monkeypatch.setattr(disk, "_MOUNTS", mounts)
    with pytest.raises(NotSavedError, match="is on a network"):
        require_near(tmp_path)
    assert is_far(Path("//server/share"))


def test_a_folder_that_is_carried_to_other_computers_is_known() -> None:
    assert is_synchronised(PureWindowsPath(r"C:\Users\mia\OneDrive - Shop\till"))
    assert is_synchronised(PurePosixPath("/home/mia/Dropbox/till"))
    assert not is_synchronised(PurePosixPath("/home/mia/.local/share/pos-companion"))


def test_missing_room_is_told_in_megabytes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    usage = type("Usage", (), {"free": 100_000_000})
    monkeypatch.setattr(disk.shutil, "disk_usage", lambda _folder: usage)
    require_room(tmp_path, 30_000_000)
    with pytest.raises(NotSavedError, match="74 MB more"):
        require_room(tmp_path, 100_000_000)


def test_a_file_is_flushed_and_stays_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "one").write_bytes(b"content")
    flush(tmp_path / "one")
    assert (tmp_path / "one").read_bytes() == b"content"
