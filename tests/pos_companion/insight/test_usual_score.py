from dataclasses import replace
from datetime import timedelta
from math import exp, log

import pytest

from pos_companion.insight.usual_past import past_of
from pos_companion.insight.usual_score import ORDER, rank, rank_past, raw_chance
from pos_companion.insight.usual_terms import BEST_SELLERS, known_terms
from pos_companion.model.visits import ShopHabits
from tests.pos_companion.insight.cafe import (
    CAKE,
    CROISSANT,
    FLAT_WHITE,
    HABITS,
    LATTE,
    MONDAY,
    TEA,
    daily,
    day_after,
)


def order(baskets: list[tuple[int, ...]], habits: ShopHabits = HABITS) -> list[int]:
    history = daily(baskets)
    return [one.product_id for one in rank(history, day_after(history), habits)]


def test_the_first_visit_ever_shows_what_is_popular() -> None:
    ranked = rank([], MONDAY, HABITS)
    assert [one.product_id for one in ranked] == list(HABITS.best)
    assert ranked[0].chance == pytest.approx(0.4)


def test_a_shop_with_hundreds_of_products_offers_its_best_sixty_to_a_stranger() -> None:
    many = tuple(range(1, 400))
    habits = ShopHabits(popularity={n: 1 / (n + 1) for n in many}, best=many)
    assert [one.product_id for one in rank([], MONDAY, habits)] == list(many[:BEST_SELLERS])
    known = order([(1,), (2,), (3,)], habits)
    assert len(known) == 3 + BEST_SELLERS
    assert max(known) == 3 + BEST_SELLERS


def test_what_they_have_more_often_comes_first() -> None:
    assert order([(FLAT_WHITE, CROISSANT), (FLAT_WHITE,)] * 6)[:2] == [FLAT_WHITE, CROISSANT]


def test_of_two_things_had_as_often_the_recent_one_comes_first() -> None:
    assert order([(CAKE,)] * 4 + [(TEA,)] * 4)[0] == TEA


def test_of_two_equal_things_the_one_people_buy_again_comes_first() -> None:
    habits = ShopHabits(rebuy={TEA: 0.6, CAKE: 0.05})
    assert order([(CAKE, TEA), (LATTE,)] * 3, habits).index(TEA) == 0


def test_equal_scores_are_put_in_the_order_of_their_numbers() -> None:
    assert order([(3, 1, 2)] * 4, ShopHabits())[:3] == [1, 2, 3]


def test_the_time_of_the_day_lifts_what_is_had_at_that_time() -> None:
    morning = daily([(FLAT_WHITE,), ()] * 6)
    noon = daily([(), (TEA,)] * 6, MONDAY + timedelta(hours=3))
    history = sorted([*morning, *noon], key=lambda past: past.at)
    tomorrow = MONDAY + timedelta(days=12)
    scores = [
        {one.product_id: one.score for one in rank(history, tomorrow + timedelta(hours=h), HABITS)}
        for h in (0, 3)
    ]
    assert scores[0][FLAT_WHITE] > scores[1][FLAT_WHITE]
    assert scores[0][TEA] < scores[1][TEA]


def test_what_is_bought_every_fortnight_is_less_likely_the_day_after() -> None:
    history = daily([(FLAT_WHITE, CAKE)] + [(FLAT_WHITE,)] * 13 + [(FLAT_WHITE, CAKE)])
    early, due = (
        {one.product_id: one.score for one in rank(history, history[-1].at + wait, HABITS)}
        for wait in (timedelta(days=1), timedelta(days=15))
    )
    assert due[CAKE] > early[CAKE]


def test_the_order_is_the_sum_of_the_terms_and_the_chance_another_of_the_same() -> None:
    past = past_of(daily([(FLAT_WHITE,)] * 5), MONDAY + timedelta(days=5))
    terms = dict(known_terms(past, HABITS))[FLAT_WHITE]
    one = next(one for one in rank_past(past, HABITS) if one.product_id == FLAT_WHITE)
    assert one.score == pytest.approx(
        sum(getattr(ORDER, name) * getattr(terms, name) for name in terms._fields)
    )
    assert one.chance == pytest.approx(1 / (1 + exp(-raw_chance(terms))))


def test_a_shop_fits_the_chances_to_its_own_visits_and_leaves_the_order() -> None:
    history = daily([(FLAT_WHITE,), (FLAT_WHITE, CAKE), (TEA,)] * 4)
    plain = rank(history, day_after(history), HABITS)
    steady = rank(history, day_after(history), replace(HABITS, slope=1.3, shift=0.5))
    assert [one.product_id for one in steady] == [one.product_id for one in plain]
    assert [one.score for one in steady] == [one.score for one in plain]
    assert steady[0].chance == pytest.approx(
        1 / (1 + exp(-(1.3 * log(plain[0].chance / (1 - plain[0].chance)) + 0.5)))
    )
