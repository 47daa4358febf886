"""The ledger, over which every cap and budget is counted."""

from dataclasses import replace
from datetime import timedelta

import peewee
import pytest

from pos_companion.errors import LimitReachedError
from pos_companion.rules import Redemption, RedemptionState, Tally
from pos_companion.storage import Storage
from tests.pos_companion.storage.records import (
    NOW,
    TODAY,
    add_customer,
    contents,
    minutes,
    redemption,
)

ACCEPTED, GIVEN = RedemptionState.ACCEPTED, RedemptionState.GIVEN
ENDED = [RedemptionState.RELEASED, RedemptionState.VOIDED]
ONCE = "celebration:2026"

WHOLE = Redemption(
    key="visit-1/pet-birthday/being:3",
    rule="pet-birthday",
    version=4,
    customer=7,
    beneficiary="being:3",
    visit="visit-1",
    day=TODAY,
    state=ACCEPTED,
    cost=35,
    value=120,
    currency="EUR",
    household=2,
    celebration_year=2026,
    period_key=ONCE,
    gift=5,
    staff="Mia",
    offer="pet-birthday/being:3",
    reason={"discount": False, "days": [1, 2], "what": "größer"},
)


def add(storage: Storage, key: str, rule: str = "thanks", **about: object) -> Redemption:
    return storage.ledger.add(redemption(key, rule, **about), NOW)


def test_a_redemption_comes_back_as_it_was_written(storage: Storage) -> None:
    kept = storage.ledger.add(WHOLE, NOW)
    assert kept == replace(WHOLE, id=1)
    assert storage.ledger.by_key(WHOLE.key) == kept
    assert storage.ledger.of_visit("visit-1") == (kept,)
    assert storage.ledger.own(7, 2) == (kept,)
    assert storage.ledger.by_key("another") is None
    assert storage.ledger.of_visit("another") == ()


def test_for_oneself_stays_for_oneself(storage: Storage) -> None:
    kept = add(storage, "a")
    assert kept.beneficiary == "self"
    assert storage.ledger.by_key("a") == kept


def test_own_counts_the_customer_and_everybody_who_lives_there_now(storage: Storage) -> None:
    ana, bo, cy = (add_customer(storage, name) for name in ("Ana", "Bo", "Cy"))
    home = 90
    for one in (ana, bo):
        storage.db.execute_sql("UPDATE customer SET household_id = ? WHERE id = ?", (home, one.id))
    mine = add(storage, "mine", customer=ana.id, household=home)
    theirs = add(storage, "theirs", customer=bo.id, household=None)
    add(storage, "moved out", customer=cy.id, household=home)
    assert storage.ledger.own(ana.id, home) == (mine, replace(theirs, household=home))
    assert storage.ledger.own(ana.id, None) == (replace(mine, household=None),)
    assert storage.ledger.own(6, None) == ()


def test_own_knows_only_what_counts_and_what_this_customer_declined(storage: Storage) -> None:
    ana, bo = add_customer(storage, "Ana"), add_customer(storage, "Bo")
    storage.db.execute_sql("UPDATE customer SET household_id = 90")
    for state in RedemptionState:
        add(storage, state, customer=ana.id, household=90, state=state)
    counts = {ACCEPTED, GIVEN}
    mine = {one.state for one in storage.ledger.own(ana.id, 90)}
    assert mine == counts | {RedemptionState.DECLINED}
    assert {one.state for one in storage.ledger.own(bo.id, 90)} == counts


def test_tallies_sum_the_whole_shop_per_rule_day_and_colleague(storage: Storage) -> None:
    yesterday = TODAY - timedelta(days=1)
    add(storage, "a", customer=1, staff="Mia")
    add(storage, "b", customer=2, staff="Mia", state=GIVEN, cost=10, value=20)
    add(storage, "c", customer=3, staff="Ben")
    add(storage, "d", customer=4, staff="Mia", day=yesterday)
    add(storage, "e", customer=5, staff="Mia", state=RedemptionState.RELEASED)
    add(storage, "f", rule="other", customer=6, staff="Mia")
    assert set(storage.ledger.tallies(["thanks", "unknown"], TODAY)) == {
        Tally("thanks", TODAY, "Mia", 2, 45, 70),
        Tally("thanks", TODAY, "Ben", 1, 35, 50),
    }
    assert len(storage.ledger.tallies(["thanks", "other"], yesterday)) == 4
    assert storage.ledger.tallies([], yesterday) == ()


def test_the_same_key_is_written_once(storage: Storage) -> None:
    add(storage, "a")
    before = contents(storage)
    with pytest.raises(LimitReachedError, match="just been given"):
        add(storage, "a")
    assert contents(storage) == before


