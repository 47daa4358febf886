from dataclasses import replace
from datetime import timedelta

import pytest

from pos_companion.insight.chances import FEWEST_VISITS, ChanceSums
from pos_companion.insight.usual import rank
from pos_companion.model.visits import PastVisit, ShopHabits
from tests.pos_companion.insight.cafe import FLAT_WHITE, HABITS, LATTE, MONDAY, TEA, daily

STEADY = daily([(FLAT_WHITE,)] * 110)
EVERY_OTHER = daily([(LATTE,), (TEA,), (LATTE,), (LATTE,), (TEA,)] * 22)


def judged(history: list[PastVisit], times: int = 3) -> ChanceSums:
    sums = ChanceSums()
    for _ in range(times):
        sums.add(history, range(len(history)), HABITS)
    return sums


def said(history: list[PastVisit], habits: ShopHabits, item: int) -> float:
    ranked = rank(history, history[-1].at + timedelta(days=1), habits)
    return next(one.chance for one in ranked if one.product_id == item)


def test_a_shop_with_few_visits_keeps_the_numbers_of_the_others() -> None:
    sums = judged(STEADY[:100], times=1)
    assert sums.visits == 97
    assert sums.fitted(HABITS) == HABITS
    assert sums.fitted(HABITS, stands_for=4) != HABITS
    assert sums.visits < FEWEST_VISITS


def test_where_everybody_is_steady_the_chances_rise() -> None:
    fitted = judged(STEADY).fitted(HABITS)
    assert said(STEADY, fitted, FLAT_WHITE) > max(0.95, said(STEADY, HABITS, FLAT_WHITE))


def test_on_the_whole_as_much_is_taken_as_was_said() -> None:
    fitted = judged(EVERY_OTHER).fitted(HABITS)
    later = range(20, len(EVERY_OTHER))
    promised = [
        one.chance
        for place in later
        for one in rank(EVERY_OTHER[:place], EVERY_OTHER[place].at, fitted)
        if one.product_id in (LATTE, TEA)
    ]
    assert sum(promised) == pytest.approx(len(later), rel=0.05)


def test_what_was_fitted_before_does_not_matter() -> None:
    once = judged(EVERY_OTHER).fitted(HABITS)
    sums = ChanceSums()
    for _ in range(3):
        sums.add(EVERY_OTHER, range(len(EVERY_OTHER)), replace(HABITS, slope=2.0, shift=-1.0))
    again = sums.fitted(replace(HABITS, slope=2.0, shift=-1.0))
    assert (again.slope, again.shift) == (once.slope, once.shift)


def test_a_shop_in_which_nothing_is_ever_bought_again_stays_within_bounds() -> None:
    sums = ChanceSums()
    new_things = [
        PastVisit(str(n), MONDAY + timedelta(days=n), (MONDAY + timedelta(days=n)).date(), (n + 9,))
        for n in range(120)
    ]
    for _ in range(3):
        sums.add(new_things, range(len(new_things)), ShopHabits(mean_rebuy=0.9))
    fitted = sums.fitted(ShopHabits())
    assert 1 / 3 <= fitted.slope <= 3
    assert -3 <= fitted.shift <= 0
