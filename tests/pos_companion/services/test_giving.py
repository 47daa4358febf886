"""A cashier's own budget, a yes against a no, and the last one honoured."""

from dataclasses import replace

import pytest

from pos_companion.errors import (
    LimitReachedError,
    NotAllowedError,
    OutOfStockError,
    RefusedError,
)
from pos_companion.i18n import words
from pos_companion.model.facts import FactKind
from pos_companion.model.giving import OwnBudget, OwnReason, Waiver, WhenLastIsGone
from pos_companion.model.money import Money
from pos_companion.model.people import Gone
from pos_companion.model.staff import Role
from pos_companion.rules import Cap, Period, RedemptionState, Scope, Unit
from pos_companion.rules.conditions.weekday import Weekday
from pos_companion.rules.effects.amount_off import AmountOff
from pos_companion.services.circumstances import keep_own_budget
from pos_companion.services.giving import (
    Given,
    against_the_rule,
    can_be_honoured,
    give_anyway,
    give_own,
    honour_offer,
    own_budget,
    ways_to_say_yes,
)
from pos_companion.services.look_up import open_card
from pos_companion.services.offers import accept_offer
from pos_companion.services.record_visit import VisitDeed, record_visit, undo_visit
from pos_companion.services.sign_in import sign_in
from pos_companion.services.staff import add_person
from tests.builders import add_customer, add_fact, add_gift, add_rule, keep_profile

ALWAYS = Weekday(tuple(range(7)))
ROUGH = Given(OwnReason.ROUGH_DAY)


@pytest.fixture
def ana(shop):
    add_gift("Candle")
    keep_own_budget(shop, OwnBudget(per_day=120, per_customer=80, days=7, most_off=100))
    return add_customer("Ana")


def own_offer(shop, found, title):
    return next(one for one in own_budget(shop, found).offers if words(one.title) == title)


def test_the_own_budget_shows_what_is_left_and_what_there_is_to_give(shop, ana):
    choice = own_budget(shop, open_card(shop, ana.id))
    assert (choice.left_today, choice.left_for_them) == (Money(120, "EUR"), Money(80, "EUR"))
    assert [(words(one.title), one.needs) for one in choice.offers] == [
        ("Candle", ""),
        ("€0.50 off today", ""),
        ("€1.00 off today", "budget_rolling"),
    ]


def test_what_is_given_of_the_own_budget_is_counted_given_with_the_visit_and_undone(shop, ana):
    found = open_card(shop, ana.id)
    candle = own_offer(shop, found, "Candle")
    row = give_own(shop, found, candle, ROUGH)
    assert give_own(shop, found, candle, ROUGH).id == row.id
    assert (row.exception, row.reason["own"]) == ("", "rough_day")
    assert own_budget(shop, found).left_today == Money(70, "EUR")
    record_visit(shop, VisitDeed(found.visit_uid, ana.id, take=(candle,)))
    again = open_card(shop, ana.id)
    assert own_budget(shop, again).left_for_them == Money(30, "EUR")
    undo_visit(shop, found.visit_uid)
    assert own_budget(shop, again).left_for_them == Money(80, "EUR")


def test_beyond_the_own_budget_it_is_given_all_the_same_and_flagged(shop, ana):
    found = open_card(shop, ana.id)
    row = give_own(shop, found, own_offer(shop, found, "€1.00 off today"), ROUGH)
    assert (row.state, row.exception) == (RedemptionState.ACCEPTED, "yes_anyway")


def test_something_of_the_own_budget_needs_a_reason_before_the_visit_is_recorded(shop, ana):
    found = open_card(shop, ana.id)
    deed = VisitDeed(found.visit_uid, ana.id, take=(own_offer(shop, found, "Candle"),))
    with pytest.raises(RefusedError, match="Choose a reason"):
        record_visit(shop, deed)


def test_what_does_not_suit_them_is_given_for_a_reason_alone(shop, ana):
    add_gift("Nut bar", tags=frozenset({"nuts"}))
    add_fact(ana, "nuts", FactKind.ALLERGY, subject="nuts")
    found = open_card(shop, ana.id)
    assert "Nut bar" not in [words(one.title) for one in own_budget(shop, found).offers]
    asked = own_budget(shop, found, Waiver.ASKED_THEM).offers
    bar = next(one for one in asked if words(one.title) == "Nut bar")
    with pytest.raises(OutOfStockError):
        give_own(shop, found, bar, ROUGH)
    row = give_own(shop, found, bar, replace(ROUGH, waiver=Waiver.ASKED_THEM))
    assert (row.exception, row.reason["waiver"]) == ("waived", "asked_them")


