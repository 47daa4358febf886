from datetime import timedelta
from math import log

import pytest

from pos_companion.insight.usual_past import past_of
from pos_companion.insight.usual_terms import BEST_SELLERS, known_terms, new_terms
from pos_companion.model.visits import ShopHabits
from tests.pos_companion.insight.cafe import CAKE, FLAT_WHITE, MONDAY, TEA, daily

HALF = ShopHabits(popularity={FLAT_WHITE: 0.5, TEA: 0.2}, rebuy={FLAT_WHITE: 0.5}, mean_size=0.0)


def test_one_visit_and_one_product_worked_out_by_hand() -> None:
    past = past_of(daily([(FLAT_WHITE,)]), MONDAY + timedelta(days=1))
    terms = dict(known_terms(past, HALF))[FLAT_WHITE]
    # All visits hold it: (1 x 0.5 + 0.3 x 0.5) / 1.5.
    assert terms.mix == pytest.approx(log(0.65 / 1.5))
    assert terms.sure == pytest.approx(-log(1.02 - 0.65 / 1.5))
    # Nothing came after the first time: the shop's four visits alone.
    assert terms.again == pytest.approx(log(0.5))
    assert terms.lately == pytest.approx(log(1.01))
    assert (terms.known, terms.visits, terms.curiosity, terms.always) == (1, 0, 0, 1)
    # One purchase tells no gap of their own: early is not held against it.
    assert terms.due == 0


def test_what_they_came_back_for_themselves_counts_from_the_first_time() -> None:
    late = past_of(daily([(TEA,)] * 6 + [(TEA, CAKE)] * 4), MONDAY + timedelta(days=10))
    terms = dict(known_terms(late, HALF))
    assert terms[CAKE].again > terms[CAKE].mix
    assert terms[CAKE].again == pytest.approx(log((3 + 0.4) / (3 + 4)))


def test_early_and_overdue_are_told_apart() -> None:
    baskets = [(TEA, CAKE) if day % 7 == 0 else (TEA,) for day in range(29)]
    history = daily(baskets)
    waits = {
        wait: dict(known_terms(past_of(history, history[-1].at + timedelta(days=wait)), HALF))[CAKE]
        for wait in (1, 40)
    }
    assert waits[1].due < -1
    assert waits[1].overdue == 0
    assert waits[40].due == 0
    assert waits[40].overdue > 1


def test_what_was_said_to_be_wrong_counts_half_once_it_is_back() -> None:
    history = daily([(TEA, CAKE)] * 12)
    now = MONDAY + timedelta(days=12)
    plain = dict(known_terms(past_of(history, now), HALF))
    doubted = dict(known_terms(past_of(history, now, {CAKE: history[5].at}), HALF))
    assert doubted[TEA] == plain[TEA]
    assert doubted[CAKE].mix < plain[CAKE].mix
    assert doubted[CAKE].again < plain[CAKE].again


def test_best_sellers_they_never_had_follow_without_what_is_wrong() -> None:
    many = tuple(range(100, 300))
    habits = ShopHabits(popularity=dict.fromkeys(many, 0.1), best=many)
    history = daily([(100,), (TEA,)])
    past = past_of(history, MONDAY + timedelta(days=2), {100: history[-1].at})
    offered = [item for item, _terms in new_terms(past, habits)]
    assert offered == list(many[1 : BEST_SELLERS + 1])
