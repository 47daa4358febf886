"""Which lines of the ledger are read for the limits of the rules."""

from dataclasses import replace
from datetime import timedelta

import pytest

from pos_companion.model.money import Money
from pos_companion.rules import Among, Cap, Period, Redemption, RedemptionState, Scope, Unit
from pos_companion.rules.conditions.weekday import Weekday
from pos_companion.rules.effects.amount_off import AmountOff
from pos_companion.services.counting import resting
from pos_companion.services.look_up import open_card
from pos_companion.services.record_visit import VisitDeed, record_visit
from tests.builders import add_customer, add_rule

ALWAYS = Weekday(tuple(range(7)))
OFF = AmountOff(Money(60, "EUR"))
MOST = 100


def gives_one(shop, name="Ana"):
    found = open_card(shop, add_customer(name).id)
    record_visit(shop, VisitDeed(found.visit_uid, found.card.customer.id, take=found.offers[:1]))


def codes(shop):
    return [no.code for no in open_card(shop, add_customer("Zoe").id).why_not]


@pytest.mark.parametrize("period", [one for one in Period if one not in {Period.VISIT}])
def test_a_budget_of_the_shop_looks_back_as_far_as_its_period(shop, clock, period):
    clock.shows("2025-11-14T09:00")
    cap = Cap(Scope.SHOP, period, MOST, Unit.COST, days=30)
    add_rule("Off", ALWAYS, gives=OFF, caps=(cap,))
    gives_one(shop)
    assert codes(shop) == [f"budget_{period}"]


def test_a_budget_for_ever_counts_what_was_given_years_ago(shop, clock):
    add_rule("Off", ALWAYS, gives=OFF, caps=(Cap(Scope.RULE, Period.EVER, MOST, Unit.COST),))
    gives_one(shop)
    clock.passes(days=900)
    assert codes(shop) == ["budget_ever"]


@pytest.mark.parametrize("scope", [Scope.STAFF, Scope.TILL])
def test_what_one_cashier_or_one_till_may_give_is_theirs_alone(shop, scope):
    add_rule("Off", ALWAYS, gives=OFF, caps=(Cap(scope, Period.DAY, MOST, Unit.VALUE),))
    shop.staff = "Mia"
    gives_one(shop)
    assert codes(shop) == ["budget_day"]
    shop.staff, shop.settings = "Ben", replace(shop.settings, till="back door")
    assert codes(shop) == []


@pytest.mark.parametrize(
    "cap",
    [
        Cap(Scope.GROUP, Period.DAY, MOST, Unit.COST),
        Cap(Scope.STAFF, Period.DAY, MOST, Unit.COST, among=Among.GROUP),
        Cap(Scope.ALL, Period.DAY, 1),
    ],
)
def test_what_other_rules_gave_counts_where_the_cap_says_so(shop, cap):
    add_rule("First", ALWAYS, gives=OFF, group="little", priority=1)
    gives_one(shop)
    add_rule("Second", ALWAYS, gives=OFF, group="little", caps=(cap,), priority=0)
    found = open_card(shop, add_customer("Zoe").id)
    assert "second" in {no.rule.id for no in found.why_not if no.code.startswith(("cap", "budget"))}


def test_only_a_no_on_the_last_two_occasions_lets_a_rule_rest(shop):
    def rows(*states):
        return [
            Redemption(
                key=str(at), rule="tea", version=1, customer=1, beneficiary="self",
                visit=str(at), day=shop.today - timedelta(days=9 - at), state=state,
                cost=0, value=0, currency="EUR", id=at,
            )
            for at, state in enumerate(states)
        ]  # fmt: skip

    no, given = RedemptionState.DECLINED, RedemptionState.GIVEN
    assert resting(rows(no, no), 1, "") == {"tea"}
    assert resting(rows(given, no, no), 1, "") == {"tea"}
    for states in ((no,), (no, given, no), (no, no, given)):
        assert resting(rows(*states), 1, "") == frozenset()
    assert resting(rows(no, no), 2, "") == frozenset()
    assert resting(rows(no, no), 1, "1") == frozenset()
