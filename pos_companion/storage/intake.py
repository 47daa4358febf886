"""Drawer: takes whole files of sales in, fast and all or nothing.

What a file tells is gathered in temporary tables, which live in memory and touch nothing of the
shop's; from there a few statements over whole sets work out what is new and write it. The slow
part, reading and gathering, can be done a piece at a time with the counter at work in between;
only `write` stands in the caller's transaction, alone.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from playhouse.sqlcipher_ext import SqlCipherDatabase

from pos_companion.storage.columns import to_seconds
from pos_companion.storage.folding import folded
from pos_companion.storage.newcomers import Newcomer, Newcomers

_TABLES = {
    "in_line": "sale INT, pos INT, product INT, quantity INT, amount INT, PRIMARY KEY (sale, pos)",
    "in_sale": "no INT PRIMARY KEY, sale TEXT, uid TEXT, who INT, ts INT, day INT, till TEXT,"
    " staff TEXT, lines INT, total INT, state INT NOT NULL DEFAULT 0, old_customer INT,"
    " old_n INT, n INT",
    "in_who": "no INT PRIMARY KEY, customer INT, is_new INT",
    "in_product": "no INT PRIMARY KEY, product INT",
    "in_touched": "customer INT PRIMARY KEY, in_order INT",
    "in_place": "customer INT, old_n INT, n INT, PRIMARY KEY (customer, old_n)",
}
_NEW, _SAME, _CHANGED, _LEFT_OUT = 0, 1, 2, 3
_ADD_LINES = "INSERT INTO temp.in_line VALUES (?, ?, ?, ?, ?)"
_ADD_SALES = """
INSERT INTO temp.in_sale (no, sale, uid, who, ts, day, till, staff, lines, total)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
"""
_FORGOTTEN = "UPDATE temp.in_sale SET state = 3 WHERE who NOT IN (SELECT no FROM temp.in_who)"
_KNOWN = """
UPDATE temp.in_sale SET old_customer = v.customer_id, old_n = v.n, state = CASE WHEN
    v.customer_id = w.customer AND v.ts = in_sale.ts AND v.total = in_sale.total
    AND v.till = in_sale.till AND v.staff = in_sale.staff AND in_sale.lines = (
        SELECT count(*) FROM visit_line l WHERE l.customer_id = v.customer_id AND l.n = v.n)
    THEN 1 ELSE 2 END
FROM visit v, temp.in_who w
WHERE v.source = ? AND v.sale = in_sale.sale AND w.no = in_sale.who AND in_sale.state = 0
"""
_OTHER_LINES = """
UPDATE temp.in_sale SET state = 2 WHERE state = 1 AND EXISTS (
    SELECT 1 FROM temp.in_line l JOIN temp.in_product p ON p.no = l.product
    JOIN main.visit_line o
        ON o.customer_id = in_sale.old_customer AND o.n = in_sale.old_n AND o.pos = l.pos
    WHERE l.sale = in_sale.no AND (o.product_id <> p.product OR o.quantity <> l.quantity
        OR o.amount IS NOT l.amount))
"""
_COUNTS = "SELECT state, count(*) FROM temp.in_sale GROUP BY state"
_WRITTEN = "state IN (0, 2)"
_TOUCHED = f"""
INSERT OR IGNORE INTO temp.in_touched (customer, in_order)
SELECT w.customer, c.visits IS NULL OR min(s.ts) >= coalesce(max(c.last_ts), min(s.ts))
FROM temp.in_sale s JOIN temp.in_who w ON w.no = s.who
LEFT JOIN (SELECT customer_id, count(*) AS visits, max(ts) AS last_ts FROM main.visit
    WHERE customer_id IN (SELECT customer FROM temp.in_who) GROUP BY customer_id) c
    ON c.customer_id = w.customer
