"""Drawer: coupons by code, and who used them.

A coupon is taken when its use is promised and comes back when the promise or the visit does: two
tills can never use the same one.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

_COLUMNS = (
    "c.code, c.customer_id, c.redemption_id, c.amount, c.basis_points, c.currency, c.valid_from,"
    " c.valid_through, c.state, c.used_by, r.key, r.rule_id, r.visit_uid, r.state"
)
_BY_CODE = f"""
SELECT {_COLUMNS} FROM coupon c JOIN redemption r ON r.id = c.redemption_id WHERE c.code = ?
"""
_BY_EARNING_KEY = f"""
SELECT {_COLUMNS} FROM redemption r JOIN coupon c ON c.redemption_id = r.id WHERE r.key = ?
"""
_TAKE = "UPDATE coupon SET state = 'used', used_by = ? WHERE code = ? AND state = 'open'"
_GIVE_BACK = """
UPDATE coupon SET state = 'open', used_by = NULL, valid_through = ?
WHERE code = ? AND state = 'used'
"""


@dataclass(frozen=True)
class KeptCoupon:
    """A coupon as it lies in the records.

    Attributes:
        customer: whom it is bound to; None for whoever brings it.
        redemption: the line that made it, with its `key`, rule and visit.
        amount: minor units; the most it may come to when `basis_points` is set.
        first, last: business dates, both included.
        state: `open`, `used` or `void`.
        used_by: the line that used it.
        was_given: the visit that made it counts.
    """

    code: str
    customer: int | None
    redemption: int
    amount: int
    basis_points: int
    currency: str
    first: date
    last: date
    state: str
    used_by: int | None
    key: str
    rule: str
    visit: str
    was_given: bool


class CouponsDrawer:
    """Call the writing ones inside a transaction."""

    def __init__(self, db: Any) -> None:
        self._db = db

    def get(self, code: str) -> KeptCoupon | None:
        """The coupon of a code; None when there is none."""
        row = self._db.execute_sql(_BY_CODE, (code,)).fetchone()
        return None if row is None else _coupon(row)

    def earned_by(self, key: str) -> KeptCoupon | None:
        """The coupon that a line made, by the key of that line; None when it made none."""
        row = self._db.execute_sql(_BY_EARNING_KEY, (key,)).fetchone()
        return None if row is None else _coupon(row)

    def take(self, code: str, redemption: int) -> bool:
        """Use an open coupon; False when somebody else was quicker, or it is not open."""
        return bool(self._db.execute_sql(_TAKE, (redemption, code)).rowcount)

    def give_back(self, coupon: KeptCoupon, last: date) -> None:
        """Let a used coupon be open again, through a last day."""
        self._db.execute_sql(_GIVE_BACK, (last.toordinal(), coupon.code))


def _coupon(row: Sequence[Any]) -> KeptCoupon:
    code, customer, redemption, amount, points, currency, first, last = row[:8]
    state, used_by, key, rule, visit, line_state = row[8:]
    return KeptCoupon(
        code=code,
        customer=customer,
        redemption=redemption,
        amount=amount,
        basis_points=points,
        currency=currency,
        first=date.fromordinal(first),
        last=date.fromordinal(last),
        state=state,
        used_by=used_by,
        key=key,
        rule=rule,
        visit=visit,
        was_given=line_state == "given",
    )
