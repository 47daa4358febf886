"""Steps and turns."""

from datetime import date

from pos_companion.i18n import Phrase
from pos_companion.model.stages import STEPS, TURNS, Pin, Reached, Stage, Standing, Turned

DAY = date(2026, 11, 20)


def test_every_stage_is_a_step_or_a_turn_and_has_a_name() -> None:
    assert {*STEPS, *TURNS} == set(Stage)
    assert all(stage.label for stage in Stage)
    assert [stage for stage in Stage if stage.is_step] == list(STEPS)


def test_a_turn_is_told_before_the_step_and_hides_nothing() -> None:
    back = Standing((Reached(Stage.NEW, DAY),), Turned(Stage.BACK, DAY, Phrase("")))
    assert (back.stage, back.step) == (Stage.BACK, Stage.NEW)
    assert back.now == {Stage.BACK, Stage.NEW}
    assert back.entered(Stage.NEW) == back.entered(Stage.BACK) == DAY
    assert back.entered(Stage.REGULAR) is None


def test_nobody_is_new_before_anything_is_known() -> None:
    assert (Standing().stage, Standing().entered(Stage.NEW)) == (Stage.NEW, None)


def test_who_is_pinned_at_risk_keeps_the_step() -> None:
    pin = Pin(1, 1, Stage.AT_RISK, "a burnt tart", "Sam", DAY)
    pinned = Standing((Reached(Stage.NEW, DAY), Reached(Stage.GETTING_TO_KNOW, DAY)), pin=pin)
    assert (pinned.stage, pinned.step) == (Stage.AT_RISK, Stage.GETTING_TO_KNOW)
