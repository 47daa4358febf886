from datetime import date
from math import log

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pos_companion.insight.habits import KEPT_BEST, habits_from
from pos_companion.model.visits import ShopHabits

COFFEE, CAKE, TEA = 1, 2, 3


def test_a_shop_without_visits_has_empty_tables() -> None:
    assert habits_from([]) == ShopHabits()
    assert habits_from([(7, 1.0, ())]) == ShopHabits()


def test_popularity_is_the_share_of_visits() -> None:
    habits = habits_from([(1, 1.0, (COFFEE, CAKE)), (1, 2.0, (COFFEE,)), (2, 1.0, (TEA,))])
    assert habits.popularity == {COFFEE: pytest.approx(2 / 3), CAKE: 1 / 3, TEA: 1 / 3}
    assert habits.best == (COFFEE, CAKE, TEA)


def test_buying_again_is_counted_over_later_visits_and_smoothed() -> None:
    visits = [(1, 0.0, (COFFEE,)), (1, 1.0, (COFFEE,)), (1, 2.0, (CAKE,)), (1, 3.0, (TEA,))]
    habits = habits_from(visits)
    # Coffee was bought again once on three later visits, cake never on one, tea had no chance.
    assert habits.mean_rebuy == pytest.approx(1 / 4)
    assert habits.rebuy[COFFEE] == pytest.approx((1 + 20 / 4) / (3 + 20))
    assert habits.rebuy[CAKE] == pytest.approx((0 + 20 / 4) / (1 + 20))
    assert habits.rebuy[TEA] == pytest.approx(1 / 4)


def test_the_days_between_two_purchases_are_those_of_one_customer() -> None:
    visits = [
        (1, 0.0, (COFFEE,)),
        (1, 4.0, (COFFEE,)),
        (2, 100.0, (COFFEE,)),
        (2, 102.0, (COFFEE,)),
    ]
    habits = habits_from(visits)
    assert habits.mean_gap == pytest.approx(3)
    assert habits.gap[COFFEE] == pytest.approx((6 + 5 * 3) / (2 + 5))


def test_dates_and_numbers_of_days_mean_the_same() -> None:
    days = (date(2026, 3, 1), date(2026, 3, 9))
    by_date = [(1, day, (COFFEE,)) for day in days]
    by_number = [(1, float(day.toordinal()), (COFFEE,)) for day in days]
    assert habits_from(by_date) == habits_from(by_number)


def test_the_size_of_visits_is_drawn_towards_the_mean() -> None:
    habits = habits_from([(1, 0.0, (COFFEE,)), (1, 1.0, (COFFEE, CAKE, TEA))])
    mean = 3 * log(3) / 4
    assert habits.mean_size == pytest.approx(mean)
    assert habits.size[COFFEE] == pytest.approx((log(3) + 5 * mean) / 7)
    assert habits.size[CAKE] == pytest.approx((log(3) + 5 * mean) / 6)


def test_a_product_twice_on_one_receipt_counts_once() -> None:
    assert habits_from([(1, 0.0, (COFFEE, COFFEE))]) == habits_from([(1, 0.0, (COFFEE,))])


def test_only_the_best_four_hundred_are_listed_and_all_are_known() -> None:
    habits = habits_from([(1, 0.0, tuple(range(500)))])
    assert len(habits.best) == KEPT_BEST
    assert len(habits.popularity) == 500


receipts = st.lists(
    st.tuples(
        st.integers(1, 4),
        st.floats(0, 300),
        st.lists(st.integers(1, 9), max_size=4).map(tuple),
    ),
    max_size=30,
).map(sorted)


@given(receipts)
def test_shares_are_shares_and_gaps_are_not_negative(
    visits: list[tuple[int, float, tuple[int, ...]]],
) -> None:
    habits = habits_from(iter(visits))
    assert all(0 < share <= 1 for share in habits.popularity.values())
    assert all(0 < share <= 1 for share in habits.rebuy.values())
    assert all(gap >= 0 for gap in habits.gap.values())
    assert habits.popularity.keys() == {item for _, _, items in visits for item in items}
