"""Puts a copy in the place of the records; what was there is set aside, all of it together.

It can be killed at any step: then either the records are the old ones still, or they are said to
be missing and the next restore goes on where this one was stopped. Nothing is ever deleted.
"""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from pos_companion.errors import DamagedError, NotSavedError
from pos_companion.i18n import N_
from pos_companion.storage.copies import FROZEN, PART, Copy, Inside, copies_in
from pos_companion.storage.disk import flush, is_same, require_room, sync_folder
from pos_companion.storage.guard import MARK, Guard
from pos_companion.storage.keys import FILE as KEY_FILE
from pos_companion.storage.keys import ShopKeys, keep

_BEGUN = f"{FROZEN}begun"


def put_back(store: Path, copy: Copy, inside: Inside, keys: ShopKeys, at: datetime) -> Path:
    """Make a copy the records; the folder's lock is held, and nobody has them open.

    Args:
        store: where the records are, or will be.
        inside: what was found when the copy was verified with these keys.
        keys: open the copy; they become the keys of the folder.
        at: now; names what is set aside.

    Returns:
        The folder in which the records from before lie; it may be empty.

    Raises:
        DamagedError: what was written is not what was read; nothing was touched.
        NotSavedError: there is no room, or the folder cannot be written to.
    """
    folder = store.parent
    with _in_words(folder):
        require_room(folder, copy.path.stat().st_size)
        fresh = folder / f"restored{PART}"
        shutil.copyfile(copy.path, fresh)
        fresh.chmod(0o600)
        flush(fresh)
        if not is_same(copy.path, fresh):
            fresh.unlink()
            raise DamagedError(N_("What was written to {place} is damaged."), place=folder)
        aside = folder / _BEGUN
        aside.mkdir(mode=0o700, exist_ok=True)
        _set_aside(store, aside)
        keep(keys)
        fresh.replace(store)
        Guard(store).mark(inside.head)
        done = _free(aside.with_name(_named(at)))
        aside.replace(done)
        sync_folder(folder)
    return done


def freeze(place: Path, at: datetime) -> None:
    """Begin a new series of copies; those from before are kept whole in a folder of their own.

    Raises:
        NotSavedError: the place cannot be written to.
    """
    own = [one for one in copies_in(place) if not one.is_frozen]
    if not own:
        return
    with _in_words(place):
        frozen = place / _named(at)
        frozen.mkdir(mode=0o700, exist_ok=True)
        for one in own:
            if one.keys.exists():
                one.keys.replace(frozen / one.keys.name)
            one.path.replace(frozen / one.path.name)
        sync_folder(place)


def set_aside_before(folder: Path) -> tuple[Path, ...]:
    """The folders in which restores left what was there before, oldest first."""
    found = (one for one in folder.glob(f"{FROZEN}*") if one.is_dir() and one.name != _BEGUN)
    return tuple(sorted(found))


def _set_aside(store: Path, aside: Path) -> None:
    """The store first: without it the rest says by itself that something is missing."""
    keys = store.with_name(KEY_FILE)
    if keys.exists() and not (aside / KEY_FILE).exists():
        shutil.copyfile(keys, aside / KEY_FILE)
        flush(aside / KEY_FILE)
    for name in (store.name, f"{store.name}-wal", f"{store.name}-shm", MARK):
        path = store.with_name(name)
        if path.exists() and not (aside / name).exists():
            path.replace(aside / name)
        elif path.exists():
            path.replace(_free(aside / name))
    sync_folder(aside)


def _free(path: Path) -> Path:
    """A name that nothing has yet."""
    names = [path, *(path.with_name(f"{path.name}.{number}") for number in range(1, 1000))]
    return next(one for one in names if not one.exists())


def _named(at: datetime) -> str:
    return f"{FROZEN}{at.astimezone(UTC):%Y%m%dT%H%M%SZ}"


@contextmanager
def _in_words(place: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise NotSavedError(
            N_("The folder {place} cannot be written to: {why}"),
            place=place,
            why=error.strerror or error,
        ) from error
