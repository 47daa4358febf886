"""The key of the records in a manager's hands."""

from pos_companion.errors import RefusedError
from pos_companion.i18n import N_
from pos_companion.model.staff import Right
from pos_companion.services import Shop
from pos_companion.services.sign_in import require
from pos_companion.storage.keys import new_recovery_code


def print_recovery_code(shop: Shop) -> str:
    """Make a new recovery code; the one before no longer opens the records.

    Raises:
        NotAllowedError: only a manager may.
        RefusedError: the sample shop protects nothing and has no code.
    """
    require(shop, Right.KEYS)
    if shop.is_sample:
        raise RefusedError(N_("The sample shop protects nothing and needs no recovery code."))
    code, shop.keys = new_recovery_code(shop.keys)
    return code


def has_recovery_code(shop: Shop) -> bool:
    """Whether a code was ever made; the sample shop needs none."""
    return shop.is_sample or any(wrap["kind"] == "recovery" for wrap in shop.keys.wraps)
