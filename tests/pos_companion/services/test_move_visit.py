"""A visit that was recorded for the wrong person goes over to the right one."""

import json

import pytest

from pos_companion.errors import NotFoundError, RefusedError
from pos_companion.i18n import words
from pos_companion.model.money import Money
from pos_companion.rules import Cap, Period, Scope, Unit
from pos_companion.rules.conditions.weekday import Weekday
from pos_companion.rules.effects.coupon import Coupon
from pos_companion.services.look_up import open_card
from pos_companion.services.merging import Joining, merge
from pos_companion.services.move_visit import move_back, move_visit
from pos_companion.services.record_visit import VisitDeed, record_visit, undo_visit
from pos_companion.services.wishes import wished
from tests.builders import (
    add_customer,
    add_rule,
    add_visit,
    basket,
    days_from,
    offer_called,
)
from tests.state import counts, everything

ALWAYS = Weekday(tuple(range(7)))


@pytest.fixture
def ana(shop):
    ana = add_customer("Ana Silva")
    for days in (9, 4):
        add_visit(ana, days)
    return ana


@pytest.fixture
def bea(shop):
    bea = add_customer("Bea Costa")
    for days in (6, 2):
        add_visit(bea, days)
    return bea


def gives(shop, customer, what, uid):
    found = open_card(shop, customer.id, uid)
    take = (offer_called(found, what),)
    return record_visit(shop, VisitDeed(uid, customer.id, basket("Tea"), take=take))


def offered(shop, customer):
    return [offer.rule.id for offer in open_card(shop, customer.id).offers]


def test_the_visit_stands_at_its_place_in_time_and_counts_for_the_other(shop, ana, bea):
    uid = f"past-{ana.id}-2025-11-17-09:00"
    moved = move_visit(shop, uid, bea.id)
    assert (moved.was, moved.customer.visits) == (ana.id, 3)
    rows = shop.storage.rows("SELECT n, uid FROM visit WHERE customer_id = ? ORDER BY n", [bea.id])
    assert [n for n, _ in rows] == [1, 2, 3]
    assert rows[1][1] == uid
    assert shop.storage.people.get(ana.id).visits == 1
    assert shop.storage.check() == []


def test_what_was_given_counts_for_the_other_and_the_shelf_stays(shop, ana, bea):
    add_rule("Biscuit", ALWAYS, caps=(Cap(Scope.PERSON, Period.MONTH, 1),))
    gives(shop, ana, "Biscuit", "one")
    left = shop.storage.stock.gifts("EUR")[1].on_hand
    assert (offered(shop, ana), offered(shop, bea)) == ([], ["biscuit"])
    moved = move_visit(shop, "one", bea.id)
    assert (len(moved.moved), moved.stayed, moved.exceptions) == (1, (), ())
    assert (offered(shop, ana), offered(shop, bea)) == (["biscuit"], [])
    assert shop.storage.stock.gifts("EUR")[1].on_hand == left


def test_undone_everything_is_as_it_was(shop, ana, bea):
    add_rule("Biscuit", ALWAYS, caps=(Cap(Scope.PERSON, Period.MONTH, 1),))
    gives(shop, bea, "Biscuit", "two")
    gives(shop, ana, "Biscuit", "one")
    before = everything(shop)
    move_back(shop, move_visit(shop, "one", bea.id))
    assert everything(shop) == before
    assert shop.storage.check() == []


def test_what_was_wished_was_not_wished_to_whom_it_names(shop, bea):
    ana = add_customer("Ana", celebrates=[("Ana", *days_from(shop, 0))])
    record_visit(shop, VisitDeed("one", ana.id, basket("Tea")))
    wished(shop, ana.id, open_card(shop, ana.id).card.celebrations[0], visit="one")
    before = everything(shop)
    moved = move_visit(shop, "one", bea.id)
    assert open_card(shop, ana.id).wishes == ()
    move_back(shop, moved)
    assert everything(shop) == before


def test_one_gift_too_many_is_flagged_and_never_lost(shop, ana, bea):
    add_rule("Biscuit", ALWAYS, caps=(Cap(Scope.PERSON, Period.MONTH, 1),))
    gives(shop, bea, "Biscuit", "two")
    gives(shop, ana, "Biscuit", "one")
    moved = move_visit(shop, "one", bea.id)
    assert len(moved.exceptions) == 1
    assert words(moved.exceptions[0])
    rows = shop.storage.rows("SELECT customer_id, state, period_key, reason FROM redemption")
    assert [row[:2] for row in rows] == [(bea.id, "given")] * 2
    assert [row[2] for row in rows] == [f"customer:{bea.id}:month:2025-11-01", None]
    flag = json.loads(rows[1][3])["exception"]
    assert flag == {"code": "already_given", "moved_from": ana.id}
    assert offered(shop, bea) == []