def test_a_once_only_gift_is_given_once_to_each(storage: Storage) -> None:
    add(storage, "a", customer=1, period_key=ONCE)
    with pytest.raises(LimitReachedError):
        add(storage, "b", customer=1, period_key=ONCE)
    add(storage, "c", customer=2, period_key=ONCE)
    add(storage, "d", customer=1, period_key="celebration:2027")
    add(storage, "e", customer=1, period_key=ONCE, rule="other")
    add(storage, "f", customer=1, beneficiary="being:3", period_key=ONCE)


def test_a_pet_of_two_households_has_one_birthday_gift(storage: Storage) -> None:
    add(storage, "a", customer=1, beneficiary="being:3", period_key=ONCE)
    with pytest.raises(LimitReachedError):
        add(storage, "b", customer=2, beneficiary="being:3", period_key=ONCE)


def test_what_is_not_once_only_is_given_as_often_as_wanted(storage: Storage) -> None:
    for key in ("a", "b", "c"):
        add(storage, key, customer=1)
    assert len(storage.ledger.own(1, None)) == 3


@pytest.mark.parametrize("end", ENDED)
def test_a_gift_given_back_frees_its_place(storage: Storage, end: RedemptionState) -> None:
    first = add(storage, "a", period_key=ONCE)
    storage.ledger.settle(first.id, end, minutes(1))
    ended = storage.ledger.by_key("a")
    assert ended == replace(first, state=end, period_key="")
    second = add(storage, "b", period_key=ONCE)
    assert storage.ledger.own(1, None) == (second,)


def test_giving_keeps_the_place(storage: Storage) -> None:
    first = add(storage, "a", period_key=ONCE)
    storage.ledger.settle(first.id, GIVEN, minutes(1))
    with pytest.raises(LimitReachedError):
        add(storage, "b", period_key=ONCE)


def test_what_was_given_back_can_be_promised_again_on_the_same_visit(storage: Storage) -> None:
    first = add(storage, "a", period_key=ONCE)
    storage.ledger.settle(first.id, RedemptionState.RELEASED, minutes(1))
    again = storage.ledger.revive(first.id, redemption("a", period_key=ONCE, cost=30), minutes(2))
    assert again == replace(first, cost=30)
    assert storage.ledger.by_key("a") == again


def test_it_cannot_be_promised_again_when_another_visit_took_the_place(storage: Storage) -> None:
    first = add(storage, "a", period_key=ONCE)
    storage.ledger.settle(first.id, RedemptionState.RELEASED, minutes(1))
    add(storage, "b", period_key=ONCE)
    before = contents(storage)
    with pytest.raises(LimitReachedError):
        storage.ledger.revive(first.id, redemption("a", period_key=ONCE), minutes(2))
    assert contents(storage) == before


def test_the_real_amount_takes_the_place_of_the_most(storage: Storage) -> None:
    promised = add(storage, "a")
    storage.ledger.settle_amount(promised.id, 21)
    assert storage.ledger.by_key("a") == replace(promised, cost=21, value=21)


def test_promises_that_nobody_kept_are_found_by_the_last_change(storage: Storage) -> None:
    storage.ledger.add(redemption("old-1", visit="forgotten"), minutes(-100))
    storage.ledger.add(redemption("old-2", visit="forgotten"), minutes(-100))
    kept = storage.ledger.add(redemption("old-3", visit="recorded"), minutes(-100))
    storage.ledger.settle(kept.id, GIVEN, minutes(-90))
    storage.ledger.add(redemption("new", visit="open"), NOW)
    assert storage.ledger.forgotten_visits(minutes(-50)) == ["forgotten"]


def test_a_coupon_belongs_to_what_made_it_and_goes_with_it(storage: Storage) -> None:
    made = add(storage, "a")
    terms = {
        "customer_id": 1,
        "amount": 100,
        "basis_points": 0,
        "currency": "EUR",
        "valid_from": TODAY,
        "valid_through": TODAY + timedelta(days=30),
    }
    storage.ledger.add_coupon("K7-QX", made, terms)
    assert storage.ledger.by_key("a") == replace(made, coupon="K7-QX")
    assert storage.rows("SELECT state FROM coupon") == [("open",)]
    storage.ledger.drop_coupon("K7-QX")
    assert storage.rows("SELECT code, redemption_id, state FROM coupon") == [("K7-QX", 1, "void")]


def test_a_code_makes_one_coupon(storage: Storage) -> None:
    made = add(storage, "a")
    terms = {"currency": "EUR", "valid_from": TODAY, "valid_through": TODAY}
    storage.ledger.add_coupon("K7-QX", made, terms)
    with pytest.raises(peewee.IntegrityError):
        storage.ledger.add_coupon("K7-QX", made, terms)
