from datetime import timedelta

import pytest

from pos_companion.insight.usual_selves import (
    OTHER_SELF,
    Self,
    SelfKind,
    fading,
    hours_apart,
    selves_now,
    weight_by_self,
)
from pos_companion.model.visits import PastVisit
from tests.pos_companion.insight.cafe import (
    CAKE,
    CROISSANT,
    FLAT_WHITE,
    LATTE,
    MONDAY,
    SOUP,
    TEA,
    daily,
    visit,
)


def positions(history: list[PastVisit]) -> dict[int, list[int]]:
    items = {item for past in history for item in past.items}
    return {item: [at for at, past in enumerate(history) if item in past.items] for item in items}


def kinds_now(history: list[PastVisit], days: int) -> list[SelfKind]:
    now = MONDAY + timedelta(days=days)
    return [own.kind for own in selves_now(history, positions(history), now)]


def test_midnight_lies_between_eleven_and_one() -> None:
    assert hours_apart(23, 1) == 2
    assert hours_apart(8.5, 9) == 0.5


def test_a_steady_customer_forgets_nothing() -> None:
    assert fading(daily([(LATTE,)] * 12)) == [1.0] * 12


def test_two_other_visits_in_a_row_take_the_weight_of_what_is_older() -> None:
    closed = [()] * 3
    lattes = [(LATTE,)] * 4
    assert fading(daily([*lattes, (TEA,)])) == [1.0] * 5
    assert fading(daily(lattes + closed + [(TEA,)] * 2)) == [0.15] * 4 + [1.0] * 2
    assert fading(daily(lattes + closed + [(TEA,)] * 3)) == pytest.approx([0.045] * 4 + [1.0] * 3)


def test_other_visits_apart_from_each_other_forget_nothing() -> None:
    history = daily([(LATTE,)] * 8 + [(TEA,), (LATTE,)] * 3)
    assert fading(history) == [1.0] * len(history)


def test_something_more_beside_the_usual_is_no_other_visit() -> None:
    assert fading(daily([(LATTE,)] * 5 + [(LATTE, CAKE)] * 5)) == [1.0] * 10


def test_the_first_weekend_is_no_break_in_the_habit_of_the_week() -> None:
    assert fading(daily([(LATTE,)] * 5 + [(TEA, CAKE)] * 2 + [(LATTE,)] * 5)) == [1.0] * 12


def test_a_weekend_of_other_things_counts_when_monday_goes_the_same_way() -> None:
    week, weekend = [(LATTE,)] * 5, [(TEA,)] * 2
    assert fading(daily([*week, *weekend])) == [1.0] * 7
    factors = fading(daily([*week, *weekend, (TEA,)]))
    assert factors == pytest.approx([0.045] * 5 + [1.0] * 3)


def test_once_the_new_habit_is_learnt_it_does_not_fade() -> None:
    factors = fading(daily([(LATTE,)] * 4 + [(TEA,)] * 24))
    assert factors[:4] == pytest.approx([0.0135] * 4)
    assert factors[4:] == [1.0] * 24


def test_a_weekend_is_no_break_in_the_habit_of_the_week() -> None:
    assert fading(daily(([(LATTE,)] * 5 + [(TEA,)] * 2) * 4)) == [1.0] * 28


def test_the_same_thing_all_week_is_one_self() -> None:
    assert kinds_now(daily([(LATTE,)] * 40), 40) == []


def test_weekends_and_working_days_are_told_apart() -> None:
    history = daily(([(FLAT_WHITE, CROISSANT)] * 5 + [(TEA, CAKE)] * 2) * 4)
    assert kinds_now(history, 28) == [SelfKind.KIND_OF_DAY]
    assert kinds_now(history, 33) == [SelfKind.KIND_OF_DAY]


def test_a_friday_treat_is_a_self_of_its_own() -> None:
    history = daily((([(FLAT_WHITE,)] * 4 + [(FLAT_WHITE, CAKE)]) + [()] * 2) * 6)
    assert kinds_now(history, 46) == [SelfKind.WEEKDAY]


def test_morning_and_noon_are_told_apart() -> None:
    history = [
        visit(MONDAY + timedelta(days=day, hours=hours), item)
        for day in range(8)
        for hours, item in ((0, FLAT_WHITE), (5, SOUP))
    ]
    assert kinds_now(history, 8) == [SelfKind.TIME]


def test_three_saturdays_are_too_few_to_be_a_self() -> None:
    saturdays = ([(FLAT_WHITE,)] * 5 + [(TEA,), ()]) * 3
    assert kinds_now(daily(saturdays), 26) == []


def test_visits_of_another_self_hardly_count() -> None:
    own = Self(SelfKind.TIME, (True, False, True))
    assert weight_by_self([own], 3) == [1.0, OTHER_SELF, 1.0]
    assert weight_by_self([], 2) == [1.0, 1.0]
