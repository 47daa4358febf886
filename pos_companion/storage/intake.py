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

from pos_companion.storage import Storage
from pos_companion.storage.folding import folded
from pos_companion.storage.intake_visits import write_visits
from pos_companion.storage.newcomers import Newcomer, Newcomers
from pos_companion.storage.tables import ImportBatchRow

_TABLES = {
    "in_line": "sale INT, pos INT, product INT, quantity BIGINT, amount BIGINT,"
    " PRIMARY KEY (sale, pos)",
    "in_sale": "no INT PRIMARY KEY, sale TEXT, uid TEXT, who INT, ts BIGINT, day INT, till TEXT,"
    " staff TEXT, lines INT, total BIGINT, state INT NOT NULL DEFAULT 0, old_customer BIGINT,"
    " old_n INT, n INT",
    "in_who": "no INT PRIMARY KEY, customer BIGINT, is_new INT",
    "in_product": "no INT PRIMARY KEY, product INT",
    "in_touched": "customer BIGINT PRIMARY KEY, in_order INT",
    "in_place": "customer BIGINT, old_n INT, n INT, PRIMARY KEY (customer, old_n)",
}
_NEW, _SAME, _CHANGED, _LEFT_OUT, _OWN = 0, 1, 2, 3, 4
_ADD_LINES = "INSERT INTO in_line VALUES (?, ?, ?, ?, ?)"
_ADD_SALES = """
INSERT INTO in_sale (no, sale, uid, who, ts, day, till, staff, lines, total)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
"""
_FORGOTTEN = "UPDATE in_sale SET state = 3 WHERE who NOT IN (SELECT no FROM in_who)"
# What was put right by hand stays so: the file tells what it told before.
_KNOWN = """
UPDATE in_sale SET old_customer = v.customer_id, old_n = v.n, state = CASE WHEN
    v.corrected IS NOT NULL
    OR (v.customer_id = w.customer AND v.ts = in_sale.ts AND v.total = in_sale.total
    AND v.till = in_sale.till AND v.staff = in_sale.staff AND in_sale.lines = (
        SELECT count(*) FROM visit_line l WHERE l.customer_id = v.customer_id AND l.n = v.n))
    THEN 1 ELSE 2 END
FROM visit v, in_who w
WHERE v.source = ? AND v.sale = in_sale.sale AND w.no = in_sale.who AND in_sale.state = 0
"""
_OTHER_LINES = """
UPDATE in_sale SET state = 2 WHERE state = 1 AND NOT EXISTS (
    SELECT 1 FROM visit v WHERE v.customer_id = in_sale.old_customer AND v.n = in_sale.old_n
        AND v.corrected IS NOT NULL)
AND EXISTS (
    SELECT 1 FROM in_line l JOIN in_product p ON p.no = l.product
    LEFT JOIN visit_line o
        ON o.customer_id = in_sale.old_customer AND o.n = in_sale.old_n AND o.pos = l.pos
    WHERE l.sale = in_sale.no AND (o.product_id IS DISTINCT FROM p.product
        OR o.quantity IS DISTINCT FROM l.quantity OR o.amount IS DISTINCT FROM l.amount))
"""
# A visit of ours that was given out and comes home is as it is here; nobody is new by it alone.
_OURS = (
    """
UPDATE in_sale SET old_customer = v.customer_id, old_n = v.n, state = 4
FROM visit v WHERE v.uid = in_sale.uid AND in_sale.state = 0
""",
    """
DELETE FROM in_who WHERE is_new = 1
AND no NOT IN (SELECT who FROM in_sale WHERE state = 0 OR state = 2)
""",
)
_COUNTS = "SELECT state, count(*) FROM in_sale GROUP BY state"
# What was typed at the counter by the same number or name is the same product; the program's own
# comes later and counts where there are both.
_PRODUCTS = """
SELECT ref, id, name, grp FROM product WHERE source IN ('', ?1) ORDER BY source = ?1
"""
_ADD_PRODUCT = """
INSERT INTO product (source, ref, name, folded, grp, available, icon)
VALUES (?, ?, ?, ?, ?, TRUE, '')
"""
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

    def __init__(self, storage: Storage, source: str, currency: str) -> None:
        self._db = storage.db
        self._source = source
        self._currency = currency
        self._newcomers = newcomers_of(storage, source)
        self._own = storage.own_numbers

    def __enter__(self) -> "SalesIntake":
        self._clear()
        for name, columns in _TABLES.items():
            keyed = " WITHOUT ROWID" if "PRIMARY KEY" in columns else ""
            self._db.execute_sql(f"CREATE TEMP TABLE {name} ({columns}){keyed}")
        return self

    def __exit__(self, *_: object) -> None:
        self._clear()

    def _clear(self) -> None:
        for name in (*_TABLES, "in_said"):
            self._db.execute_sql(f"DROP TABLE IF EXISTS {name}")

    def own_uid(self, sale: str) -> str:
        """The uid of the visit of ours that a sale is; empty for any other program's."""
        return self._own.inside(sale)

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
            self._db.execute_sql(f"DELETE FROM {name}")
        self._db.execute_sql("UPDATE in_sale SET state = 0, old_customer = NULL, old_n = NULL")
        known = {row[0]: row[1] for row in self._db.execute_sql(_PRODUCTS, (self._source,))}
        self._many(
            "INSERT INTO in_product VALUES (?, ?)",
            ((no, known.get(product[0], -no - 1)) for no, product in enumerate(products)),
        )
        matches = self._newcomers.match(people)
        self._many(
            "INSERT INTO in_who VALUES (?, ?, ?)",
            (
                (no, match.customer or -no - 1, int(match.customer is None))
                for no, match in enumerate(matches)
                if not match.is_forgotten
            ),
        )
        self._db.execute_sql(_FORGOTTEN)
        self._db.execute_sql(_KNOWN, (self._source,))
        self._db.execute_sql(_OTHER_LINES)
        for statement in _OURS:
            self._db.execute_sql(statement)
        counts = dict(self._db.execute_sql(_COUNTS).fetchall())
        self._has_news = bool(counts.keys() - {_OWN})
        same = counts.get(_SAME, 0) + counts.get(_OWN, 0)
        return Counts(counts.get(_NEW, 0), counts.get(_CHANGED, 0), same, counts.get(_LEFT_OUT, 0))

    def write(
        self, people: Sequence[Newcomer], products: Sequence[Sequence[str]], at: datetime
    ) -> Counts:
        """Write what `compare` found to be new or changed; in the caller's transaction.

        Visits stand in the order of time afterwards, whatever was there before; counters and
        the search agree with them.
        """
        counts = self.compare(people, products)
        if not self._has_news:
            return counts
        self._write_products(products)
        fresh = self._write_people(people, at)
        if counts.created or counts.updated:
            write_visits(self._db, self._source, self._currency, at)
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
        self._db.execute_sql("DELETE FROM in_product")
        self._many(
            "INSERT INTO in_product VALUES (?, ?)",
            ((no, ids[product[0]]) for no, product in enumerate(products)),
        )

    def _write_people(self, people: Sequence[Newcomer], at: datetime) -> list[int]:
        """Add the customers nobody knew; returns their ids."""
        rows = self._db.execute_sql("SELECT no FROM in_who WHERE is_new = 1 ORDER BY no")
        numbers = [row[0] for row in rows.fetchall()]
        ids = self._newcomers.add([people[no] for no in numbers], at)
        self._many("UPDATE in_who SET customer = ? WHERE no = ?", zip(ids, numbers, strict=True))
        rows = self._db.execute_sql("SELECT customer, no FROM in_who WHERE is_new = 0")
        self._newcomers.link((customer, people[no].source_id) for customer, no in rows.fetchall())
        return ids

    def _many(self, sql: str, rows: Iterable[Sequence[Any]]) -> None:
        self._db.connection().executemany(sql, rows)


def newcomers_of(storage: Storage, source: str) -> Newcomers:
    """Who the people of a file are in these records."""
    return Newcomers(
        storage.db, storage.search, source, storage.forgetting.among, storage.own_numbers
    )


def has_visits(storage: Storage) -> bool:
    """Whether any visit was ever written."""
    return storage.db.execute_sql("SELECT 1 FROM visit LIMIT 1").fetchone() is not None


def keep_batch(file: str, what: str, source: str, counts: Counts, at: datetime) -> None:
    """Write down that a file was taken in; in the caller's transaction."""
    kept = {"created": counts.created, "updated": counts.updated, "unchanged": counts.unchanged}
    ImportBatchRow.insert(
        file=file, what=what, source=source, started=at, finished=at, counts=kept
    ).execute()
