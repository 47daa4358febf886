"""The key of a shop and who holds it.

One random key per shop; everything else is derived from it. It rests in the computer's keyring, or
wrapped by a passphrase, and wrapped once more by a printed recovery code. A missing or locked
holder is a question to a person and never a reason to make a new key over old records.
"""

import hashlib
import hmac
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from pos_companion.errors import DamagedError, KeyRequiredError
from pos_companion.i18n import N_
from pos_companion.storage.disk import sync_folder as sync_folder
from pos_companion.storage.key_file import FILE as FILE
from pos_companion.storage.key_file import KeyFile, read_key_file, write_key_file
from pos_companion.storage.key_ring import NO_KEYRING as NO_KEYRING
from pos_companion.storage.key_ring import SERVICE as SERVICE
from pos_companion.storage.key_ring import from_keyring, into_keyring, require_keyring
from pos_companion.storage.recovery_code import (
    in_groups,
    is_as_long,
    looks_like_code,
    new_code,
    read_code,
)
from pos_companion.storage.wraps import let_out, unwrapped, wrap

COMING = "/coming"
"""Ends the name of the keyring item of a key that is about to take over."""
_OF_THE_FILE = "db"
"""The one purpose whose key changes with the key of the shop; all others stay for ever."""


@dataclass(frozen=True)
class ShopKeys:
    """An opened key.

    Attributes:
        shop: random id of the shop, 32 hex digits.
        made: the records exist; without them something is wrong.
        earlier: the keys before this one, oldest first.
        boxes: the same, each locked up by the key after it.
        coming: the key that was about to take over when the program was stopped.
        coming_wraps: the same, locked up.
    """

    folder: Path
    shop: str
    made: bool
    secret: bytes
    wraps: tuple[Mapping[str, str], ...]
    earlier: tuple[bytes, ...] = ()
    boxes: tuple[str, ...] = ()
    coming: bytes = field(default=b"", compare=False)
    coming_wraps: tuple[Mapping[str, str], ...] = field(default=(), compare=False)

    def derive(self, purpose: str) -> bytes:
        """32 bytes for one purpose; the same for ever, but for the key of the file."""
        first = self.earlier[0] if self.earlier else self.secret
        secret = self.secret if purpose == _OF_THE_FILE else first
        return hmac.new(secret, f"pos-companion/{purpose}".encode(), hashlib.sha256).digest()


def require_holder(passphrase: str) -> None:
    """Make sure that something can keep the key of a new shop, before anything is made.

    Raises:
        KeyRequiredError: there is no passphrase, and no keyring either.
    """
    if not passphrase:
        require_keyring()


def is_made(folder: Path) -> bool:
    """Whether the records of a folder have been made to the end.

    Raises:
        DamagedError: the key file cannot be read.
    """
    path = folder / FILE
    return path.exists() and read_key_file(path).made


def open_keys(folder: Path, store: Path, passphrase: str = "") -> ShopKeys:
    """Open the key of the shop in a folder, or make the first one for an empty folder.

    Args:
        folder: exists already.
        store: where the records are or will be.
        passphrase: opens or makes a passphrase wrap, and leaves the keyring untouched; the
            recovery code does as well for opening. Empty means the keyring.

    Raises:
        KeyRequiredError: a person has to unlock, type or choose something; nothing was changed.
        DamagedError: the key or the records are missing while the other is there.
        NotSavedError: the folder cannot be written to.
    """
    path = folder / FILE
    if not path.exists():
        if store.exists():
            raise DamagedError(
                N_("The key file of these records is missing. Put shop.keys back beside them.")
            )
        return _make(folder, passphrase)
    kept = read_key_file(path)
    # An empty file would be filled with a new shop, without a word.
    if kept.made and not (store.exists() and store.stat().st_size):
        raise DamagedError(
            N_("The records are missing although their key is here. Put them back, or restore.")
        )
    return _by_words(folder, kept, passphrase) if passphrase else _by_keyring(folder, kept)


def confirm(keys: ShopKeys) -> ShopKeys:
    """Note that the records of this key exist now."""
    if keys.made:
        return keys
    made = replace(keys, made=True)
    keep(made)
    return made


def new_recovery_code(keys: ShopKeys) -> tuple[str, ShopKeys]:
    """Wrap the key by a fresh recovery code; an older code no longer opens it.

    Returns:
        26 characters in groups of six, 125 random bits and a check character; and the keys with
        the new wrap.
    """
    code = new_code()
    wraps = [one for one in keys.wraps if one["kind"] != "recovery"]
    wraps.append(wrap(keys.secret, keys.shop, "recovery", code))
    keys = replace(keys, wraps=tuple(wraps))
    keep(keys)
    return in_groups(code), keys


def open_with_code(folder: Path, typed: str, file: Path | None = None) -> ShopKeys:
    """Open the key by its recovery code.

    Args:
        file: the key file; the one of the folder when None.

    Raises:
        KeyRequiredError: the code was mistyped, or is not the code of this shop.
    """
    code = read_code(typed)
    return _opened(folder, read_key_file(file or folder / FILE), "recovery", code)


