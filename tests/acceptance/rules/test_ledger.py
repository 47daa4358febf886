"""The ledger: once is once, what is undone is as before, and nobody's promise blocks another."""

import pytest

from pos_companion.errors import CompanionError, LimitReachedError
from pos_companion.model.money import Money
from pos_companion.rules import Cap, Period, RedemptionState, Scope
from pos_companion.rules.conditions.concern_closed import ConcernClosed
from pos_companion.rules.conditions.first_visit import FirstVisit
from pos_companion.rules.conditions.item_bought import ItemBought
from pos_companion.rules.conditions.visits_nth import VisitsNth
from pos_companion.rules.conditions.weekday import Weekday
from pos_companion.rules.effects.amount_off import AmountOff
from pos_companion.rules.effects.coupon import Coupon
from pos_companion.rules.evaluate import evaluate
from pos_companion.services.deeds import do
from pos_companion.services.look_up import open_card
from pos_companion.services.merging import Joining, merge, unmerge
from pos_companion.services.offers import accept_offer, end_shift, release_offers
from pos_companion.services.record_visit import VisitDeed, record_visit, undo_visit
from tests.builders import add_customer, add_gift, add_rule, basket
from tests.state import counts

ALWAYS = Weekday(tuple(range(7)))
OFF = AmountOff(Money(60, "EUR"))


def shelf(shop, name):
    (gift,) = (one for one in shop.storage.stock.gifts("EUR").values() if one.name == name)
    return gift.on_hand, gift.free


def takes_all(shop, customer, uid=""):
    found = open_card(shop, customer.id, uid)
    return record_visit(shop, VisitDeed(found.visit_uid, customer.id, take=found.offers))


def codes(shop, customer):
    return {no.rule.id: no.code for no in open_card(shop, customer.id).why_not}


def test_t03_r18_the_same_deeds_sent_three_times_leave_one_row(shop):
    add_rule("Tea", ALWAYS)
    ana = add_customer("Ana")
    found = open_card(shop, ana.id, "v1")
    rows = {accept_offer(shop, found, found.offers[0]).id for _ in range(3)}
    deed = VisitDeed("v1", ana.id, take=found.offers)
    rows |= {record_visit(shop, deed).redemptions[0].id for _ in range(3)}
    assert len(rows) == len(shop.storage.ledger.of_visit("v1")) == 1
    assert shelf(shop, "Tea") == (9, 9)


def test_t04_r21_r23_a_visit_taken_back_leaves_stock_caps_coupon_milestone_and_stage(shop, clock):
    add_rule("Welcome", FirstVisit(), gives=Coupon(Money(100, "EUR")), kind="welcome")
    add_rule("Second", VisitsNth(2), caps=(Cap(Scope.PERSON, Period.EVER, 1),))
    ana = add_customer("Ana")
    takes_all(shop, ana, "first")
    clock.passes(days=2)
    before = counts(shop), open_card(shop, ana.id).facts.standing, codes(shop, ana)
    given = takes_all(shop, ana, "second").redemptions
    assert len(given) == 2
    assert counts(shop) != before[0]
    undo_visit(shop, "second")
    assert (counts(shop), open_card(shop, ana.id).facts.standing, codes(shop, ana)) == before
    again = [offer.id for offer in open_card(shop, ana.id).offers]
    assert sorted(again) == sorted(row.offer for row in given)


def test_t05_r15_r26_two_records_of_one_person_share_their_limits_until_they_are_parted(shop):
    add_rule("Once", ALWAYS, caps=(Cap(Scope.PERSON, Period.EVER, 1),))
    ana, twin = add_customer("Ana", email="a@example.org"), add_customer("Anna")
    takes_all(shop, ana)
    before = counts(shop)
    assert codes(shop, twin) == {}
    merged = merge(shop, Joining(ana.id, twin.id))
    assert codes(shop, twin) == {"once": "already_given"}
    shop.storage.db.execute_sql("UPDATE customer SET email = 'new@example.org'")
    assert codes(shop, twin) == {"once": "already_given"}
    unmerge(shop, merged.id)
    assert counts(shop) == before
    assert codes(shop, twin) == {}


def test_t06_r24_what_one_customer_left_behind_is_there_for_the_next(shop):
    add_gift("Last one", left=1)
    add_rule("Last one", ALWAYS)
    ana, bea = add_customer("Ana"), add_customer("Bea")
    found = open_card(shop, ana.id)
    accept_offer(shop, found, found.offers[0])
    assert codes(shop, bea) == {"last-one": "out_of_stock"}
    release_offers(shop, found.visit_uid)
    assert codes(shop, bea) == {}
    hers = open_card(shop, bea.id)
    accept_offer(shop, hers, hers.offers[0])
    assert end_shift(shop, keep=hers.visit_uid) == 0
    assert end_shift(shop) == 1
    assert codes(shop, ana) == {}


