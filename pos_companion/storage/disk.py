"""The disk under the records: how much room there is, and whether it is one of this computer."""

import errno
import hashlib
import os
import shutil
from pathlib import Path, PurePath

from pos_companion.errors import NotSavedError
from pos_companion.i18n import N_

MEGABYTE = 1_000_000
_MOUNTS = Path("/proc/self/mounts")
_FAR = frozenset(
    {"nfs", "nfs4", "cifs", "smb3", "smbfs", "ncpfs", "afs", "ceph", "glusterfs", "lustre",
     "fuse.sshfs", "fuse.rclone", "fuse.davfs", "davfs", "fuse.gvfsd-fuse"}
)  # fmt: skip
_SYNCHRONISED = frozenset(
    {"onedrive", "dropbox", "google drive", "googledrive", "icloud drive", "nextcloud", "owncloud"}
)


def require_near(folder: Path) -> None:
    """Go on only with a folder on this computer: across a network nothing can be kept for certain.

    Raises:
        NotSavedError: it lies on another one.
    """
    if is_far(folder):
        raise NotSavedError(
            N_("The folder {folder} is on a network. The records have to lie on this computer; "
               "copies of them may go there."), folder=folder,
        )  # fmt: skip


def is_far(folder: Path) -> bool:
    """Whether a folder lies on another computer."""
    if str(folder).startswith(("\\\\", "//")):
        return True
    try:
        mounts = _MOUNTS.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return False  # the journal that is read back at start is the second look
    return kind_of_mount(mounts, str(folder.resolve())) in _FAR


def kind_of_mount(mounts: str, folder: str) -> str:
    """The kind of file system that a folder lies on, by the system's list of mounts."""
    best, kind = -1, ""
    for line in mounts.splitlines():
        words = line.split(" ")
        if len(words) < 3:
            continue
        at = words[1].encode().decode("unicode_escape").rstrip("/")
        if (folder == at or folder.startswith(f"{at}/")) and len(at) >= best:
            best, kind = len(at), words[2]
    return kind


def is_synchronised(folder: PurePath) -> bool:
    """Whether another program carries this folder to other computers, by the names above it."""
    names = [part.casefold().partition(" - ")[0] for part in folder.parts]
    return any(name in _SYNCHRONISED for name in names)


def require_room(folder: Path, size: int) -> None:
    """Go on only when so many bytes and a little more have room.

    Raises:
        NotSavedError: they have not, and how much is missing.
    """
    missing = int(size * 1.1) + 64 * MEGABYTE - shutil.disk_usage(folder).free
    if missing > 0:
        raise NotSavedError(
            N_("There is no room in {folder}: {room} MB more are needed."),
            folder=folder,
            room=-(-missing // MEGABYTE),
        )


def not_written(folder: Path, error: OSError) -> NotSavedError:
    """Why something could not be written into a folder; on a full disk with how much to free."""
    if error.errno in {errno.ENOSPC, errno.EDQUOT}:
        missing = 64 * MEGABYTE - shutil.disk_usage(folder).free
        return NotSavedError(
            N_("The disk is full. Free {room} MB and try again; nothing was changed."),
            room=max(-(-missing // MEGABYTE), 1),
        )
    return NotSavedError(
        N_("The folder with the records cannot be written to: {why}"),
        why=error.strerror or error,
    )


def flush(path: Path) -> None:
    """Bring a finished file to the disk, and its name too."""
    handle = os.open(path, os.O_RDWR | getattr(os, "O_BINARY", 0))
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
    sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """Make new names in a folder last through a power cut, where the system can."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def is_same(one: Path, other: Path) -> bool:
    """Whether two files hold the same bytes."""
    with one.open("rb") as first, other.open("rb") as second:
        return hashlib.file_digest(first, "sha256").digest() == (
            hashlib.file_digest(second, "sha256").digest()
        )
