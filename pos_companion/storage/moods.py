"""Drawer: who left low, for whoever looks after the shop."""

from datetime import date

from playhouse.sqlcipher_ext import SqlCipherDatabase

# The first condition is that of the index: only visits of which something was said are walked.
_LOW = """
SELECT customer_id FROM visit WHERE mood_in || mood_out <> '' AND day >= ?
AND voided IS NULL AND (mood_out = 'low' OR (mood_in = 'low' AND mood_out = '')
    OR (mood_in = 'good' AND mood_out = 'fine'))
ORDER BY day DESC, customer_id LIMIT ?
"""


class MoodsDrawer:
    """Reads what was said about moods."""

    def __init__(self, db: SqlCipherDatabase) -> None:
        self._db = db

    def low_since(self, day: date, limit: int) -> list[int]:
        """The customers who may have left low, or lower than they came, since a business day.

        Args:
            limit: so many visits are looked at, the latest days first.
        """
        rows = self._db.execute_sql(_LOW, (day.toordinal(), limit)).fetchall()
        return list(dict.fromkeys(int(row[0]) for row in rows))
