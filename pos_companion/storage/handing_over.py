"""Drawer: a visit that was recorded for the wrong person goes over to the right one."""

import json
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from pos_companion.storage import Storage
from pos_companion.storage.columns import to_seconds
from pos_companion.storage.corrections import KIND as CORRECTED
from pos_companion.storage.places import carry, places, put_in_order
from pos_companion.storage.redeemed import place_redemption
from pos_companion.storage.renaming import Renaming
from pos_companion.storage.turns import Record, Turn, Turns
from pos_companion.storage.visits import keys_of_beings
from pos_companion.storage.wishes import KIND as WISHED

_SAID = "SELECT company, corrected FROM visit WHERE uid = ?"
_SAY = "UPDATE visit SET company = ?, corrected = ? WHERE uid = ?"
_OF_VISITS = "customer_id = ? AND kind IN (?, ?)"


class HandingOver:
    """One visit on its way from one customer to another; in the caller's transaction.

    Attributes:
        way_back: plain values for `take_back`.
    """

    def __init__(self, storage: Storage, uid: str, old: int, new: int) -> None:
        db = storage.db
        self._db = db
        self._uid = uid
        self._turns = Turns(db)
        rows = self._turns.rows("customer", "id IN (?, ?)", (old, new))
        self._people: dict[int, Record] = {row["id"]: row for row in rows}
        self._old, self._new = old, new
        self.way_back: dict[str, Any] = {
            "uid": uid,
            "from": old,
            "to": new,
            "places": {str(one): places(db, one) for one in (old, new)},
            "next_n": {str(one): self._people[one]["next_n"] for one in (old, new)},
            "said": [*db.execute_sql(_SAID, (uid,)).fetchone(), uid],
            "turns": self._turns.made,
        }

    def carry(self, redemptions: Sequence[int]) -> None:
        """Hand the visit over, with some lines of the ledger and the coupons they made."""
        carry(self._db, [self._uid], self._old, self._new)
        for one in (self._old, self._new):
            put_in_order(self._db, one, {})
        for number in redemptions:
            (row,) = self._turns.rows("redemption", "id = ?", (number,))
            place_redemption(self._turns, row, self._named_anew(row))
            for coupon in self._turns.rows("coupon", "redemption_id = ?", (number,)):
                if coupon["customer_id"] is not None:
                    self._turns.change("coupon", coupon, {"customer_id": self._new})

    def say(self, company: Sequence[int], at: datetime) -> None:
        """Keep who came along as far as they are around the right one, and that it was by hand.

        What was said of the visit goes with it; what was wished was not said to whom it names.
        """
        self._db.execute_sql(_SAY, (keys_of_beings(company), to_seconds(at), self._uid))
        for remark in self._turns.rows("remark", _OF_VISITS, (self._old, CORRECTED, WISHED)):
            if json.loads(remark["body"])["visit"] != self._uid:
                continue
            if remark["kind"] == WISHED:
                self._turns.drop("remark", remark)
                continue
            within = {"customer_id": self._new, "kind": CORRECTED}
            n = self._turns.next_n("remark", within)
            self._turns.change("remark", remark, {**within, "n": n})

    def flag(self, redemption: int, exception: Mapping[str, object]) -> None:
        """Write into the reason of a line that it is one too many for whom it names now."""
        (row,) = self._turns.rows("redemption", "id = ?", (redemption,))
        reason = {**json.loads(row["reason"]), "exception": dict(exception)}
        news = {"reason": json.dumps(reason), "exception": "moved"}
        self._turns.change("redemption", row, news)

    def _named_anew(self, row: Record) -> dict[str, Any]:
        homes = [self._people[one]["household_id"] for one in (self._old, self._new)]
        names = Renaming(customer={self._old: self._new})
        if None not in homes:
            names.household = {homes[0]: homes[1]}
        return {
            "customer_id": self._new,
            "household_id": homes[1],
            "beneficiary": names.text(row["beneficiary"]),
            "period_key": names.text(row["period_key"]),
        }


def take_back(storage: Storage, way_back: Mapping[str, Any]) -> None:
    """Undo a handing-over: the visit stands where it stood, and so does all that went with it."""
    db = storage.db
    turns: Sequence[Turn] = way_back["turns"]
    old, new = way_back["from"], way_back["to"]
    Turns(db).take_back(turns)
    carry(db, [way_back["uid"]], new, old)
    db.execute_sql(_SAY, tuple(way_back["said"]))
    for one in (old, new):
        wanted, floor = way_back["places"][str(one)], way_back["next_n"][str(one)]
        put_in_order(db, one, wanted, floor)
