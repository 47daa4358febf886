"""Drawer: a whole stretch of the shop's past at once, for living through it again."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from itertools import groupby
from operator import itemgetter
from typing import Any

from playhouse.sqlcipher_ext import SqlCipherDatabase

from pos_companion.model.dates import ShopTime
from pos_companion.model.money import Money
from pos_companion.model.visits import PastVisit
from pos_companion.rules import Redemption, RedemptionState
from pos_companion.storage.columns import from_seconds, to_seconds
from pos_companion.storage.tables import RedemptionRow

KEPT_IN_MIND = 100
"""How many visits of a customer a card looks back on."""

_CAME = """
(SELECT customer_id, min(n) AS n FROM visit WHERE day BETWEEN ? AND ? AND voided IS NULL
 GROUP BY customer_id) p
"""
_VISITS = f"""
SELECT v.customer_id, v.n, v.uid, v.ts, v.day, v.total, v.currency, v.till, v.staff,
       l.product_id, l.quantity, l.amount, l.their_way
FROM {_CAME} JOIN visit v ON v.customer_id = p.customer_id AND v.n >= p.n - ?
LEFT JOIN visit_line l ON l.customer_id = v.customer_id AND l.n = v.n
WHERE v.voided IS NULL AND v.day <= ? AND v.ts <= ? ORDER BY v.customer_id, v.n, l.pos
"""
_BEFORE = f"""
SELECT v.customer_id, count(*) FROM {_CAME}
JOIN visit v ON v.customer_id = p.customer_id AND v.n < p.n - ?
WHERE v.voided IS NULL GROUP BY v.customer_id
"""
_HOMES = "SELECT id, household_id FROM customer WHERE household_id IS NOT NULL"
_BEINGS = "SELECT household_id, being_id FROM household_member ORDER BY household_id, being_id"
_STATES = (RedemptionState.ACCEPTED, RedemptionState.GIVEN, RedemptionState.DECLINED)


@dataclass(frozen=True)
class LivedLine:
    """A line of a basket gone by; `amount` is None when it was not known."""

    product: int
    quantity: Decimal
    amount: Money | None
    their_way: str


@dataclass(frozen=True)
class LivedVisit:
    """A visit gone by.

    Attributes:
        at: instant in UTC.
        lines: its whole basket, in order.
        staff: the name of the colleague; empty when nobody was signed in.
    """

    customer: int
    visit: PastVisit
    at: datetime
    lines: tuple[LivedLine, ...]
    till: str
    staff: str


class LivedDrawer:
    """Reads in a few statements what a card would read for one customer."""

    def __init__(self, db: SqlCipherDatabase) -> None:
        self._db = db

    def lived(
        self, first: date, last: date, until: datetime, time: ShopTime
    ) -> Iterator[LivedVisit]:
        """Every visit that counts of whoever came on some business days, and the 100 before.

        Args:
            first, last: both included; nothing after the last is read.
            until: nor anything after this instant.

        Yields:
            By customer, in the order of time.
        """
        days = (first.toordinal(), last.toordinal())
        values = (*days, KEPT_IN_MIND, last.toordinal(), to_seconds(until))
        rows = self._db.execute_sql(_VISITS, values)
        for _, lines in groupby(rows, itemgetter(0, 1)):
            yield _lived(list(lines), time)

    def before_lived(self, first: date, last: date) -> dict[int, int]:
        """How many visits that count lie before those of `lived`, by customer."""
        values = (first.toordinal(), last.toordinal(), KEPT_IN_MIND)
        return {who: int(count) for who, count in self._db.execute_sql(_BEFORE, values)}

    def homes(self) -> dict[int, int]:
        """The household customers live in, by customer."""
        return dict(self._db.execute_sql(_HOMES).fetchall())

    def beings_at_home(self) -> dict[int, list[int]]:
        """The numbers of the beings of every household."""
        rows = self._db.execute_sql(_BEINGS)
        return {home: [row[1] for row in found] for home, found in groupby(rows, itemgetter(0))}

    def ledger_lines(self) -> list[Redemption]:
        """What was ever promised, given or declined and counts, in the order it was written."""
        states = [state.value for state in _STATES]
        rows = RedemptionRow.select().where(RedemptionRow.state.in_(states))
        return [_redemption(row) for row in rows.order_by(RedemptionRow.id)]


def _lived(rows: Sequence[Sequence[Any]], time: ShopTime) -> LivedVisit:
    customer, _, uid, ts, day, total, currency, till, staff = rows[0][:9]
    lines = [_line(row[9:], currency) for row in rows if row[9] is not None]
    taken = [line for line in lines if line.quantity > 0]
    at = from_seconds(ts)
    visit = PastVisit(
        uid=uid,
        at=time.local(at).replace(tzinfo=None),
        day=date.fromordinal(day),
        items=tuple(dict.fromkeys(line.product for line in taken)),
        ways={line.product: line.their_way for line in taken if line.their_way},
        total=total,
    )
    return LivedVisit(customer, visit, at, tuple(lines), till, staff)


def _line(row: Sequence[Any], currency: str) -> LivedLine:
    product, quantity, amount, way = row
    money = None if amount is None or not currency else Money(amount, currency)
    return LivedLine(product, Decimal(quantity) / 1000, money, way)


def _redemption(row: Any) -> Redemption:
    mine = row.beneficiary.startswith("customer:")
    return Redemption(
        id=row.id,
        key=row.key,
        rule=row.rule_id,
        version=row.version,
        customer=row.customer_id,
        household=row.household_id,
        beneficiary="self" if mine else row.beneficiary,
        celebration_year=row.celebration_year,
        period_key=row.period_key or "",
        visit=row.visit_uid,
        day=row.day,
        state=RedemptionState(row.state),
        cost=row.cost,
        value=row.value,
        currency=row.currency,
        gift=row.gift_id,
        coupon=row.coupon,
        staff=row.staff,
        offer=row.offer,
        reason=row.reason,
        till=row.till,
        approver=row.approver,
        exception=row.exception,
    )
