"""Counts of the mirror."""

from datetime import date

from pos_companion.model.mirror import Mirror, Movement, Tally
from pos_companion.model.stages import Stage

DAY = date(2026, 11, 20)


def test_what_was_neither_armed_nor_often_is_silence() -> None:
    tally = Tally(10, armed=4, right=3, often=5, hit=2)
    assert (tally.silent, tally.right_share, tally.hit_share) == (1, 0.75, 5 / 9)
    assert (Tally(3).right_share, Tally(3).hit_share) == (None, None)
    assert tally + Tally(1) == Tally(11, 4, 3, 5, 2)


def test_weekdays_and_hours_are_sums_of_the_same() -> None:
    found = Mirror(DAY, DAY, 9, {(0, 8): Tally(2, 1, 1), (0, 9): Tally(3), (4, 8): Tally(1)})
    assert (found.all.visits, found.on(0).visits, found.at(8).visits) == (6, 5, 3)
    assert (found.hours, found.on(6)) == ((8, 9), Tally())


def test_up_down_lapsed_and_new_are_told_apart() -> None:
    moves = {
        (None, Stage.NEW): 5,
        (Stage.NEW, Stage.GETTING_TO_KNOW): 3,
        (Stage.LAPSED, Stage.BACK): 1,
        (Stage.AT_RISK, Stage.REGULAR): 2,
        (Stage.REGULAR, Stage.AT_RISK): 4,
        (Stage.FRIEND, Stage.REGULAR): 1,
        (Stage.AT_RISK, Stage.LAPSED): 2,
        (Stage.FRIEND, Stage.FRIEND): 7,
        (Stage.LAPSED, Stage.LAPSED): 9,
    }
    moved = Movement(DAY, DAY, moves)
    assert (moved.came, moved.up, moved.down, moved.lapsed) == (5, 6, 5, 2)
    assert moved.customers == sum(moves.values())
