"""Drawer: visits and what was taken on them."""

from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, time
from decimal import Decimal
from itertools import groupby
from operator import itemgetter
from typing import Any

from playhouse.sqlcipher_ext import SqlCipherDatabase

from pos_companion.model.money import Money
from pos_companion.model.visits import (
    Basket,
    BasketLine,
    Impression,
    Mood,
    Product,
    Visit,
    VisitKind,
)
from pos_companion.storage.columns import from_seconds, to_seconds
from pos_companion.storage.history import HistoryDrawer, mood_of
from pos_companion.storage.lived import LivedDrawer

# The latest of all, void ones too: they keep their place in time.
_NEXT = """
SELECT next_n, (SELECT ts FROM visit WHERE customer_id = ?1 ORDER BY n DESC LIMIT 1)
FROM customer WHERE id = ?1
"""
_PLACE = "SELECT min(n) FROM visit WHERE customer_id = ? AND ts > ?"
_MAKE_ROOM = (
    "UPDATE visit SET n = -(n + 1) WHERE customer_id = ? AND n >= ?",
    "UPDATE visit SET n = -n WHERE customer_id = ? AND n < 0",
    "UPDATE visit_line SET n = -(n + 1) WHERE customer_id = ? AND n >= ?",
    "UPDATE visit_line SET n = -n WHERE customer_id = ? AND n < 0",
)
_ADD = """
INSERT INTO visit (customer_id, n, uid, ts, day, kind, total, currency, till, staff, source, sale,
    mood_in, mood_out, company)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
"""
_ADD_LINE = """
INSERT INTO visit_line (customer_id, n, pos, product_id, quantity, amount, their_way)
VALUES (?, ?, ?, ?, ?, ?, ?)
"""
_ADD_ITEM = """
INSERT INTO customer_item (customer_id, product_id, times, last_ts) VALUES (?, ?, 1, ?)
ON CONFLICT (customer_id, product_id)
DO UPDATE SET times = customer_item.times + 1, last_ts = CASE
    WHEN excluded.last_ts > customer_item.last_ts THEN excluded.last_ts
    ELSE customer_item.last_ts END
"""
_COUNT_IN = """
UPDATE customer SET visits = visits + 1, next_n = next_n + 1,
    first_visit = CASE WHEN first_visit <= ?1 THEN first_visit ELSE ?1 END,
    last_visit = CASE WHEN last_visit >= ?2 THEN last_visit ELSE ?2 END
WHERE id = ?3
"""
_FIND = """
SELECT customer_id, n, uid, ts, day, kind, till, staff, source, sale, voided, mood_in, mood_out,
    company, total, currency, corrected
FROM visit WHERE uid = ?
"""
_LINES = """
SELECT l.product_id, p.ref, p.name, l.quantity, l.amount, l.their_way
FROM visit_line l JOIN product p ON p.id = l.product_id
WHERE l.customer_id = ? AND l.n = ? ORDER BY l.pos
"""
_KEEP_IMPRESSION = "UPDATE visit SET mood_in = ?, mood_out = ?, company = ? WHERE uid = ?"
_VOID = "UPDATE visit SET voided = ? WHERE uid = ?"
_COUNT_AGAIN = """
UPDATE customer SET
    visits = (SELECT count(*) FROM visit WHERE customer_id = ?1 AND voided IS NULL),
    first_visit = (SELECT min(day) FROM visit WHERE customer_id = ?1 AND voided IS NULL),
    last_visit = (SELECT max(ts) FROM visit WHERE customer_id = ?1 AND voided IS NULL)
WHERE id = ?1
"""
_DROP_ITEMS = """
DELETE FROM customer_item WHERE customer_id = ?1 AND product_id IN (
    SELECT product_id FROM visit_line WHERE customer_id = ?1 AND n = ?2)
"""
_ITEMS_AGAIN = """
INSERT INTO customer_item (customer_id, product_id, times, last_ts)
SELECT l.customer_id, l.product_id, count(DISTINCT l.n), max(v.ts)
FROM visit_line l JOIN visit v ON v.customer_id = l.customer_id AND v.n = l.n
WHERE l.customer_id = ?1 AND v.voided IS NULL AND l.quantity > 0 AND l.product_id IN (
    SELECT product_id FROM visit_line WHERE customer_id = ?1 AND n = ?2)
GROUP BY l.customer_id, l.product_id
"""
_WRONG_COUNTS = """
SELECT count(*) FROM customer c LEFT JOIN (
    SELECT customer_id, count(*) AS visits, min(day) AS first, max(ts) AS last
    FROM visit WHERE voided IS NULL GROUP BY customer_id) v ON v.customer_id = c.id
WHERE c.visits <> coalesce(v.visits, 0)
    OR c.first_visit IS DISTINCT FROM v.first OR c.last_visit IS DISTINCT FROM v.last
"""
_WRONG_ITEMS = """
WITH counted AS (
    SELECT l.customer_id, l.product_id, count(DISTINCT l.n) AS times, max(v.ts) AS last_ts
    FROM visit_line l JOIN visit v ON v.customer_id = l.customer_id AND v.n = l.n
    WHERE v.voided IS NULL AND l.quantity > 0 GROUP BY l.customer_id, l.product_id),
kept AS (SELECT customer_id, product_id, times, last_ts FROM customer_item)
SELECT count(*) FROM (SELECT DISTINCT customer_id, product_id FROM (
    SELECT * FROM (SELECT * FROM counted EXCEPT SELECT * FROM kept) AS more
    UNION ALL SELECT * FROM (SELECT * FROM kept EXCEPT SELECT * FROM counted) AS less
) AS either) AS wrong
"""
_ON_DAY = "SELECT count(*) FROM visit WHERE day = ? AND voided IS NULL"
_REGULARS = """
SELECT id FROM customer WHERE id > ? AND visits >= ? AND last_visit >= ? ORDER BY id LIMIT ?
"""
_SINCE = "SELECT count(*) FROM visit WHERE day > ? AND voided IS NULL"
_CUSTOMERS = "SELECT id FROM customer WHERE id > ? AND visits > 0 ORDER BY id LIMIT ?"
_ALL = """
SELECT v.customer_id, v.n, v.ts, l.product_id FROM visit v
JOIN visit_line l ON l.customer_id = v.customer_id AND l.n = v.n
WHERE v.customer_id BETWEEN ? AND ? AND v.voided IS NULL AND l.quantity > 0
ORDER BY v.customer_id, v.n, l.pos
"""


