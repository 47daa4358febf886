"""Drawer: the ledger of Redemptions, over which every cap and budget is counted."""

import json
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from peewee import IntegrityError
from playhouse.sqlcipher_ext import SqlCipherDatabase

from pos_companion.errors import LimitReachedError
from pos_companion.i18n import N_
from pos_companion.rules import Redemption, RedemptionState, Tally
from pos_companion.rules.ledger import Slip
from pos_companion.storage.columns import marks, to_seconds
from pos_companion.storage.faults import read
from pos_companion.storage.tables import CouponRow, RedemptionRow

_COLUMNS = (
    "id, key, rule_id, version, customer_id, household_id, beneficiary, celebration_year,"
    " period_key, visit_uid, day, state, cost, value, currency, gift_id, coupon, staff, offer,"
    " till, approver, exception, reason"
)
_KEPT = "r." + _COLUMNS.replace(", ", ", r.")
_SLIP = ", c.code, c.state, c.valid_from, c.valid_through, c.customer_id"
_WITH_SLIPS = "FROM redemption r LEFT JOIN coupon c ON c.redemption_id = r.id"
# Of somebody who lives in no household, which is most of them.
_ALONE = f"""
SELECT {_KEPT.replace("r.household_id", "NULL", 1)}{_SLIP} {_WITH_SLIPS}
WHERE r.customer_id = ? AND r.state IN ('accepted', 'given', 'declined') ORDER BY r.id
"""
# Who lives there now counts for the household, whatever a line says of then.
_NOW = _KEPT.replace(
    "r.household_id", "CASE WHEN r.customer_id IN (SELECT id FROM home) THEN ?2 END", 1
)
_OWN = f"""
WITH home(id) AS (
    SELECT ?1 UNION SELECT id FROM customer WHERE household_id = ?2),
mine(id) AS (
    SELECT id FROM redemption
    WHERE customer_id IN (SELECT id FROM home) AND state IN ('accepted', 'given')
    UNION
    SELECT id FROM redemption WHERE beneficiary LIKE 'being:%' AND beneficiary IN (
        SELECT 'being:' || being_id FROM household_member WHERE household_id = ?2)
    AND state IN ('accepted', 'given')
    UNION
    SELECT id FROM redemption WHERE customer_id = ?1 AND state = 'declined')
SELECT {_NOW}{_SLIP} {_WITH_SLIPS} WHERE r.id IN (SELECT id FROM mine) ORDER BY r.id
"""
_TALLIES = """
SELECT rule_id, day, staff, count(*), sum(cost), sum(value), till FROM redemption
WHERE rule_id IN (%s) AND day >= ? AND state IN ('accepted', 'given')
AND (period_key IS NULL OR substr(period_key, 1, 7) <> 'coupon:')
GROUP BY rule_id, day, staff, till
"""
_BY_ID = f"SELECT {_COLUMNS} FROM redemption WHERE id = ?"
_BY_KEY = f"SELECT {_COLUMNS} FROM redemption WHERE key = ?"
_OF_VISIT = f"SELECT {_COLUMNS} FROM redemption WHERE visit_uid = ? ORDER BY id"
_PROMISED_AT = f"""
SELECT {_COLUMNS} FROM redemption WHERE state = 'accepted' AND till = ? ORDER BY id
"""
_EXCEPTIONS = f"""
SELECT {_COLUMNS} FROM redemption WHERE exception <> '' AND day BETWEEN ? AND ?
AND state IN ('accepted', 'given') ORDER BY day, id
"""
_WRITTEN = f"{_COLUMNS.removeprefix('id, ')}, changed"
_ADD = f"""
INSERT INTO redemption ({_WRITTEN}) VALUES ({marks(_WRITTEN.split(", "))}) RETURNING id
"""
_SETTLE = "UPDATE redemption SET state = ?, changed = ? WHERE id = ?"
_END = "UPDATE redemption SET state = ?, changed = ?, period_key = NULL WHERE id = ?"
_REAL_AMOUNT = "UPDATE redemption SET cost = ?, value = ? WHERE id = ?"
_STALE = """
SELECT DISTINCT visit_uid FROM redemption WHERE state = 'accepted' AND changed < ?
"""
_as_text = json.JSONEncoder(separators=(",", ":")).encode


