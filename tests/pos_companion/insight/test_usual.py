from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from math import isfinite
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pos_companion.i18n import words
from pos_companion.insight.usual import rank, usual_order
from pos_companion.model.visits import PastVisit, ShopHabits, UsualOrder, UsualState
from tests.pos_companion.insight.cafe import (
    BAGEL,
    CAKE,
    CROISSANT,
    FLAT_WHITE,
    HABITS,
    LATTE,
    MONDAY,
    PRODUCTS,
    SOUP,
    TEA,
    WATER,
    daily,
    day_after,
    ids,
    visit,
)

BREAKFAST = (FLAT_WHITE, CROISSANT)


def usual_next_day(history: Sequence[PastVisit]) -> UsualOrder:
    return usual_order(history, day_after(history), HABITS, PRODUCTS)


def test_a_regular_of_nine_in_ten_visits_finds_the_usual_armed() -> None:
    usual = usual_next_day(daily([BREAKFAST] * 4 + [(TEA,)] + [BREAKFAST] * 5))
    assert usual.state is UsualState.ARMED
    assert sorted(ids(usual.basket)) == sorted(BREAKFAST)
    assert usual.often == ()
    assert usual.confidence >= 0.6
    assert usual.reason is not None
    assert words(usual.reason) == "9 of the last 10 visits"


def test_the_third_visit_alike_is_enough_and_the_second_is_not() -> None:
    assert usual_next_day(daily([BREAKFAST] * 2)).state is UsualState.SILENT
    assert usual_next_day(daily([BREAKFAST] * 3)).state is UsualState.ARMED


def test_now_and_then_a_cake_on_top_does_not_make_the_usual_wrong() -> None:
    baskets = [BREAKFAST] * 7 + [(*BREAKFAST, CAKE)] + [BREAKFAST] * 7
    usual = usual_next_day(daily(baskets))
    assert usual.state is UsualState.ARMED
    assert sorted(ids(usual.basket)) == sorted(BREAKFAST)


def test_a_croissant_every_other_day_arms_neither_with_it_nor_without() -> None:
    usual = usual_next_day(daily([BREAKFAST, (FLAT_WHITE,)] * 8))
    assert usual.state is UsualState.OFTEN
    assert usual.basket == ()
    assert usual.confidence == 0.0
    assert ids(usual.often)[0] == FLAT_WHITE


def test_a_trolley_of_milk_and_eight_other_things_arms_nothing() -> None:
    milk = 1
    trolleys = [(milk, *range(10 + 8 * week, 18 + 8 * week)) for week in range(30)]
    products = {n: replace(PRODUCTS[1], id=n) for trolley in trolleys for n in trolley}
    history = daily(trolleys)
    usual = usual_order(history, day_after(history), HABITS, products)
    assert usual.state is not UsualState.ARMED
    assert usual.basket == ()
    assert ids(usual.ranked)[0] == milk


def test_somebody_who_always_takes_something_else_gets_no_usual() -> None:
    baskets = [(1 + n % 8,) for n in range(16)]
    assert usual_next_day(daily(baskets)).state is not UsualState.ARMED


@pytest.mark.parametrize("lattes", [5, 10, 20, 50, 90])
def test_from_latte_to_tea_is_followed_within_three_visits(lattes: int) -> None:
    history = daily([(LATTE,)] * lattes + [(TEA,)] * 3)
    assert usual_next_day(history).ranked[0].product.id == TEA


def test_one_other_drink_does_not_forget_the_usual() -> None:
    usual = usual_next_day(daily([(LATTE,)] * 20 + [(TEA,)]))
    assert ids(usual.basket) == [LATTE]


def test_the_weekend_self_and_the_working_self_each_find_their_usual() -> None:
    week = [BREAKFAST] * 5 + [(TEA, CAKE)] * 2
    history = daily(week * 5)
    monday = usual_order(history, MONDAY + timedelta(days=35), HABITS, PRODUCTS)
    assert monday.state is UsualState.ARMED
    assert sorted(ids(monday.basket)) == sorted(BREAKFAST)
    friday = daily(week * 5 + [BREAKFAST] * 5)
    saturday = usual_next_day(friday)
    assert saturday.state is UsualState.ARMED
    assert sorted(ids(saturday.basket)) == sorted((TEA, CAKE))
    assert saturday.reason is not None
    assert words(saturday.reason) == "10 of the last 10 weekend visits"


def test_coffee_in_the_morning_and_soup_at_noon_are_two_usuals() -> None:
    history = [
        visit(MONDAY + timedelta(days=day, hours=hours), *basket)
        for day in range(12)
        for hours, basket in ((0, (FLAT_WHITE,)), (5, (SOUP, WATER)))
    ]
    tomorrow = MONDAY + timedelta(days=12)
    morning = usual_order(history, tomorrow, HABITS, PRODUCTS)
    noon = usual_order(history, tomorrow + timedelta(hours=5), HABITS, PRODUCTS)
    assert ids(morning.basket) == [FLAT_WHITE]
    assert sorted(ids(noon.basket)) == [SOUP, WATER]
    assert noon.reason is not None
    assert words(noon.reason) == "At this hour 10 of 10 visits"