_AT_ONCE = 1000


class VisitsDrawer(HistoryDrawer, LivedDrawer):
    """Visits, their lines, and the counters that go with them."""

    def record(self, visit: Visit) -> None:
        """Write a visit at its place in time, with its counters; in the caller's transaction.

        Raises:
            peewee.IntegrityError: a visit with this uid, or of this sale, is there already.
        """
        customer, ts = visit.customer, to_seconds(visit.at)
        next_n, last = self._db.execute_sql(_NEXT, (customer,)).fetchone()
        n = next_n
        if last is not None and ts < last:
            n = self._db.execute_sql(_PLACE, (customer, ts)).fetchone()[0]
            for statement in _MAKE_ROOM:
                values = (customer, n) if statement.count("?") > 1 else (customer,)
                self._db.execute_sql(statement, values)
        self._insert(visit, n, ts)
        self._db.execute_sql(_COUNT_IN, (visit.day.toordinal(), ts, customer))

    def _insert(self, visit: Visit, n: int, ts: int) -> None:
        total, currency = sum_of(visit)
        felt = visit.impression
        self._db.execute_sql(
            _ADD,
            (
                visit.customer, n, visit.uid, ts, visit.day.toordinal(), visit.kind.value, total,
                currency, visit.till, visit.staff, visit.source or None, visit.sale or None,
                _said(felt.mood_in), _said(felt.mood_out), keys_of_beings(felt.company),
            ),
        )  # fmt: skip
        for product in write_lines(self._db, visit.customer, n, visit.basket):
            self._db.execute_sql(_ADD_ITEM, (visit.customer, product, ts))

    def get(self, uid: str) -> Visit | None:
        """A visit with its basket, void ones too; None when there is none."""
        row = self._db.execute_sql(_FIND, (uid,)).fetchone()
        if row is None:
            return None
        customer, n, uid, ts, day, kind, till, staff, source, sale, voided, *felt = row
        mood_in, mood_out, company, total, currency, corrected = felt
        lines = [_line(line, currency) for line in self._db.execute_sql(_LINES, (customer, n))]
        basket = Basket(tuple(lines))
        is_sum = not currency or basket.total(currency).amount == total
        return Visit(
            uid=uid,
            customer=customer,
            at=from_seconds(ts),
            day=date.fromordinal(day),
            basket=basket,
            kind=VisitKind(kind),
            till=till,
            staff=staff,
            source=source or "",
            sale=sale or "",
            voided_at=None if voided is None else from_seconds(voided),
            impression=Impression(
                beings_in(company),
                mood_of(mood_in),
                mood_of(mood_out),
            ),
            total=None if is_sum else Money(total, currency),
            corrected_at=None if corrected is None else from_seconds(corrected),
        )

    def keep_impression(self, uid: str, felt: Impression) -> None:
        """Write who came along and how they seemed in place of what was said before."""
        values = (_said(felt.mood_in), _said(felt.mood_out), keys_of_beings(felt.company), uid)
        self._db.execute_sql(_KEEP_IMPRESSION, values)

    def void(self, uid: str, at: datetime | None) -> None:
        """Take a visit out of the count; every counter is as if it had never been.

        Args:
            at: None lets it count again.
        """
        customer, n = self._db.execute_sql(_FIND, (uid,)).fetchone()[:2]
        self._db.execute_sql(_VOID, (None if at is None else to_seconds(at), uid))
        self._db.execute_sql(_COUNT_AGAIN, (customer,))
        self._db.execute_sql(_DROP_ITEMS, (customer, n))
        self._db.execute_sql(_ITEMS_AGAIN, (customer, n))

    def count_on(self, day: date) -> int:
        """How many visits that count belong to a business day."""
        return int(self._db.execute_sql(_ON_DAY, (day.toordinal(),)).fetchone()[0])

    def count_since(self, day: date) -> int:
        """How many visits that count belong to business days after one."""
        return int(self._db.execute_sql(_SINCE, (day.toordinal(),)).fetchone()[0])

    def regulars(self, fewest: int, since: date) -> Iterator[int]:
        """Who came so often, and after a day; other statements may run in between."""
        after, last = to_seconds(datetime.combine(since, time(), UTC)), 0
        while rows := self._db.execute_sql(_REGULARS, (last, fewest, after, _AT_ONCE)).fetchall():
            last = rows[-1][0]
            yield from (row[0] for row in rows)

    def of_everybody(
        self, customers_at_once: int
    ) -> Iterator[Iterator[tuple[int, float, list[int]]]]:
        """All visits that count, a few customers at a time; other statements may run in between.

        Yields:
            Pieces of (customer, days since 1970, products), by customer and time; a customer is
            never split.
        """
        after = 0
        while customers := [
            row[0] for row in self._db.execute_sql(_CUSTOMERS, (after, customers_at_once))
        ]:
            after = customers[-1]
            rows = self._db.execute_sql(_ALL, (customers[0], after)).fetchall()
            yield (
                (customer, ts / 86400, [line[3] for line in lines])
                for (customer, _, ts), lines in groupby(rows, itemgetter(0, 1, 2))
            )

    def check(self) -> list[str]:
        """Whether the counters agree with the rows they count."""
        broken = []
        for statement, what in ((_WRONG_COUNTS, "visit counts"), (_WRONG_ITEMS, "item counts")):
            wrong = self._db.execute_sql(statement).fetchone()[0]
            if wrong:
                broken.append(f"{wrong} {what} do not agree with the visits")
        return broken


