"""Drawer: gifts on the shelf. What is promised is counted over the ledger, never kept beside it."""

import json
from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from playhouse.sqlcipher_ext import SqlCipherDatabase

from pos_companion.model.money import Money
from pos_companion.model.stock import Gift, MoveKind, StockMove
from pos_companion.storage.columns import from_seconds, to_seconds
from pos_companion.storage.tables import GiftRow, StockMoveRow

_COLUMNS = """
SELECT g.id, g.name, g.on_hand, g.cost, g.tags, g.reorder_at, g.icon, g.on_order,
       (SELECT count(*) FROM redemption r WHERE r.gift_id = g.id AND r.state = 'accepted')
FROM gift g
"""
_ALL = f"{_COLUMNS} WHERE g.retired IS NULL ORDER BY g.id"
_RETIRED = f"{_COLUMNS} WHERE g.retired IS NOT NULL ORDER BY g.id"
_ONE = f"{_COLUMNS} WHERE g.id = ?"
_TAKE = "UPDATE gift SET on_hand = on_hand - 1 WHERE id = ? AND on_hand > 0"
_PUT_BACK = "UPDATE gift SET on_hand = on_hand + ? WHERE id = ?"
_CHANGE = "UPDATE gift SET on_hand = on_hand + ? WHERE id = ? AND on_hand + ? >= 0"
_RETIRE = "UPDATE gift SET retired = ? WHERE id = ?"
_IS_RETIRED = "SELECT count(*) FROM gift WHERE id = ? AND retired IS NOT NULL"
_USES = "SELECT count(*) FROM redemption WHERE gift_id = ?"
_GIVEN = """
SELECT gift_id, day, count(*) FROM redemption
WHERE gift_id IS NOT NULL AND state = 'given' AND day >= ?
GROUP BY gift_id, day ORDER BY gift_id, day
"""
_MOVES = """
SELECT id, gift_id, at, day, kind, pieces, reason, staff FROM stock_move
WHERE gift_id = ? ORDER BY id DESC LIMIT ?
"""
_MOVES_SINCE = """
SELECT id, gift_id, at, day, kind, pieces, reason, staff FROM stock_move
WHERE at >= ? ORDER BY at, id
"""