def test_what_is_out_today_is_not_armed_and_the_next_of_its_group_is_named() -> None:
    history = daily([BREAKFAST] * 9 + [(FLAT_WHITE, BAGEL)])
    products = {**PRODUCTS, CROISSANT: replace(PRODUCTS[CROISSANT], available=False)}
    usual = usual_order(history, day_after(history), HABITS, products)
    assert usual.state is UsualState.OFTEN
    assert sorted(ids(usual.often)) == [FLAT_WHITE, BAGEL]
    stand_in = next(item for item in usual.often if item.product.id == BAGEL)
    assert stand_in.reason is not None
    assert words(stand_in.reason) == "Almond croissant is out today"
    assert ids(usual.ranked)[-1] == CROISSANT


def test_a_product_nobody_sells_any_more_and_without_a_group_is_left_out() -> None:
    history = daily([(WATER,)] * 6)
    products = {**PRODUCTS, WATER: replace(PRODUCTS[WATER], available=False)}
    usual = usual_order(history, day_after(history), HABITS, products)
    assert usual.state is UsualState.SILENT
    assert usual.often == ()


def test_everything_they_know_comes_first_then_best_sellers_new_to_them() -> None:
    usual = usual_next_day(daily([(BAGEL,), (SOUP, WATER), (BAGEL,)]))
    assert sorted(ids(usual.ranked)[:3]) == [SOUP, WATER, BAGEL]
    assert ids(usual.ranked)[3:] == [FLAT_WHITE, CROISSANT, LATTE, TEA, CAKE]
    assert [item.reason and words(item.reason) for item in usual.ranked[3:]] == ["Popular here"] * 5


def test_somebody_new_sees_best_sellers_and_a_new_shop_nothing() -> None:
    stranger = usual_order([], MONDAY, HABITS, PRODUCTS)
    assert stranger.state is UsualState.SILENT
    assert stranger.shown == ()
    assert ids(stranger.ranked) == list(HABITS.best)
    assert usual_order([], MONDAY, ShopHabits(), {}) == UsualOrder()


def test_visits_without_products_and_unknown_products_do_not_disturb() -> None:
    history = daily([BREAKFAST] * 5)
    looked = [*history, visit(day_after(history)), visit(day_after(history), 999)]
    usual = usual_order(looked, day_after(looked), HABITS, PRODUCTS)
    assert 999 not in ids(usual.ranked)
    assert usual.state is UsualState.ARMED


def test_their_way_comes_with_the_product() -> None:
    history = [
        visit(MONDAY + timedelta(days=day), FLAT_WHITE, way=(FLAT_WHITE, "oat milk"))
        for day in range(4)
    ]
    assert [item.their_way for item in usual_next_day(history).basket] == ["oat milk"]


baskets = st.lists(st.integers(1, 12), min_size=0, max_size=6, unique=True)
moments = st.datetimes(min_value=MONDAY, max_value=MONDAY + timedelta(days=200))
histories = st.lists(st.tuples(moments, baskets), max_size=25).map(
    lambda visits: [visit(at, *items) for at, items in sorted(visits)]
)


@given(histories, moments)
def test_every_score_is_a_number_and_every_known_product_is_ranked_once(
    history: list[PastVisit], now: datetime
) -> None:
    ranked = rank(history, now, HABITS)
    found = [one.product_id for one in ranked]
    known = {item for past in history for item in past.items}
    assert len(found) == len(set(found))
    assert set(found) == known | set(HABITS.best)
    assert all(isfinite(one.score) and 0 <= one.chance <= 1 for one in ranked)


@given(histories, moments, st.randoms(use_true_random=False))
def test_the_order_of_products_on_a_receipt_does_not_matter(
    history: list[PastVisit], now: datetime, chance: Random
) -> None:
    shuffled = [
        replace(past, items=tuple(chance.sample(past.items, len(past.items)))) for past in history
    ]
    assert rank(shuffled, now, HABITS) == rank(history, now, HABITS)
    assert usual_order(shuffled, now, HABITS, PRODUCTS) == usual_order(
        history, now, HABITS, PRODUCTS
    )


@given(histories, moments)
def test_what_the_card_shows_keeps_its_promises(history: list[PastVisit], now: datetime) -> None:
    usual = usual_order(history, now, HABITS, PRODUCTS)
    assert (usual.state is UsualState.ARMED) == bool(usual.basket)
    assert (usual.state is UsualState.OFTEN) == bool(usual.often)
    assert len(usual.basket) <= 6
    assert len(usual.often) <= 6
    assert 0 <= usual.confidence <= 1
    if usual.basket:
        assert usual.confidence >= 0.6
        assert sum(bool(past.items) for past in history) >= 3
