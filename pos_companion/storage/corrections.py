"""Drawer: how visits were before they were put right by hand.

They lie among what hangs on a customer, closed from the beginning: nothing has to be done about
them, and no card reads them.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from pos_companion.storage.tables import RemarkRow

KIND = "corrected"
_NEXT = f"SELECT coalesce(max(n), 0) + 1 FROM remark WHERE customer_id = ? AND kind = '{KIND}'"


@dataclass(frozen=True)
class KeptCorrection:
    """One time a visit was put right.

    Attributes:
        visit: its uid.
        at: instant in UTC.
        why: what was said to be wrong.
        was: the visit as it was before, in plain values.
        staff: who did it; empty when nobody was signed in.
    """

    visit: str
    at: datetime
    why: str
    was: Mapping[str, Any] = field(default_factory=dict)
    staff: str = ""


class CorrectionsDrawer:
    """Call the writing ones inside a transaction."""

    def __init__(self, db: Any) -> None:
        self._db = db

    def add(self, customer: int, kept: KeptCorrection, on: date) -> None:
        """Keep how a visit was before it was put right on a business day."""
        n = int(self._db.execute_sql(_NEXT, (customer,)).fetchone()[0])
        RemarkRow.insert(
            customer_id=customer,
            kind=KIND,
            n=n,
            is_open=False,
            author=kept.staff,
            heard_on=on,
            text="",
            body={
                "visit": kept.visit,
                "at": kept.at.isoformat(),
                "why": kept.why,
                "was": dict(kept.was),
            },
        ).execute()

    def drop_last(self, customer: int, visit: str) -> None:
        """Take back that a visit was put right, the last time it was."""
        of_it = [row for row in self._rows(customer) if row.body["visit"] == visit]
        if of_it:
            RemarkRow.delete().where(
                (RemarkRow.customer_id == customer)
                & (RemarkRow.kind == KIND)
                & (RemarkRow.n == of_it[-1].n)
            ).execute()

    def of_customer(self, customer: int) -> tuple[KeptCorrection, ...]:
        """All of a customer's visits, in the order in which they were put right."""
        return tuple(
            KeptCorrection(
                row.body["visit"],
                datetime.fromisoformat(row.body["at"]),
                row.body["why"],
                row.body["was"],
                row.author,
            )
            for row in self._rows(customer)
        )

    def _rows(self, customer: int) -> list[RemarkRow]:
        mine = (RemarkRow.customer_id == customer) & (RemarkRow.kind == KIND)
        return list(RemarkRow.select().where(mine).order_by(RemarkRow.n))
