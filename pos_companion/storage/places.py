"""The places of visits: within a customer they are numbered in the order of time.

Used where visits change their customer. A visit keeps its uid for ever, so whatever was recorded
meanwhile, those that go back are found by it.
"""

from collections.abc import Collection, Mapping

from playhouse.sqlcipher_ext import SqlCipherDatabase

_ALL = "SELECT uid, n, ts FROM visit WHERE customer_id = ?"
# Numbers below zero are free, and stay so between two statements only.
_CARRY = (
    "UPDATE visit_line SET customer_id = ?, n = -n WHERE customer_id = ? AND n = ?",
    "UPDATE visit SET customer_id = ?, n = -n WHERE customer_id = ? AND n = ?",
)
_ASIDE = (
    "UPDATE visit_line SET n = ? - 1000000000 WHERE customer_id = ? AND n = ?",
    "UPDATE visit SET n = ? - 1000000000 WHERE customer_id = ? AND n = ?",
)
_SETTLE = (
    "UPDATE visit_line SET n = n + 1000000000 WHERE customer_id = ? AND n < -500000000",
    "UPDATE visit SET n = n + 1000000000 WHERE customer_id = ? AND n < -500000000",
)
_NEXT_N = """
UPDATE customer SET next_n = (
    SELECT CASE WHEN coalesce(max(n), 0) >= ?2 THEN max(n) + 1 ELSE ?2 END
    FROM visit WHERE customer_id = ?1) WHERE id = ?1
"""
_COUNT = """
UPDATE customer SET
    visits = (SELECT count(*) FROM visit WHERE customer_id = ?1 AND voided IS NULL),
    first_visit = (SELECT min(day) FROM visit WHERE customer_id = ?1 AND voided IS NULL),
    last_visit = (SELECT max(ts) FROM visit WHERE customer_id = ?1 AND voided IS NULL)
WHERE id = ?1
"""
_DROP_ITEMS = "DELETE FROM customer_item WHERE customer_id = ?"
_COUNT_ITEMS = """
INSERT INTO customer_item (customer_id, product_id, times, last_ts)
SELECT l.customer_id, l.product_id, count(DISTINCT l.n), max(v.ts)
FROM visit_line l JOIN visit v ON v.customer_id = l.customer_id AND v.n = l.n
WHERE l.customer_id = ? AND v.voided IS NULL AND l.quantity > 0
GROUP BY l.customer_id, l.product_id
"""


def places(db: SqlCipherDatabase, customer: int) -> dict[str, int]:
    """The numbers of all visits of a customer, by uid; void ones too."""
    return {uid: n for uid, n, _ in db.execute_sql(_ALL, (customer,)).fetchall()}


def carry(db: SqlCipherDatabase, uids: Collection[str], old: int, new: int) -> None:
    """Give visits of one customer to another; `put_in_order` both of them afterwards."""
    known = places(db, old)
    for uid in uids:
        for statement in _CARRY:
            db.execute_sql(statement, (new, old, known[uid]))


def put_in_order(
    db: SqlCipherDatabase, customer: int, wanted: Mapping[str, int], at_least: int = 0
) -> None:
    """Number the visits of a customer in the order of time, and count them anew.

    Args:
        wanted: numbers to have again where the order of time leaves room for them, by uid.
        at_least: the number for the next visit is not smaller.
    """
    rows = db.execute_sql(_ALL, (customer,)).fetchall()
    # Of visits in the same second those that were here before come first.
    rows.sort(key=lambda row: (row[2], wanted.get(row[0], 2**62), row[1] < 0, abs(row[1])))
    last, moves = 0, []
    for uid, n, _ in rows:
        last = max(last + 1, wanted.get(uid, 0))
        if n != last:
            moves.append((last, customer, n))
    for aside, settle in zip(_ASIDE, _SETTLE, strict=True):
        for move in moves:
            db.execute_sql(aside, move)
        db.execute_sql(settle, (customer,))
    db.execute_sql(_NEXT_N, (customer, max(at_least, 1)))
    db.execute_sql(_COUNT, (customer,))
    db.execute_sql(_DROP_ITEMS, (customer,))
    db.execute_sql(_COUNT_ITEMS, (customer,))
