"""Tells the tills of a shop whose copies are out of date, and who is found by something else now.

The notes are written in the deed's own transaction: by the server when a row changes that copies
are made of (`server.notes`), and here for whatever else somebody is found by. Deeds are one at a
time, so a higher number was saved later: a till that knows all up to a number misses nothing,
whatever the clocks show.
"""

from collections.abc import Sequence
from typing import Any, NamedTuple

EVERYBODY = 0
_HIGHEST = "SELECT coalesce(max(n), 0) FROM found_anew"
_HEADS = f"""
SELECT coalesce(h.id, 0), coalesce(h.mac, ''), ({_HIGHEST}),
    coalesce((SELECT mac FROM audit WHERE id = ?), '')
FROM (SELECT max(id) AS id FROM audit) AS last LEFT JOIN audit h ON h.id = last.id
"""
# Whoever was noted in this transaction has a number that nobody else has seen.
_NOTE = f"""
INSERT INTO found_anew (customer_id, n) SELECT who, 1 + ({_HIGHEST})
FROM unnest(CAST(? AS BIGINT[])) AS changed(who) WHERE NOT EXISTS (
    SELECT FROM found_anew WHERE customer_id = who
    AND xmin::text = pg_current_xact_id()::xid::text)
ON CONFLICT (customer_id) DO UPDATE SET n = excluded.n
"""
_SINCE = "SELECT customer_id, n FROM found_anew WHERE n > ? ORDER BY n, customer_id LIMIT ?"


class Heads(NamedTuple):
    """How far a shop is.

    Attributes:
        deed, seal: number and seal of the last deed.
        change: the number of the last note.
        known: the seal, as it is now, of the deed that was asked about; empty without one.
    """

    deed: int
    seal: str
    change: int
    known: str


class FoundAnew:
    """The notes of one shop, on its server."""

    def __init__(self, records: Any) -> None:
        self._records = records

    def note(self, customers: Sequence[int]) -> None:
        """Note that these are to be looked at by every till; in the caller's transaction."""
        self._records.execute_sql(_NOTE, (list(dict.fromkeys(customers)),))

    def note_everybody(self) -> None:
        """The same of everybody, by a number that nobody has."""
        self.note([EVERYBODY])

    def heads(self, deed: int = 0) -> Heads:
        """How far the shop is, and whether a deed is still what it was."""
        return Heads(*self._records.execute_sql(_HEADS, (deed,)).fetchone())

    def since(self, change: int, most: int) -> list[tuple[int, int]]:
        """Who was noted after a change: customer and number, in the order of the numbers."""
        rows = self._records.execute_sql(_SINCE, (change, most)).fetchall()
        return [(row[0], row[1]) for row in rows]
