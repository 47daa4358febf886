"""Drawer: customers and sales as whole tables, for the shop to take along."""

from datetime import date
from typing import Any

from pos_companion.model.dates import PartialDate
from pos_companion.storage.columns import from_seconds

CUSTOMERS = (
    "id", "name", "call name", "say as", "phone", "email", "card", "language", "remember",
    "birthday", "pet", "species", "pet birthday", "household", "visits", "first visit",
    "last visit",
)  # fmt: skip
SALES = ("sale", "time", "customer", "product", "name", "quantity", "amount", "currency", "staff",
         "till")  # fmt: skip

_PEOPLE = """
SELECT c.id, c.name, c.call_name, c.say_as, c.phone, c.email, c.card, c.language, c.remember,
    b.year, b.month, b.day, m.name, m.species, d.year, d.month, d.day,
    c.household_id, c.visits, c.first_visit, c.last_visit
FROM customer c
LEFT JOIN celebration b ON b.customer_id = c.id AND b.being_id IS NULL AND b.kind = 'birthday'
    AND b.calendar = ''
LEFT JOIN household_member m ON m.household_id = c.household_id AND m.gone = FALSE
    AND m.species <> 'person' AND m.species <> 'child'
LEFT JOIN celebration d ON d.customer_id = c.id AND d.being_id = m.being_id
    AND d.kind = 'birthday' AND d.calendar = ''
WHERE c.erased IS NULL ORDER BY c.id, m.n
"""
_LINES = """
SELECT v.uid, v.ts, v.customer_id, p.ref, p.name, l.quantity, l.amount, v.currency, v.staff, v.till
FROM visit v JOIN visit_line l ON l.customer_id = v.customer_id AND l.n = v.n
JOIN product p ON p.id = l.product_id JOIN customer c ON c.id = v.customer_id
WHERE v.voided IS NULL AND c.erased IS NULL ORDER BY v.ts, v.uid, l.pos
"""


class TakingOutDrawer:
    """Reads only, and everything at once."""

    def __init__(self, db: Any) -> None:
        self._db = db

    def customers(self) -> list[tuple[Any, ...]]:
        """A row for each customer in the order of `CUSTOMERS`; one with several pets has several.

        Days are dates, birthdays partial dates, instants aware; None where nothing is known.
        """
        return [_person(row) for row in self._db.execute_sql(_PEOPLE).fetchall()]

    def sales(self) -> list[tuple[Any, ...]]:
        """A row for each line of a visit in the order of `SALES`; quantities in thousandths."""
        rows = self._db.execute_sql(_LINES).fetchall()
        return [(row[0], from_seconds(row[1]), *row[2:]) for row in rows]


def _person(row: tuple[Any, ...]) -> tuple[Any, ...]:
    first, last = row[19], row[20]
    return (
        *row[:8],
        None if row[8] is None else bool(row[8]),
        _birthday(row[9:12]),
        row[12],
        row[13],
        _birthday(row[14:17]),
        *row[17:19],
        None if first is None else date.fromordinal(first),
        None if last is None else from_seconds(last),
    )


def _birthday(parts: tuple[int | None, ...]) -> PartialDate | None:
    return PartialDate(*parts) if any(parts) else None