def write_lines(db: SqlCipherDatabase, customer: int, n: int, basket: Basket) -> set[int]:
    """Write what was had on a visit; returns the products that were taken."""
    taken = set()
    for pos, line in enumerate(basket.lines):
        amount = None if line.amount is None else line.amount.amount
        thousandths = round(line.quantity * 1000)
        if thousandths > 0:
            taken.add(line.product.id)
        values = (customer, n, pos, line.product.id, thousandths, amount, line.their_way)
        db.execute_sql(_ADD_LINE, values)
    return taken


def sum_of(visit: Visit) -> tuple[int, str]:
    """What a visit came to, in minor units, and their currency; empty when nothing is known."""
    amounts = [line.amount for line in visit.basket.lines if line.amount is not None]
    if visit.total is not None:
        return visit.total.amount, visit.total.currency
    return (sum(one.amount for one in amounts), amounts[0].currency) if amounts else (0, "")


def _said(mood: Mood | None) -> str:
    return mood.value if mood else ""


def keys_of_beings(beings: Sequence[int]) -> str:
    """Who came along, as the table names them."""
    return " ".join(f"being:{being}" for being in beings)


def beings_in(keys: str) -> tuple[int, ...]:
    """Their numbers again."""
    return tuple(int(key.removeprefix("being:")) for key in keys.split())


def _line(row: Sequence[Any], currency: str) -> BasketLine:
    product, ref, name, quantity, amount, way = row
    return BasketLine(
        product=Product(product, ref, name),
        quantity=Decimal(quantity) / 1000,
        amount=None if amount is None or not currency else Money(amount, currency),
        their_way=way,
    )
