"""Drawer: what has been kept long enough."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from pos_companion.model.facts import FactKind
from pos_companion.storage.columns import to_seconds
from pos_companion.storage.tables import RemarkRow

_SILENT = """
SELECT c.id, EXISTS (
    SELECT 1 FROM remark r WHERE r.customer_id = c.id AND r.kind = 'concern' AND r.is_open = TRUE)
FROM customer c
WHERE c.erased IS NULL AND coalesce(c.last_visit, c.updated) < ?
ORDER BY coalesce(c.last_visit, c.updated), c.id
"""


@dataclass(frozen=True)
class OldRemark:
    """A fact or a concern that has been kept long enough, with its row."""

    customer: int
    kind: str
    row: dict[str, Any]


class RetentionDrawer:
    """Reads whole tables: for the office, never for the counter."""

    def __init__(self, db: Any) -> None:
        self._db = db

    def silent_since(self, before: datetime) -> list[tuple[int, bool]]:
        """Customers nobody has seen since an instant: number, and whether we owe them something.

        Who was never here counts from the day they were last written about. The longest first.
        """
        rows = self._db.execute_sql(_SILENT, (to_seconds(before),)).fetchall()
        return [(row[0], bool(row[1])) for row in rows]

    def old_concerns(self, before: date) -> list[OldRemark]:
        """What we owed and have put right before a day."""
        return _old(
            (RemarkRow.kind == "concern")
            & (RemarkRow.is_open == False)  # noqa: E712 - SQL
            & (RemarkRow.confirmed_on < before)
        )

    def old_facts(self, before: Callable[[FactKind], date]) -> list[OldRemark]:
        """What they told us and nobody confirmed since a day that hangs on the kind of fact."""
        latest = max(before(kind) for kind in FactKind)
        told = RemarkRow.confirmed_on.is_null() & (RemarkRow.heard_on < latest)
        found = _old((RemarkRow.kind == "fact") & (told | (RemarkRow.confirmed_on < latest)))
        return [one for one in found if _last_true(one) < before(_kind(one))]

    def drop(self, remarks: Sequence[OldRemark]) -> None:
        """Let remarks go."""
        for one in remarks:
            RemarkRow.delete().where(
                (RemarkRow.customer_id == one.customer)
                & (RemarkRow.kind == one.kind)
                & (RemarkRow.n == one.row["n"])
            ).execute()

    def put_back(self, remarks: Sequence[OldRemark]) -> None:
        """Put back what was just let go."""
        for one in remarks:
            RemarkRow.insert(**one.row).execute()


def _old(wanted: Any) -> list[OldRemark]:
    rows: Any = RemarkRow.select().where(wanted).order_by(RemarkRow.customer_id, RemarkRow.n)
    return [OldRemark(row["customer_id"], row["kind"], row) for row in rows.dicts()]


def _last_true(one: OldRemark) -> date:
    day: date = one.row["confirmed_on"] or one.row["heard_on"]
    return day


def _kind(one: OldRemark) -> FactKind:
    return FactKind(one.row["body"].get("kind", FactKind.NOTE))
