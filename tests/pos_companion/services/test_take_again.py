import pytest

from pos_companion.errors import NotFoundError
from pos_companion.model.giving import Beyond, OwnReason
from pos_companion.model.money import Money
from pos_companion.rules import Cap, Period, RedemptionState, Scope
from pos_companion.rules.conditions.first_visit import FirstVisit
from pos_companion.rules.conditions.visits_at_least import VisitsAtLeast
from pos_companion.rules.conditions.weekday import Weekday
from pos_companion.rules.effects.coupon import Coupon
from pos_companion.rules.own_budget import OWN
from pos_companion.services.coupons import coupon_offer
from pos_companion.services.giving import Given, against_the_rule, give_anyway, give_own, own_budget
from pos_companion.services.look_up import open_card
from pos_companion.services.offers import accept_offer
from pos_companion.services.record_visit import VisitDeed, record_visit, undo_visit
from pos_companion.services.take_again import take_again
from tests.builders import add_customer, add_gift, add_rule

ALWAYS = Weekday(tuple(range(7)))
GOOD_NEWS = Given(OwnReason.GOOD_NEWS)


def left(shop, name):
    gift = next(one for one in shop.storage.stock.gifts("EUR").values() if one.name == name)
    return gift.on_hand, gift.free


def promised(shop, uid):
    return [row for row in shop.storage.ledger.of_visit(uid) if row.state.counts]


def undone(shop, found, *offers):
    """The visit is recorded with what was promised, and taken back at once."""
    record_visit(shop, VisitDeed(found.visit_uid, found.card.customer.id, take=offers))
    undo_visit(shop, found.visit_uid)
    return take_again(shop, found.visit_uid, found.card.customer.id)


def test_a_gift_of_ones_own_is_promised_again_for_the_same_reason(shop):
    add_gift("Candle", left=3)
    found = open_card(shop, add_customer("Ana").id)
    (offer,) = [one for one in own_budget(shop, found).offers if one.effect.taken_from_shelf]
    give_own(shop, found, offer, GOOD_NEWS)
    again = undone(shop, found, offer)
    assert again.found.visit_uid != found.visit_uid
    (row,) = promised(shop, again.found.visit_uid)
    assert (row.rule, row.state, row.reason["own"]) == (OWN, RedemptionState.ACCEPTED, "good_news")
    assert left(shop, "Candle") == (3, 2)
    record_visit(shop, VisitDeed(again.found.visit_uid, found.card.customer.id, take=again.offers))
    assert left(shop, "Candle") == (2, 2)


def test_two_gifts_of_rules_are_both_promised_again(shop):
    add_rule("Tea", ALWAYS, caps=(Cap(Scope.PERSON, Period.EVER, 1),))
    add_rule("Bun", ALWAYS)
    found = open_card(shop, add_customer("Ana").id)
    for offer in found.offers:
        accept_offer(shop, found, offer)
    again = undone(shop, found, *found.offers)
    assert {one.rule.id for one in again.offers} == {"tea", "bun"}
    assert again.gone == ()
    assert len(promised(shop, again.found.visit_uid)) == 2


def test_a_coupon_that_was_used_is_used_by_the_visit_that_comes_instead(shop, clock):
    add_rule("Welcome", FirstVisit(), gives=Coupon(Money(100, "EUR")), kind="welcome")
    ana = add_customer("Ana")
    first = open_card(shop, ana.id)
    record_visit(shop, VisitDeed(first.visit_uid, ana.id, take=first.offers))
    clock.passes(days=2)
    (earned,) = promised(shop, first.visit_uid)
    found = open_card(shop, ana.id)
    offer = coupon_offer(shop, found, earned.coupon)
    accept_offer(shop, found, offer)
    again = undone(shop, found, offer)
    (row,) = promised(shop, again.found.visit_uid)
    assert shop.storage.coupons.get(earned.coupon).used_by == row.id


def test_a_yes_against_the_rules_is_flagged_once_more(shop):
    add_rule("Regular", VisitsAtLeast(50, 30))
    found = open_card(shop, add_customer("Ana").id)
    (offer,) = against_the_rule(found, "regular")
    give_anyway(shop, found, offer, GOOD_NEWS)
    again = undone(shop, found, offer)
    (row,) = promised(shop, again.found.visit_uid)
    assert row.exception == Beyond.YES_ANYWAY.value


def test_what_another_till_gave_meanwhile_is_said_to_be_gone(shop):
    add_gift("Tea", left=1)
    add_rule("Tea", ALWAYS)
    ana, bea = add_customer("Ana"), add_customer("Bea")
    found = open_card(shop, ana.id)
    record_visit(shop, VisitDeed(found.visit_uid, ana.id, take=found.offers))
    undo_visit(shop, found.visit_uid)
    hers = open_card(shop, bea.id)
    accept_offer(shop, hers, hers.offers[0])
    again = take_again(shop, found.visit_uid, ana.id)
    assert again.offers == ()
    assert len(again.gone) == 1
    assert promised(shop, again.found.visit_uid) == []


def test_nobody_stands_there_who_is_not_in_the_records(shop):
    with pytest.raises(NotFoundError):
        take_again(shop, "v1", 4711)
