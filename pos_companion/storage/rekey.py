"""A new key for the records, step by step, so that being stopped anywhere loses nothing.

While the key changes both the old and the new one are held; which of them the file has afterwards
is found out by trying, and only then is the other one let go.
"""

import secrets
from collections.abc import Iterator
from dataclasses import replace

from pos_companion.errors import KeyRequiredError
from pos_companion.i18n import N_
from pos_companion.storage.key_ring import from_keyring, into_keyring, out_of_keyring
from pos_companion.storage.keys import COMING, ShopKeys, keep
from pos_companion.storage.recovery_code import in_groups, new_code
from pos_companion.storage.wraps import let_out, lock_up, unwrapped, wrap


def begin_change(keys: ShopKeys, passphrase: str = "") -> tuple[str, ShopKeys]:
    """Make a new key and hold it beside the old one; the file is not touched yet.

    Args:
        passphrase: the one of these records, when they have one; empty means the keyring.

    Returns:
        The recovery code of the new key, in groups, and both keys.

    Raises:
        KeyRequiredError: the passphrase does not open the records, or the keyring does not keep
            the new key; nothing was changed.
    """
    coming, code, wraps = secrets.token_bytes(32), new_code(), []
    if any(one["kind"] == "passphrase" for one in keys.wraps):
        if unwrapped(keys.wraps, keys.shop, "passphrase", passphrase) != keys.secret:
            raise KeyRequiredError(N_("This passphrase does not open the records."))
        wraps.append(wrap(coming, keys.shop, "passphrase", passphrase))
    else:
        into_keyring(keys.shop + COMING, coming)
    wraps.append(wrap(coming, keys.shop, "recovery", code))
    both = replace(
        keys,
        coming=coming,
        coming_wraps=tuple(wraps),
        boxes=(*keys.boxes, lock_up(keys.secret, keys.shop, coming)),
    )
    keep(both)
    return in_groups(code), both


def that_may_fit(keys: ShopKeys) -> Iterator[ShopKeys]:
    """The key as it was opened, then the one coming, then the one before."""
    yield keys
    if not keys.coming_wraps:
        return
    if keys.coming and keys.coming != keys.secret:
        yield replace(keys, secret=keys.coming, earlier=(*keys.earlier, keys.secret))
    if keys.earlier:
        yield replace(keys, secret=keys.earlier[-1], earlier=keys.earlier[:-1])


def of_all_times(keys: ShopKeys) -> Iterator[ShopKeys]:
    """The key as it is, then as it was before it was changed, newest first: for older copies.

    The earlier ones come without wraps; those stand in the key file beside such a copy.
    """
    yield keys
    for at in reversed(range(len(keys.earlier))):
        earlier, boxes = keys.earlier[:at], keys.boxes[:at]
        yield replace(keys, secret=keys.earlier[at], earlier=earlier, boxes=boxes, wraps=())


def end_change(keys: ShopKeys) -> ShopKeys:
    """Let go of the key that does not open the file; without a change begun nothing happens.

    Args:
        keys: those that opened the file.

    Raises:
        KeyRequiredError: the keyring does not keep the new key; both are held still.
        NotSavedError: the key file could not be written; both are held still.
    """
    if not keys.coming_wraps:
        return keys
    if let_out(keys.boxes[-1], keys.shop, keys.secret) is None:
        settled = replace(keys, coming=b"", coming_wraps=(), boxes=keys.boxes[:-1])
    else:
        settled = replace(keys, wraps=keys.coming_wraps, coming=b"", coming_wraps=())
    in_keyring = not any(one["kind"] == "passphrase" for one in settled.wraps)
    if in_keyring and from_keyring(keys.shop) != settled.secret:
        into_keyring(keys.shop, settled.secret)
    keep(settled)
    if in_keyring:
        out_of_keyring(keys.shop + COMING)
    return settled
