"""Drawer: wishes that were said, so that nobody is told to wish them twice.

They lie among what hangs on a customer, closed from the beginning: nothing has to be done about
them. The card reads them along, so that it does not propose a wish a second time.
"""

import json
from collections.abc import Sequence
from datetime import date
from typing import Any

from playhouse.sqlcipher_ext import SqlCipherDatabase

from pos_companion.model.celebrations import CelebrationKind, Wished
from pos_companion.storage.tables import RemarkRow
from pos_companion.storage.turns import Turn, Turns

KIND = "wished"
_NEXT = f"SELECT coalesce(max(n), 0) + 1 FROM remark WHERE customer_id = ? AND kind = '{KIND}'"
_OF_CUSTOMER = f"""
SELECT n, body FROM remark WHERE customer_id = ? AND kind = '{KIND}' ORDER BY n
"""
_OF_DAYS = f"""
SELECT customer_id, n, due, heard_on, body FROM remark
WHERE kind = '{KIND}' AND is_open = FALSE AND due BETWEEN ? AND ?
"""


class WishesDrawer:
    """Who was wished well for which day."""

    def __init__(self, db: SqlCipherDatabase) -> None:
        self._db = db

    def add(self, wished: Wished, author: str) -> int:
        """Keep a wish; returns the number it got within its customer."""
        n = int(self._db.execute_sql(_NEXT, (wished.customer,)).fetchone()[0])
        RemarkRow.insert(
            customer_id=wished.customer,
            kind=KIND,
            n=n,
            is_open=False,
            due=wished.first,
            author=author,
            heard_on=wished.said_on,
            text="",
            body={"whose": wished.whose, "what": wished.kind.value, "visit": wished.visit},
        ).execute()
        return n

    def drop(self, customer: int, n: int) -> None:
        """Take a wish back as if it had never been said."""
        RemarkRow.delete().where(
            (RemarkRow.customer_id == customer) & (RemarkRow.kind == KIND) & (RemarkRow.n == n)
        ).execute()

    def drop_of_visit(self, customer: int, visit: str) -> int:
        """Take back what was wished on a visit; returns how many wishes that were."""
        rows = RemarkRow.raw(_OF_CUSTOMER, customer).tuples()
        said = [n for n, body in rows if body["visit"] == visit]
        for n in said:
            self.drop(customer, n)
        return len(said)

    def take_out(self, customer: int, visit: str) -> list[Turn]:
        """Take back what was wished on a visit; returns what `bring_back` needs."""
        turns = Turns(self._db)
        for row in turns.rows("remark", f"customer_id = ? AND kind = '{KIND}'", (customer,)):
            if json.loads(row["body"])["visit"] == visit:
                turns.drop("remark", row)
        return turns.made

    def bring_back(self, turns: Sequence[Turn]) -> None:
        """Let count again what was taken out."""
        Turns(self._db).take_back(turns)

    def of_days(self, first: date, last: date) -> tuple[Wished, ...]:
        """The wishes for celebrations that begin on these days, both included."""
        rows = RemarkRow.raw(_OF_DAYS, first.toordinal(), last.toordinal()).tuples()
        return tuple(wished_of(row) for row in rows)


def wished_of(row: Sequence[Any]) -> Wished:
    """A row of customer, number, first day, the day it was said, and body."""
    customer, n, first, said_on, body = row
    kind = CelebrationKind(body["what"])
    return Wished(customer, n, body["whose"], kind, first, said_on, body["visit"])
