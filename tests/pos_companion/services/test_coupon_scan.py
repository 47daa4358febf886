"""A code in the search: whose coupon it is, and how it stands."""

import pytest

from pos_companion.errors import RefusedError
from pos_companion.i18n import words
from pos_companion.model.money import Money
from pos_companion.rules.conditions.all_of import AllOf
from pos_companion.rules.effects.coupon import Coupon
from pos_companion.services import Shop
from pos_companion.services.coupon_scan import bring_coupon, coupon_scanned, coupons_of
from pos_companion.services.look_up import open_card
from pos_companion.services.record_visit import VisitDeed, record_visit
from tests.builders import SetClock, add_customer, add_rule


@pytest.fixture
def rosas(shop: Shop) -> str:
    """The code of a coupon Rosa has just earned."""
    add_rule("Next time", AllOf(), gives=Coupon(Money(200, "EUR")))
    rosa = add_customer("Rosa")
    found = open_card(shop, rosa.id)
    recorded = record_visit(shop, VisitDeed(found.visit_uid, rosa.id, take=found.offers[:1]))
    return coupons_of(shop, recorded)[0]


def test_a_name_is_no_coupon(shop: Shop) -> None:
    assert coupon_scanned(shop, "Margaret") is None
    assert coupon_scanned(shop, "20471100") is None


def test_a_code_says_whose_it_is_and_until_when(shop: Shop, rosas: str, clock: SetClock) -> None:
    early = coupon_scanned(shop, rosas)
    assert early is not None
    assert (early.is_good, words(early.sentence)[:18]) == (False, "A coupon of €2.00,")
    clock.passes(days=2)
    found = coupon_scanned(shop, rosas)
    assert found is not None
    assert found.is_good
    assert found.customer is not None


def test_used_it_says_so(shop: Shop, rosas: str, clock: SetClock) -> None:
    clock.passes(days=2)
    scanned = coupon_scanned(shop, rosas)
    assert scanned is not None
    assert scanned.customer is not None
    bring_coupon(shop, open_card(shop, scanned.customer), rosas)
    used = coupon_scanned(shop, rosas)
    assert used is not None
    assert words(used.sentence) == "This coupon was used already."


def test_somebody_else_is_refused(shop: Shop, rosas: str, clock: SetClock) -> None:
    clock.passes(days=2)
    with pytest.raises(RefusedError):
        bring_coupon(shop, open_card(shop, add_customer("Oleg").id), rosas)
