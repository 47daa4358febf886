"""Opens the records of a folder with whatever key fits, and copies them before they change."""

import logging
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from functools import partial
from pathlib import Path

from pos_companion.errors import KeyRequiredError
from pos_companion.storage import STORE, Storage
from pos_companion.storage.backup import make_copy
from pos_companion.storage.disk import require_near
from pos_companion.storage.keys import ShopKeys, hold, open_keys
from pos_companion.storage.recovery_code import looks_like_code
from pos_companion.storage.rekey import end_change, that_may_fit

BACKUPS = "backups"
"""The folder of the copies, beside the records."""

_log = logging.getLogger(__name__)


def open_records(
    folder: Path, words: str, at: datetime, go_on: bool = False
) -> tuple[ShopKeys, Storage]:
    """Open the records in a folder, or make them when it is empty.

    Args:
        words: passphrase or recovery code; empty means the keyring.
        at: now; names the copy that is made before the tables change.
        go_on: take the records as they are although deeds are missing.

    Raises:
        CompanionError: as `open_keys` and `Storage.open`.
    """
    require_near(folder)
    keys = open_keys(folder, folder / STORE, words)
    fitting, storage = open_fitting(
        keys, lambda one: Storage.open(folder, one.derive, go_on, partial(_copy, one, at))
    )
    try:
        return _held(end_change(fitting), words), storage
    except BaseException:
        storage.close()
        raise


def was_cut_off(folder: Path) -> bool:
    """Whether records that nobody has open were not closed the last time: their log is left."""
    return (folder / f"{STORE}-wal").exists()


def open_fitting(
    keys: ShopKeys, opening: Callable[[ShopKeys], Storage]
) -> tuple[ShopKeys, Storage]:
    """Try every key that may be the one of the file.

    Raises:
        KeyRequiredError: none is; what the first one was told.
    """
    first, *others = that_may_fit(keys)
    try:
        return first, opening(first)
    except KeyRequiredError:
        for other in others:
            with suppress(KeyRequiredError):
                return other, opening(other)
        raise


def _copy(keys: ShopKeys, at: datetime, storage: Storage) -> None:
    make_copy(storage.db, keys.folder / BACKUPS, keys.derive, at)


def _held(keys: ShopKeys, words: str) -> ShopKeys:
    """Opened by its code, the key goes back into an emptied keyring."""
    by_code = looks_like_code(words) and all(one["kind"] != "passphrase" for one in keys.wraps)
    if by_code:
        try:
            return hold(keys)
        except KeyRequiredError as error:
            _log.info("the key stays with its recovery code: %s", error)
    return keys