WHERE s.{_WRITTEN} GROUP BY w.customer
"""
_TOUCHED_BY_CHANGE = """
INSERT INTO temp.in_touched (customer, in_order) SELECT DISTINCT old_customer, 0
FROM temp.in_sale WHERE state = 2
ON CONFLICT (customer) DO UPDATE SET in_order = 0
"""
_KEEP_VOIDS = """
CREATE TEMP TABLE in_void AS SELECT s.no, v.voided FROM temp.in_sale s
JOIN main.visit v ON v.customer_id = s.old_customer AND v.n = s.old_n
WHERE s.state = 2 AND v.voided IS NOT NULL
"""
_DROP_OLD = (
    "DELETE FROM main.visit_line WHERE (customer_id, n) IN"
    " (SELECT old_customer, old_n FROM temp.in_sale WHERE state = 2)",
    "DELETE FROM main.visit WHERE (customer_id, n) IN"
    " (SELECT old_customer, old_n FROM temp.in_sale WHERE state = 2)",
)
# Visits that stay come before new ones of the same second; new ones keep the order of the file.
_PLACES = f"""
WITH together AS (
    SELECT v.customer_id AS customer, v.ts, 0 AS part, v.n AS place FROM temp.in_touched t
    JOIN main.visit v ON v.customer_id = t.customer WHERE t.in_order = 0
    UNION ALL
    SELECT w.customer, s.ts, 1, s.no FROM temp.in_sale s JOIN temp.in_who w ON w.no = s.who
    WHERE s.{_WRITTEN}
)
SELECT o.customer, o.part, o.place, row_number() OVER (
    PARTITION BY o.customer ORDER BY o.ts, o.part, o.place
) + CASE WHEN t.in_order THEN coalesce(
    (SELECT max(v.n) FROM main.visit v WHERE v.customer_id = o.customer), 0) ELSE 0 END AS n
FROM together o JOIN temp.in_touched t ON t.customer = o.customer
"""
_PLACE_OLD = f"""
INSERT INTO temp.in_place SELECT customer, place, n FROM ({_PLACES}) WHERE part = 0 AND place <> n
"""
_PLACE_NEW = f"""
UPDATE temp.in_sale SET n = p.n FROM (SELECT place, n FROM ({_PLACES}) WHERE part = 1) p
WHERE p.place = in_sale.no
"""
# Away from the numbers in use first, so that two visits never meet on one number.
_MOVE = tuple(
    statement.format(table=table)
    for table in ("visit_line", "visit")
    for statement in (
        "UPDATE main.{table} SET n = -p.n FROM temp.in_place p"
        " WHERE p.customer = {table}.customer_id AND p.old_n = {table}.n",
        "UPDATE main.{table} SET n = -n WHERE n < 0"
        " AND customer_id IN (SELECT customer FROM temp.in_place)",
    )
)
_WRITE_VISITS = f"""
INSERT INTO main.visit (customer_id, n, uid, ts, day, kind, total, currency, till, staff, source,
    sale, voided)
SELECT w.customer, s.n, s.uid, s.ts, s.day, 'bought', s.total, ?, s.till, s.staff, ?, s.sale,
    (SELECT voided FROM temp.in_void o WHERE o.no = s.no)
FROM temp.in_sale s JOIN temp.in_who w ON w.no = s.who
WHERE s.{_WRITTEN} ORDER BY w.customer, s.n
"""
_WRITE_LINES = f"""
INSERT INTO main.visit_line (customer_id, n, pos, product_id, quantity, amount, their_way)
SELECT s.customer, s.n, l.pos, p.product, l.quantity, l.amount, '' FROM (
    SELECT s.no, w.customer, s.n FROM temp.in_sale s JOIN temp.in_who w ON w.no = s.who
    WHERE s.{_WRITTEN} ORDER BY w.customer, s.n) s
CROSS JOIN temp.in_line l CROSS JOIN temp.in_product p
WHERE l.sale = s.no AND p.no = l.product
"""
_COUNT_VISITS = """
UPDATE main.customer SET visits = v.counted, next_n = v.highest + 1, first_visit = v.first,
    last_visit = v.last, updated = ?
