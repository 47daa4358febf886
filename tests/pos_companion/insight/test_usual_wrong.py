from datetime import datetime, timedelta

import pytest

from pos_companion.insight.usual import usual_order
from pos_companion.insight.usual_wrong import put_right
from pos_companion.model.visits import UsualState
from tests.pos_companion.insight.cafe import (
    CROISSANT,
    FLAT_WHITE,
    HABITS,
    PRODUCTS,
    TEA,
    daily,
    day_after,
    ids,
)

BREAKFAST = (FLAT_WHITE, CROISSANT)


def test_without_a_word_everything_stays() -> None:
    history = daily([BREAKFAST] * 4)
    right = put_right(history, {})
    assert right.visits == history
    assert not right.out
    assert not right.doubted


def test_what_was_said_to_be_wrong_is_gone_at_once_and_the_rest_stays_armed() -> None:
    history = daily([BREAKFAST] * 9)
    now = day_after(history)
    usual = usual_order(history, now, HABITS, PRODUCTS, {CROISSANT: now})
    assert usual.state is UsualState.ARMED
    assert ids(usual.basket) == [FLAT_WHITE]
    assert CROISSANT not in ids(usual.ranked)


def test_whoever_had_nothing_else_is_somebody_new_for_five_visits() -> None:
    history = daily([(TEA,)] * 9)
    now = day_after(history)
    usual = usual_order(history, now, HABITS, PRODUCTS, {TEA: now})
    assert usual.state is UsualState.SILENT
    assert TEA not in ids(usual.ranked)


@pytest.mark.parametrize(("since", "is_out"), [(0, True), (4, True), (5, False), (9, False)])
def test_it_is_considered_again_after_five_visits(since: int, is_out: bool) -> None:
    history = daily([BREAKFAST] * 20)
    wrong = {CROISSANT: history[-since - 1].at}
    right = put_right(history, wrong)
    assert (CROISSANT in right.out) is is_out
    assert right.doubted == ({} if is_out else {CROISSANT: 20 - since})
    ranked = ids(usual_order(history, day_after(history), HABITS, PRODUCTS, wrong).ranked)
    assert (CROISSANT not in ranked) is is_out


def test_its_past_counts_half_then() -> None:
    history = daily([BREAKFAST] * 10 + [(FLAT_WHITE,)] * 5)
    wrong: dict[int, datetime] = {CROISSANT: history[9].at + timedelta(hours=1)}
    before, after = (
        next(
            item.confidence
            for item in usual_order(history, day_after(history), HABITS, PRODUCTS, said).ranked
            if item.product.id == CROISSANT
        )
        for said in ({}, wrong)
    )
    assert after < before
