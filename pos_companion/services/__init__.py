"""DEEDS: what a person at the till does, one journey a file.

Every deed is a function whose first argument is the open `Shop`. Those marked `@deed` can also be
asked for by name, in plain JSON values.
"""

import inspect
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from keyword import iskeyword
from pathlib import Path
from typing import Any

from pos_companion.errors import BadInputError, CompanionError, NotSavedError
from pos_companion.i18n import N_
from pos_companion.model.dates import ShopTime
from pos_companion.model.shop import ShopProfile
from pos_companion.services.clocks import Clock, FixedClock, WallClock, instant, time_in
from pos_companion.settings import Settings
from pos_companion.storage import STORE, Storage
from pos_companion.storage.guard import MARK
from pos_companion.storage.keys import FILE as KEYS
from pos_companion.storage.keys import (
    ShopKeys,
    confirm,
    is_made,
    require_holder,
)
from pos_companion.storage.lock import FolderLock, FolderUse
from pos_companion.storage.shared import connect, has_records, open_shared_keys
from pos_companion.storage.unlock import open_records, was_cut_off

STORE_FILES = (STORE, f"{STORE}-wal", f"{STORE}-shm", MARK, KEYS)
"""What makes up the records of a shop in its folder."""

_PATIENCE = 10.0
_SHOP = "shop"
_ECHO = 100
"""So many letters of what was sent are said again in a refusal."""
SAMPLE_PASSPHRASE = "none of these people are real"


@dataclass
class Shop:
    """One open shop.

    Attributes:
        staff: who is at the counter; empty when nobody signed in.
        person: their number; 0 when nobody signed in.
        lock: held by a window or a long job, None else.
        use: the share in the records, None for a shop of a test.
        was_cut_off: whoever had the records open before did not close them.
    """

    settings: Settings
    storage: Storage
    profile: ShopProfile
    clock: Clock
    keys: ShopKeys
    staff: str = ""
    person: int = 0
    lock: FolderLock | None = None
    use: FolderUse | None = None
    was_cut_off: bool = False

    @property
    def is_sample(self) -> bool:
        """Whether this is the sample shop with its invented people."""
        return self.settings.samples

    @property
    def time(self) -> ShopTime:
        """The shop's time zone and the start of its day."""
        return time_in(self.profile.zone, self.profile.day_starts_at)

    @property
    def wall(self) -> datetime:
        """What the shop's clock shows now, without zone."""
        return self.time.local(self.clock.now()).replace(tzinfo=None)

    @property
    def today(self) -> date:
        """The business date."""
        return self.time.business_day(self.clock.now())

    def close(self) -> None:
        """Close the records and free the folder."""
        self.storage.close()
        for held in (self.use, self.lock):
            if held is not None:
                held.free()


def open_shop(
    settings: Settings,
    passphrase: str = "",
    clock: Clock | None = None,
    alone: bool = False,
    go_on: bool = False,
) -> Shop:
    """Open the shop of a till, and make it when the folder is empty.

    Args:
        passphrase: opens the records; empty means the keyring. The sample shop needs none.
        clock: the computer's when None.
        alone: take the folder's lock: for the window and for long jobs.
        go_on: take the records as they are although saved deeds are missing, and note it.

    Raises:
        CompanionError: a sentence says what is in the way; nothing was changed.
    """
    folder, words = settings.folder, SAMPLE_PASSPHRASE if settings.samples else passphrase
    if not any((folder / name).exists() for name in (STORE, KEYS)):
        require_holder(words)
    _prepare(folder)
    lock, use = FolderLock(folder), FolderUse(folder)
    if alone:
        lock.take()
    elif not is_made(folder):
        # Several first starts at once: one makes the shop, the others open it.
        lock.take(_PATIENCE)
    try:
        use.begin()
        cut_off = use.found_alone and was_cut_off(folder)
        at = (clock or WallClock()).now()
        keys, storage = _open_records(settings, words, at, go_on)
        keys = confirm(keys)
    except BaseException:
        use.free()
        lock.free()
        raise
    if not alone:
        lock.free()
    if go_on:
        with storage.transaction():
            storage.audit.note(at, "", "went_on", marked=storage.guard.lost(storage.audit.head()))
    return Shop(
        settings, storage, storage.settings.profile(), clock or WallClock(), keys,
        lock=lock if alone else None, use=use, was_cut_off=cut_off,
    )  # fmt: skip


