"""Not today: once, twice in a row, and offered anew."""

import pytest

from pos_companion.errors import BadInputError, NotFoundError
from pos_companion.rules import RedemptionState
from pos_companion.rules.conditions.weekday import Weekday
from pos_companion.services.declining import (
    decline_offer,
    offer_anew,
    rest_again,
    take_back_decline,
)
from pos_companion.services.look_up import open_card
from pos_companion.services.offers import accept_offer
from pos_companion.services.record_visit import VisitDeed, record_visit
from tests.builders import add_customer, add_rule


@pytest.fixture
def ana(shop):
    add_rule("Tea", Weekday(tuple(range(7))))
    return add_customer("Ana")


def says_no(shop, ana, why="not_now"):
    found = open_card(shop, ana.id)
    return decline_offer(shop, found, found.offers[0], why)


def is_offered(shop, ana):
    return bool(open_card(shop, ana.id).offers)


def test_what_was_promised_is_given_back_and_the_reason_and_the_tree_are_kept(shop, ana):
    found = open_card(shop, ana.id)
    accept_offer(shop, found, found.offers[0])
    line = decline_offer(shop, found, found.offers[0], "has_it")
    states = [row.state for row in shop.storage.ledger.of_visit(found.visit_uid)]
    assert states == [RedemptionState.RELEASED, RedemptionState.DECLINED]
    assert line.reason["declined"] == "has_it"
    assert line.reason["when"]["verdict"] == "yes"
    assert decline_offer(shop, found, found.offers[0]).id == line.id


def test_a_no_that_was_a_slip_is_taken_back(shop, ana):
    found = open_card(shop, ana.id)
    take_back_decline(shop, decline_offer(shop, found, found.offers[0]))
    assert open_card(shop, ana.id, found.visit_uid).offers


def test_two_in_a_row_let_it_rest_until_it_is_offered_anew(shop, ana):
    says_no(shop, ana)
    assert is_offered(shop, ana)
    says_no(shop, ana)
    found = open_card(shop, ana.id)
    assert [(no.code, no.explanation["with"]) for no in found.why_not] == [
        ("declined", {"resting": True})
    ]
    noes = offer_anew(shop, ana.id, "tea")
    assert is_offered(shop, ana)
    rest_again(shop, noes)
    assert not is_offered(shop, ana)
    bea = add_customer("Bea")
    assert is_offered(shop, bea)
    with pytest.raises(NotFoundError):
        offer_anew(shop, bea.id, "tea")


def test_a_yes_in_between_begins_the_count_anew(shop, ana):
    says_no(shop, ana)
    found = open_card(shop, ana.id)
    record_visit(shop, VisitDeed(found.visit_uid, ana.id, take=found.offers))
    says_no(shop, ana)
    assert is_offered(shop, ana)


def test_a_reason_is_one_of_the_list(shop, ana):
    with pytest.raises(BadInputError, match="not_now"):
        says_no(shop, ana, "because")
