"""Drawer: a visit is put right, its counters and its lines of the ledger too, and put back."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from pos_companion.model.visits import Visit
from pos_companion.storage import Storage
from pos_companion.storage.columns import to_seconds
from pos_companion.storage.places import places, put_in_order
from pos_companion.storage.redeemed import place_redemption
from pos_companion.storage.turns import Turns
from pos_companion.storage.visits import keys_of_beings, sum_of, write_lines

_WRITE = """
UPDATE visit SET ts = ?, day = ?, kind = ?, total = ?, currency = ?, mood_in = ?, mood_out = ?,
    company = ?, corrected = ?
WHERE uid = ?
"""
_PLACE = "SELECT n FROM visit WHERE uid = ?"
_NEXT_N = "SELECT next_n FROM customer WHERE id = ?"
_DROP_LINES = "DELETE FROM visit_line WHERE customer_id = ? AND n = ?"


class Correcting:
    """One visit that is put right; in the caller's transaction.

    Args:
        before: the visit as it is.

    Attributes:
        way_back: plain values for `take_back`.
    """

    def __init__(self, storage: Storage, before: Visit) -> None:
        self._db = storage.db
        self._turns = Turns(storage.db)
        self._before = before
        next_n = self._db.execute_sql(_NEXT_N, (before.customer,)).fetchone()[0]
        self.way_back: dict[str, Any] = {
            "places": places(storage.db, before.customer),
            "next_n": next_n,
            "turns": self._turns.made,
        }

    def write(self, after: Visit) -> None:
        """Write the visit as it should be, at its place in time."""
        stays = after.at == self._before.at
        wanted = self.way_back["places"] if stays else {}
        _write(self._db, after, wanted, self.way_back["next_n"])

    def change_line(self, redemption: int, news: Mapping[str, Any]) -> None:
        """Change what a line of the ledger says.

        Args:
            news: columns; a place in time that is taken stays with the earlier line.
        """
        (row,) = self._turns.rows("redemption", "id = ?", (redemption,))
        place_redemption(self._turns, row, {"period_key": row["period_key"], **news})


def take_back(storage: Storage, before: Visit, way_back: Mapping[str, Any]) -> None:
    """Undo it: the visit and the ledger are as they were, to the letter."""
    _write(storage.db, before, way_back["places"], way_back["next_n"])
    Turns(storage.db).take_back(way_back["turns"])


def _write(db: Any, visit: Visit, wanted: Mapping[str, int], next_n: int) -> None:
    total, currency = sum_of(visit)
    felt, corrected = visit.impression, visit.corrected_at
    values = (
        to_seconds(visit.at), visit.day.toordinal(), visit.kind.value, total, currency,
        felt.mood_in.value if felt.mood_in else "", felt.mood_out.value if felt.mood_out else "",
        keys_of_beings(felt.company), _seconds(corrected), visit.uid,
    )  # fmt: skip
    db.execute_sql(_WRITE, values)
    n = db.execute_sql(_PLACE, (visit.uid,)).fetchone()[0]
    db.execute_sql(_DROP_LINES, (visit.customer, n))
    write_lines(db, visit.customer, n, visit.basket)
    put_in_order(db, visit.customer, wanted, next_n)


def _seconds(at: datetime | None) -> int | None:
    return None if at is None else to_seconds(at)
