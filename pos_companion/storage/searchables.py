"""Reads what customers are found by: their own details, their household, who they were before.

Whoever does not want the family remembered is not found by it.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from playhouse.sqlcipher_ext import SqlCipherDatabase

from pos_companion.storage.columns import marks, parts
from pos_companion.storage.consents import REFUSED, refused_kinds
from pos_companion.storage.faults import read
from pos_companion.storage.known_as import also_found_by, everybody_also_found_by
from pos_companion.storage.search_keys import SearchEntry

# Those who came last get the smallest slots: the search meets them first.
_TO_INDEX = f"""
SELECT id, name, call_name, description, phone, email, card, source_id, household_id, remember,
    street, {REFUSED}
FROM customer WHERE id IN (%s) AND erased IS NULL ORDER BY last_visit NULLS FIRST, id
"""
_AROUND = """
SELECT household_id, customer_id, name FROM household_member
WHERE household_id IN (%s) AND gone = FALSE ORDER BY household_id, n
"""
_FEW = 8
_LAST_VISITS = """
SELECT id, coalesce(last_visit, 0) FROM customer WHERE id IN (%s) AND erased IS NULL
"""
_EVERYBODY = """
SELECT id FROM customer WHERE erased IS NULL ORDER BY last_visit NULLS FIRST, id
"""


def entries(db: SqlCipherDatabase, customers: Sequence[int]) -> list[SearchEntry]:
    """What customers are found by, the likeliest to walk in last; the forgotten are left out."""
    rows = read(db, _TO_INDEX % marks(customers), *customers)
    homes = sorted({row[8] for row in rows if row[8] is not None})
    around: dict[int, list[tuple[int | None, str]]] = {}
    for household, member, name in read(db, _AROUND % marks(homes), *homes) if homes else ():
        around.setdefault(household, []).append((member, name))
    also: Mapping[int, Sequence[SearchEntry]] = (
        {one: also_found_by(db, one) for one in customers}
        if len(customers) <= _FEW
        else everybody_also_found_by(db)
    )
    return [_entry(row, around.get(row[8], ()), also.get(row[0], ())) for row in rows]


def all_customers(db: SqlCipherDatabase) -> list[int]:
    """The ids of everybody who was not forgotten, the likeliest to walk in last."""
    return [row[0] for row in db.execute_sql(_EVERYBODY).fetchall()]


def in_order_of_visits(db: SqlCipherDatabase, customers: Sequence[int]) -> list[int]:
    """Those of some customers who were not forgotten, the likeliest to walk in last."""
    rows: list[tuple[int, int]] = []
    for some in parts(customers):
        rows += db.execute_sql(_LAST_VISITS % marks(some), some).fetchall()
    return [one for one, _ in sorted(rows, key=lambda row: (row[1], row[0]))]


def _entry(
    row: Sequence[Any], around: Sequence[tuple[int | None, str]], also: Sequence[SearchEntry]
) -> SearchEntry:
    customer, name, call_name, description, phone, email, card, source_id = row[:8]
    remember, street, refused = row[9:]
    hidden = (remember is not None and not remember) or "family" in refused_kinds(refused)
    return SearchEntry(
        customer=customer,
        words=(name, call_name, description),
        phone=phone,
        email=email,
        card=card,
        source_id=source_id or "",
        also=tuple(also),
        street=street,
        around=() if hidden else tuple(name for member, name in around if member != customer),
    )
