from datetime import timedelta
from math import log

import pytest

from pos_companion.insight.usual_past import MOST_VISITS, past_of
from tests.pos_companion.insight.cafe import (
    CAKE,
    CROISSANT,
    FLAT_WHITE,
    MONDAY,
    TEA,
    daily,
    day_after,
    visit,
)


def test_only_the_last_hundred_visits_that_hold_something_are_looked_at() -> None:
    history = daily([(FLAT_WHITE,)] * 130)
    history.append(visit(day_after(history)))
    past = past_of(history, day_after(history))
    assert len(past.visits) == MOST_VISITS
    assert past.visits[-1].items == (FLAT_WHITE,)


def test_nobody_came_yet() -> None:
    past = past_of([], MONDAY)
    assert past.visits == []
    assert (past.expected_size, past.small_chance, past.recency) == (0.0, 0.5, 0.0)


def test_recent_visits_weigh_more() -> None:
    past = past_of(daily([(FLAT_WHITE,)] * 3), MONDAY + timedelta(days=3))
    assert past.weights == pytest.approx([0.98**3, 0.98**2, 0.98])
    assert past.recency == pytest.approx(1 + 0.98 + 0.98**2)


def test_a_product_listed_twice_counts_once() -> None:
    past = past_of(daily([(FLAT_WHITE, FLAT_WHITE, TEA)]), MONDAY + timedelta(days=1))
    assert past.positions == {FLAT_WHITE: [0], TEA: [0]}
    assert past.sizes == [pytest.approx(log(2))]


def test_the_size_expected_follows_visits_like_this_one() -> None:
    small, large = (FLAT_WHITE,), (FLAT_WHITE, CROISSANT, TEA, CAKE)
    history = daily(([small] * 5 + [large, ()]) * 6)
    weekday = past_of(history, MONDAY + timedelta(days=42))
    saturday = past_of(history, MONDAY + timedelta(days=47))
    assert weekday.small_chance > 0.9
    assert saturday.small_chance < weekday.small_chance
    assert saturday.expected_size > weekday.expected_size


def test_lately_means_the_latest_visits_of_the_self_that_comes_now() -> None:
    history = daily(([(FLAT_WHITE,)] * 5 + [(TEA,)] * 2) * 4)
    monday = past_of(history, MONDAY + timedelta(days=28))
    heaviest = sorted(range(28), key=monday.lately.__getitem__)[-3:]
    assert sorted(heaviest) == [23, 24, 25]
    assert sum(monday.lately) == pytest.approx(1)


def test_curious_is_who_lately_takes_what_they_never_had() -> None:
    always_new = past_of(daily([(item,) for item in range(1, 21)]), day_after_twenty)
    never_new = past_of(daily([(TEA,)] * 20), day_after_twenty)
    assert always_new.curiosity > 0.9
    assert never_new.curiosity == 0
    assert past_of([], MONDAY).curiosity == 0


day_after_twenty = MONDAY + timedelta(days=20)


def test_a_clock_that_went_back_does_no_harm() -> None:
    past = past_of(daily([(FLAT_WHITE,)] * 4), MONDAY - timedelta(days=2))
    assert past.small_chance == pytest.approx(1.0)
