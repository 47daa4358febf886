"""Tells the other tills of a shop who is found by something else now.

The note is written in the deed's own transaction. Deeds are one at a time, so a higher number was
saved later: a till that knows all up to a number misses nothing, whatever the clocks show.
"""

from collections.abc import Iterable
from typing import Any, NamedTuple

_HIGHEST = "SELECT coalesce(max(n), 0) FROM found_anew"
_HEADS = f"SELECT coalesce((SELECT max(id) FROM audit), 0), ({_HIGHEST})"
_NOTE = f"""
INSERT INTO found_anew (customer_id, n) VALUES (?, (SELECT 1 + ({_HIGHEST})))
ON CONFLICT (customer_id) DO UPDATE SET n = excluded.n
"""
_NOTE_ALL = f"""
INSERT INTO found_anew (customer_id, n) SELECT id, 1 + ({_HIGHEST}) FROM customer
ON CONFLICT (customer_id) DO UPDATE SET n = excluded.n
"""
_SINCE = "SELECT customer_id, n FROM found_anew WHERE n > ? ORDER BY n, customer_id"


class Heads(NamedTuple):
    """The number of the last deed, and of the last change of what people are found by."""

    deed: int
    change: int


class FoundAnew:
    """The notes of one shop, on its server."""

    def __init__(self, records: Any) -> None:
        self._records = records

    def note(self, customers: Iterable[int]) -> None:
        """Note that these are to be looked at by every till; in the caller's transaction."""
        self._records.connection().executemany(_NOTE, [(one,) for one in customers])

    def note_everybody(self) -> None:
        """The same of everybody."""
        self._records.execute_sql(_NOTE_ALL)

    def heads(self) -> Heads:
        """How far the shop is."""
        return Heads(*self._records.execute_sql(_HEADS).fetchone())

    def since(self, change: int) -> list[tuple[int, int]]:
        """Who was noted after a change: customer and number, in the order of the numbers."""
        return [(row[0], row[1]) for row in self._records.execute_sql(_SINCE, (change,))]
