"""What was promised for the next visit, and can be used now."""

from dataclasses import replace
from datetime import date

import pytest

from pos_companion.i18n import words
from pos_companion.model.money import Money
from pos_companion.rules import Cap, Ledger, Period, Redemption, RedemptionState, Rule, Scope
from pos_companion.rules.conditions.first_visit import FirstVisit
from pos_companion.rules.effects.coupon import Coupon
from tests.pos_companion.rules.cases import facts, judged, kept, offered, only, row, rule

RULE = rule(
    FirstVisit(),
    Coupon(Money(200, "EUR")),
    rule_id="first",
    caps=(Cap(Scope.PERSON, Period.EVER, 1),),
)
EARNED_ON = date(2026, 11, 10)


def earned(given: RedemptionState = RedemptionState.GIVEN) -> Redemption:
    seen = facts(today=EARNED_ON, visit_uid="visit-one")
    return kept(only(judged(RULE, seen)), seen, state=given, id=5)


@pytest.mark.parametrize(
    ("today", "good"),
    [
        (date(2026, 11, 10), False),
        (date(2026, 11, 11), True),
        (date(2026, 12, 10), True),
        (date(2026, 12, 11), False),
    ],
)
def test_it_is_good_from_the_next_day_through_the_last(today: date, good: bool) -> None:
    result = judged(RULE, facts(today=today, visit_count=1), Ledger((earned(),)))
    assert bool(result.offers) is good


def test_its_offer_says_what_was_promised_and_costs_nothing_more() -> None:
    offer = only(judged(RULE, facts(visit_count=1), Ledger((earned(),))))
    assert offer.id == "first:self:coupon:5"
    assert (words(offer.title), words(offer.reason)) == ("€2.00 off today", "Promised on 10 Nov")
    assert words(offer.say) == "This is what we promised you last time."
    assert (offer.cost, offer.value) == (Money(0, "EUR"), Money(200, "EUR"))


def test_it_is_used_once() -> None:
    seen = facts(visit_count=1)
    offer = only(judged(RULE, seen, Ledger((earned(),))))
    used = kept(offer, seen, visit="visit-two")
    later = facts(visit_count=2, visit_uid="visit-three")
    assert not judged(RULE, later, Ledger((earned(), used))).offers
    undone = replace(used, state=RedemptionState.VOIDED)
    assert judged(RULE, later, Ledger((earned(), undone))).offers


def test_it_belongs_to_the_one_who_earned_it_and_only_when_it_was_handed_over() -> None:
    seen = facts(visit_count=1)
    spouses = replace(earned(), customer=2)
    promised = earned(RedemptionState.ACCEPTED)
    for other in (spouses, promised):
        assert not judged(RULE, seen, Ledger((other,))).offers


def test_a_visit_that_has_its_discount_takes_no_coupon_beside_it() -> None:
    taken = row("other", visit="visit-now", reason={"discount": True})
    assert not judged(RULE, facts(visit_count=1), Ledger((earned(), taken))).offers


def test_a_share_is_used_as_a_share() -> None:
    share = replace(RULE, effects=(Coupon(Money(500, "EUR"), basis_points=1500),))
    seen = facts(today=EARNED_ON, visit_uid="visit-one")
    coupon = kept(only(judged(share, seen)), seen)
    assert offered(judged(share, facts(visit_count=1), Ledger((coupon,)))) == ["15% off today"]


def test_terms_of_another_version_do_not_stop_the_card() -> None:
    odd = replace(earned(), reason={"effect": {"kind": "coupon", "colour": "red"}})
    assert judged(RULE, facts(visit_count=1), Ledger((odd,))).why_not


AT_ONCE = replace(RULE, effects=(Coupon(Money(200, "EUR"), same_visit=True),))


def on_this_visit(made: Rule, state: RedemptionState = RedemptionState.ACCEPTED) -> Redemption:
    seen = facts()
    return kept(only(judged(made, seen)), seen, state=state, id=5)


@pytest.mark.parametrize("state", [RedemptionState.ACCEPTED, RedemptionState.GIVEN])
def test_earning_and_using_in_one_visit_is_forbidden_unless_set(state: RedemptionState) -> None:
    assert not judged(RULE, facts(), Ledger((on_this_visit(RULE, state),))).offers
    offer = only(judged(AT_ONCE, facts(), Ledger((on_this_visit(AT_ONCE, state),))))
    assert words(offer.reason) == "Earned on this visit, and good at once"
    assert (offer.cost, offer.value) == (Money(0, "EUR"), Money(200, "EUR"))


def test_one_that_is_used_at_once_is_one_discount_and_no_more() -> None:
    earned_now = on_this_visit(AT_ONCE)
    other = row("other", visit="visit-now", reason={"discount": True})
    assert not judged(AT_ONCE, facts(), Ledger((earned_now, other))).offers
    used = kept(only(judged(AT_ONCE, facts(), Ledger((earned_now,)))), facts())
    assert not judged(AT_ONCE, facts(), Ledger((earned_now, used))).offers


def test_one_for_whoever_brings_it_is_paper_and_never_used_at_once() -> None:
    paper = replace(RULE, effects=(Coupon(Money(200, "EUR"), bearer=True, same_visit=True),))
    assert not judged(paper, facts(), Ledger((on_this_visit(paper),))).offers
