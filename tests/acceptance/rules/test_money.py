"""Money: never below nothing, never a cent lost, one currency, integers alone."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pos_companion.model.money import Money
from pos_companion.model.visits import Basket, BasketLine
from pos_companion.rules import Cap, GroupMode, Ledger, Period, RedemptionState, Scope, Unit
from pos_companion.rules.conditions.spend_at_least import SpendAtLeast
from pos_companion.rules.effects.amount_off import AmountOff
from pos_companion.rules.effects.percent_off import Base, PercentOff
from pos_companion.rules.settle import settle
from tests.pos_companion.rules.cases import (
    COFFEE,
    CROISSANT,
    basket,
    facts,
    judged,
    kept,
    only,
    refused,
    rule,
)


def euros(cents: int) -> Money:
    return Money(cents, "EUR")


lines = st.lists(st.integers(0, 5000), min_size=1, max_size=5)
amounts = st.integers(1, 4000).map(lambda cents: AmountOff(euros(cents)))
percents = st.builds(
    PercentOff, st.integers(1, 3000).map(euros), st.integers(1, 10_000), st.sampled_from(Base)
)


def ticket(cents: list[int]) -> Basket:
    return Basket(tuple(BasketLine(COFFEE, Decimal(1), euros(one)) for one in cents))


@settings(max_examples=40)
@given(cents=lines, effects=st.lists(st.one_of(amounts, percents), min_size=1, max_size=4))
def test_t09_r28_r31_no_discount_is_too_large_and_the_lines_add_up(cents, effects):
    done = settle(effects, ticket(cents), "EUR")
    off = sum(one.amount for one in done.taken)
    assert 0 <= off <= sum(cents)
    assert done.ticket.total.amount == sum(cents) - off
    assert all(line.left.amount >= 0 for line in done.ticket.lines)
    assert all(isinstance(line.left.amount, int) for line in done.ticket.lines)


@settings(max_examples=30)
@given(
    limit=st.integers(0, 900),
    worth=st.lists(st.integers(1, 400), min_size=1, max_size=6),
    unit=st.sampled_from([Unit.COST, Unit.VALUE]),
)
def test_t09_a_budget_is_never_overshot(limit, worth, unit):
    given_so_far = ()
    for at, cents in enumerate(worth):
        cap = Cap(Scope.PERSON, Period.EVER, limit, unit)
        seen = facts(visit_uid=f"visit-{at}")
        one = rule(None, AmountOff(euros(cents)), caps=(cap,))
        for offer in judged(one, seen, Ledger(given_so_far)).offers:
            given_so_far += (kept(offer, seen, id=at + 1),)
    assert sum(row.cost for row in given_so_far) <= limit


def test_r25_a_threshold_is_tested_after_what_is_taken_off():
    """A gift from ten euros on, on a ticket of ten from which two are off already."""
    seen = facts(basket=basket((COFFEE, 600), (CROISSANT, 400)))
    off = only(judged(rule(None, AmountOff(euros(200)), rule_id="off"), seen))
    threshold = rule(SpendAtLeast(euros(1000)), rule_id="thanks")
    assert judged(threshold, seen).offers
    accepted = Ledger((kept(off, seen, state=RedemptionState.ACCEPTED, id=1),))
    assert refused(judged(threshold, seen, accepted)) == (
        "condition_false",
        "After €2.00 off the ticket comes to €8.00; €2.00 are missing.",
    )


@pytest.mark.parametrize(("base", "second"), [(Base.REMAINING, 90), (Base.ORIGINAL, 100)])
def test_r29_a_per_cent_counts_from_what_the_rule_says(base, second):
    tenth = PercentOff(euros(9999), 1000, base)
    taken = settle([tenth, tenth], ticket([1000]), "EUR").taken
    assert [one.amount for one in taken] == [100, second]


def test_r29_how_a_group_competes_is_said_and_not_guessed():
    def two(mode):
        cheap = rule(None, AmountOff(euros(100)), rule_id="a", group="g", group_mode=mode)
        dear = rule(None, AmountOff(euros(300)), rule_id="b", group="g", group_mode=mode)
        return [one.rule.id for one in judged([cheap, dear]).offers]

    assert (two(GroupMode.BEST), two(GroupMode.FIRST), two(GroupMode.STACK)) == (
        ["b"], ["a"], ["a", "b"],
    )  # fmt: skip


def test_r29_a_stack_holds_as_many_as_it_says():
    rules = [
        rule(None, AmountOff(euros(100)), rule_id=name, group="g", group_mode=GroupMode.STACK,
             stack=3)
        for name in "abcd"
    ]  # fmt: skip
    assert [one.rule.id for one in judged(rules).offers] == ["a", "b", "c"]


def test_r30_priority_then_the_sooner_end_then_the_cost_then_the_id():
    """Golden: whoever changes this changes what every shop's rules mean."""
    rules = [
        rule(None, AmountOff(euros(100)), rule_id="late", priority=9),
        rule(None, AmountOff(euros(300)), rule_id="dear", priority=1),
        rule(None, AmountOff(euros(100)), rule_id="b", priority=1),
        rule(None, AmountOff(euros(100)), rule_id="a", priority=1),
    ]
    # One discount a visit is a limit of giving, not of showing.
    assert [one.rule.id for one in judged(rules).offers] == ["a", "b", "dear", "late"]


@pytest.mark.parametrize("cents", [1, 3, 22, 99])
def test_r32_r33_what_is_left_is_a_whole_number_of_coins(cents):
    done = settle([PercentOff(euros(9999), 3333)], ticket([cents]), "EUR")
    left = done.ticket.total.amount
    assert isinstance(left, int)
    assert left + done.taken[0].amount == cents


def test_r34_another_currency_is_refused_with_a_sentence_and_never_converted():
    dollars = rule(None, AmountOff(Money(100, "USD")))
    assert refused(judged(dollars)) == (
        "wrong_currency",
        "This counts USD; the shop sells in EUR.",
    )
    per_cent = rule(
        None, PercentOff(euros(100)), caps=(Cap(Scope.RULE, Period.DAY, 100, Unit.COST),)
    )
    assert judged(per_cent).offers


def test_a_budget_of_nothing_says_so():
    none = rule(None, AmountOff(euros(100)), caps=(Cap(Scope.RULE, Period.DAY, 0, Unit.COST),))
    assert refused(judged(none)) == (
        "budget_day",
        "Today’s budget has €0.00 left; this costs €1.00.",
    )
