"""What gifts cost, as the office sees it."""

from datetime import timedelta

import pytest

from pos_companion.errors import NotAllowedError
from pos_companion.model.money import Money
from pos_companion.model.staff import Role
from pos_companion.rules import Among, Cap, Period, Scope, Unit
from pos_companion.rules.conditions.all_of import AllOf
from pos_companion.rules.own_budget import OWN
from pos_companion.services import Shop
from pos_companion.services.gesture_costs import gesture_costs
from pos_companion.services.report_days import Days, Span, days_of
from pos_companion.services.staff import add_person
from tests.builders import add_customer, add_rule, keep_profile
from tests.gesture_stories import BUDGET, came, give


def lately(shop: Shop) -> Days:
    return days_of(shop, Span.DAYS_90)


def test_costs_are_told_by_rule_colleague_and_reason_and_exceptions_apart(shop: Shop) -> None:
    ana = add_customer("Ana")
    add_rule("Thanks", AllOf(()))
    give(shop, came(shop, ana, 1), reason={"own": "waited"})
    give(shop, came(shop, ana, 2, "Sam"), OWN, cost=200)
    give(shop, came(shop, ana, 3, cents=None), exception="yes_anyway", cost=40)
    report = gesture_costs(shop, lately(shop))
    sums = report.costs
    assert {rule: one.cost for rule, one in sums.by_rule.items()} == {OWN: 200, "thanks": 100}
    assert {who: one.times for who, one in sums.by_staff.items()} == {"Sam": 1, "Mia": 2}
    assert {why: one.cost for why, one in sums.by_reason.items()} == {"": 240, "waited": 60}
    assert (sums.exceptions.cost, list(sums.by_exception)) == (40, ["yes_anyway"])
    assert (sums.all.known, sums.all.sales, sums.all.share) == (2, 1500, 1733)
    assert report.rules["thanks"] == "Thanks"


def test_budgets_are_told_in_their_own_period_as_of_today(shop: Shop) -> None:
    ana = add_customer("Ana")
    of_group = Cap(Scope.GROUP, Period.ROLLING, 1000, Unit.COST, 40)
    of_all = Cap(Scope.SHOP, Period.EVER, 9000, Unit.VALUE, among=Among.ALL)
    add_rule("Thanks", AllOf(()), caps=(BUDGET, of_group), group="kind")
    add_rule("Cake", AllOf(()), caps=(of_all, Cap(Scope.PERSON, Period.DAY, 1)), group="kind")
    for days_ago, rule in ((0, "thanks"), (30, "thanks"), (1, "cake"), (2, OWN)):
        give(shop, came(shop, ana, days_ago), rule)
    report = gesture_costs(shop, lately(shop))
    left = {(one.rule, one.cap.scope): one.spent.amount for one in report.budgets}
    assert left == {
        ("thanks", Scope.RULE): 60,
        ("thanks", Scope.GROUP): 180,
        ("cake", Scope.SHOP): 480,
    }
    assert {one.limit.amount for one in report.budgets} == {2000, 1000, 9000}


def test_own_budgets_are_told_by_name_with_the_dearest_day(shop: Shop) -> None:
    ana, leo = add_customer("Ana"), add_customer("Leo")
    give(shop, came(shop, ana, 1, "Sam"), OWN, cost=300)
    give(shop, came(shop, leo, 1, "Sam"), OWN, cost=250)
    give(shop, came(shop, ana, 4, "Sam"), OWN, cost=100)
    give(shop, came(shop, leo, 4, "Ines"), OWN, cost=900)
    report = gesture_costs(shop, lately(shop))
    ines, sam = report.own
    assert (ines.staff, sam.staff) == ("Ines", "Sam")
    assert (sam.times, sam.days) == (3, 2)
    assert (sam.spent, sam.most) == (Money(650, "EUR"), Money(550, "EUR"))
    assert report.per_day == Money(1000, "EUR")


def test_other_money_is_counted_and_never_summed(shop: Shop) -> None:
    ana = add_customer("Ana")
    give(shop, came(shop, ana, 1))
    keep_profile(shop, currency="USD")
    report = gesture_costs(shop, lately(shop))
    assert (report.costs.all.times, report.other_money) == (0, 1)
    assert report.costs.share is None


def test_only_the_days_asked_for_are_summed(shop: Shop) -> None:
    ana = add_customer("Ana")
    for days_ago in (0, 6, 7):
        give(shop, came(shop, ana, days_ago))
    week = Days(shop.today - timedelta(days=6), shop.today)
    assert gesture_costs(shop, week).costs.all.times == 2


def test_a_cashier_does_not_see_it(shop: Shop) -> None:
    add_person(shop, "Mia", Role.MANAGER, "739152")
    sam = add_person(shop, "Sam", Role.COUNTER, "4826").after
    shop.person, shop.staff = sam.id, sam.name
    with pytest.raises(NotAllowedError):
        gesture_costs(shop, lately(shop))
