import pytest

from pos_companion.errors import LimitReachedError, RefusedError
from pos_companion.model.money import Money
from pos_companion.rules.conditions.first_visit import FirstVisit
from pos_companion.rules.effects.coupon import Coupon
from pos_companion.services.deeds import do
from tests.builders import add_customer, add_rule


@pytest.fixture
def coupon(shop, clock):
    """Bea's coupon of two euros, the day after she got it."""
    add_rule("Welcome", FirstVisit(), gives=Coupon(Money(200, "EUR")))
    bea = add_customer("Bea")
    do(shop, "visit", {"customer": bea.id, "uid": "first", "take": ["welcome"]})
    clock.passes(days=1)
    return bea, shop.storage.rows("SELECT code FROM coupon")[0][0]


def test_a_coupon_is_looked_at_and_used_on_a_visit(shop, coupon):
    bea, code = coupon
    seen = do(shop, "coupon", {"code": code.lower()})
    assert (seen["state"], seen["bound"], seen["offer"]) == ("open", str(bea.id), None)
    assert (seen["worth"]["amount"], seen["valid_from"]) == (200, "2025-11-22")
    used = do(shop, "coupon", {"code": code, "customer": bea.id, "visit": "v2", "accept": True})
    assert (used["state"], used["redemption"]["state"]) == ("used", "accepted")
    taken = do(shop, "visit", {"customer": bea.id, "uid": "v2", "take": [used["offer"]["id"]]})
    assert [one["id"] for one in taken["redemptions"]] == [used["redemption"]["redemption"]]


def test_a_visit_takes_the_code_itself(shop, coupon):
    bea, code = coupon
    taken = do(shop, "visit", {"customer": bea.id, "uid": "v2", "take": [code]})
    assert len(taken["redemptions"]) == 1
    assert do(shop, "coupon", {"code": code})["state"] == "used"
    do(shop, "undo", {"uid": "v2"})
    assert do(shop, "coupon", {"code": code})["state"] == "open"


def test_a_coupon_sent_again_on_the_same_visit_is_the_same_promise(shop, coupon):
    bea, code = coupon
    sent = {"code": code, "customer": bea.id, "visit": "v2", "accept": True}
    used = do(shop, "coupon", sent)
    assert do(shop, "coupon", sent)["redemption"] == used["redemption"]
    again = do(shop, "accept", {"customer": bea.id, "visit": "v2", "offer": code})
    assert again == used["redemption"]
    taken = do(shop, "visit", {"customer": bea.id, "uid": "v2", "take": [code]})
    assert [one["id"] for one in taken["redemptions"]] == [used["redemption"]["redemption"]]
    with pytest.raises(LimitReachedError, match="used already"):
        do(shop, "coupon", {**sent, "visit": "v3"})


def test_a_recorded_visit_says_which_coupon_was_earned(shop, coupon):
    bea, code = coupon
    again = do(shop, "visit", {"customer": bea.id, "uid": "first"})
    assert again["coupons"] == [code]


def test_somebody_elses_coupon_is_refused_with_its_reason(shop, coupon):
    _, code = coupon
    with pytest.raises(RefusedError, match="made for somebody else"):
        do(shop, "coupon", {"code": code, "customer": add_customer("Cy").id})
