"""The key of a shop and who holds it.

One random key per shop; everything else is derived from it. It rests in the computer's keyring, or
wrapped by a passphrase, and wrapped once more by a printed recovery code. A missing or locked
holder is a question to a person and never a reason to make a new key over old records.
"""

import base64
import hashlib
import hmac
import json
import os
import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import keyring
from keyring.errors import InitError, KeyringError, KeyringLocked, NoKeyringError

from pos_companion.errors import DamagedError, KeyRequiredError, NotSavedError
from pos_companion.i18n import N_
from pos_companion.storage.wraps import VERSION, sound, unwrapped, wrap

FILE = "shop.keys"
SERVICE = "pos-companion"
_LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_LOOK_ALIKE = str.maketrans("OIL", "011")
_CODE_LENGTH = 25

NO_KEYRING = N_("This computer has no keyring. Choose a passphrase for the records.")


@dataclass(frozen=True)
class ShopKeys:
    """An opened key.

    Attributes:
        shop: random id of the shop, 32 hex digits.
        made: the records exist; without them something is wrong.
    """

    folder: Path
    shop: str
    made: bool
    secret: bytes
    wraps: tuple[Mapping[str, str], ...]

    def derive(self, purpose: str) -> bytes:
        """32 bytes for one purpose; the same for ever."""
        return hmac.new(self.secret, f"pos-companion/{purpose}".encode(), hashlib.sha256).digest()


def require_holder(passphrase: str) -> None:
    """Make sure that something can keep the key of a new shop, before anything is made.

    Raises:
        KeyRequiredError: there is no passphrase, and no keyring either.
    """
    if not passphrase:
        _asking_the_keyring(lambda: keyring.get_password(SERVICE, "new"))


def is_made(folder: Path) -> bool:
    """Whether the records of a folder have been made to the end.

    Raises:
        DamagedError: the key file cannot be read.
    """
    path = folder / FILE
    return path.exists() and bool(_read(path)["made"])