class StockDrawer:
    """Pieces on hand; the table refuses to go below zero."""

    def __init__(self, db: SqlCipherDatabase) -> None:
        self._db = db

    def gifts(self, currency: str) -> dict[int, Gift]:
        """All gifts that are given now, by id, with what is promised but not handed over yet."""
        return {row[0]: _gift(row, currency) for row in self._db.execute_sql(_ALL)}

    def retired(self, currency: str) -> dict[int, Gift]:
        """Those that are not given any more, by id: for the past, and for bringing them back."""
        return {row[0]: _gift(row, currency) for row in self._db.execute_sql(_RETIRED)}

    def known(self, currency: str) -> dict[int, Gift]:
        """Every gift there ever was, by id: for telling of the past."""
        return self.gifts(currency) | self.retired(currency)

    def get(self, gift: int, currency: str) -> Gift | None:
        """One gift, a retired one too; None when there is none."""
        row = self._db.execute_sql(_ONE, (gift,)).fetchone()
        return None if row is None else _gift(row, currency)

    def is_retired(self, gift: int) -> bool:
        """Whether it is not given any more."""
        return bool(self._db.execute_sql(_IS_RETIRED, (gift,)).fetchone()[0])

    def add(self, gift: Gift) -> Gift:
        """Put a new kind of gift on the shelf; it gets an id unless it brings one."""
        values = {**_values(gift), "on_hand": gift.on_hand}
        if gift.id:
            values["id"] = gift.id
        number = int(GiftRow.insert(**values).execute())
        return Gift(
            number, gift.name, gift.on_hand, gift.cost, gift.reserved, gift.tags, gift.reorder_at,
            gift.icon, gift.on_order,
        )  # fmt: skip

    def put(self, gift: Gift) -> None:
        """Write down what a gift is; how many there are stays as it is."""
        GiftRow.update(**_values(gift)).where(GiftRow.id == gift.id).execute()

    def drop(self, gift: int) -> bool:
        """Forget a gift that never was promised to anybody; False when one was."""
        if self._db.execute_sql(_USES, (gift,)).fetchone()[0]:
            return False
        StockMoveRow.delete().where(StockMoveRow.gift_id == gift).execute()
        GiftRow.delete().where(GiftRow.id == gift).execute()
        return True

    def retire(self, gift: int, at: datetime | None) -> None:
        """Give it no more from an instant on; None gives it again."""
        self._db.execute_sql(_RETIRE, (None if at is None else to_seconds(at), gift))

    def take(self, gift: int) -> bool:
        """Take one from the shelf; False when there is none left."""
        return bool(self._db.execute_sql(_TAKE, (gift,)).rowcount)

    def put_back(self, gift: int, count: int = 1) -> None:
        """Put some on the shelf."""
        self._db.execute_sql(_PUT_BACK, (count, gift))

    def change(self, gift: int, pieces: int) -> bool:
        """So many more, or fewer; False, and nothing changed, when there are not so many."""
        return bool(self._db.execute_sql(_CHANGE, (pieces, gift, pieces)).rowcount)

    def note(self, move: StockMove) -> StockMove:
        """Keep what came or was found missing; it gets its number."""
        number = StockMoveRow.insert(
            gift_id=move.gift, at=move.at, day=move.day, kind=move.kind.value, pieces=move.pieces,
            reason=move.reason, staff=move.staff,
        ).execute()  # fmt: skip
        return StockMove(
            int(number), move.gift, move.at, move.day, move.kind, move.pieces, move.reason,
            move.staff,
        )  # fmt: skip

    def drop_move(self, move: int) -> bool:
        """Forget a move as if it had never been; False when there is no such one."""
        return bool(StockMoveRow.delete().where(StockMoveRow.id == move).execute())

    def moves(self, gift: int, limit: int) -> tuple[StockMove, ...]:
        """What came and was found missing, the latest first."""
        return tuple(_move(row) for row in self._db.execute_sql(_MOVES, (gift, limit)))

    def moves_since(self, instant: datetime) -> tuple[StockMove, ...]:
        """The moves of all gifts from an instant on, in the order of time."""
        rows = self._db.execute_sql(_MOVES_SINCE, (to_seconds(instant),))
        return tuple(_move(row) for row in rows)

    def given(self, since: date) -> dict[int, dict[date, int]]:
        """How many of each gift were handed over on each business day from one on."""
        found: dict[int, dict[date, int]] = {}
        for gift, day, count in self._db.execute_sql(_GIVEN, (since.toordinal(),)):
            found.setdefault(gift, {})[date.fromordinal(day)] = int(count)
        return found


def _values(gift: Gift) -> dict[str, Any]:
    return {
        "name": gift.name,
        "cost": gift.cost.amount,
        "tags": sorted(gift.tags),
        "reorder_at": gift.reorder_at,
        "icon": gift.icon,
        "on_order": gift.on_order,
    }


def _gift(row: Sequence[Any], currency: str) -> Gift:
    number, name, on_hand, cost, tags, reorder_at, icon, on_order, reserved = row
    return Gift(
        id=number,
        name=name,
        on_hand=on_hand,
        cost=Money(cost, currency),
        reserved=reserved,
        tags=frozenset(json.loads(tags)),
        reorder_at=reorder_at,
        icon=icon,
        on_order=on_order,
    )


def _move(row: Sequence[Any]) -> StockMove:
    number, gift, at, day, kind, pieces, reason, staff = row
    return StockMove(
        number, gift, from_seconds(at), date.fromordinal(day), MoveKind(kind), pieces, reason, staff
    )