def _open_records(
    settings: Settings, words: str, at: datetime, go_on: bool
) -> tuple[ShopKeys, Storage]:
    folder, server = settings.folder, settings.server
    if server is None:
        return open_records(folder, words, at, go_on)
    db = connect(server)
    try:
        keys = open_shared_keys(folder, has_records(db), words)
    except BaseException:
        db.close()
        raise
    return keys, Storage.open_shared(db, folder, keys.derive, go_on)


def _prepare(folder: Path) -> None:
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise NotSavedError(
            N_("The folder {folder} cannot be used for the records: {why}"),
            folder=folder,
            why=error.strerror or error,
        ) from error


Deed = Callable[..., Mapping[str, Any]]
DEEDS: dict[str, Deed] = {}


FIRST: dict[str, Callable[["Shop"], object]] = {}
"""By deed, what has to be done before it and outside of its transaction."""


def deed(function: Deed) -> Deed:
    """Mark a deed that can be asked for by name, with plain values in and out."""
    DEEDS[function.__name__] = function
    return function


def do(shop: Shop, name: str, values: Mapping[str, Any]) -> Mapping[str, Any]:
    """Do a deed by its name.

    Args:
        values: its arguments as plain JSON values; `at` sets the clock for this deed alone, and a
            deed with the same `once` (a word of the caller's) as one that is done is not done
            again: its answer is `{"again": true}`.

    Raises:
        BadInputError: no such deed, or an argument is missing, unknown or of the wrong sort.
        CompanionError: the deed itself was refused.
    """
    function = DEEDS.get(name)
    if function is None:
        raise BadInputError(
            N_("There is no deed called {name}. There are: {names}."),
            name=name,
            names=", ".join(sorted(DEEDS)),
        )
    arguments = _named(function, values)
    at, uid = arguments.pop("at", None), arguments.pop("once", None)
    clock = shop.clock
    _refuse_misfits(name, function, arguments)
    if name in FIRST:
        FIRST[name](shop)
    if at is not None:
        shop.clock = FixedClock(instant(shop.time, at))
    try:
        if uid is None:
            return function(shop, **arguments)
        with shop.storage.transaction():
            return {"again": True} if is_done(shop, uid, name) else function(shop, **arguments)
    finally:
        shop.clock = clock


def _named(function: Deed, values: Mapping[str, Any]) -> dict[str, Any]:
    """The values under the names of the arguments: `with`, a word of Python, is `with_` there."""
    known = inspect.signature(function).parameters
    return {
        f"{key}_" if iskeyword(key) and f"{key}_" in known else key: value
        for key, value in values.items()
    }


def is_done(shop: Shop, uid: object, name: str) -> bool:
    """Whether a deed was done already by this id; if not, it is now: in the deed's transaction.

    Raises:
        BadInputError: the id is none, or belongs to another sort of deed.
    """
    if not isinstance(uid, str) or not 0 < len(uid) <= _ECHO or not uid.isprintable():
        raise BadInputError(N_("An id is a word of at most {most} letters."), most=_ECHO)
    before = shop.storage.done.add(uid, name, shop.clock.now())
    if before not in {"", name}:
        raise BadInputError(N_("This id belongs to another deed: {name}."), name=before)
    return bool(before)


def _refuse_misfits(name: str, function: Deed, arguments: Mapping[str, Any]) -> None:
    """Go on only with the values a deed has names for, and with all it needs."""
    known = dict(list(inspect.signature(function).parameters.items())[1:])
    takes_any = any(one.kind is one.VAR_KEYWORD for one in known.values())
    named = {key: one for key, one in known.items() if one.kind is not one.VAR_KEYWORD}
    strange = [key for key in arguments if key not in named and not takes_any]
    if strange or _SHOP in arguments:
        raise BadInputError(
            N_("{name} does not understand {what}. It understands: {names}."),
            name=name,
            what=", ".join(strange or [_SHOP])[:_ECHO],
            names=", ".join([*(key.rstrip("_") for key in named), "at"]),
        )
    needed = [key for key, one in named.items() if one.default is one.empty]
    missing = [key for key in needed if key not in arguments]
    if missing:
        raise BadInputError(N_("{name} needs {what}."), name=name, what=", ".join(missing))


__all__ = [
    "DEEDS", "Clock", "CompanionError", "FixedClock", "Shop", "WallClock", "deed", "do", "instant",
    "is_done", "is_made", "open_shop",
]  # fmt: skip
