"""The audit trail is changed by hand, in eight ways: T19.

Each tampering is done on the open store of a forger, with the triggers that refuse changes out of
the way, and taken back afterwards. What was noted outside is compared as a start of the till does.
"""

import random
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field

from pos_companion.errors import MissingDeedsError
from pos_companion.services import Shop
from pos_companion.storage.audit import AuditDrawer
from pos_companion.storage.columns import from_seconds
from pos_companion.storage.guard import compare

DEEDS = 30

Row = tuple[int, int, str, str, str, str]
"""Number, instant, colleague, deed, body and seal."""
_Tampering = Callable[[Shop, random.Random], None]


@dataclass
class Went:
    """How often each kind was tried, seen by the trail, and seen by what is noted outside."""

    tried: Counter[str] = field(default_factory=Counter)
    by_trail: Counter[str] = field(default_factory=Counter)
    by_anchor: Counter[str] = field(default_factory=Counter)
    missed: list[str] = field(default_factory=list)


def tamper_often(shop: Shop, times: int, seed: int) -> Went:
    """Tamper so many times in each way."""
    went, dice = Went(), random.Random(seed)
    with shop.storage.transaction():
        for number in range(DEEDS):
            shop.storage.audit.note(shop.clock.now(), "Mia", "gift", redemption=number, cost=120)
    triggers = shop.storage.rows("SELECT name FROM sqlite_master WHERE type = 'trigger'")
    for name, tampering in _KINDS.items():
        for number in range(times):
            with shop.storage.db.atomic() as forgery:
                for (trigger,) in triggers:
                    shop.storage.rows(f"DROP TRIGGER {trigger}")
                tampering(shop, dice)
                _judge(shop, f"{name} {number}", name, went)
                forgery.rollback()
    return went


def _judge(shop: Shop, label: str, name: str, went: Went) -> None:
    audit = shop.storage.audit
    by_trail, by_anchor = bool(audit.check()), False
    marked = shop.storage.guard.marked()
    try:
        compare(marked, audit.head(), audit.seal_of(marked[0]) if marked else None)
    except MissingDeedsError:
        by_anchor = True
    went.tried[name] += 1
    went.by_trail[name] += by_trail
    went.by_anchor[name] += by_anchor
    if not by_trail and not by_anchor:
        went.missed.append(label)


def _rows(shop: Shop) -> list[Row]:
    return [
        (int(row[0]), int(row[1]), str(row[2]), str(row[3]), str(row[4]), str(row[5]))
        for row in shop.storage.rows("SELECT id, ts, staff, deed, body, mac FROM audit ORDER BY id")
    ]


def _put(shop: Shop, rows: list[Row]) -> None:
    shop.storage.rows("DELETE FROM audit")
    for row in rows:
        shop.storage.rows("INSERT INTO audit VALUES (?, ?, ?, ?, ?, ?)", row)


def _somewhere(rows: list[Row], dice: random.Random) -> int:
    """A place that is neither the first nor among the last."""
    return dice.randrange(1, len(rows) - 3)


def _edit(shop: Shop, dice: random.Random) -> None:
    rows = _rows(shop)
    at = _somewhere(rows, dice)
    number, ts, staff, deed, body, mac = rows[at]
    rows[at] = dice.choice([
        (number, ts + dice.choice((-3600, 1, 86_400)), staff, deed, body, mac),
        (number, ts, "Ben", deed, body, mac),
        (number, ts, staff, "undo", body, mac),
        (number, ts, staff, deed, body.replace("120", str(dice.randrange(100))) + " ", mac),
    ])  # fmt: skip
    _put(shop, rows)


def _delete(shop: Shop, dice: random.Random) -> None:
    rows = _rows(shop)
    del rows[_somewhere(rows, dice)]
    _put(shop, rows)


def _renumber(shop: Shop, dice: random.Random) -> None:
    """One is taken out and the gap closed."""
    rows = _rows(shop)
    del rows[_somewhere(rows, dice)]
    _put(shop, [(number, *row[1:]) for number, row in enumerate(rows, start=1)])


def _swap(shop: Shop, dice: random.Random) -> None:
    rows = _rows(shop)
    at = _somewhere(rows, dice)
    one, other = rows[at], rows[at + 1]
    rows[at], rows[at + 1] = (one[0], *other[1:]), (other[0], *one[1:])
    _put(shop, rows)


def _insert(shop: Shop, dice: random.Random) -> None:
    rows = _rows(shop)
    at = _somewhere(rows, dice)
    rows.insert(at, rows[dice.randrange(len(rows))])
    _put(shop, [(number, *row[1:]) for number, row in enumerate(rows, start=1)])


def _cut(shop: Shop, dice: random.Random) -> None:
    """The last deeds are taken off: what is left is a whole trail."""
    rows = _rows(shop)
    _put(shop, rows[: -dice.randint(1, 3)])


def _write_again(shop: Shop, dice: random.Random, key: bytes) -> None:
    """From one deed on the whole trail is written anew, the changed one among it."""
    rows = _rows(shop)
    at = _somewhere(rows, dice)
    _put(shop, rows[:at])
    forged = AuditDrawer(shop.storage.db, key)
    for _number, ts, staff, deed, _body, _mac in rows[at:]:
        forged.note(from_seconds(ts), staff, deed, redemption=dice.randrange(9999), cost=1)


def _without_key(shop: Shop, dice: random.Random) -> None:
    _write_again(shop, dice, dice.randbytes(32))


def _with_key(shop: Shop, dice: random.Random) -> None:
    _write_again(shop, dice, shop.keys.derive("audit"))


_KINDS: dict[str, _Tampering] = {
    "edited": _edit,
    "deleted": _delete,
    "renumbered": _renumber,
    "swapped": _swap,
    "inserted": _insert,
    "cut off": _cut,
    "written again without the key": _without_key,
    "written again with the key": _with_key,
}