def open_key_file(folder: Path, file: Path, typed: str = "") -> ShopKeys:
    """Open the key in any key file, such as that of a copy, for a folder.

    Args:
        typed: passphrase or recovery code; empty means the keyring.

    Raises:
        KeyRequiredError: they do not open it.
        DamagedError: the file cannot be read.
    """
    kept = read_key_file(file)
    return _by_words(folder, kept, typed) if typed else _by_keyring(folder, kept)


def keep(keys: ShopKeys) -> None:
    """Write the key file of a folder.

    Raises:
        NotSavedError: the folder cannot be written to; the old file is still there.
    """
    write_key_file(
        keys.folder / FILE,
        KeyFile(keys.shop, keys.made, keys.wraps, keys.boxes, keys.coming_wraps),
    )


def hold(keys: ShopKeys, passphrase: str = "") -> ShopKeys:
    """Give a key that was opened by its code a holder that opens it every day.

    Args:
        passphrase: wraps it; empty writes it into the keyring.

    Raises:
        KeyRequiredError: there is no passphrase and no keyring, or the keyring holds another key
            for this shop, which is not overwritten.
    """
    if passphrase:
        wraps = [one for one in keys.wraps if one["kind"] != "passphrase"]
        wraps.append(wrap(keys.secret, keys.shop, "passphrase", passphrase))
        return replace(keys, wraps=tuple(wraps))
    before = from_keyring(keys.shop)
    if before is None:
        into_keyring(keys.shop, keys.secret)
    elif before != keys.secret:
        raise KeyRequiredError(
            N_("The keyring of this computer holds another key for these records. It was not "
               "overwritten.")
        )  # fmt: skip
    return keys


def hold_instead(keys: ShopKeys) -> None:
    """Use this key from now on; another one in the keyring is put away, not overwritten.

    Raises:
        KeyRequiredError: the keyring does not take it.
    """
    before = from_keyring(keys.shop)
    if before not in (None, keys.secret):
        into_keyring(f"{keys.shop}/before", before or b"")
    into_keyring(keys.shop, keys.secret)


def _make(folder: Path, passphrase: str) -> ShopKeys:
    shop, secret = secrets.token_hex(16), secrets.token_bytes(32)
    wraps: tuple[Mapping[str, str], ...] = ()
    if passphrase:
        wraps = (wrap(secret, shop, "passphrase", passphrase),)
    else:
        into_keyring(shop, secret)
    keys = ShopKeys(folder, shop, False, secret, wraps)
    keep(keys)
    if passphrase and _by_words(folder, read_key_file(folder / FILE), passphrase).secret != secret:
        raise DamagedError(N_("This folder cannot keep records safely. Please choose another."))
    return keys


def _by_words(folder: Path, kept: KeyFile, typed: str) -> ShopKeys:
    kinds = {one["kind"] for one in (*kept.wraps, *kept.coming)}
    is_meant = looks_like_code(typed) or ("passphrase" not in kinds and is_as_long(typed))
    if "recovery" in kinds and is_meant:
        return _opened(folder, kept, "recovery", read_code(typed))
    return _opened(folder, kept, "passphrase", typed)


_WRONG = {
    "passphrase": N_("This passphrase does not open the records."),
    "recovery": N_("This is not the recovery code of these records."),
}


def _opened(folder: Path, kept: KeyFile, kind: str, words: str) -> ShopKeys:
    secret = unwrapped(kept.wraps, kept.shop, kind, words)
    coming = unwrapped(kept.coming, kept.shop, kind, words) or b""
    if secret is None and not coming:
        raise KeyRequiredError(_WRONG[kind])
    return _with(folder, kept, secret or coming, coming)


def _by_keyring(folder: Path, kept: KeyFile) -> ShopKeys:
    try:
        secret = from_keyring(kept.shop)
    except KeyRequiredError as error:
        if error.phrase.text == NO_KEYRING:
            raise KeyRequiredError(
                N_("This computer has no keyring. Type the passphrase or the recovery code.")
            ) from error
        raise
    if secret is None:
        raise KeyRequiredError(
            N_("The keyring of this computer does not hold the key. Type the passphrase or the "
               "recovery code.")
        )  # fmt: skip
    coming = from_keyring(kept.shop + COMING) if kept.coming else None
    return _with(folder, kept, secret, coming or b"")


def _with(folder: Path, kept: KeyFile, secret: bytes, coming: bytes) -> ShopKeys:
    """The key, and from it the ones before it, newest to oldest."""
    earlier: list[bytes] = []
    by = secret
    for box in reversed(kept.earlier):
        before = let_out(box, kept.shop, by)
        if before is None:
            # It was locked up by the key after this one, which has not taken over.
            continue
        earlier.insert(0, before)
        by = before
    return ShopKeys(
        folder, kept.shop, kept.made, secret, kept.wraps, tuple(earlier), kept.earlier, coming,
        kept.coming,
    )  # fmt: skip
