"""The reserve on the disk: it lets a till finish the day when nothing has room any more."""

import logging

from pos_companion.errors import NotSavedError
from pos_companion.i18n import N_
from pos_companion.services import Shop
from pos_companion.storage import ballast

_log = logging.getLogger(__name__)


def keep_reserve(shop: Shop) -> None:
    """Make the reserve where it is missing and there is room.

    A shop on a server needs none, and nobody is sorry for a visit of the sample shop.
    """
    if shop.settings.server is not None or shop.is_sample:
        return
    try:
        ballast.make(shop.settings.folder)
    except OSError as error:
        _log.info("no reserve was made: %s", error.strerror or error)


def room_missing(shop: Shop) -> int:
    """How many megabytes have to be freed until the till can go on without worry; 0 for none."""
    return 0 if shop.settings.server is not None else ballast.room_missing(shop.settings.folder)


def reserve_helps(shop: Shop) -> bool:
    """Whether there is a reserve and the disk is so full that it is needed."""
    folder = shop.settings.folder
    return shop.settings.server is None and ballast.is_there(folder) and room_missing(shop) > 0


def use_reserve(shop: Shop) -> None:
    """Give the reserve to the records.

    Raises:
        NotSavedError: there is none any more, or it cannot be taken.
    """
    try:
        dropped = ballast.drop(shop.settings.folder)
    except OSError as error:
        raise NotSavedError(
            N_("The reserve cannot be used: {why}"), why=error.strerror or error
        ) from error
    if not dropped:
        raise NotSavedError(
            N_("The reserve is used up. Free {room} MB and save again."), room=room_missing(shop)
        )
