"""What a simulation reads is what the card would have shown; more in `test_simulation`."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from pos_companion.errors import BadInputError
from pos_companion.model.stock import MoveKind, StockMove
from pos_companion.rules import RedemptionState
from pos_companion.rules.conditions.visits_at_least import VisitsAtLeast
from pos_companion.services.declining import decline_offer
from pos_companion.services.look_up import open_card
from pos_companion.services.not_usual import not_usual
from pos_companion.services.past_reading import read_past
from pos_companion.services.record_visit import VisitDeed, record_visit
from pos_companion.services.shelf import receive
from tests.builders import add_customer, add_rule, add_visit, add_visits, basket
from tests.pos_companion.services.test_simulation import done


def read(shop, days=30):
    return done(read_past(shop, shop.today - timedelta(days=days), shop.today))


def come(shop, clock, customer, day, take=True):
    clock.shows(datetime.combine(day, datetime.min.time()).isoformat()[:11] + "10:00")
    found = open_card(shop, customer.id)
    taken = found.offers[:1] if take else ()
    record_visit(shop, VisitDeed(found.visit_uid, customer.id, basket("Coffee"), take=taken))
    return found


def test_a_visit_is_read_with_the_facts_the_card_had(shop, clock):
    ana = add_customer("Ana", celebrates=[("Rex", 5, 1)])
    add_visits(ana, 3)
    found = come(shop, clock, ana, date(2025, 11, 22), take=False)
    (case,) = read(shop, 0).cases
    seen, shown = case.facts, found.facts
    for name in ("now", "today", "visits", "visit_count", "members", "celebrations", "hushed"):
        assert getattr(seen, name) == getattr(shown, name), name
    assert (seen.customer.visits, seen.visit_uid) == (3, shown.visit_uid)
    assert [line.product.name for line in seen.basket.lines] == ["Coffee"]


def test_their_usual_was_what_it_was_known_to_be_on_that_day(shop, clock):
    ana = add_customer("Ana")
    add_visits(ana, 30, every=1, items=("Coffee",))
    coffee = open_card(shop, ana.id).card.usual.basket[0].product
    shown = []
    for day in (22, 23, 24):
        found = come(shop, clock, ana, date(2025, 11, day), take=False)
        shown.append(found.facts.usual.state)
        clock.passes(hours=1)
        if day == 22:
            not_usual(shop, ana.id, coffee)
    not_usual(shop, ana.id, coffee)
    past = read(shop, 2)
    assert [past.fill["usual"](case.facts).usual.state for case in past.cases] == shown
    assert shown[0] != shown[1] == shown[2]


def test_more_than_a_hundred_visits_before_are_counted_and_not_carried(shop):
    ana = add_customer("Ana")
    for back in range(130, 0, -1):
        add_visit(ana, days_ago=back)
    last = read(shop, 2).cases[-1].facts
    assert (last.visit_count, len(last.visits)) == (129, 100)


def test_the_shelf_is_what_it_was_in_the_beginning(shop, clock):
    add_rule("Biscuit", VisitsAtLeast(1, 30))
    (biscuit,) = shop.storage.stock.gifts("EUR").values()
    first = shop.today
    come(shop, clock, add_customer("Ana"), first + timedelta(days=1))
    receive(shop, biscuit.id, 5)
    come(shop, clock, add_customer("Ben"), first + timedelta(days=2))
    past = done(read_past(shop, first, shop.today))
    assert past.shelf[biscuit.id].on_hand == 10
    assert [(arrival.gift, arrival.pieces) for arrival in past.arrivals] == [(biscuit.id, 5)]
    assert [len(case.real) for case in past.cases] == [1, 1]
    later = done(read_past(shop, first + timedelta(days=2), shop.today))
    assert (later.shelf[biscuit.id].on_hand, len(later.before)) == (14, 1)
    move = StockMove(0, biscuit.id, clock.now(), shop.today, MoveKind.COUNTED, -99, "lost")
    shop.storage.stock.note(move)
    assert done(read_past(shop, first, shop.today)).shelf[biscuit.id].on_hand == 109


def test_a_rule_somebody_refused_twice_rests_from_then_on(shop, clock):
    add_rule("Biscuit", VisitsAtLeast(1, 30))
    ana, first = add_customer("Ana"), shop.today
    for day in range(1, 5):
        clock.shows((first + timedelta(days=day)).isoformat() + "T10:00")
        found = open_card(shop, ana.id)
        if found.offers:
            decline_offer(shop, found, found.offers[0])
        record_visit(shop, VisitDeed(found.visit_uid, ana.id, basket("Coffee")))
    past = done(read_past(shop, first, shop.today))
    assert [len(case.resting) for case in past.cases] == [0, 0, 1, 1]
    assert past.asked["biscuit"].refused == 2
    states = {row.state for row in shop.storage.visits.ledger_lines()}
    assert states == {RedemptionState.DECLINED}


def test_it_tells_how_far_it_is(shop):
    for at in range(30):
        add_visit(add_customer(f"Ana {at}"), days_ago=1)
    told = list(read_past(shop, shop.today - timedelta(days=3), shop.today))
    assert [(one.done, one.of) for one in told] == [(25, 30)]


def test_days_the_wrong_way_round_are_no_past(shop):
    with pytest.raises(BadInputError):
        next(read_past(shop, shop.today, shop.today - timedelta(days=1)))
    assert replace(read(shop), fill={}).cases == ()
