"""Are the records sound? Looked through in the background, and what is done when they are not.

Damage that is found stops all writing. The file is kept as it is, and the newest backup that is
sound is named with what would be missing; nothing is ever repaired by guessing. What people are
found by is no record: it is made anew from the people.
"""

import logging
from collections.abc import Callable, Generator
from dataclasses import dataclass
from datetime import datetime, timedelta

from pos_companion.errors import CompanionError, DamagedError
from pos_companion.services import Shop
from pos_companion.services.backups import Offered, local_place, second_place
from pos_companion.services.health import repair_search
from pos_companion.storage.copies import Copy, copies_in, verify
from pos_companion.storage.rekey import of_all_times
from pos_companion.storage.soundness import Steps

EVERY = timedelta(hours=20)
"""A look through everything is due again after so long, at the next rest: about once a night."""
_LOOKED = "records_looked_through"

_log = logging.getLogger(__name__)

Looking = Generator[None, None, "Damage | None"]
"""Yields between two parts; returns what was found, None when all is well."""


@dataclass(frozen=True)
class Damage:
    """Records that are not sound; nothing more is written into them.

    Attributes:
        problem: the first thing that is wrong, a short English line for the log.
        good: the newest backup that is sound; None when there is none.
        missing: so many deeds are not in it.
    """

    problem: str
    good: Offered | None
    missing: int = 0


def look_after_a_cut(shop: Shop) -> Looking:
    """After the program was not closed: see whether the tables are whole, while people work."""
    return (yield from _looking(shop, shop.storage.check_quickly))


def look_through(shop: Shop) -> Looking:
    """Look for every damage there is, while nobody is at the till, and note the day."""
    damage = yield from _looking(shop, shop.storage.check_in_steps)
    if damage is None:
        if shop.storage.search.check():
            _log.warning("what people are found by did not agree with them; it is made anew")
            repair_search(shop)
        with shop.storage.transaction():
            shop.storage.settings.put(_LOOKED, int(shop.clock.now().timestamp()))
    return damage


def is_look_due(shop: Shop) -> bool:
    """Whether a night has passed since everything was looked through; a server does it itself."""
    last = looked_through(shop)
    if shop.settings.server is not None:
        return False
    return last is None or not timedelta() <= shop.clock.now() - last < EVERY


def looked_through(shop: Shop) -> datetime | None:
    """When everything was looked through and found sound the last time."""
    kept = shop.storage.settings.get(_LOOKED)
    return None if kept is None else datetime.fromtimestamp(kept, shop.clock.now().tzinfo)


def damage_in(shop: Shop, problem: str) -> Damage:
    """Stop all writing, and find the newest backup that is sound."""
    shop.storage.stop_writing()
    _log.error("the records are damaged: %s", problem)
    places = filter(None, [local_place(shop), second_place(shop)])
    found = {one.path.name: one for place in places for one in copies_in(place)}
    for copy in sorted(found.values(), key=lambda one: one.at, reverse=True):
        good = _sound(shop, copy)
        if good is not None:
            return Damage(problem, good, shop.storage.guard.lost((copy.number, "")))
    return Damage(problem, None)


def _looking(shop: Shop, look: Callable[[], Steps]) -> Looking:
    try:
        problems = yield from look()
    except DamagedError as error:
        problems = [str(error)]
    return damage_in(shop, problems[0]) if problems else None


def _sound(shop: Shop, copy: Copy) -> Offered | None:
    for keys in of_all_times(shop.keys):
        try:
            return Offered(copy, verify(copy.path, keys.derive))
        except CompanionError as error:
            _log.info("a backup does not help: %s", error)
    return None
