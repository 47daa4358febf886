"""Opens the shop of a till as a person or a program starts it."""

import os

from pos_companion.errors import BusyError
from pos_companion.services import STORE_FILES, Clock, Shop, open_shop
from pos_companion.services.forgetting import let_go, stay_forgotten
from pos_companion.services.record_visit import release_forgotten
from pos_companion.services.samples import fill_sample_shop, sample_day
from pos_companion.settings import Settings
from pos_companion.storage.lock import FolderLock

PASSPHRASE_VARIABLE = "POS_COMPANION_PASSPHRASE"


def open_till(
    settings: Settings,
    passphrase: str = "",
    clock: Clock | None = None,
    alone: bool = False,
    go_on: bool = False,
) -> Shop:
    """Open the records; the sample shop is filled, and begins anew on another day.

    Args:
        passphrase: as `open_shop`; empty takes the one the environment holds for unattended use,
            which is read once and then removed from it.
        go_on: as `open_shop`.

    Raises:
        CompanionError: as `open_shop`.
    """
    given = os.environ.pop(PASSPHRASE_VARIABLE, "")
    shop = open_shop(settings, passphrase or given, clock, alone, go_on)
    try:
        if settings.samples:
            shop = _of_today(shop, settings, clock, alone)
            fill_sample_shop(shop)
        release_forgotten(shop)
        stay_forgotten(shop)
        let_go(shop)
    except BaseException:
        shop.close()
        raise
    return shop


def _of_today(shop: Shop, settings: Settings, clock: Clock | None, alone: bool) -> Shop:
    """The invented people have their days around today, so yesterday's shop is thrown away."""
    day = sample_day(shop)
    if day is None or day == shop.today or not _is_ours_alone(shop):
        return shop
    shop.close()
    for name in STORE_FILES:
        (settings.folder / name).unlink(missing_ok=True)
    return open_shop(settings, clock=clock, alone=alone)


def _is_ours_alone(shop: Shop) -> bool:
    """Whether nobody else has these records; their file must not vanish under anybody."""
    if shop.use is not None and not shop.use.is_alone():
        return False
    if shop.lock is not None:
        return True
    lock = FolderLock(shop.settings.folder)
    try:
        lock.take()
    except BusyError:
        return False
    lock.free()
    return True
