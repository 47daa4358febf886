"""The usual order held against what was taken."""

from datetime import date, timedelta

from pos_companion.insight.mirror import judged, replay, stage_at_end, wrong_then
from pos_companion.insight.usual import usual_order
from pos_companion.model.mirror import Tally
from pos_companion.model.stages import Seen, Stage
from pos_companion.model.visits import UsualItem, UsualOrder, UsualState
from tests.pos_companion.insight.cafe import (
    CAKE,
    CROISSANT,
    FLAT_WHITE,
    HABITS,
    PRODUCTS,
    TEA,
    daily,
)


def items(*ids: int) -> tuple[UsualItem, ...]:
    return tuple(UsualItem(PRODUCTS[one], 0.0, 0.5) for one in ids)


def test_an_armed_basket_is_right_when_all_of_it_was_taken() -> None:
    armed = UsualOrder(UsualState.ARMED, basket=items(FLAT_WHITE, CROISSANT))
    assert judged(armed, (FLAT_WHITE, CROISSANT, TEA)) == Tally(1, armed=1, right=1)
    assert judged(armed, (FLAT_WHITE,)) == Tally(1, armed=1)


def test_what_they_often_have_is_a_hit_with_one_thing_of_it() -> None:
    often = UsualOrder(UsualState.OFTEN, often=items(TEA, CAKE))
    assert judged(often, (CAKE,)) == Tally(1, often=1, hit=1)
    assert judged(often, (FLAT_WHITE,)) == Tally(1, often=1)


def test_maybe_and_silence_are_silence() -> None:
    assert judged(UsualOrder(UsualState.MAYBE), (TEA,)) == Tally(1)


def test_each_visit_is_judged_by_what_came_before_it_alone() -> None:
    history = daily([[FLAT_WHITE]] * 20 + [[TEA]])
    found = list(replay(history, (0, 10, 20), HABITS, PRODUCTS))
    assert [tally for _, tally in found] == [
        Tally(1),
        Tally(1, armed=1, right=1),
        Tally(1, armed=1),
    ]
    for visit, tally in found:
        before = [one for one in history if one.at < visit.at]
        order = usual_order(before, visit.at, HABITS, PRODUCTS)
        assert judged(order, visit.items) == tally


def test_what_was_said_to_be_wrong_is_known_from_then_on_alone() -> None:
    history = daily([[FLAT_WHITE]] * 20)
    earlier, later = history[9].at + timedelta(hours=1), history[15].at + timedelta(hours=1)
    said = [(FLAT_WHITE, later), (FLAT_WHITE, earlier)]
    right = [tally for _, tally in replay(history, (9, 10, 16, 19), HABITS, PRODUCTS, said)]
    assert right == [Tally(1, armed=1, right=1), Tally(1), Tally(1), Tally(1)]
    assert wrong_then(said, history[12].at) == {FLAT_WHITE: earlier}
    assert wrong_then(said, history[18].at) == {FLAT_WHITE: later}


def test_where_they_stood_at_the_end_of_a_day() -> None:
    first = date(2026, 1, 5)
    days = tuple(first + timedelta(days=7 * week) for week in range(10))
    seen = Seen(days, len(days), first)
    assert stage_at_end(seen, first - timedelta(days=1)) is None
    assert stage_at_end(seen, first) is Stage.NEW
    assert stage_at_end(seen, days[-1]) is Stage.REGULAR
    assert stage_at_end(seen, days[-1] + timedelta(days=30)) is Stage.AT_RISK
