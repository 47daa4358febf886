"""The key of the records in a manager's hands."""

from contextlib import nullcontext

from pos_companion.errors import RefusedError
from pos_companion.i18n import N_
from pos_companion.model.staff import Right
from pos_companion.services import Shop
from pos_companion.services.backups import back_up
from pos_companion.services.sign_in import require
from pos_companion.storage import Storage, faults
from pos_companion.storage.keys import hold_instead, new_recovery_code
from pos_companion.storage.rekey import begin_change, end_change, that_may_fit
from pos_companion.storage.unlock import open_fitting


def print_recovery_code(shop: Shop) -> str:
    """Make a new recovery code; the one before no longer opens the records.

    Raises:
        NotAllowedError: only a manager may.
        RefusedError: the sample shop protects nothing and has no code.
    """
    _require_real(shop)
    code, shop.keys = new_recovery_code(shop.keys)
    return code


def has_recovery_code(shop: Shop) -> bool:
    """Whether a code was ever made; the sample shop needs none."""
    return shop.is_sample or any(wrap["kind"] == "recovery" for wrap in shop.keys.wraps)


def use_this_key(shop: Shop) -> None:
    """Put the key that opened the records into the keyring; another one is put away there.

    Raises:
        NotAllowedError: only a manager may.
        KeyRequiredError: the keyring does not take it.
    """
    _require_real(shop)
    hold_instead(shop.keys)
    with shop.storage.transaction():
        shop.storage.audit.note(shop.clock.now(), shop.staff, "hold_key")


def change_key(shop: Shop, passphrase: str = "") -> str:
    """Lock the records by a new key, after a backup; what was stolen before opens nothing new.

    Args:
        passphrase: the one of these records, when they have one.

    Returns:
        The recovery code of the new key; the one before opens only the backups before.

    Raises:
        NotAllowedError: only a manager may.
        RefusedError: the records are not held alone, or are on a server.
        BusyError: a command has them open, such as `script`.
        KeyRequiredError: the passphrase is wrong, or the keyring does not keep the new key.
    """
    _require_real(shop)
    if shop.lock is None:
        raise RefusedError(N_("Close every other window before the key is changed."))
    with shop.use.alone() if shop.use is not None else nullcontext():
        return _change_key(shop, passphrase)


def _change_key(shop: Shop, passphrase: str) -> str:
    back_up(shop)
    code, keys = begin_change(shop.keys, passphrase)
    folder, coming = shop.settings.folder, [*that_may_fit(keys)][1]
    try:
        with faults.worded():
            shop.storage.db.change_key(coming.derive("db"))
    finally:
        fitting, storage = open_fitting(keys, lambda one: Storage.open(folder, one.derive))
        shop.keys, shop.storage = end_change(fitting), storage
    with shop.storage.transaction():
        shop.storage.audit.note(shop.clock.now(), shop.staff, "change_key")
    return code


def _require_real(shop: Shop) -> None:
    require(shop, Right.KEYS)
    if shop.is_sample:
        raise RefusedError(N_("The sample shop protects nothing and needs no recovery code."))
