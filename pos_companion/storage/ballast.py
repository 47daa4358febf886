"""A file that takes up room for nothing, so that there is some when a full disk stops the till.

It is dropped by a person who wants to finish the day, and made again when there is room.
"""

import os
import secrets
import shutil
from pathlib import Path

from pos_companion.storage.disk import MEGABYTE, flush

FILE = "companion.reserve"
SIZE = 32 * MEGABYTE
SPARE = 64 * MEGABYTE
"""So much has to stay free beside it; less is called nearly full. Source: safety.md §8."""


def is_there(folder: Path) -> bool:
    """Whether it can be dropped."""
    return (folder / FILE).exists()


def room_missing(folder: Path) -> int:
    """How many megabytes have to be freed until there is room for the till and for this file."""
    wanted = SPARE if is_there(folder) else SPARE + SIZE
    missing = wanted - shutil.disk_usage(folder).free
    return max(-(-missing // MEGABYTE), 0)


def make(folder: Path) -> bool:
    """Make it where it is missing and there is room; what cannot be made is tried again later.

    The content is random: a file system that packs files would keep nothing free for zeros.

    Returns:
        Whether it is there now.

    Raises:
        OSError: the folder cannot be written to.
    """
    if is_there(folder):
        return True
    if room_missing(folder):
        return False
    fresh = folder / f"{FILE}.part"
    with fresh.open("wb") as file:
        os.chmod(fresh, 0o600)
        for _part in range(SIZE // MEGABYTE):
            file.write(secrets.token_bytes(MEGABYTE))
    flush(fresh)
    fresh.replace(folder / FILE)
    return True


def drop(folder: Path) -> bool:
    """Give its room to the records; returns whether there was any to give."""
    for name in (f"{FILE}.part", FILE):
        path = folder / name
        found = path.exists()
        path.unlink(missing_ok=True)
    return found
