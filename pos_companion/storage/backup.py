"""Makes copies of the open records, carries them to a second place, and lets old ones go.

A copy is listed only when it is finished, read back and on the disk; whatever is cut off in the
middle has another name, and goes away with the next copy.
"""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

from pos_companion.errors import DamagedError, NotSavedError
from pos_companion.i18n import N_
from pos_companion.storage import faults
from pos_companion.storage.audit import AuditDrawer
from pos_companion.storage.copies import (
    COPY,
    KEYS,
    PART,
    Copy,
    Derive,
    copies_in,
    copy_at,
    name_of,
    verify,
)
from pos_companion.storage.disk import flush, is_same, require_room, sync_folder
from pos_companion.storage.keys import FILE as KEY_FILE
from pos_companion.storage.rotation import to_drop


def make_copy(db: Any, place: Path, derive: Derive, at: datetime) -> Copy:
    """Copy the open records as they are now, while others go on writing.

    Args:
        db: the open database, outside any transaction.
        place: a folder; made when it is not there.
        derive: gives the keys of these records.
        at: names the copy.

    Raises:
        NotSavedError: there is no room, or the place cannot be written to.
        DamagedError: what was written is not what was read; it is not kept.
    """
    store = Path(db.database)
    with _in_words(place):
        place.mkdir(mode=0o700, parents=True, exist_ok=True)
        _clear(place)
        require_room(place, store.stat().st_size)
        number = AuditDrawer(db, b"").head()[0]
        part = place / (name_of(at, number) + PART)
        try:
            with faults.worded():
                db.execute_sql("VACUUM INTO ?", (str(part),))
            inside = verify(part, derive)
            if inside.head[0] < number:
                raise DamagedError(N_("The copy holds less than the records. It was not kept."))
            part.chmod(0o600)
            flush(part)
            return _finish(part, place / name_of(at, inside.head[0]), store.with_name(KEY_FILE))
        except BaseException:
            part.unlink(missing_ok=True)
            raise


def carry(copy: Copy, place: Path) -> Copy:
    """Take a finished copy to a second place, such as a stick.

    Raises:
        NotSavedError: there is no room, or the place cannot be written to.
        DamagedError: what arrived is not what was sent; it is not kept.
    """
    with _in_words(place):
        _clear(place)
        require_room(place, copy.path.stat().st_size)
        part = place / (copy.path.name + PART)
        try:
            shutil.copyfile(copy.path, part)
            flush(part)
            if not is_same(copy.path, part):
                raise DamagedError(N_("What was written to {place} is damaged."), place=place)
            return _finish(part, place / copy.path.name, copy.keys)
        except BaseException:
            part.unlink(missing_ok=True)
            raise


def let_old_go(place: Path, now: datetime) -> list[Copy]:
    """Drop the copies of a place that have had their time; frozen ones stay.

    The one with the latest deed stays whatever its time: the clock may have been set back.

    Returns:
        What was dropped.
    """
    own = {one.at: one for one in copies_in(place) if not one.is_frozen}
    latest = max(own, key=lambda at: (own[at].number, at), default=now)
    dropped = [own[at] for at in to_drop(own, now) if at != latest]
    with _in_words(place):
        for one in dropped:
            drop_copy(one)
    return dropped


def drop_copy(copy: Copy) -> None:
    """Drop one copy with its key file."""
    copy.path.unlink(missing_ok=True)
    copy.keys.unlink(missing_ok=True)


def _finish(part: Path, path: Path, keys: Path) -> Copy:
    """The key file first: a copy without one could not be opened anywhere else."""
    beside = path.with_suffix(KEYS)
    fresh = beside.with_suffix(KEYS + PART)
    shutil.copyfile(keys, fresh)
    fresh.chmod(0o600)
    flush(fresh)
    fresh.replace(beside)
    part.replace(path)
    sync_folder(path.parent)
    copy = copy_at(path)
    if copy is None:
        raise LookupError(f"{path.name} is not the name of a copy")
    return copy


def _clear(place: Path) -> None:
    for left in place.glob(f"shop-*{PART}"):
        left.unlink(missing_ok=True)
    for keys in place.glob(f"shop-*{KEYS}"):
        if not keys.with_suffix(COPY).exists():
            keys.unlink(missing_ok=True)


@contextmanager
def _in_words(place: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise NotSavedError(
            N_("No copy could be put into {place}: {why}"),
            place=place,
            why=error.strerror or error,
        ) from error
