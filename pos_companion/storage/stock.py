"""Drawer: gifts on the shelf. What is promised is counted over the ledger, never kept beside it."""

import json
from collections.abc import Sequence
from typing import Any

from playhouse.sqlcipher_ext import SqlCipherDatabase

from pos_companion.model.money import Money
from pos_companion.model.stock import Gift
from pos_companion.storage.tables import GiftRow

_ALL = """
SELECT g.id, g.name, g.on_hand, g.cost, g.tags, g.reorder_at, g.icon,
       (SELECT count(*) FROM redemption r WHERE r.gift_id = g.id AND r.state = 'accepted')
FROM gift g ORDER BY g.id
"""
_TAKE = "UPDATE gift SET on_hand = on_hand - 1 WHERE id = ? AND on_hand > 0"
_PUT_BACK = "UPDATE gift SET on_hand = on_hand + ? WHERE id = ?"


class StockDrawer:
    """Pieces on hand; the table refuses to go below zero."""

    def __init__(self, db: SqlCipherDatabase) -> None:
        self._db = db

    def gifts(self, currency: str) -> dict[int, Gift]:
        """All gifts by id, with what is promised but not handed over yet."""
        return {row[0]: _gift(row, currency) for row in self._db.execute_sql(_ALL)}

    def add(self, gift: Gift) -> Gift:
        """Put a new kind of gift on the shelf; it gets an id unless it brings one."""
        values: dict[str, Any] = {
            "name": gift.name,
            "on_hand": gift.on_hand,
            "cost": gift.cost.amount,
            "tags": sorted(gift.tags),
            "reorder_at": gift.reorder_at,
            "icon": gift.icon,
        }
        if gift.id:
            values["id"] = gift.id
        number = int(GiftRow.insert(**values).execute())
        return Gift(
            number, gift.name, gift.on_hand, gift.cost, gift.reserved, gift.tags, gift.reorder_at,
            gift.icon,
        )  # fmt: skip

    def take(self, gift: int) -> bool:
        """Take one from the shelf; False when there is none left."""
        return bool(self._db.execute_sql(_TAKE, (gift,)).rowcount)

    def put_back(self, gift: int, count: int = 1) -> None:
        """Put some on the shelf."""
        self._db.execute_sql(_PUT_BACK, (count, gift))


def _gift(row: Sequence[Any], currency: str) -> Gift:
    number, name, on_hand, cost, tags, reorder_at, icon, reserved = row
    return Gift(
        id=number,
        name=name,
        on_hand=on_hand,
        cost=Money(cost, currency),
        reserved=reserved,
        tags=frozenset(json.loads(tags)),
        reorder_at=reorder_at,
        icon=icon,
    )
