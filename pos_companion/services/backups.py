"""Copies of the records: made by themselves while the shop is at work, and looked after.

They are encrypted with the same key as the records. On a server the records are copied by the
server's own tools.
"""

import logging
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from pos_companion.errors import CompanionError, KeyRequiredError, RefusedError
from pos_companion.i18n import N_
from pos_companion.model.staff import Right
from pos_companion.services import FixedClock, Shop
from pos_companion.services.sign_in import require
from pos_companion.storage.backup import carry, drop_copy, let_old_go, make_copy
from pos_companion.storage.copies import Copy, Inside, copies_in, look_into
from pos_companion.storage.forgotten_list import ForgottenList, together
from pos_companion.storage.rekey import of_all_times
from pos_companion.storage.unlock import BACKUPS

EVERY = timedelta(hours=1)
TROUBLE = "backup_trouble"
"""The setting with what the last copy could not do."""

_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Backed:
    """A copy that was made.

    Attributes:
        elsewhere: the same at the second place; None when there is none.
        trouble: why it is not at the second place; None when it is, or there is none.
    """

    copy: Copy
    inside: Inside
    elsewhere: Copy | None = None
    trouble: CompanionError | None = None


@dataclass(frozen=True)
class Offered:
    """A copy that could be put back.

    Attributes:
        inside: None when its key is another one, or it cannot be read.
        visits_since: how many visits the records have more than it.
        deeds_since: how many deeds were saved after it, as noted beside the records.
        is_unread: nobody has looked into it yet, because the records are not open.
    """

    copy: Copy
    inside: Inside | None
    visits_since: int = 0
    is_unread: bool = False
    deeds_since: int = 0


def local_place(shop: Shop) -> Path:
    """Where copies go on this computer."""
    return shop.settings.folder / BACKUPS


def second_place(shop: Shop) -> Path | None:
    """Where copies go as well, such as a stick; None while none was chosen."""
    chosen = "" if shop.is_sample else shop.settings.backup_to.strip()
    return Path(chosen) if chosen else None


def back_up(shop: Shop) -> Backed:
    """Copy the records now, and take the copy to the second place.

    Raises:
        RefusedError: they are on a server.
        NotSavedError, DamagedError: there is no new copy; the ones before are still there.
    """
    _require_own_file(shop)
    now, place = shop.clock.now(), local_place(shop)
    try:
        copy = make_copy(shop.storage.db, place, shop.keys.derive, now)
        _keep_list(shop, place)
        let_old_go(place, now)
    except CompanionError as error:
        _note_trouble(shop, str(error))
        raise
    inside = look_into(copy.path, shop.keys.derive)
    there = second_place(shop)
    if there is None:
        _note_trouble(shop, "")
        return Backed(copy, inside)
    try:
        elsewhere = carry(copy, there)
        _keep_list(shop, there)
        let_old_go(there, now)
    except CompanionError as error:
        _log.warning("no copy at the second place: %s", error)
        _note_trouble(shop, str(error))
        return Backed(copy, inside, None, error)
    _note_trouble(shop, "")
    return Backed(copy, inside, elsewhere)


def is_due(shop: Shop, within: timedelta = EVERY) -> bool:
    """Whether something changed since the newest copy, and that one is old enough.

    Args:
        within: how old; none at all when the shop closes.
    """
    if shop.settings.server is not None:
        return False
    own = [one for one in copies_in(local_place(shop)) if not one.is_frozen]
    number = shop.storage.audit.head()[0]
    if not number or not own:
        return bool(number)
    # By its deeds and not by its time: after the clock was set back, older ones lie in the future.
    newest = max(own, key=lambda one: (one.number, one.at))
    if newest.number == number:
        return False
    return not timedelta() <= shop.clock.now() - newest.at < within


def back_up_when_due(shop: Shop, within: timedelta = EVERY) -> Backed | None:
    """Copy the records when it is time; None when it is not.

    Raises:
        NotSavedError, DamagedError: as `back_up`.
    """
    if not is_due(shop, within):
        return None
    return back_up(shop)


def back_up_first(shop: Shop) -> None:
    """Before two records become one, or old notes go: see that a copy of this hour is there.

    At the counter nobody waits for a copy of the whole records, which takes 3 s at 100 MB: such a
    deed can be taken back exactly, so the copy of the hour is enough, and is nearly always there.
    What can not be taken back asks for `back_up_before`. A deed by name has seen to it before its
    transaction and before its clock was set (`FIRST`), so it is not done again inside.

    Raises:
        NotSavedError, DamagedError: as `back_up`.
    """
    if not shop.storage.in_transaction and not isinstance(shop.clock, FixedClock):
        back_up_when_due(shop)


def back_up_before(shop: Shop) -> Backed | None:
    """Copy what changed since the newest copy, before something large is done or the till closes.

    Raises:
        NotSavedError, DamagedError: as `back_up`.
    """
    return back_up_when_due(shop, timedelta())


def offered(shop: Shop) -> tuple[Offered, ...]:
    """Every copy of both places, newest first; one that is in both stands there once."""
    second = second_place(shop)
    found = {one.path.name: one for one in copies_in(second)} if second else {}
    found |= {one.path.name: one for one in copies_in(local_place(shop))}
    now = shop.storage.rows("SELECT count(*) FROM visit")[0][0]
    newest_first = sorted(found.values(), key=lambda one: one.at, reverse=True)
    return tuple(_offered(shop, one, now) for one in newest_first)


def drop_earlier_series(shop: Shop) -> int:
    """The manager is content with a restore: the copies from before it go.

    Returns:
        How many.

    Raises:
        NotAllowedError: only a manager does.
    """
    require(shop, Right.RESTORE)
    places = [local_place(shop), *filter(None, [second_place(shop)])]
    frozen = [one for place in places for one in copies_in(place) if one.is_frozen]
    for one in frozen:
        drop_copy(one)
    return len(frozen)


def _offered(shop: Shop, copy: Copy, now: int) -> Offered:
    for keys in of_all_times(shop.keys):
        try:
            inside = look_into(copy.path, keys.derive)
        except KeyRequiredError:
            continue
        except CompanionError as error:
            _log.info("a copy cannot be read: %s", error)
            break
        return Offered(copy, inside, max(now - inside.visits, 0))
    return Offered(copy, None)


def _keep_list(shop: Shop, place: Path) -> None:
    """Whoever asked to be forgotten stays forgotten when an older copy is put back elsewhere."""
    own = shop.storage.forgotten_list()
    if own is not None:
        kept = ForgottenList(place)
        both = together(own.read(), kept.read())
        if both != kept.read():
            kept.write(both)


def _note_trouble(shop: Shop, sentence: str) -> None:
    if (shop.storage.settings.get(TROUBLE) or "") == sentence:
        return
    try:
        with shop.storage.transaction():
            shop.storage.settings.put(TROUBLE, sentence)
    except CompanionError as error:
        # What keeps copies away may keep this away too; it is noted with the next one.
        _log.warning("not noted: %s", error)


def _require_own_file(shop: Shop) -> None:
    if shop.settings.server is not None:
        raise RefusedError(
            N_("These records are on a server. They are copied there, with its own tools.")
        )