def open_keys(folder: Path, store: Path, passphrase: str = "") -> ShopKeys:
    """Open the key of the shop in a folder, or make the first one for an empty folder.

    Args:
        folder: exists already.
        store: where the records are or will be.
        passphrase: opens or makes a passphrase wrap, and leaves the keyring untouched; empty
            means the keyring.

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
    kept = _read(path)
    # An empty file would be filled with a new shop, without a word.
    if kept["made"] and not (store.exists() and store.stat().st_size):
        raise DamagedError(
            N_("The records are missing although their key is here. Put them back, or restore.")
        )
    secret = _by_passphrase(kept, passphrase) if passphrase else _by_keyring(kept["shop"])
    return ShopKeys(folder, kept["shop"], kept["made"], secret, tuple(kept["wraps"]))


def confirm(keys: ShopKeys) -> ShopKeys:
    """Note that the records of this key exist now."""
    if keys.made:
        return keys
    made = replace(keys, made=True)
    _write(made)
    return made


def new_recovery_code(keys: ShopKeys) -> tuple[str, ShopKeys]:
    """Wrap the key by a fresh recovery code; an older code no longer opens it.

    Returns:
        26 characters in groups of six, 125 random bits and a check character; and the keys with
        the new wrap.
    """
    body = "".join(secrets.choice(_LETTERS) for _ in range(_CODE_LENGTH))
    code = body + _check_character(body)
    wraps = [one for one in keys.wraps if one["kind"] != "recovery"]
    wraps.append(wrap(keys.secret, keys.shop, "recovery", code))
    keys = replace(keys, wraps=tuple(wraps))
    _write(keys)
    return "-".join(code[at : at + 6] for at in range(0, len(code), 6)), keys


def open_with_code(folder: Path, typed: str) -> ShopKeys:
    """Open the key by its recovery code.

    Raises:
        KeyRequiredError: the code was mistyped, or is not the code of this shop.
    """
    code = "".join(typed.upper().translate(_LOOK_ALIKE).replace("-", " ").split())
    is_whole = len(code) == _CODE_LENGTH + 1 and set(code) <= set(_LETTERS)
    if not is_whole or code[-1] != _check_character(code[:-1]):
        raise KeyRequiredError(N_("This recovery code was mistyped. Please compare it once more."))
    kept = _read(folder / FILE)
    secret = unwrapped(kept["wraps"], kept["shop"], "recovery", code)
    if secret is None:
        raise KeyRequiredError(N_("This is not the recovery code of these records."))
    return ShopKeys(folder, kept["shop"], kept["made"], secret, tuple(kept["wraps"]))


def _make(folder: Path, passphrase: str) -> ShopKeys:
    shop, secret = secrets.token_hex(16), secrets.token_bytes(32)
    wraps: tuple[Mapping[str, str], ...] = ()
    if passphrase:
        wraps = (wrap(secret, shop, "passphrase", passphrase),)
    else:
        _into_keyring(shop, secret)
    keys = ShopKeys(folder, shop, False, secret, wraps)
    _write(keys)
    if passphrase and _by_passphrase(_read(folder / FILE), passphrase) != secret:
        raise DamagedError(N_("This folder cannot keep records safely. Please choose another."))
    return keys


def _by_passphrase(kept: Mapping[str, Any], passphrase: str) -> bytes:
    secret = unwrapped(kept["wraps"], kept["shop"], "passphrase", passphrase)
    if secret is None:
        raise KeyRequiredError(N_("This passphrase does not open the records."))
    return secret


def _by_keyring(shop: str) -> bytes:
    item = _asking_the_keyring(lambda: keyring.get_password(SERVICE, shop))
    if item is None:
        raise KeyRequiredError(
            N_("The keyring of this computer does not hold the key. Type the passphrase.")
        )
    try:
        secret = base64.b64decode(item, validate=True)
    except ValueError:
        secret = b""
    if len(secret) != 32:
        raise KeyRequiredError(
            N_("The keyring of this computer holds something else. Nothing was changed.")
        )
    return secret


def _into_keyring(shop: str, secret: bytes) -> None:
    """Write the key, read it back and compare, before anything is locked with it."""
    text = base64.b64encode(secret).decode()
    _asking_the_keyring(lambda: keyring.set_password(SERVICE, shop, text))
    if _asking_the_keyring(lambda: keyring.get_password(SERVICE, shop)) != text:
        raise KeyRequiredError(NO_KEYRING)


def _asking_the_keyring(question: Callable[[], str | None]) -> str | None:
    """Tell "none there", "locked" and "broken" apart: each needs something else of a person."""
    try:
        return question()
    except NoKeyringError as error:
        raise KeyRequiredError(NO_KEYRING) from error
    except KeyringLocked as error:
        raise KeyRequiredError(
            N_("The keyring of this computer is locked. Unlock it, or type the passphrase.")
        ) from error
    except (KeyringError, InitError) as error:
        raise KeyRequiredError(
            N_("The keyring of this computer does not answer. Type the passphrase.")
        ) from error


def _check_character(body: str) -> str:
    """Catches every single wrong letter and every two that changed places.

    Source: a remainder over the field of 32 elements, x^5 + x^2 + 1; each place has a weight of
    its own.
    """
    total = 0
    for letter in body:
        total ^= _LETTERS.index(letter)
        total = (total << 1) ^ (0b100101 if total & 0b10000 else 0)
    return _LETTERS[total]


def _read(path: Path) -> dict[str, Any]:
    try:
        kept = json.loads(path.read_text(encoding="ascii"))
        if kept["version"] == VERSION and isinstance(kept["made"], bool) and kept["shop"]:
            wraps = [sound(one) for one in kept["wraps"]]
            return {"shop": str(kept["shop"]), "made": kept["made"], "wraps": wraps}
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise DamagedError(N_("The key file cannot be read. Restore shop.keys.")) from error
    raise DamagedError(N_("The key file was made by a newer version. Please update this till."))


def _write(keys: ShopKeys) -> None:
    """A new file first, then in one step in place of the old; readable by the owner alone."""
    kept = {
        "version": VERSION,
        "shop": keys.shop,
        "made": keys.made,
        "wraps": [dict(wrap) for wrap in keys.wraps],
    }
    fresh = keys.folder / (FILE + ".new")
    try:
        with os.fdopen(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as file:
            json.dump(kept, file)
            file.flush()
            os.fsync(file.fileno())
        fresh.replace(keys.folder / FILE)
        sync_folder(keys.folder)
    except OSError as error:
        raise NotSavedError(
            N_("The folder with the records cannot be written to: {why}"),
            why=error.strerror or error,
        ) from error


def sync_folder(folder: Path) -> None:
    """Make new names in a folder last through a power cut, where the system can."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
