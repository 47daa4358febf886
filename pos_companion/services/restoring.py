"""Puts a backup in the place of the records, with nothing open and nothing lost."""

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from pos_companion.errors import CompanionError, KeyRequiredError, NotFoundError, RefusedError
from pos_companion.i18n import N_
from pos_companion.model.staff import Right
from pos_companion.services import SAMPLE_PASSPHRASE, Clock, Shop, WallClock
from pos_companion.services.backups import Offered
from pos_companion.services.opening import open_till
from pos_companion.services.sign_in import require
from pos_companion.settings import Settings
from pos_companion.storage import STORE
from pos_companion.storage.copies import Copy as Copy
from pos_companion.storage.copies import (
    Inside,
    copies_in,
    copy_at,
    look_into,
    name_of,
    verify_again,
)
from pos_companion.storage.forgotten_list import ForgottenList, together
from pos_companion.storage.guard import Guard
from pos_companion.storage.key_file import read_key_file
from pos_companion.storage.keys import (
    FILE,
    ShopKeys,
    hold,
    hold_instead,
    open_key_file,
    open_with_code,
)
from pos_companion.storage.lock import FolderLock, FolderUse
from pos_companion.storage.rekey import of_all_times
from pos_companion.storage.restore import freeze, put_back
from pos_companion.storage.unlock import BACKUPS


@dataclass(frozen=True)
class Words:
    """What a person has to open the records with; both may be empty, which means the keyring.

    Attributes:
        code: the recovery code.
    """

    passphrase: str = ""
    code: str = ""


@dataclass(frozen=True)
class Restored:
    """A copy that is in force now.

    Attributes:
        aside: the folder with the records from before.
    """

    copy: Copy
    inside: Inside
    aside: Path


def known_copies(settings: Settings, place: Path | None = None) -> tuple[Copy, ...]:
    """The copies that could be put back, newest first; the records need not be sound for it.

    Args:
        place: look there, instead of in the places of this till.
    """
    second = settings.backup_to.strip()
    usual = [settings.folder / BACKUPS, *([Path(second)] if second else [])]
    places = [place] if place is not None else usual
    found = {one.path.name: one for there in reversed(places) for one in copies_in(there)}
    return tuple(sorted(found.values(), key=lambda one: one.at, reverse=True))


def offered_unread(settings: Settings) -> tuple[Offered, ...]:
    """The same as offers, with what each would lack; for records that cannot be opened."""
    guard = Guard(settings.folder / STORE)
    return tuple(
        Offered(one, None, is_unread=True, deeds_since=guard.lost((one.number, "")))
        for one in known_copies(settings)
    )


def copy_called(settings: Settings, text: str) -> Copy:
    """A copy by its path, its name, or its place in the list, from 1.

    Raises:
        NotFoundError: there is none.
    """
    path = Path(text)
    given = copy_at(path) if path.is_file() else None
    if given is not None:
        return given
    known = known_copies(settings)
    for number, one in enumerate(known, start=1):
        if text in {str(number), one.path.name}:
            return one
    if path.is_file():
        raise NotFoundError(
            N_("{name} does not have the name of a backup. Give it back the name it was made with, "
               "such as {example}."),
            name=path.name,
            example=name_of(datetime(2026, 11, 21, 9, tzinfo=UTC), 4711),
        )  # fmt: skip
    raise NotFoundError(N_("There is no backup called {name}."), name=text)


def may_restore(shop: Shop) -> None:
    """Go on only when whoever is at the counter may put a backup back.

    Raises:
        NotAllowedError: they may not.
    """
    require(shop, Right.RESTORE)


def restore(
    settings: Settings, copy: Copy, words: Words | None = None, clock: Clock | None = None
) -> Restored:
    """Put a copy in the place of the records; the shop must be closed.

    No copy of what was there is made before: it is set aside whole, and nothing of it is deleted.

    Raises:
        RefusedError: the records are on a server.
        BusyError: a window or a command has the records.
        KeyRequiredError: nothing that was given opens the copy.
        DamagedError: the copy is not sound; nothing was touched.
        NotSavedError: there is no room, or the folder cannot be written to.
    """
    if settings.server is not None:
        raise RefusedError(
            N_("These records are on a server. They are put back there, with its own tools.")
        )
    words, at = words or Words(), (clock or WallClock()).now()
    folder = settings.folder
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    lock = FolderLock(folder)
    lock.take()
    try:
        with FolderUse(folder).alone():
            keys = _held(_keys_for(settings, copy, words), words, settings)
            inside = verify_again(copy.path, keys.derive)
            _stay_forgotten(copy.path.parent, folder)
            aside = put_back(folder / STORE, copy, inside, keys, at)
            freeze(folder / BACKUPS, at)
    finally:
        lock.free()
    note = open_till(settings, words.passphrase or words.code, clock, alone=True)
    try:
        with note.storage.transaction():
            note.storage.audit.note(at, "", "restore", backup=copy.path.name, visits=inside.visits)
    finally:
        note.close()
    return Restored(copy, inside, aside)


def try_out(settings: Settings, copy: Copy, words: Words) -> Inside:
    """See whether what was given opens a copy, and whether the copy is sound; changes nothing.

    Raises:
        KeyRequiredError: nothing that was given opens it.
        DamagedError: it is not sound.
    """
    return verify_again(copy.path, _keys_for(settings, copy, words).derive)


def _keys_for(settings: Settings, copy: Copy, words: Words) -> ShopKeys:
    """The key that opens a copy, from the folder's own key file or the one beside the copy.

    Raises:
        KeyRequiredError: none does.
    """
    wrong: CompanionError | None = None
    typed = SAMPLE_PASSPHRASE if settings.samples else words.passphrase
    for file in (settings.folder / FILE, copy.keys):
        if not file.exists():
            continue
        try:
            if words.code:
                opened = open_with_code(settings.folder, words.code, file)
            else:
                opened = open_key_file(settings.folder, file, typed)
            for keys in of_all_times(opened):
                if _fits(keys, copy):
                    wraps = keys.wraps or read_key_file(copy.keys).wraps
                    return replace(keys, made=True, wraps=wraps, coming=b"", coming_wraps=())
        except CompanionError as error:
            wrong = wrong or error
    if not copy.keys.exists():
        raise KeyRequiredError(
            N_("A backup is two files. Bring {name} as well, and put it beside the other one."),
            name=copy.keys.name,
        )
    raise wrong or KeyRequiredError(N_("Nothing that is held here opens this backup."))


def _fits(keys: ShopKeys, copy: Copy) -> bool:
    try:
        look_into(copy.path, keys.derive)
    except KeyRequiredError:
        return False
    return True


def _held(keys: ShopKeys, words: Words, settings: Settings) -> ShopKeys:
    """See that what opened the copy opens the records from now on."""
    if words.code and words.passphrase:
        return hold(keys, words.passphrase)
    if not words.code and not words.passphrase and not settings.samples:
        hold_instead(keys)
    return keys


def _stay_forgotten(place: Path, folder: Path) -> None:
    there, here = ForgottenList(place), ForgottenList(folder)
    both = together(here.read(), there.read())
    if both != here.read():
        here.write(both)
