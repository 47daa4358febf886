"""Once-only keys."""

from dataclasses import replace

import pytest

from pos_companion.model.money import Money
from pos_companion.rules import SELF, Cap, Period, Scope, Unit
from pos_companion.rules.once import Wish, milestone_key, period_key, same_being
from tests.pos_companion.rules.cases import ANA, BISCUIT, ROSA, TOMAS, facts, rule


def key(*caps: Cap, beneficiary: str = SELF, year: int = 0, milestone: str = "") -> str:
    nothing = Money(0, "EUR")
    wish = Wish(rule(caps=caps), beneficiary, nothing, nothing, False, year, milestone)
    return period_key(wish, facts())


@pytest.mark.parametrize(
    ("scope", "period", "expected"),
    [
        (Scope.PERSON, Period.EVER, "customer:1:ever"),
        (Scope.PERSON, Period.DAY, "customer:1:day:2026-11-20"),
        (Scope.PERSON, Period.WEEK, "customer:1:week:2026-11-16"),
        (Scope.HOUSEHOLD, Period.MONTH, "household:7:month:2026-11-01"),
        (Scope.BENEFICIARY, Period.YEAR, "customer:1:year:2026-01-01"),
        (Scope.RULE, Period.DAY, "shop:day:2026-11-20"),
        (Scope.STAFF, Period.DAY, "staff:Mia:day:2026-11-20"),
        (Scope.PERSON, Period.VISIT, ""),
        (Scope.PERSON, Period.ROLLING, ""),
    ],
)
def test_what_may_come_once_has_a_key(scope: Scope, period: Period, expected: str) -> None:
    assert key(Cap(scope, period, 1)) == expected


def test_a_dog_has_one_key_whoever_brings_it() -> None:
    cap = Cap(Scope.BENEFICIARY, Period.CELEBRATION, 1)
    assert key(cap, beneficiary="being:12", year=2027) == "celebration_year:2027"
    assert key(cap, year=2027) == "customer:1:celebration_year:2027"


def test_more_than_once_and_money_have_no_key() -> None:
    assert key(Cap(Scope.PERSON, Period.DAY, 2)) == ""
    assert key(Cap(Scope.PERSON, Period.DAY, 1, Unit.COST)) == ""


def test_the_first_once_only_cap_gives_the_key() -> None:
    caps = Cap(Scope.PERSON, Period.ROLLING, 1, days=9), Cap(Scope.PERSON, Period.EVER, 1)
    assert key(*caps) == "customer:1:ever"


def test_a_milestone_is_its_own_key() -> None:
    assert key(Cap(Scope.PERSON, Period.EVER, 1), milestone="visit:10") == "customer:1:visit:10"
    assert milestone_key("visit:10", facts()) == "customer:1:visit:10"


def test_without_a_household_the_customer_is_the_household() -> None:
    seen = facts(customer=replace(ROSA, household=None))
    nothing = Money(0, "EUR")
    alone = Wish(rule(caps=(Cap(Scope.HOUSEHOLD, Period.EVER, 1),)), SELF, nothing, nothing)
    assert period_key(alone, seen) == "customer:1:ever"


def test_a_customer_at_home_on_two_cards_is_one_being() -> None:
    seen = facts(members=(TOMAS, ANA, BISCUIT))
    assert same_being(SELF, 2, seen) == same_being("being:10", 1, seen) == "being:10"
    assert same_being(SELF, 1, seen) == "customer:1"