class LedgerDrawer:
    """Redemptions and the coupons they made; call the writing ones inside a transaction."""

    def __init__(self, db: SqlCipherDatabase) -> None:
        self._db = db

    def own(self, customer: int, household: int | None) -> tuple[Redemption, ...]:
        """What counts of a customer, and of everybody who lives in the household now.

        A pet of several owners is one being, whoever came to the counter for it. What the
        customer declined is there too.
        """
        if household is None:
            rows = read(self._db, _ALONE, customer)
        else:
            rows = read(self._db, _OWN, customer, household)
        return tuple(map(_with_slip, rows))

    def tallies(self, rules: Collection[str], since: date) -> tuple[Tally, ...]:
        """Sums over the whole shop of some rules, from a business day on; no uses of coupons."""
        if not rules:
            return ()
        sql = _TALLIES % ",".join("?" * len(rules))
        rows = read(self._db, sql, *rules, since.toordinal())
        return tuple(
            Tally(rule, date.fromordinal(day), staff, int(count), int(cost), int(value), till)
            for rule, day, staff, count, cost, value, till in rows
        )

    def version(self) -> object:
        """Equal to what it was before only when nobody has written anything in between.

        Not only to the ledger: whatever was read since then would be read again as it was.
        """
        return self._db.version()

    def get(self, number: int) -> Redemption | None:
        """A line of the ledger by its number; None when there is none."""
        rows = read(self._db, _BY_ID, number)
        return _redemption(rows[0]) if rows else None

    def by_key(self, key: str) -> Redemption | None:
        """The redemption of an idempotency key; None when there is none."""
        rows = read(self._db, _BY_KEY, key)
        return _redemption(rows[0]) if rows else None

    def of_visit(self, uid: str) -> tuple[Redemption, ...]:
        """Every redemption of a visit, ended ones too, in the order they were made."""
        return tuple(map(_redemption, read(self._db, _OF_VISIT, uid)))

    def promised_at(self, till: str) -> tuple[Redemption, ...]:
        """What a till promised to visits that are not recorded."""
        return tuple(_redemption(row) for row in self._db.execute_sql(_PROMISED_AT, (till,)))

    def exceptions(self, first: date, last: date) -> tuple[Redemption, ...]:
        """What went beyond what was planned on some business days, both included."""
        days = (first.toordinal(), last.toordinal())
        return tuple(_redemption(row) for row in self._db.execute_sql(_EXCEPTIONS, days))

    def add(self, redemption: Redemption, at: datetime) -> Redemption:
        """Write a line of the ledger.

        Returns:
            The redemption with its id.

        Raises:
            LimitReachedError: its key, or its once-only place, is taken.
        """
        values = {**_values(redemption), "day": redemption.day.toordinal()}
        # As the columns of JSON write it themselves: a line put back is the same to the letter.
        values |= {"reason": _as_text(values["reason"]), "changed": to_seconds(at)}
        with _once_only():
            number = self._db.execute_sql(_ADD, tuple(values.values())).fetchone()[0]
        return replace(redemption, id=int(number))

    def revive(self, number: int, redemption: Redemption, at: datetime) -> Redemption:
        """Promise again what was given back on the same visit.

        Raises:
            LimitReachedError: its once-only place is taken by now.
        """
        with _once_only():
            RedemptionRow.update(**_values(redemption), changed=at).where(
                RedemptionRow.id == number
            ).execute()
        return replace(redemption, id=number)

    def settle_amount(self, redemption: int, amount: int) -> None:
        """Put the real amount of a discount in place of the most it could have been."""
        self._db.execute_sql(_REAL_AMOUNT, (amount, amount, redemption))

    def settle(self, redemption: int, state: RedemptionState, at: datetime) -> None:
        """Give, release or void; a line that no longer counts frees its once-only place."""
        counts = state in {RedemptionState.ACCEPTED, RedemptionState.GIVEN}
        self._db.execute_sql(_SETTLE if counts else _END, (state.value, to_seconds(at), redemption))

    def forgotten_visits(self, before: datetime) -> list[str]:
        """Visits that were promised something before an instant and never recorded."""
        return [row[0] for row in self._db.execute_sql(_STALE, (to_seconds(before),))]

    def add_coupon(self, code: str, redemption: Redemption, terms: dict[str, Any]) -> None:
        """Keep a coupon made by a redemption.

        Args:
            terms: customer_id, amount, basis_points, currency, valid_from, valid_through.
        """
        CouponRow.insert(code=code, redemption_id=redemption.id, **terms).execute()
        self._db.execute_sql("UPDATE redemption SET coupon = ? WHERE id = ?", (code, redemption.id))

    def drop_coupon(self, code: str) -> None:
        """Take back a coupon that was made by a visit taken back."""
        self.settle_coupon(code, "void")

    def coupon_state(self, code: str) -> str:
        """How a coupon stands: `open`, `used` or `void`; empty when there is no such coupon."""
        row = CouponRow.get_or_none(CouponRow.code == code)
        return "" if row is None else str(row.state)

    def settle_coupon(self, code: str, state: str) -> None:
        """Let a coupon stand as it did before, or no longer."""
        CouponRow.update(state=state).where(CouponRow.code == code).execute()