def test_a_rule_that_says_no_can_be_passed_over_and_a_manager_sees_it(shop, ana):
    add_rule("Once", ALWAYS, caps=(Cap(Scope.PERSON, Period.EVER, 1),))
    first = open_card(shop, ana.id)
    record_visit(shop, VisitDeed(first.visit_uid, ana.id, take=first.offers))
    found = open_card(shop, ana.id)
    assert [no.code for no in found.why_not] == ["already_given"]
    (offer,) = against_the_rule(found, "once")
    assert (offer.needs, offer.period_key) == ("already_given", "")
    with pytest.raises(RefusedError, match="Choose a reason"):
        accept_offer(shop, found, offer)
    row = give_anyway(shop, found, offer, ROUGH)
    assert (row.exception, row.rule, row.reason["needs"]) == (
        "yes_anyway", "once", "already_given",
    )  # fmt: skip
    record_visit(shop, VisitDeed(found.visit_uid, ana.id, take=(offer,)))
    days = (shop.today, shop.today)
    assert [one.id for one in shop.storage.ledger.exceptions(*days)] == [row.id]
    assert offer.id in {one.id for one in ways_to_say_yes(shop, open_card(shop, ana.id), "once")}


@pytest.mark.parametrize("about", [{"no_offers": True}, {"gone": Gone.DIED}])
def test_a_firm_no_stays_a_no(shop, about):
    add_rule("Always", ALWAYS)
    found = open_card(shop, add_customer("Bea", **about).id)
    assert against_the_rule(found, "always") == ()
    assert own_budget(shop, found).offers == ()


def test_an_empty_shelf_gives_nothing_whoever_says_yes(shop, ana):
    add_gift("Cookie", left=0)
    add_rule("Cookie", ALWAYS)
    found = open_card(shop, ana.id)
    assert against_the_rule(found, "cookie") == ()


def two_tills(shop, ana, cost=50):
    """Ana's card is open with an offer while the last of it goes to Bea at another till."""
    one_a_day = Cap(Scope.RULE, Period.DAY, cost, Unit.COST)
    add_rule("One a day", ALWAYS, gives=AmountOff(Money(cost, "EUR")), caps=(one_a_day,))
    bea, found = open_card(shop, add_customer("Bea").id), open_card(shop, ana.id)
    accept_offer(shop, bea, bea.offers[0])
    return found, found.offers[0]


def test_the_last_one_at_the_same_moment_is_honoured_out_of_the_own_budget(shop, ana):
    found, offer = two_tills(shop, ana)
    with pytest.raises(LimitReachedError):
        accept_offer(shop, found, offer)
    assert can_be_honoured(shop, found, offer)
    row = honour_offer(shop, found, offer)
    assert (row.rule, row.exception, row.offer) == ("own", "last_one", offer.id)
    record_visit(shop, VisitDeed(found.visit_uid, ana.id, take=found.offers))
    assert own_budget(shop, open_card(shop, ana.id)).left_for_them == Money(30, "EUR")


def test_a_strict_shop_honours_nothing_and_an_empty_own_budget_neither(shop, ana):
    found, offer = two_tills(shop, ana, cost=90)
    with pytest.raises(LimitReachedError, match="no room"):
        honour_offer(shop, found, offer)
    keep_profile(shop, when_last_is_gone=WhenLastIsGone.STRICT)
    with pytest.raises(RefusedError, match="strict"):
        honour_offer(shop, found, offer)
    assert not can_be_honoured(shop, found, offer)


def test_only_what_another_till_used_up_is_honoured(shop, ana):
    add_rule("Off", ALWAYS, gives=AmountOff(Money(50, "EUR")))
    found = open_card(shop, ana.id)
    with pytest.raises(RefusedError, match="Nobody else was quicker"):
        honour_offer(shop, found, found.offers[0])
    accept_offer(shop, found, found.offers[0])
    assert not can_be_honoured(shop, found, found.offers[0])


def test_who_may_not_give_gives_nothing_of_any_kind(shop, ana):
    add_rule("Always", ALWAYS)
    add_person(shop, "Mia", Role.MANAGER, "739154")
    trainee = add_person(shop, "Tim", Role.TRAINEE, "8264").after
    sign_in(shop, trainee.id, "8264")
    found = open_card(shop, ana.id)
    for deed in (
        lambda: accept_offer(shop, found, found.offers[0]),
        lambda: give_own(shop, found, own_offer(shop, found, "Candle"), ROUGH),
        lambda: honour_offer(shop, found, found.offers[0]),
        lambda: record_visit(shop, VisitDeed(found.visit_uid, ana.id, take=found.offers)),
    ):
        with pytest.raises(NotAllowedError):
            deed()