@pytest.mark.parametrize(("days", "flagged"), [(0, 1), (6, 1), (40, 0), (-6, 1), (-40, 0)])
def test_a_cap_is_counted_in_the_time_of_the_visit(shop, clock, ana, bea, days, flagged):
    add_rule("Biscuit", ALWAYS, caps=(Cap(Scope.PERSON, Period.ROLLING, 1, days=30),))
    start = clock.at
    clock.passes(days=max(0, -days))
    gives(shop, ana, "Biscuit", "one")
    clock.at = start
    clock.passes(days=max(0, days))
    gives(shop, bea, "Biscuit", "two")
    clock.passes(days=60)
    assert len(move_visit(shop, "one", bea.id).exceptions) == flagged


def test_a_budget_is_counted_too(shop, ana, bea):
    add_rule("Biscuit", ALWAYS, caps=(Cap(Scope.PERSON, Period.MONTH, 70, Unit.COST),))
    gives(shop, bea, "Biscuit", "two")
    gives(shop, ana, "Biscuit", "one")
    assert len(move_visit(shop, "one", bea.id).exceptions) == 1


def test_a_coupon_that_waits_goes_along(shop, clock, ana, bea):
    add_rule("Next time", ALWAYS, gives=Coupon(Money(300, "EUR")))
    gives(shop, ana, "Next time", "one")
    move_visit(shop, "one", bea.id)
    assert shop.storage.rows("SELECT customer_id FROM coupon") == [(bea.id,)]
    clock.passes(days=3)
    coupons = [offer for offer in open_card(shop, bea.id).offers if "coupon:" in offer.id]
    assert len(coupons) == 1
    assert not [offer for offer in open_card(shop, ana.id).offers if "coupon:" in offer.id]


def test_a_coupon_is_never_good_twice(shop, clock, ana, bea):
    add_rule("Next time", ALWAYS, gives=Coupon(Money(300, "EUR")))
    gives(shop, ana, "Next time", "one")
    clock.passes(days=3)
    found = open_card(shop, ana.id, "two")
    (coupon,) = [offer for offer in found.offers if "coupon:" in offer.id]
    record_visit(shop, VisitDeed("two", ana.id, basket("Tea"), take=(coupon,)))
    for uid in ("one", "two"):
        moved = move_visit(shop, uid, bea.id)
        assert len(moved.stayed) == 1
        for one in (ana, bea):
            offers = open_card(shop, one.id).offers
            assert not [offer for offer in offers if "coupon:" in offer.id]


def test_taken_back_after_the_move_it_counts_for_nobody(shop, ana, bea):
    add_rule("Biscuit", ALWAYS, caps=(Cap(Scope.PERSON, Period.MONTH, 1),))
    before = counts(shop)
    gives(shop, ana, "Biscuit", "one")
    moved = move_visit(shop, "one", bea.id)
    undo_visit(shop, "one")
    assert counts(shop) == before
    move_back(shop, moved)
    assert counts(shop) == before
    assert shop.storage.check() == []


def test_what_cannot_be_moved_is_refused_and_nothing_is_half_done(shop, ana, bea):
    record_visit(shop, VisitDeed("one", ana.id, basket("Tea")))
    record_visit(shop, VisitDeed("gone", ana.id, basket("Tea")))
    undo_visit(shop, "gone")
    before = everything(shop)
    for uid, to, sentence in (
        ("none", bea.id, "no visit with this id"),
        ("gone", bea.id, "nothing to move"),
        ("one", ana.id, "theirs already"),
        ("one", 404, "not in the records"),
    ):
        with pytest.raises((NotFoundError, RefusedError), match=sentence):
            move_visit(shop, uid, to)
    assert everything(shop) == before


def test_it_goes_to_whoever_the_number_means_now(shop, ana, bea):
    twin = add_customer("Bea Kosta")
    merge(shop, Joining(bea.id, twin.id))
    record_visit(shop, VisitDeed("one", ana.id, basket("Tea")))
    moved = move_visit(shop, "one", twin.id)
    assert moved.customer.id == bea.id
    move_visit(shop, "one", ana.id)
    with pytest.raises(RefusedError, match="moved on meanwhile"):
        move_back(shop, moved)
