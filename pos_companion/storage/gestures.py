"""Drawer: what was given in some days, and on which visits, for a manager who looks back on it."""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any

from playhouse.sqlcipher_ext import SqlCipherDatabase

from pos_companion.model.dates import ShopTime
from pos_companion.model.gestures import Came, Gesture, OwnCards, TakenBack
from pos_companion.model.people import SourceTouch
from pos_companion.rules.own_budget import OWN
from pos_companion.storage.columns import from_seconds, to_seconds
from pos_companion.storage.stage_pins import PIN
from pos_companion.storage.tables import RemarkRow
from pos_companion.storage.touches import touch_of

_Days = tuple[date, date]

# A coupon counts when it is earned, as budgets count it; its use is no gift of its own.
_GIVEN = """
SELECT rule_id, customer_id, visit_uid, day, cost, value, staff, exception, reason
FROM redemption WHERE day BETWEEN ? AND ? AND state IN ('accepted', 'given') AND currency = ?
AND (period_key IS NULL OR substr(period_key, 1, 7) <> 'coupon:') ORDER BY id
"""
_COUPONS_USED = """
SELECT rule_id, customer_id, visit_uid, day, cost, value, staff, exception, reason
FROM redemption WHERE day BETWEEN ? AND ? AND state IN ('accepted', 'given')
AND substr(period_key, 1, 7) = 'coupon:' ORDER BY id
"""
_OTHER_MONEY = """
SELECT count(*) FROM redemption
WHERE day BETWEEN ? AND ? AND state IN ('accepted', 'given') AND currency <> ?
"""
_NOES = """
SELECT customer_id, count(*) FROM redemption WHERE day BETWEEN ? AND ? AND state = 'declined'
GROUP BY customer_id
"""
_BACK = """
SELECT r.customer_id, r.day, r.staff, v.ts, r.changed FROM redemption r
JOIN visit v ON v.uid = r.visit_uid
WHERE r.day BETWEEN ? AND ? AND r.state = 'voided' AND v.voided IS NOT NULL ORDER BY r.id
"""
_CAME = """
SELECT uid, customer_id, ts, day, staff, total, currency FROM visit
WHERE day BETWEEN ? AND ? AND ts <= ? AND voided IS NULL
"""
# Of those who came in some days, every day on which they ever came.
_ALL_DAYS = """
SELECT v.customer_id, v.day
FROM (SELECT DISTINCT customer_id FROM visit WHERE day BETWEEN ? AND ? AND voided IS NULL) p
JOIN visit v ON v.customer_id = p.customer_id
WHERE v.voided IS NULL AND v.ts <= ? ORDER BY v.customer_id, v.n
"""
# The same of those who told how they found us.
_DAYS_OF_ASKED = """
SELECT v.customer_id, v.day
FROM (SELECT DISTINCT customer_id FROM remark WHERE kind = 'touch') p
JOIN visit v ON v.customer_id = p.customer_id
WHERE v.voided IS NULL AND v.ts <= ? ORDER BY v.customer_id, v.n
"""
_CUSTOMERS = "SELECT count(*) FROM customer WHERE erased IS NULL"
# Somebody whose card was joined with another one is known by both numbers.
_OWN_CARDS = """
WITH RECURSIVE card(name, id) AS (
    SELECT name, as_customer FROM staff WHERE as_customer IS NOT NULL
    UNION SELECT c.name, m.keep_id FROM card c JOIN merge m ON m.away_id = c.id
    WHERE m.undone IS NULL)
SELECT name, id FROM card ORDER BY name, id
"""
_REMARKS = f"""
SELECT DISTINCT customer_id FROM remark WHERE kind IN ('concern', '{PIN}') AND is_open = TRUE
"""
_TOLD = """
SELECT customer_id FROM remark WHERE kind IN ('fact', 'wished', 'concern')
UNION SELECT sent_by FROM remark WHERE sent_by IS NOT NULL
"""
_TOUCHES = """
SELECT r.customer_id, r.n, r.heard_on, r.author, r.text, r.body FROM remark r
JOIN customer c ON c.id = r.customer_id AND c.erased IS NULL
WHERE r.kind = 'touch' ORDER BY r.customer_id, r.n
"""


