"""Caps and budgets, counted over Redemptions every time."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pos_companion.model.money import Money
from pos_companion.rules import (
    Cap,
    Ledger,
    Period,
    RedemptionState,
    Scope,
    Tally,
    Unit,
)
from pos_companion.rules.conditions.celebration import Celebration
from pos_companion.rules.conditions.visits_nth import VisitsNth
from pos_companion.rules.effects.amount_off import AmountOff
from tests.pos_companion.rules.cases import (
    ANA,
    ROSA,
    TODAY,
    TOMAS,
    birthday,
    facts,
    judged,
    kept,
    refused,
    row,
    rule,
)

TWO = AmountOff(Money(200, "EUR"))


def capped(scope: Scope, period: Period, limit: int = 1, **more: object) -> Cap:
    return Cap(scope, period, limit, **more)  # type: ignore[arg-type]


def reason(cap: Cap, *own: object, shop: tuple[Tally, ...] = (), **seen: object) -> str:
    """The code that a cap answers with; empty when there is room."""
    result = judged(rule(None, TWO, caps=(cap,)), facts(**seen), Ledger(own, shop))  # type: ignore[arg-type]
    return "" if result.offers else refused(result)[0]


def tally(rule_id: str = "treat", day: date = TODAY, **changes: object) -> Tally:
    return replace(Tally(rule_id, day, "Mia", 1, 200, 200), **changes)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("period", "last_outside"),
    [
        (Period.DAY, date(2026, 11, 19)),
        (Period.WEEK, date(2026, 11, 15)),
        (Period.MONTH, date(2026, 10, 31)),
        (Period.YEAR, date(2025, 12, 31)),
    ],
)
def test_a_calendar_period_begins_on_its_first_day(period: Period, last_outside: date) -> None:
    cap = capped(Scope.PERSON, period)
    assert reason(cap, row(day=last_outside)) == ""
    assert reason(cap, row(day=last_outside + timedelta(days=1))) == "already_given"


def test_a_week_begins_where_the_country_begins_it() -> None:
    cap = capped(Scope.PERSON, Period.WEEK)
    sunday = row(day=date(2026, 11, 15))
    assert reason(cap, sunday, first_weekday=0) == ""
    assert reason(cap, sunday, first_weekday=6) == "already_given"


def test_rolling_days_hold_today() -> None:
    cap = capped(Scope.PERSON, Period.ROLLING, days=7)
    assert reason(cap, row(day=TODAY - timedelta(days=7))) == ""
    assert reason(cap, row(day=TODAY - timedelta(days=6))) == "already_given"


def test_ever_is_for_ever() -> None:
    assert reason(capped(Scope.PERSON, Period.EVER), row(day=date(2001, 1, 1))) == "already_given"


@pytest.mark.parametrize("state", [RedemptionState.VOIDED, RedemptionState.RELEASED])
def test_what_was_taken_back_does_not_count(state: RedemptionState) -> None:
    assert reason(capped(Scope.PERSON, Period.EVER), row(state=state)) == ""


def test_another_rule_or_another_person_does_not_count() -> None:
    cap = capped(Scope.PERSON, Period.EVER)
    assert reason(cap, row("other"), row(customer=2)) == ""


def test_t14_the_household_shares_what_the_spouse_had_the_same_day() -> None:
    cap = capped(Scope.HOUSEHOLD, Period.MONTH)
    spouses = row(customer=2, day=TODAY)
    book = rule(None, TWO, caps=(cap,))
    result = judged(book, facts(members=(TOMAS,)), Ledger((spouses,)))
    assert refused(result) == (
        "cap_household",
        "Tomás already had this today, and the household shares it.",
    )
    assert result.why_not[0].explanation["with"] == {"who": 2, "when": "2026-11-20"}


def test_one_being_is_the_same_on_every_card() -> None:
    cap = capped(Scope.BENEFICIARY, Period.CELEBRATION)
    rosa = replace(TOMAS, id=20, name="Rosa", customer=1)
    by_tomas = row("day", customer=2, beneficiary="being:20", celebration_year=2026)
    seen = facts(members=(rosa, TOMAS), celebrations=(birthday("11-20"),))
    result = judged(rule(Celebration(), TWO, rule_id="day", caps=(cap,)), seen, Ledger((by_tomas,)))
    assert refused(result) == ("already_given", "Rosa already had this on 17 Nov.")


def test_beings_are_counted_apart() -> None:
    cap = capped(Scope.BENEFICIARY, Period.EVER)
    assert reason(cap, row(beneficiary="being:11")) == ""


def test_the_whole_shop_is_counted_by_tallies() -> None:
    cap = capped(Scope.RULE, Period.DAY, 3)
    assert reason(cap, shop=(tally(count=2),)) == ""
    assert reason(cap, shop=(tally(count=2), tally(staff="Sam"))) == "cap_rule"
    assert reason(cap, shop=(tally(count=9, day=TODAY - timedelta(days=1)),)) == ""
    assert reason(cap, shop=(tally("other", count=9),)) == ""
    assert reason(capped(Scope.ALL, Period.DAY, 3), shop=(tally("other", count=3),)) == "cap_all"


def test_a_colleague_is_counted_alone() -> None:
    cap = capped(Scope.STAFF, Period.DAY, 2)
    assert reason(cap, shop=(tally(staff="Sam", count=5), tally())) == ""
    assert reason(cap, shop=(tally(count=2),)) == "cap_staff"


def test_the_sentence_tells_when_it_begins_anew() -> None:
    book = rule(None, TWO, caps=(capped(Scope.RULE, Period.WEEK, 3),))
    result = judged(book, None, Ledger(shop=(tally(count=3),)))
    assert refused(result)[1] == (
        "This was given 3 times, as often as planned; it begins anew Mon 23 Nov."
    )


def test_a_budget_is_hard() -> None:
    cap = capped(Scope.RULE, Period.MONTH, 500, unit=Unit.COST)
    assert reason(cap, shop=(tally(cost=300),)) == ""
    assert reason(cap, shop=(tally(cost=301),)) == "budget_month"
    result = judged(rule(None, TWO, caps=(cap,)), None, Ledger(shop=(tally(cost=301),)))
    assert refused(result)[1] == "This month’s budget has €1.99 left; this costs €2.00."
    assert result.why_not[0].explanation["with"] == {
        "left": 199, "needed": 200, "currency": "EUR"
    }  # fmt: skip


def test_a_budget_can_count_what_it_is_worth_to_the_customer() -> None:
    cap = capped(Scope.PERSON, Period.YEAR, 300, unit=Unit.VALUE)
    assert reason(cap, row(cost=900, value=100)) == ""
    assert reason(cap, row(cost=0, value=101)) == "budget_year"


@given(costs=st.lists(st.integers(1, 400), max_size=40), limit=st.integers(0, 2000))
def test_t9_a_budget_is_never_overshot(costs: list[int], limit: int) -> None:
    cap = capped(Scope.RULE, Period.MONTH, limit, unit=Unit.COST)
    spent = 0
    for cost in costs:
        effect = AmountOff(Money(cost, "EUR"))
        ledger = Ledger(shop=(tally(cost=spent),))
        offers = judged(rule(None, effect, caps=(cap,)), None, ledger).offers
        assert bool(offers) is (spent + cost <= limit)
        spent += sum(offer.cost.amount for offer in offers)
    assert 0 <= spent <= limit or not spent


def test_a_rule_gives_once_per_visit_unless_it_says_otherwise() -> None:
    now = row(visit="visit-now", day=TODAY)
    assert refused(judged(rule(), None, Ledger((now,)))) == (
        "cap_rule",
        "This was already given on this visit.",
    )
    twice = capped(Scope.RULE, Period.VISIT, 2)
    assert reason(twice, now) == ""


def test_a_visit_brings_two_gestures_and_one_discount() -> None:
    gift = row("other", visit="visit-now", key="a")
    discount = row("another", visit="visit-now", key="b", reason={"discount": True})
    assert refused(judged(rule(), None, Ledger((gift, discount))))[0] == "cap_all"
    assert refused(judged(rule(None, TWO), None, Ledger((discount,))))[0] == "cap_discounts"
    assert judged(rule(), None, Ledger((discount,))).offers


def test_a_milestone_comes_once_even_when_visits_are_counted_anew() -> None:
    tenth = rule(VisitsNth(10), TWO)
    had = row(period_key="customer:1:visit:10", day=TODAY - timedelta(days=1))
    result = judged(tenth, facts(visit_count=9), Ledger((had,)))
    assert refused(result) == ("already_given", "Rosa already had this on 19 Nov.")
    assert judged(tenth, facts(visit_count=19), Ledger((had,))).offers


def test_a_celebration_year_without_a_celebration_is_a_calendar_year() -> None:
    cap = capped(Scope.PERSON, Period.CELEBRATION)
    assert reason(cap, row(day=date(2026, 1, 1))) == "already_given"
    assert reason(cap, row(day=date(2025, 12, 31))) == ""


def test_somebody_whose_name_is_not_known_is_somebody_at_home() -> None:
    cap = capped(Scope.HOUSEHOLD, Period.DAY)
    for customer, who in ((9, "Somebody at home"), (1, "Rosa")):
        ledger = Ledger((row(customer=customer, day=TODAY),))
        seen = facts(members=(ANA,), customer=ROSA)
        sentence = refused(judged(rule(None, TWO, caps=(cap,)), seen, ledger))[1]
        assert sentence == f"{who} already had this today, and the household shares it."


def test_what_is_kept_of_an_offer_is_what_the_next_evaluation_counts() -> None:
    seen = facts(celebrations=(birthday("11-21", ANA),))
    cap = capped(Scope.BENEFICIARY, Period.CELEBRATION)
    day = rule(Celebration(), TWO, caps=(cap,))
    line = kept(judged(day, seen).offers[0], seen)
    assert (line.celebration_year, line.period_key) == (2026, "celebration_year:2026")
    assert line.is_discount
    tomorrow = replace(seen, today=TODAY + timedelta(days=1), visit_uid="visit-next")
    assert refused(judged(day, tomorrow, Ledger((line,))))[0] == "already_given"