@contextmanager
def _once_only() -> Iterator[None]:
    try:
        yield
    except IntegrityError as error:
        raise LimitReachedError(N_("This has just been given at another till.")) from error


def _values(redemption: Redemption) -> dict[str, Any]:
    """In the order of the columns."""
    return {
        "key": redemption.key,
        "rule_id": redemption.rule,
        "version": redemption.version,
        "customer_id": redemption.customer,
        "household_id": redemption.household,
        "beneficiary": _kept_as(redemption),
        "celebration_year": redemption.celebration_year,
        "period_key": redemption.period_key or None,
        "visit_uid": redemption.visit,
        "day": redemption.day,
        "state": redemption.state.value,
        "cost": redemption.cost,
        "value": redemption.value,
        "currency": redemption.currency,
        "gift_id": redemption.gift,
        "coupon": redemption.coupon,
        "staff": redemption.staff,
        "offer": redemption.offer,
        "till": redemption.till,
        "approver": redemption.approver,
        "exception": redemption.exception,
        "reason": dict(redemption.reason),
    }


def _with_slip(row: Sequence[Any]) -> Redemption:
    kept = _redemption(row[:23])
    return kept if row[23] is None else replace(kept, slip=_slip(row[23:]))


def _slip(row: Sequence[Any]) -> Slip:
    code, state, first, last, customer = row
    days = date.fromordinal(first), date.fromordinal(last)
    return Slip(code, state, *days, is_bearer=customer is None)


def _kept_as(redemption: Redemption) -> str:
    """`self` means another person in each row, so the table names the customer."""
    return (
        f"customer:{redemption.customer}"
        if redemption.beneficiary == "self"
        else redemption.beneficiary
    )


def _redemption(row: Sequence[Any]) -> Redemption:
    (number, key, rule, version, customer, household, beneficiary, year, period) = row[:9]
    (visit, day, state, cost, value, currency, gift, coupon, staff, offer) = row[9:19]
    till, approver, exception, reason = row[19:]
    return Redemption(
        id=number,
        key=key,
        rule=rule,
        version=version,
        customer=customer,
        household=household,
        beneficiary="self" if beneficiary.startswith("customer:") else beneficiary,
        celebration_year=year,
        period_key=period or "",
        visit=visit,
        day=date.fromordinal(day),
        state=RedemptionState(state),
        cost=cost,
        value=value,
        currency=currency,
        gift=gift,
        coupon=coupon,
        staff=staff,
        offer=offer,
        reason=json.loads(reason),
        till=till,
        approver=approver,
        exception=exception,
    )
