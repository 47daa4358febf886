"""The computer's keyring as a holder of keys: there, absent, locked, emptied or changed."""

import base64
from collections.abc import Callable

import keyring
from keyring.errors import (
    InitError,
    KeyringError,
    KeyringLocked,
    NoKeyringError,
    PasswordDeleteError,
)

from pos_companion.errors import KeyRequiredError
from pos_companion.i18n import N_

SERVICE = "pos-companion"
NO_KEYRING = N_("This computer has no keyring. Choose a passphrase for the records.")


def require_keyring() -> None:
    """Go on only when there is one that can be read.

    Raises:
        KeyRequiredError: there is none, or it is locked or broken.
    """
    _asked(lambda: keyring.get_password(SERVICE, "new"))


def from_keyring(item: str) -> bytes | None:
    """The key in an item; None when there is no such item.

    Raises:
        KeyRequiredError: there is no keyring, it is locked, or the item holds something else.
    """
    text = _asked(lambda: keyring.get_password(SERVICE, item))
    if text is None:
        return None
    try:
        secret = base64.b64decode(text, validate=True)
    except ValueError:
        secret = b""
    if len(secret) != 32:
        raise KeyRequiredError(
            N_("The keyring of this computer holds something else. Nothing was changed.")
        )
    return secret


def into_keyring(item: str, secret: bytes) -> None:
    """Write a key, read it back and compare, before anything is locked with it.

    Raises:
        KeyRequiredError: it was not kept.
    """
    text = base64.b64encode(secret).decode()
    _asked(lambda: keyring.set_password(SERVICE, item, text))
    if _asked(lambda: keyring.get_password(SERVICE, item)) != text:
        raise KeyRequiredError(NO_KEYRING)


def out_of_keyring(item: str) -> None:
    """Drop an item; one that is not there is no trouble.

    Raises:
        KeyRequiredError: the keyring does not answer.
    """

    def drop() -> None:
        try:
            keyring.delete_password(SERVICE, item)
        except PasswordDeleteError:
            return

    if _asked(lambda: keyring.get_password(SERVICE, item)) is not None:
        _asked(drop)


def _asked(question: Callable[[], str | None]) -> str | None:
    """Tell "none there", "locked" and "broken" apart: each needs something else of a person."""
    try:
        return question()
    except NoKeyringError as error:
        raise KeyRequiredError(NO_KEYRING) from error
    except KeyringLocked as error:
        raise KeyRequiredError(
            N_("The keyring of this computer is locked. Unlock it, or type the passphrase or the "
               "recovery code.")
        ) from error  # fmt: skip
    except (KeyringError, InitError) as error:
        raise KeyRequiredError(
            N_("The keyring of this computer does not answer. Type the passphrase or the "
               "recovery code.")
        ) from error  # fmt: skip
