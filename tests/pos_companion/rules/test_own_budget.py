"""A cashier's own budget is a rule made of what the shop decided."""

from dataclasses import replace

import pytest

from pos_companion.i18n import words
from pos_companion.model.giving import Circumstances, OwnBudget
from pos_companion.model.money import Money
from pos_companion.rules import Ledger, Tally
from pos_companion.rules.own_budget import OWN, own_choice
from tests.pos_companion.rules.cases import CANDLE, TODAY, allergy, facts, row

TIGHT = Circumstances(own=OwnBudget(per_day=100, per_customer=100, days=7, most_off=100))


def seen(**changes):
    return facts(gifts={CANDLE.id: CANDLE}, circumstances=TIGHT, **changes)


def needs(choice):
    return [one.needs for one in choice.offers]


def test_everything_on_the_shelf_and_some_amounts_the_cheapest_first():
    off = [Money(50, "EUR"), Money(200, "EUR")]
    choice = own_choice(seen(), Ledger(), off)
    assert [one.id for one in choice.offers] == [
        "own:self:off:50",
        "own:self:gift:3",
        "own:self:off:200",
    ]
    assert needs(choice) == ["", "", "budget_day"]
    assert all(words(one.title) and words(one.reason) for one in choice.offers)


def test_what_this_cashier_gave_today_and_what_they_were_given_lately_is_gone():
    today = Ledger(shop=(Tally(OWN, TODAY, "Mia", 1, 30, 30), Tally(OWN, TODAY, "Ben", 1, 99, 99)))
    choice = own_choice(seen(), today)
    assert (choice.left_today.amount, choice.left_for_them.amount) == (70, 100)
    assert needs(choice) == ["budget_day"]
    lately = Ledger(own=(row(OWN, cost=40),))
    choice = own_choice(seen(), lately)
    assert (choice.left_today.amount, choice.left_for_them.amount) == (100, 60)
    assert needs(choice) == ["budget_rolling"]


def test_more_off_than_the_shop_allows_at_once_is_beyond_it_too():
    rich = Circumstances(own=replace(TIGHT.own, per_day=9999, per_customer=9999))
    choice = own_choice(replace(seen(), circumstances=rich), Ledger(), [Money(101, "EUR")])
    assert needs(choice)[-1] == "budget_visit"


@pytest.mark.parametrize(
    "changes", [{"known": (allergy("wax"),)}, {"works_here": False}, {"works_here": True}]
)
def test_a_colleagues_household_needs_a_second_person(changes):
    expected = ["staff_beneficiary"] if changes.get("works_here") else [""]
    assert needs(own_choice(seen(**changes), Ledger())) == expected


def test_a_budget_of_nothing_gives_nothing_by_itself():
    nothing = Circumstances(own=OwnBudget(0, 0, 1, 0))
    choice = own_choice(replace(seen(), circumstances=nothing), Ledger())
    assert (choice.left_today.amount, needs(choice)) == (0, ["budget_day"])
