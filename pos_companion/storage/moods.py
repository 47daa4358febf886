"""Drawer: who left low, for whoever looks after the shop; and who came along with whom."""

from collections.abc import Sequence
from datetime import date

from playhouse.sqlcipher_ext import SqlCipherDatabase

from pos_companion.storage.columns import marks

# The first condition is that of the index: only visits of which something was said are walked.
_LOW = """
SELECT customer_id FROM visit WHERE mood_in || mood_out <> '' AND day >= ?
AND voided IS NULL AND (mood_out = 'low' OR (mood_in = 'low' AND mood_out = '')
    OR (mood_in = 'good' AND mood_out = 'fine'))
ORDER BY day DESC, customer_id LIMIT ?
"""
# A key stands between spaces, so that 1 is not found in 12.
_ALONG = """
SELECT customer_id, day FROM visit WHERE customer_id IN (%s) AND voided IS NULL
AND ' ' || company || ' ' LIKE ? ORDER BY ts DESC, customer_id LIMIT ?
"""


class MoodsDrawer:
    """Reads what was said about visits beside what was bought."""

    def __init__(self, db: SqlCipherDatabase) -> None:
        self._db = db

    def low_since(self, day: date, limit: int) -> list[int]:
        """The customers who may have left low, or lower than they came, since a business day.

        Args:
            limit: so many visits are looked at, the latest days first.
        """
        rows = self._db.execute_sql(_LOW, (day.toordinal(), limit)).fetchall()
        return list(dict.fromkeys(int(row[0]) for row in rows))

    def came_along(
        self, being: int, customers: Sequence[int], limit: int
    ) -> list[tuple[int, date]]:
        """With which of some customers somebody came along, and on which days; the latest first."""
        if not customers:
            return []
        values = (*customers, f"% being:{being} %", limit)
        rows = self._db.execute_sql(_ALONG % marks(customers), values).fetchall()
        return [(int(customer), date.fromordinal(day)) for customer, day in rows]
