"""Coupons that may be used on the visit that earns them."""

import pytest

from pos_companion.errors import LimitReachedError
from pos_companion.model.money import Money
from pos_companion.rules.conditions.first_visit import FirstVisit
from pos_companion.rules.effects.coupon import Coupon
from pos_companion.rules.simulate.past import Options, Taking
from pos_companion.services.look_up import open_card
from pos_companion.services.offers import accept_offer, release_offers
from pos_companion.services.record_visit import VisitDeed, record_visit, undo_visit
from pos_companion.services.simulation import simulate
from pos_companion.services.steps import finished
from pos_companion.services.take_back import WhyBack, put_back_visit, take_back_visit
from tests.builders import add_customer, add_rule, offer_called
from tests.state import everything


@pytest.fixture
def earning(shop):
    """Somebody whose first visit earns two euros, to be used now or later; promised already."""
    add_rule("Welcome", FirstVisit(), gives=Coupon(Money(200, "EUR"), same_visit=True))
    ana = add_customer("Ana Silva")
    found = open_card(shop, ana.id, "first")
    coupon = offer_called(found, "Welcome")
    accept_offer(shop, found, coupon)
    return ana, coupon


def use_of(shop, ana):
    (use,) = open_card(shop, ana.id, "first").offers
    return use


def states(shop):
    rows = shop.storage.rows("SELECT state, used_by IS NOT NULL FROM coupon")
    return [(state, bool(used)) for state, used in rows]


def test_it_is_used_on_the_visit_that_earns_it_and_taken_back_with_it(shop, earning):
    ana, coupon = earning
    use = use_of(shop, ana)
    accept_offer(shop, open_card(shop, ana.id, "first"), use)
    record_visit(shop, VisitDeed("first", ana.id, take=(coupon, use)))
    assert states(shop) == [("used", True)]
    recorded = everything(shop)
    assert open_card(shop, ana.id).offers == ()
    taken = take_back_visit(shop, "first", WhyBack.TWICE)
    assert states(shop) == [("void", True)]
    put_back_visit(shop, taken)
    assert everything(shop) == recorded


def test_whoever_keeps_it_can_use_it_later(shop, clock, earning):
    ana, coupon = earning
    record_visit(shop, VisitDeed("first", ana.id, take=(coupon,)))
    assert states(shop) == [("open", False)]
    assert len(open_card(shop, ana.id).offers) == 1
    clock.passes(days=3)
    use = offer_called(open_card(shop, ana.id, "second"), "Welcome")
    record_visit(shop, VisitDeed("second", ana.id, take=(use,)))
    assert states(shop) == [("used", True)]
    undo_visit(shop, "second")
    assert states(shop) == [("open", False)]


def test_without_the_coupon_there_is_no_use_of_it(shop, earning):
    ana, coupon = earning
    use = use_of(shop, ana)
    accept_offer(shop, open_card(shop, ana.id, "first"), use)
    before = everything(shop)
    with pytest.raises(LimitReachedError, match="not given on this visit"):
        record_visit(shop, VisitDeed("first", ana.id, take=(use,)))
    assert everything(shop) == before
    release_offers(shop, "first", coupon.id)
    held = shop.storage.rows("SELECT count(*) FROM redemption WHERE state = 'accepted'")
    assert held == [(0,)]
    with pytest.raises(LimitReachedError):
        accept_offer(shop, open_card(shop, ana.id, "first"), use)


def test_simulated_as_it_was_recorded_it_is_used_again(shop, earning):
    ana, coupon = earning
    use = use_of(shop, ana)
    accept_offer(shop, open_card(shop, ana.id, "first"), use)
    record_visit(shop, VisitDeed("first", ana.id, take=(coupon, use)))
    as_recorded = Options(taking=Taking.AS_RECORDED)
    steps = simulate(shop, shop.storage.rulebook.rules(), 7, options=as_recorded)
    report = finished(steps).report
    assert (report.reproduced, report.missed) == (2, 0)
