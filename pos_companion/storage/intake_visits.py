"""Writes gathered sales as visits, in the order of time, whatever was there before.

A customer's visits are numbered 1, 2, 3 … by time, so that "the last hundred" is a range of keys.
Sales older than what is there therefore move later visits up; a customer whose sales are all newer
is only added to. Visits keep their uid when they move.
"""

from datetime import datetime

from playhouse.sqlcipher_ext import SqlCipherDatabase

from pos_companion.storage.columns import to_seconds

_WRITTEN = "state IN (0, 2)"
_TOUCHED = f"""
INSERT INTO in_touched (customer, in_order)
SELECT w.customer, CASE WHEN min(s.ts) >= coalesce(max(c.last_ts), min(s.ts)) THEN 1 ELSE 0 END
FROM in_sale s JOIN in_who w ON w.no = s.who
LEFT JOIN (SELECT customer_id, max(ts) AS last_ts FROM visit
    WHERE customer_id IN (SELECT customer FROM in_who) GROUP BY customer_id) c
    ON c.customer_id = w.customer
WHERE s.{_WRITTEN} GROUP BY w.customer ON CONFLICT (customer) DO NOTHING
"""
_TOUCHED_BY_CHANGE = """
INSERT INTO in_touched (customer, in_order) SELECT DISTINCT old_customer, 0
FROM in_sale WHERE state = 2
ON CONFLICT (customer) DO UPDATE SET in_order = 0
"""
# What was said at the counter no file knows: taken back, how they were and who came along.
_KEEP_SAID = """
CREATE TEMP TABLE in_said AS SELECT s.no, v.voided, v.mood_in, v.mood_out,
    CASE WHEN v.customer_id = w.customer THEN v.company ELSE '' END AS company
FROM in_sale s JOIN in_who w ON w.no = s.who
JOIN visit v ON v.customer_id = s.old_customer AND v.n = s.old_n
WHERE s.state = 2 AND (v.voided IS NOT NULL OR v.mood_in || v.mood_out || v.company <> '')
"""
_DROP_OLD = (
    "DELETE FROM visit_line WHERE (customer_id, n) IN"
    " (SELECT old_customer, old_n FROM in_sale WHERE state = 2)",
    "DELETE FROM visit WHERE (customer_id, n) IN"
    " (SELECT old_customer, old_n FROM in_sale WHERE state = 2)",
)
# Visits that stay come before new ones of the same second; new ones keep the order of the file.
_PLACES = f"""
WITH together AS (
    SELECT v.customer_id AS customer, v.ts, 0 AS part, v.n AS place FROM in_touched t
    JOIN visit v ON v.customer_id = t.customer WHERE t.in_order = 0
    UNION ALL
    SELECT w.customer, s.ts, 1, s.no FROM in_sale s JOIN in_who w ON w.no = s.who
    WHERE s.{_WRITTEN}
)
SELECT o.customer, o.part, o.place, row_number() OVER (
    PARTITION BY o.customer ORDER BY o.ts, o.part, o.place
) + CASE WHEN t.in_order = 1 THEN coalesce(
    (SELECT max(v.n) FROM visit v WHERE v.customer_id = o.customer), 0) ELSE 0 END AS n
FROM together o JOIN in_touched t ON t.customer = o.customer
"""
_PLACE_OLD = f"""
INSERT INTO in_place SELECT customer, place, n FROM ({_PLACES}) AS placed
WHERE part = 0 AND place <> n
"""
_PLACE_NEW = f"""
UPDATE in_sale SET n = p.n
FROM (SELECT place, n FROM ({_PLACES}) AS placed WHERE part = 1) AS p
WHERE p.place = in_sale.no
"""
# Away from the numbers in use first, so that two visits never meet on one number.
_MOVE = tuple(
    statement.format(table=table)
    for table in ("visit_line", "visit")
    for statement in (
        "UPDATE {table} SET n = -p.n FROM in_place p"
        " WHERE p.customer = {table}.customer_id AND p.old_n = {table}.n",
        "UPDATE {table} SET n = -n WHERE n < 0 AND customer_id IN (SELECT customer FROM in_place)",
    )
)
_WRITE_VISITS = f"""
INSERT INTO visit (customer_id, n, uid, ts, day, kind, total, currency, till, staff, source,
    sale, voided, mood_in, mood_out, company)
SELECT w.customer, s.n, s.uid, s.ts, s.day, 'bought', s.total, ?, s.till, s.staff, ?, s.sale,
    o.voided, coalesce(o.mood_in, ''), coalesce(o.mood_out, ''), coalesce(o.company, '')
FROM in_sale s JOIN in_who w ON w.no = s.who LEFT JOIN in_said o ON o.no = s.no
WHERE s.{_WRITTEN} ORDER BY w.customer, s.n
"""
_WRITE_LINES = f"""
INSERT INTO visit_line (customer_id, n, pos, product_id, quantity, amount, their_way)
SELECT s.customer, s.n, l.pos, p.product, l.quantity, l.amount, '' FROM (
    SELECT s.no, w.customer, s.n FROM in_sale s JOIN in_who w ON w.no = s.who
    WHERE s.{_WRITTEN} ORDER BY w.customer, s.n) s
CROSS JOIN in_line l CROSS JOIN in_product p
WHERE l.sale = s.no AND p.no = l.product
"""
_COUNT_VISITS = """
UPDATE customer SET visits = v.counted, next_n = v.highest + 1, first_visit = v.first,
    last_visit = v.last, updated = ?
FROM (SELECT t.customer, count(o.n) FILTER (WHERE o.voided IS NULL) AS counted,
        coalesce(max(o.n), 0) AS highest, min(o.day) FILTER (WHERE o.voided IS NULL) AS first,
        max(o.ts) FILTER (WHERE o.voided IS NULL) AS last
    FROM in_touched t LEFT JOIN visit o ON o.customer_id = t.customer
    GROUP BY t.customer) v
WHERE v.customer = customer.id
"""
_DROP_ITEMS = "DELETE FROM customer_item WHERE customer_id IN (SELECT customer FROM in_touched)"
_COUNT_ITEMS = """
INSERT INTO customer_item (customer_id, product_id, times, last_ts)
SELECT customer_id, product_id, count(*), max(ts) FROM (
    SELECT DISTINCT l.customer_id, l.product_id, l.n, v.ts FROM in_touched t
    CROSS JOIN visit v CROSS JOIN visit_line l
    WHERE v.customer_id = t.customer AND l.customer_id = v.customer_id AND l.n = v.n
        AND v.voided IS NULL AND l.quantity > 0) AS taken
GROUP BY customer_id, product_id
"""


def write_visits(db: SqlCipherDatabase, source: str, currency: str, at: datetime) -> None:
    """Write what the temporary tables of the intake hold to be new or changed.

    Counters of visits and products agree with the rows afterwards. A visit whose sale comes again
    with other lines stays void, and keeps what was said about it. In the caller's transaction.
    """
    run = db.execute_sql
    run(_TOUCHED)
    run(_TOUCHED_BY_CHANGE)
    run(_KEEP_SAID)
    for statement in _DROP_OLD:
        run(statement)
    run(_PLACE_OLD)
    run(_PLACE_NEW)
    for statement in _MOVE:
        run(statement)
    run(_WRITE_VISITS, (currency, source))
    run(_WRITE_LINES)
    run(_COUNT_VISITS, (to_seconds(at),))
    run(_DROP_ITEMS)
    run(_COUNT_ITEMS)