FROM (SELECT t.customer, count(o.n) FILTER (WHERE o.voided IS NULL) AS counted,
        coalesce(max(o.n), 0) AS highest, min(o.day) FILTER (WHERE o.voided IS NULL) AS first,
        max(o.ts) FILTER (WHERE o.voided IS NULL) AS last
    FROM temp.in_touched t LEFT JOIN main.visit o ON o.customer_id = t.customer
    GROUP BY t.customer) v
WHERE v.customer = customer.id
"""
_DROP_ITEMS = (
    "DELETE FROM main.customer_item WHERE customer_id IN (SELECT customer FROM temp.in_touched)"
)
_COUNT_ITEMS = """
INSERT INTO main.customer_item (customer_id, product_id, times, last_ts)
SELECT customer_id, product_id, count(*), max(ts) FROM (
    SELECT DISTINCT l.customer_id, l.product_id, l.n, v.ts FROM temp.in_touched t
    CROSS JOIN main.visit v CROSS JOIN main.visit_line l
    WHERE v.customer_id = t.customer AND l.customer_id = v.customer_id AND l.n = v.n
        AND v.voided IS NULL AND l.quantity > 0)
GROUP BY customer_id, product_id
"""
_PRODUCTS = "SELECT ref, id, name, grp FROM product WHERE source = ?"
_ADD_PRODUCT = "INSERT INTO product (source, ref, name, folded, grp, available, icon) VALUES (?, ?, ?, ?, ?, 1, '')"
_NAME_PRODUCT = "UPDATE product SET name = ?, folded = ?, grp = ? WHERE id = ?"


@dataclass(frozen=True)
class StagedSale:
    """The head of a sale; plain numbers as in the tables.

    Attributes:
        no: counts the sales of the file.
        who: counts its customers.
        uid: the visit's, the same whenever the sale is imported.
        lines: how many there are.
        total: minor units.
    """

    no: int
    sale: str
    uid: str
    who: int
    ts: int
    day: int
    till: str
    staff: str
    lines: int
    total: int


@dataclass(frozen=True)
class Counts:
    """What taking a file in does to the shop's own records."""

    created: int = 0
    updated: int = 0
    unchanged: int = 0
    left_out: int = 0


