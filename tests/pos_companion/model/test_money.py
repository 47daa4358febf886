"""Money: half a cent goes up, nothing is lost when it is shared out, currencies never mix."""

from collections.abc import Callable
from decimal import ROUND_HALF_UP, Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pos_companion.model.money import Money

amounts = st.integers(-(10**12), 10**12)
weights = st.lists(st.integers(0, 10**9), min_size=1, max_size=20).filter(any)


@pytest.mark.parametrize(
    ("amount", "basis_points", "share"),
    [
        (1000, 1250, 125),
        (250, 1000, 25),
        (25, 1000, 3),  # 2.5 goes up
        (24, 1000, 2),
        (-25, 1000, -3),  # what is brought back is rounded the same way
        (999, 10_000, 999),
        (999, 0, 0),
        (0, 5000, 0),
        (1, 5000, 1),
        (1, 4999, 0),
    ],
)
def test_a_percentage_is_rounded_half_up_to_the_smallest_coin(
    amount: int, basis_points: int, share: int
) -> None:
    assert Money(amount, "EUR").percent(basis_points) == Money(share, "EUR")


@given(amounts, st.integers(0, 10_000))
def test_a_percentage_is_what_a_calculator_says(amount: int, basis_points: int) -> None:
    exact = Decimal(amount) * basis_points / 10_000
    assert Money(amount, "EUR").percent(basis_points).amount == exact.quantize(
        Decimal(1), ROUND_HALF_UP
    )


@pytest.mark.parametrize("basis_points", [-1, 10_001])
def test_no_percentage_below_nothing_or_above_everything(basis_points: int) -> None:
    with pytest.raises(ValueError, match="basis points"):
        Money(100, "EUR").percent(basis_points)


@given(amounts, weights)
def test_what_is_shared_out_adds_up_to_the_last_cent(amount: int, weights: list[int]) -> None:
    parts = Money(amount, "EUR").share_out(weights)
    assert len(parts) == len(weights)
    assert sum(parts, Money(0, "EUR")) == Money(amount, "EUR")


@given(amounts, weights)
def test_each_part_is_within_a_cent_of_its_exact_share(amount: int, weights: list[int]) -> None:
    for part, weight in zip(Money(amount, "EUR").share_out(weights), weights, strict=True):
        assert abs(part.amount * sum(weights) - amount * weight) < sum(weights)
        assert weight or not part


def test_the_odd_cent_goes_to_the_largest_remainder_and_then_to_the_first() -> None:
    assert [part.amount for part in Money(100, "EUR").share_out([1, 1, 1])] == [34, 33, 33]
    assert [part.amount for part in Money(10, "EUR").share_out([1, 2, 0])] == [3, 7, 0]
    assert [part.amount for part in Money(-100, "EUR").share_out([1, 1, 1])] == [-34, -33, -33]


@pytest.mark.parametrize("weights", [[], [0, 0], [3, -1], [-1]])
def test_nothing_is_shared_out_to_nobody(weights: list[int]) -> None:
    with pytest.raises(ValueError, match="weights"):
        Money(100, "EUR").share_out(weights)


@pytest.mark.parametrize(
    "combine",
    [
        lambda euro, yen: euro + yen,
        lambda euro, yen: euro - yen,
        lambda euro, yen: euro < yen,
        lambda euro, yen: euro >= yen,
        lambda euro, yen: euro.at_most(yen),
        lambda euro, yen: sum([euro, yen], Money(0, "EUR")),
    ],
)
def test_currencies_are_never_mixed(combine: Callable[[Money, Money], object]) -> None:
    with pytest.raises(ValueError, match="JPY"):
        combine(Money(100, "EUR"), Money(100, "JPY"))


def test_the_same_number_of_another_currency_is_not_the_same_money() -> None:
    assert Money(100, "EUR") != Money(100, "JPY")


@pytest.mark.parametrize("currency", ["", "eur", "EURO", "E1R", "€"])
def test_a_currency_is_three_capital_letters(currency: str) -> None:
    with pytest.raises(ValueError, match="ISO 4217"):
        Money(1, currency)


@given(amounts, amounts)
def test_money_adds_and_compares_like_its_amounts(one: int, other: int) -> None:
    here, there = Money(one, "EUR"), Money(other, "EUR")
    assert here + there - there == here
    assert here + (-here) == Money(0, "EUR")
    assert (here < there) == (one < other)
    assert here.at_most(there).amount == min(one, other)
    assert here.times(3) == here + here + here
    assert bool(here) == bool(one)
