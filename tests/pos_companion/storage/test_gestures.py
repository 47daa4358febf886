"""What the office reads about gifts and visits gone by."""

from datetime import timedelta

from pos_companion.model.care import Concern
from pos_companion.model.gestures import Gesture, OwnCards, TakenBack
from pos_companion.model.people import Source, SourceTouch
from pos_companion.model.staff import Role, Staff
from pos_companion.rules import RedemptionState
from pos_companion.rules.own_budget import OWN
from pos_companion.storage import Storage
from tests.pos_companion.storage.records import (
    NOW,
    TIME,
    TODAY,
    add_customer,
    add_product,
    minutes,
    redemption,
    visit_of,
)

WEEK = (TODAY - timedelta(days=6), TODAY)
GIVEN = RedemptionState.GIVEN


def test_only_what_counts_is_given_and_the_use_of_a_coupon_counts_once(storage: Storage) -> None:
    add = storage.ledger.add
    add(redemption("kept", state=GIVEN, staff="Mia", reason={"own": "rough_day"}), NOW)
    add(redemption("own", OWN), NOW)
    add(redemption("anyway", exception="yes_anyway"), NOW)
    add(redemption("used", period_key="coupon:K7"), NOW)
    add(redemption("before", day=WEEK[0] - timedelta(days=1)), NOW)
    add(redemption("dollars", currency="USD"), NOW)
    for number, state in enumerate(RedemptionState):
        if not state.counts:
            add(redemption(f"no-{number}", state=state), NOW)
    given = storage.gestures.given(WEEK, "EUR")
    assert given[0] == Gesture("thanks", 1, "visit-kept", TODAY, 35, 50, "Mia", "", "rough_day")
    assert [(one.visit, one.chosen) for one in given] == [
        ("visit-kept", False),
        ("visit-own", True),
        ("visit-anyway", True),
    ]
    assert [one.visit for one in storage.gestures.coupons_used(WEEK)] == ["visit-used"]
    assert storage.gestures.in_other_money(WEEK, "EUR") == 1
    assert storage.gestures.noes(WEEK) == {1: 1}


def test_what_was_bought_is_known_only_in_the_money_of_the_shop(storage: Storage) -> None:
    ana, bread = add_customer(storage), add_product(storage, "Bread")
    storage.visits.record(visit_of(ana, "paid", bread, cents=240))
    storage.visits.record(visit_of(ana, "unknown", at=minutes(1)))
    storage.visits.record(visit_of(ana, "later", bread, at=minutes(30)))
    storage.visits.record(visit_of(ana, "back", bread, at=minutes(2)))
    storage.visits.void("back", minutes(40))
    came = storage.gestures.came(WEEK, minutes(10), TIME, "EUR")
    assert {one.visit: one.sales for one in came} == {"paid": 240, "unknown": None}
    assert next(one.at for one in came if one.visit == "paid") == NOW.replace(tzinfo=None)
    assert {one.sales for one in storage.gestures.came(WEEK, minutes(10), TIME, "USD")} == {None}
    assert storage.gestures.all_days(WEEK, minutes(60)) == {ana.id: (TODAY, TODAY, TODAY)}


def test_a_gift_whose_visit_was_taken_back_tells_how_late(storage: Storage) -> None:
    ana = add_customer(storage)
    for key in ("late", "stays"):
        storage.visits.record(visit_of(ana, f"visit-{key}"))
    line = storage.ledger.add(redemption("late", customer=ana.id, staff="Sam"), NOW)
    storage.ledger.add(redemption("stays", customer=ana.id, staff="Sam"), NOW)
    storage.visits.void("visit-late", minutes(25))
    storage.ledger.settle(line.id, RedemptionState.VOIDED, minutes(25))
    assert storage.gestures.taken_back(WEEK) == (TakenBack(ana.id, TODAY, 25, "Sam"),)


def test_the_card_of_a_colleague_is_known_by_both_numbers_after_a_merge(storage: Storage) -> None:
    old, kept = add_customer(storage, "Sam Roe"), add_customer(storage, "Samuel Roe")
    storage.staff.add(Staff(0, "Sam", Role.COUNTER, customer=old.id), "")
    storage.staff.add(Staff(0, "Mia", Role.MANAGER), "")
    assert storage.gestures.colleagues() == (OwnCards("Sam", frozenset({old.id})),)
    with storage.transaction():
        storage.merging.merge(kept.id, old.id, {}, False, NOW)
    assert storage.gestures.colleagues() == (OwnCards("Sam", frozenset({old.id, kept.id})),)


def test_the_first_way_somebody_named_stays_the_first(storage: Storage) -> None:
    ana = add_customer(storage)
    storage.visits.record(visit_of(ana, "one"))
    for source in (Source.FRIEND, Source.SEARCH):
        storage.touches.add(SourceTouch(ana.id, 0, TODAY, source, effort="two buses"))
    add_customer(storage, "Leo")
    touches = storage.gestures.touches()
    assert [one.source for one in touches[ana.id]] == [Source.FRIEND, Source.SEARCH]
    assert list(touches) == [ana.id]
    assert storage.gestures.days_of_asked(minutes(1)) == {ana.id: (TODAY,)}
    assert storage.gestures.customers() == 2


def test_who_is_owed_something_is_looked_at_more_closely(storage: Storage) -> None:
    ana, leo = add_customer(storage), add_customer(storage, "Leo")
    storage.concerns.add(Concern(ana.id, 1, "Sour", "a new one", "Mia", TODAY, TODAY))
    assert storage.gestures.pinned_or_owed() == {ana.id}
    assert storage.gestures.told_about() == {ana.id}
    storage.touches.add(SourceTouch(ana.id, 0, TODAY, Source.FRIEND, referred_by=leo.id))
    assert storage.gestures.told_about() == {ana.id, leo.id}
