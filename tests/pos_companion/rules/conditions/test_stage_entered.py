"""They have come a step further, or back."""

from datetime import timedelta

import pytest

from pos_companion.i18n import Phrase
from pos_companion.model.stages import Pin, Reached, Stage, Standing, Turned
from pos_companion.rules import Verdict
from pos_companion.rules.conditions.stage_entered import StageEntered
from tests.pos_companion.rules.cases import TODAY, facts, says


def since(days: int | None, stage: Stage = Stage.REGULAR) -> Standing:
    day = None if days is None else TODAY - timedelta(days=days)
    return Standing((Reached(Stage.NEW, TODAY - timedelta(days=400)), Reached(stage, day)))


@pytest.mark.parametrize(
    ("days", "verdict", "sentence"),
    [
        (0, Verdict.YES, "With this visit they are a regular"),
        (14, Verdict.YES, "They became a regular (6 Nov)"),
        (15, Verdict.NO, "They became a regular some time ago (5 Nov)."),
        (None, Verdict.NO, "They have been a regular for a long time."),
    ],
)
def test_the_day_decides(days: int | None, verdict: Verdict, sentence: str) -> None:
    judged = StageEntered(Stage.REGULAR, 14).judge(facts(standing=since(days)))
    assert says(judged) == (verdict, sentence)


def test_who_is_not_there_has_not_entered() -> None:
    assert says(StageEntered(Stage.FRIEND).judge(facts(standing=since(3)))) == (
        Verdict.NO,
        "They are not a friend of the shop now.",
    )


def test_a_step_passed_through_a_moment_ago_counts_as_well() -> None:
    reached = (*since(9).reached, Reached(Stage.FRIEND, TODAY))
    assert StageEntered(Stage.REGULAR).judge(facts(standing=Standing(reached))).is_yes


def test_coming_back_is_entered_with_the_visit_that_ends_the_absence() -> None:
    turn = Turned(Stage.BACK, TODAY, Phrase(""))
    back = facts(standing=Standing(since(200).reached, turn))
    assert says(StageEntered(Stage.BACK, 0).judge(back))[0] is Verdict.YES


def test_a_pinned_stage_was_entered_when_it_was_pinned() -> None:
    pin = Pin(1, 1, Stage.FRIEND, "my aunt", "Sam", TODAY - timedelta(days=3))
    pinned = facts(standing=Standing(since(200).reached, pin=pin))
    assert StageEntered(Stage.FRIEND, 3).judge(pinned).is_yes
    assert not StageEntered(Stage.FRIEND, 2).judge(pinned).is_yes
