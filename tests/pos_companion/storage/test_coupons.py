"""Coupons by code: taken once, given back to the day."""

from datetime import timedelta

from pos_companion.rules import RedemptionState
from pos_companion.storage import Storage
from pos_companion.storage.coupons import KeptCoupon
from tests.pos_companion.storage.records import NOW, TODAY, redemption


def a_coupon(storage: Storage) -> KeptCoupon:
    line = storage.ledger.add(redemption("earned", state=RedemptionState.GIVEN), NOW)
    terms = {
        "customer_id": None, "amount": 200, "basis_points": 0, "currency": "EUR",
        "valid_from": TODAY, "valid_through": TODAY + timedelta(days=30),
    }  # fmt: skip
    storage.ledger.add_coupon("AAAAAAAA", line, terms)
    kept = storage.coupons.get("AAAAAAAA")
    assert kept is not None
    return kept


def test_a_coupon_comes_back_with_the_line_that_made_it(storage: Storage) -> None:
    kept = a_coupon(storage)
    assert (kept.key, kept.customer, kept.state, kept.was_given) == ("earned", None, "open", True)
    assert storage.coupons.earned_by("earned") == kept
    assert storage.coupons.get("BBBBBBBB") is storage.coupons.earned_by("other") is None


def test_it_is_taken_once_and_given_back_through_a_day(storage: Storage) -> None:
    kept = a_coupon(storage)
    assert storage.coupons.take(kept.code, 7)
    assert not storage.coupons.take(kept.code, 8)
    used = storage.coupons.get(kept.code)
    assert used is not None
    assert (used.state, used.used_by) == ("used", 7)
    storage.coupons.give_back(used, TODAY)
    back = storage.coupons.get(kept.code)
    assert back is not None
    assert (back.state, back.used_by, back.last) == ("open", None, TODAY)