class SalesIntake:
    """One file of sales on its way in; use it as a context, which clears the temporary tables.

    Args:
        source: the program the file came from.
        currency: of every amount.
    """

    def __init__(self, db: SqlCipherDatabase, source: str, currency: str) -> None:
        self._db = db
        self._source = source
        self._currency = currency
        self._newcomers = Newcomers(db, source)

    def __enter__(self) -> "SalesIntake":
        self._clear()
        for name, columns in _TABLES.items():
            keyed = " WITHOUT ROWID" if "PRIMARY KEY" in columns else ""
            self._db.execute_sql(f"CREATE TEMP TABLE {name} ({columns}){keyed}")
        return self

    def __exit__(self, *_: object) -> None:
        self._clear()

    def _clear(self) -> None:
        for name in (*_TABLES, "in_void"):
            self._db.execute_sql(f"DROP TABLE IF EXISTS temp.{name}")

    def add_lines(self, lines: Iterable[Sequence[int | None]]) -> None:
        """Gather lines: (sale, place in it, product, thousandths, minor units or None)."""
        with self._db.atomic():
            self._many(_ADD_LINES, lines)

    def add_sales(self, sales: Iterable[StagedSale]) -> None:
        """Gather the heads of sales."""
        with self._db.atomic():
            self._many(_ADD_SALES, (tuple(vars(sale).values()) for sale in sales))

    def compare(self, people: Sequence[Newcomer], products: Sequence[Sequence[str]]) -> Counts:
        """Work out what is new, changed or the same; writes nothing to the shop.

        Args:
            people: by their number in the file.
            products: (ref, name, group) by their number in the file.
        """
        for name in ("in_who", "in_product"):
            self._db.execute_sql(f"DELETE FROM temp.{name}")
        self._db.execute_sql("UPDATE temp.in_sale SET state = 0, old_customer = NULL, old_n = NULL")
        known = {row[0]: row[1] for row in self._db.execute_sql(_PRODUCTS, (self._source,))}
        self._many(
            "INSERT INTO temp.in_product VALUES (?, ?)",
            ((no, known.get(product[0], -no - 1)) for no, product in enumerate(products)),
        )
        matches = [self._newcomers.match(person) for person in people]
        self._many(
            "INSERT INTO temp.in_who VALUES (?, ?, ?)",
            (
                (no, match.customer or -no - 1, match.customer is None)
                for no, match in enumerate(matches)
                if not match.is_forgotten
            ),
        )
        self._db.execute_sql(_FORGOTTEN)
        self._db.execute_sql(_KNOWN, (self._source,))
        self._db.execute_sql(_OTHER_LINES)
        counts = dict(self._db.execute_sql(_COUNTS).fetchall())
        return Counts(*(counts.get(state, 0) for state in (_NEW, _CHANGED, _SAME, _LEFT_OUT)))

    def write(
        self, people: Sequence[Newcomer], products: Sequence[Sequence[str]], at: datetime
    ) -> Counts:
        """Write what `compare` found to be new or changed; in the caller's transaction.

        Visits stand in the order of time afterwards, whatever was there before; counters and
        the search agree with them.
        """
        counts = self.compare(people, products)
        self._write_products(products)
        fresh = self._write_people(people, at)
        if counts.created or counts.updated:
            self._write_visits(at)
        self._newcomers.index(fresh)
        return counts

    def _write_products(self, products: Sequence[Sequence[str]]) -> None:
        known = {row[0]: row[1:] for row in self._db.execute_sql(_PRODUCTS, (self._source,))}
        latest = {ref: (name or ref, group) for ref, name, group in products}
        self._many(
            _ADD_PRODUCT,
            (
                (self._source, ref, name, folded(name), group)
                for ref, (name, group) in latest.items()
                if ref not in known
            ),
        )
        self._many(
            _NAME_PRODUCT,
            (
                (name, folded(name), group or known[ref][2], known[ref][0])
                for ref, (name, group) in latest.items()
                if ref in known and name != ref and (name, group or known[ref][2]) != known[ref][1:]
            ),
        )
        ids = {row[0]: row[1] for row in self._db.execute_sql(_PRODUCTS, (self._source,))}
        self._db.execute_sql("DELETE FROM temp.in_product")
        self._many(
            "INSERT INTO temp.in_product VALUES (?, ?)",
            ((no, ids[product[0]]) for no, product in enumerate(products)),
        )

    def _write_people(self, people: Sequence[Newcomer], at: datetime) -> list[int]:
        """Add the customers nobody knew, and names where there were none; returns the new ids."""
        rows = self._db.execute_sql("SELECT no FROM temp.in_who WHERE is_new ORDER BY no")
        numbers = [row[0] for row in rows.fetchall()]
        ids = self._newcomers.add([people[no] for no in numbers], at)
        self._many(
            "UPDATE temp.in_who SET customer = ? WHERE no = ?", zip(ids, numbers, strict=True)
        )
        return ids

    def _write_visits(self, at: datetime) -> None:
        run = self._db.execute_sql
        run(_TOUCHED)
        run(_TOUCHED_BY_CHANGE)
        run(_KEEP_VOIDS)
        for statement in _DROP_OLD:
            run(statement)
        run(_PLACE_OLD)
        run(_PLACE_NEW)
        for statement in _MOVE:
            run(statement)
        run(_WRITE_VISITS, (self._currency, self._source))
        run(_WRITE_LINES)
        run(_COUNT_VISITS, (to_seconds(at),))
        run(_DROP_ITEMS)
        run(_COUNT_ITEMS)

    def _many(self, sql: str, rows: Iterable[Sequence[Any]]) -> None:
        self._db.connection().executemany(sql, rows)
