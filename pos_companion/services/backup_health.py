"""How safe the copies of the records are: how old, where, and whether one can be put back."""

import logging
import tempfile
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from pos_companion.errors import DamagedError, KeyRequiredError
from pos_companion.services import Shop
from pos_companion.services.backups import TROUBLE, local_place, second_place
from pos_companion.storage.backup import carry
from pos_companion.storage.copies import copies_in, verify
from pos_companion.storage.disk import is_synchronised
from pos_companion.storage.restore import set_aside_before

ELSEWHERE_WITHIN = timedelta(days=7)
REHEARSED_WITHIN = timedelta(days=7)
_REHEARSED = "backup_rehearsed"
_BAD = "backup_bad_elsewhere"

_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class BackupHealth:
    """How safe the copies are.

    Attributes:
        newest, newest_elsewhere: when the newest copy was made; None while there is none.
        second_place: empty while none was chosen.
        is_late_elsewhere: nothing has reached the second place for a week.
        is_bad_elsewhere: the newest copy there was read through and is damaged.
        rehearsed: the day on which a copy was last opened and counted as a rehearsal.
        trouble: what the last copy could not do, worded; empty when all went well.
        is_synchronised: another program carries the folder of the records to other computers.
        set_aside: what restores have left, to be looked through.
    """

    newest: datetime | None
    newest_elsewhere: datetime | None
    second_place: str
    is_late_elsewhere: bool
    rehearsed: datetime | None
    trouble: str
    is_synchronised: bool
    set_aside: tuple[Path, ...]
    is_bad_elsewhere: bool = False


def rehearse_when_due(shop: Shop) -> bool:
    """Once a week put the newest copy back somewhere else, count it, and clear it away.

    The newest one at the second place is read through with it; when that is damaged it is noted.

    Raises:
        DamagedError, KeyRequiredError: the newest copy could not be put back.
        NotSavedError: there is no room to try.
    """
    own = copies_in(local_place(shop)) if shop.settings.server is None else ()
    now, last = shop.clock.now(), _rehearsed(shop)
    if not own or (last is not None and timedelta() <= now - last < REHEARSED_WITHIN):
        return False
    with tempfile.TemporaryDirectory(dir=shop.settings.folder, prefix="rehearsal-") as there:
        carried = carry(own[0], Path(there))
        verify(carried.path, shop.keys.derive)
    bad = _bad_elsewhere(shop)
    with shop.storage.transaction():
        shop.storage.settings.put(_REHEARSED, int(now.timestamp()))
        shop.storage.settings.put(_BAD, bad)
    return True


def health(shop: Shop) -> BackupHealth:
    """How safe the copies are, for the manager's page and the banner."""
    there = second_place(shop)
    here = copies_in(local_place(shop))
    elsewhere = copies_in(there) if there else ()
    newest = elsewhere[0].at if elsewhere else None
    late = there is not None and (newest is None or shop.clock.now() - newest > ELSEWHERE_WITHIN)
    return BackupHealth(
        here[0].at if here else None,
        newest,
        str(there or ""),
        late,
        _rehearsed(shop),
        str(shop.storage.settings.get(TROUBLE) or ""),
        is_synchronised(shop.settings.folder),
        set_aside_before(shop.settings.folder),
        bool(elsewhere) and shop.storage.settings.get(_BAD) == elsewhere[0].path.name,
    )


def _bad_elsewhere(shop: Shop) -> str:
    """The name of the newest copy at the second place when it is damaged; else empty."""
    there = second_place(shop)
    copies = [one for one in copies_in(there) if not one.is_frozen] if there else []
    if not copies:
        return ""
    try:
        verify(copies[0].path, shop.keys.derive)
    except (DamagedError, KeyRequiredError) as error:
        _log.warning("the newest copy at the second place: %s", error)
        return copies[0].path.name
    return ""


def _rehearsed(shop: Shop) -> datetime | None:
    kept = shop.storage.settings.get(_REHEARSED)
    return None if kept is None else datetime.fromtimestamp(kept, shop.clock.now().tzinfo)