def test_r12_r14_r16_the_same_limits_hold_on_the_card_by_script_and_when_recording(shop):
    add_rule("Once", ALWAYS, caps=(Cap(Scope.PERSON, Period.EVER, 1),))
    add_rule("Other", ALWAYS)
    ana = add_customer("Ana")
    old = open_card(shop, ana.id, "old")
    takes_all(shop, ana)
    assert codes(shop, ana) == {"once": "already_given"}
    with pytest.raises(CompanionError, match="already had this today"):
        do(shop, "accept", {"customer": ana.id, "visit": "v2", "offer": "once"})
    with pytest.raises(CompanionError, match="already had this today"):
        record_visit(shop, VisitDeed("old", ana.id, take=old.offers))
    taken = do(shop, "visit", {"customer": ana.id, "uid": "v3", "take": ["other"]})
    assert [row["rule"] for row in taken["redemptions"]] == ["other"]


def test_r13_limits_are_counted_over_the_rows_and_kept_nowhere_else(shop):
    add_rule("Twice", ALWAYS, caps=(Cap(Scope.PERSON, Period.EVER, 2),))
    ana = add_customer("Ana")
    for _ in range(2):
        takes_all(shop, ana)
    assert codes(shop, ana) == {"twice": "cap_person"}
    shop.storage.db.execute_sql("UPDATE redemption SET state = 'voided' WHERE id = 1")
    assert codes(shop, ana) == {}


def test_r19_judging_again_and_again_changes_nothing(shop):
    add_rule("Off", ALWAYS, gives=OFF)
    found = open_card(shop, add_customer("Ana").id)
    facts = found.facts.with_basket(basket("Coffee"))
    results = [evaluate(facts, found.rules, found.ledger) for _ in range(3)]
    assert results[0] == results[1] == results[2]


def test_r20_a_rule_gives_one_thing_on_a_visit_and_a_visit_two_in_all(shop):
    for name in ("One", "Two", "Three"):
        add_rule(name, ALWAYS)
    ana = add_customer("Ana")
    found = open_card(shop, ana.id, "v1")
    for offer in found.offers[:2]:
        accept_offer(shop, found, offer)
    with pytest.raises(LimitReachedError, match="already has its 2 gestures"):
        accept_offer(shop, found, found.offers[2])
    assert {no.code for no in open_card(shop, ana.id, "v1").why_not} == {"cap_all"}


def test_r22_a_visit_of_somebody_else_takes_what_was_given_along(shop):
    add_rule("Once", ALWAYS, caps=(Cap(Scope.PERSON, Period.EVER, 1),))
    ana, bea = add_customer("Ana"), add_customer("Bea")
    takes_all(shop, bea)
    takes_all(shop, ana, "v1")
    moved = do(shop, "move_visit", {"uid": "v1", "to": bea.id})
    assert moved["redemptions"] == {"moved": 1, "stayed": 0}
    assert (codes(shop, ana), codes(shop, bea)) == ({}, {"once": "already_given"})
    (listed,) = do(shop, "exceptions", {})["exceptions"]
    assert listed["how"] == "It came with a visit that was moved to them"


def test_r27_an_empty_shelf_and_a_condition_that_fails_withdraw_the_offer_with_a_reason(shop):
    add_gift("Cookie", left=1)
    add_rule("Cookie", ItemBought("Coffee"))
    ana = add_customer("Ana")
    found = open_card(shop, ana.id)
    with_coffee = evaluate(found.facts.with_basket(basket("Coffee")), found.rules, found.ledger)
    assert [one.rule.id for one in with_coffee.offers] == ["cookie"]
    without = evaluate(found.facts.with_basket(basket("Tea")), found.rules, found.ledger)
    assert [no.code for no in without.why_not] == ["condition_false"]
    shop.storage.stock.take(1)
    again = open_card(shop, ana.id)
    empty = evaluate(again.facts.with_basket(basket("Coffee")), again.rules, again.ledger)
    assert [no.code for no in empty.why_not] == ["out_of_stock"]


def test_what_went_wrong_is_made_good_once_also_after_it_was_closed(shop, clock):
    """`concern_closed` on real records; at most one apology for one thing, by whichever rule."""
    for name in ("Sorry", "Sorry again"):
        add_rule(name, ConcernClosed(7), kind="apology")
    ana = add_customer("Ana")
    assert set(codes(shop, ana).values()) == {"condition_false"}
    owed = do(shop, "concern", {"customer": ana.id, "title": "Sour milk", "owner": "Sam",
                                "promise": "a fresh one", "due": "2025-11-22"})  # fmt: skip
    step = {"customer": ana.id, "n": owed["n"], "text": "brought a new one", "told": "in_person"}
    do(shop, "concern_step", {**step, "step": "close"})
    clock.passes(days=1)
    found = open_card(shop, ana.id)
    assert len(found.offers) == 2
    record_visit(shop, VisitDeed(found.visit_uid, ana.id, take=found.offers[:1]))
    assert codes(shop, ana) == {"sorry": "already_given", "sorry-again": "already_given"}


def test_r36_r37_of_a_promise_nobody_recorded_nothing_is_left_for_the_staff(shop, clock):
    add_rule("Tea", ALWAYS)
    found = open_card(shop, add_customer("Ana").id)
    accept_offer(shop, found, found.offers[0])
    assert end_shift(shop) == 1
    states = [row.state for row in shop.storage.ledger.of_visit(found.visit_uid)]
    assert (states, shelf(shop, "Tea")) == ([RedemptionState.RELEASED], (10, 10))
