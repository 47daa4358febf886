"""A second person's yes: the person first, then the PIN; for this one thing, for five minutes."""

import pytest

from pos_companion.errors import NotAllowedError, RefusedError, WrongPinError
from pos_companion.model.staff import Role
from pos_companion.rules.conditions.weekday import Weekday
from pos_companion.services.approvals import agree, who_may_agree
from pos_companion.services.look_up import open_card
from pos_companion.services.offers import accept_offer
from pos_companion.services.record_visit import VisitDeed, record_visit
from pos_companion.services.sign_in import sign_in
from pos_companion.services.staff import add_person, name_own_card
from tests.builders import add_customer, add_rule

ALWAYS = Weekday(tuple(range(7)))
PIN = "739154"


@pytest.fixture
def mia(shop):
    """A manager, while Sam is at the counter; the one rule needs a manager's yes."""
    add_rule("Big cake", ALWAYS, needs_approval=True)
    mia = add_person(shop, "Mia", Role.MANAGER, PIN).after
    sam = add_person(shop, "Sam", Role.COUNTER, "8264").after
    add_person(shop, "Zoe", Role.MANAGER, "862049")
    sign_in(shop, sam.id, "8264")
    return mia


def test_what_needs_a_yes_is_no_offer_until_somebody_else_agreed(shop, mia):
    ana = add_customer("Ana")
    found = open_card(shop, ana.id)
    (offer,) = found.to_approve
    assert (found.offers, found.why_not[0].code) == ((), "needs_approval")
    with pytest.raises(NotAllowedError):
        accept_offer(shop, found, offer)
    approval = agree(shop, found, offer, mia.id, PIN)
    row = accept_offer(shop, found, offer, approval)
    assert row.approver == "Mia"
    given = record_visit(shop, VisitDeed(found.visit_uid, ana.id, take=(offer,))).redemptions
    assert [one.approver for one in given] == ["Mia"]


def test_a_yes_is_for_one_thing_on_one_visit_and_for_five_minutes(shop, clock, mia):
    ana = open_card(shop, add_customer("Ana").id)
    bea = open_card(shop, add_customer("Bea").id)
    approval = agree(shop, ana, ana.to_approve[0], mia.id, PIN)
    with pytest.raises(NotAllowedError, match="for something else"):
        accept_offer(shop, bea, bea.to_approve[0], approval)
    clock.passes(minutes=5, seconds=1)
    with pytest.raises(NotAllowedError, match="too long ago"):
        accept_offer(shop, ana, ana.to_approve[0], approval)


def test_nobody_agrees_to_their_own_deed_nor_with_a_wrong_pin_nor_without_the_right(shop, mia):
    found = open_card(shop, add_customer("Ana").id)
    offer = found.to_approve[0]
    with pytest.raises(WrongPinError):
        agree(shop, found, offer, mia.id, "111111")
    with pytest.raises(RefusedError):
        agree(shop, found, offer, shop.person, "8264")
    sign_in(shop, mia.id, PIN)
    assert [one.name for one in who_may_agree(shop, found)] == ["Zoe"]
    with pytest.raises(RefusedError):
        agree(shop, found, offer, mia.id, PIN)


def test_who_gains_by_it_cannot_agree_and_a_colleagues_household_is_always_agreed_to(shop, mia):
    add_rule("Candle", ALWAYS)
    ana = add_customer("Ana")
    sign_in(shop, mia.id, PIN)
    name_own_card(shop, mia.id, ana.id)
    sam = next(one.id for one in shop.storage.staff.everybody() if one.name == "Sam")
    sign_in(shop, sam, "8264")
    found = open_card(shop, ana.id)
    assert {no.code for no in found.why_not} == {"staff_beneficiary"}
    assert [one.name for one in who_may_agree(shop, found)] == ["Zoe"]
    with pytest.raises(RefusedError, match="own household"):
        agree(shop, found, found.to_approve[0], mia.id, PIN)


def test_in_a_shop_of_one_person_nobody_else_is_asked(shop):
    add_rule("Big cake", ALWAYS, needs_approval=True)
    found = open_card(shop, add_customer("Ana").id)
    assert accept_offer(shop, found, found.to_approve[0]).approver == ""