class GesturesDrawer:
    """Reads only; all of it is for the office."""

    def __init__(self, db: SqlCipherDatabase) -> None:
        self._db = db

    def given(self, days: _Days, currency: str) -> tuple[Gesture, ...]:
        """What was promised or given on some business days and counts, in the order it was written.

        Args:
            days: the first and the last, both included.
            currency: the shop's; what was given in another one cannot be summed with it.
        """
        rows = self._db.execute_sql(_GIVEN, (*_numbers(days), currency)).fetchall()
        return tuple(map(_gesture, rows))

    def coupons_used(self, days: _Days) -> tuple[Gesture, ...]:
        """Coupons that were redeemed on some business days, each as a line of its own."""
        rows = self._db.execute_sql(_COUPONS_USED, _numbers(days)).fetchall()
        return tuple(map(_gesture, rows))

    def in_other_money(self, days: _Days, currency: str) -> int:
        """How many lines of the same days are in another currency."""
        row = self._db.execute_sql(_OTHER_MONEY, (*_numbers(days), currency)).fetchone()
        return int(row[0])

    def noes(self, days: _Days) -> dict[int, int]:
        """How often customers did not want what they were offered."""
        rows = self._db.execute_sql(_NOES, _numbers(days)).fetchall()
        return {customer: int(count) for customer, count in rows}

    def taken_back(self, days: _Days) -> tuple[TakenBack, ...]:
        """Gifts whose visit was recorded on some business days and taken back since."""
        rows = self._db.execute_sql(_BACK, _numbers(days)).fetchall()
        return tuple(
            TakenBack(customer, date.fromordinal(day), max(0, changed - ts) // 60, staff)
            for customer, day, staff, ts, changed in rows
        )

    def came(self, days: _Days, until: datetime, time: ShopTime, currency: str) -> tuple[Came, ...]:
        """The visits of some business days that count, up to an instant; in no order.

        Args:
            currency: the shop's; what was sold in another one is not known.
        """
        rows = self._db.execute_sql(_CAME, (*_numbers(days), to_seconds(until))).fetchall()
        return tuple(
            Came(
                uid,
                customer,
                time.local(from_seconds(ts)).replace(tzinfo=None),
                date.fromordinal(day),
                staff,
                total if total and kept_in == currency else None,
            )
            for uid, customer, ts, day, staff, total, kept_in in rows
        )

    def all_days(self, days: _Days, until: datetime) -> dict[int, tuple[date, ...]]:
        """Of those who came on some business days, the days of all their visits, oldest first."""
        rows = self._db.execute_sql(_ALL_DAYS, (*_numbers(days), to_seconds(until)))
        return _by_customer(rows.fetchall())

    def days_of_asked(self, until: datetime) -> dict[int, tuple[date, ...]]:
        """The same of everybody who told us how they found the shop."""
        return _by_customer(self._db.execute_sql(_DAYS_OF_ASKED, (to_seconds(until),)).fetchall())

    def customers(self) -> int:
        """How many customers there are."""
        return int(self._db.execute_sql(_CUSTOMERS).fetchone()[0])

    def colleagues(self) -> tuple[OwnCards, ...]:
        """Who works or worked here and has a card of their own, by name."""
        cards: dict[str, set[int]] = defaultdict(set)
        for name, customer in self._db.execute_sql(_OWN_CARDS).fetchall():
            cards[name].add(customer)
        return tuple(OwnCards(name, frozenset(each)) for name, each in cards.items())

    def pinned_or_owed(self) -> frozenset[int]:
        """Whose stage goes by more than their visits: it is pinned, or we owe them something."""
        return frozenset(row[0] for row in self._db.execute_sql(_REMARKS).fetchall())

    def told_about(self) -> frozenset[int]:
        """Who told us something, was wished well or promised something, or sent somebody."""
        return frozenset(row[0] for row in self._db.execute_sql(_TOLD).fetchall())

    def touches(self) -> Mapping[int, tuple[SourceTouch, ...]]:
        """How customers came across the shop, by customer, the first way first."""
        found: dict[int, list[SourceTouch]] = defaultdict(list)
        for customer, *row in RemarkRow.raw(_TOUCHES).tuples():
            found[customer].append(touch_of(customer, row))
        return {customer: tuple(each) for customer, each in found.items()}


def _numbers(days: _Days) -> tuple[int, int]:
    return days[0].toordinal(), days[1].toordinal()


def _by_customer(rows: Iterable[tuple[int, int]]) -> dict[int, tuple[date, ...]]:
    found: dict[int, list[date]] = defaultdict(list)
    for customer, day in rows:
        found[customer].append(date.fromordinal(day))
    return {customer: tuple(each) for customer, each in found.items()}


def _gesture(row: Any) -> Gesture:
    rule, customer, visit, day, cost, value, staff, exception, reason = row
    own = json.loads(reason).get("own")
    return Gesture(
        rule,
        customer,
        visit,
        date.fromordinal(day),
        cost,
        value,
        staff,
        exception,
        own if isinstance(own, str) else "",
        rule == OWN or bool(exception),
    )
