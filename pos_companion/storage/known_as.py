"""Who somebody was before two records of theirs became one: old numbers and names go on finding.

Only records that are joined now count. They may be joined one into the other, so every question
follows the chain to its end.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from playhouse.sqlcipher_ext import SqlCipherDatabase

from pos_companion.storage.columns import marks, parts
from pos_companion.storage.faults import read
from pos_companion.storage.search_keys import SearchEntry

NEXT_BEING = """
SELECT 1 + coalesce(max(highest), 0) FROM (
    SELECT max(being_id) AS highest FROM household_member
    UNION ALL SELECT max(being_id) FROM merge WHERE undone IS NULL) AS known
"""
"""The number for a new being: never one that may come back."""
HIGHEST_CUSTOMER = """
SELECT coalesce(max(highest), 0) FROM (
    SELECT max(id) AS highest FROM customer
    UNION ALL SELECT max(away_id) FROM merge WHERE undone IS NULL) AS known
"""
"""The highest number any customer has, or will have again."""
_INTO = "SELECT keep_id FROM merge WHERE away_id = ? AND undone IS NULL"
_PARTS = """
WITH RECURSIVE part(id) AS (
    SELECT CAST(? AS BIGINT)
    UNION SELECT m.away_id FROM part p JOIN merge m ON m.keep_id = p.id WHERE m.undone IS NULL)
SELECT m.away_id, m.known_as FROM part p JOIN merge m ON m.away_id = p.id
WHERE m.undone IS NULL ORDER BY m.id
"""
_ALL = "SELECT away_id, keep_id, known_as FROM merge WHERE undone IS NULL ORDER BY id"
_NUMBERS = """
SELECT source_id, away_id FROM merge
WHERE source = ? AND source_id IS NOT NULL AND undone IS NULL ORDER BY id
"""
_SELVES = _PARTS.replace("m.away_id, m.known_as", "m.away_id, m.source, m.source_id, m.known_as")
_NAMED_BY = ("phone", "email", "card")
_FINDS = ("name", "call_name", "description", "phone", "email", "card", "source_id")


def survivor(db: SqlCipherDatabase, customer: int) -> int | None:
    """Whose record that of a customer became; None when it never became another's."""
    found = None
    while row := db.execute_sql(_INTO, (customer,)).fetchone():
        found = customer = int(row[0])
    return found


def taken_ids(db: SqlCipherDatabase, ids: Iterable[int]) -> set[int]:
    """Those of some numbers that joined records may want back."""
    sql = "SELECT away_id FROM merge WHERE undone IS NULL AND away_id IN (%s)"
    found: set[int] = set()
    for some in parts(ids):
        found.update(row[0] for row in db.execute_sql(sql % marks(some), some))
    return found


def former_numbers(db: SqlCipherDatabase, source: str) -> dict[str, int]:
    """By number in another program whose customer that number means now."""
    rows = db.execute_sql(_NUMBERS, (source,)).fetchall()
    return {number: survivor(db, away) or away for number, away in rows}


def found_as(away: Mapping[str, Any]) -> dict[str, str]:
    """What goes on finding somebody, from the row of a customer."""
    return {name: away[name] for name in _FINDS if away[name]}


def former_selves(db: Any, customer: int) -> list[tuple[int, str, dict[str, str]]]:
    """The records that became a customer's: number, program, and what a file names them by there.

    Returns:
        With `source_id`, `phone`, `email` and `card`, as far as they had them.
    """
    rows = db.execute_sql(_SELVES, (customer,)).fetchall()
    return [
        (
            number,
            source,
            {key: value for key, value in json.loads(known).items() if key in _NAMED_BY}
            | ({"source_id": source_id} if source_id else {}),
        )
        for number, source, source_id, known in rows
    ]


def also_found_by(db: SqlCipherDatabase, customer: int) -> tuple[SearchEntry, ...]:
    """What a customer is found by on behalf of the records that became theirs."""
    rows = read(db, _PARTS, customer)
    return tuple(_entry(customer, json.loads(known)) for _, known in rows)


def everybody_also_found_by(db: SqlCipherDatabase) -> dict[int, list[SearchEntry]]:
    """The same for all customers at once; there are few who ever had two records."""
    rows = db.execute_sql(_ALL).fetchall()
    into = {away: keep for away, keep, _ in rows}
    found: dict[int, list[SearchEntry]] = {}
    for away, _, known in rows:
        customer = _end(into, away)
        found.setdefault(customer, []).append(_entry(customer, json.loads(known)))
    return found


def _end(into: Mapping[int, int], customer: int) -> int:
    while customer in into:
        customer = into[customer]
    return customer


def _entry(customer: int, known: Mapping[str, str]) -> SearchEntry:
    words: Sequence[str] = [known.get(name, "") for name in _FINDS[:3]]
    return SearchEntry(
        customer=customer,
        words=words,
        phone=known.get("phone", ""),
        email=known.get("email", ""),
        card=known.get("card", ""),
        source_id=known.get("source_id", ""),
    )
