"""Where they stand with the shop."""

from datetime import timedelta

from pos_companion.i18n import Phrase
from pos_companion.model.stages import Pin, Reached, Stage, Standing, Turned
from pos_companion.rules import Verdict
from pos_companion.rules.conditions.stage import Stage as StageIs
from tests.pos_companion.rules.cases import TODAY, facts, says

FRIEND = Standing((Reached(Stage.NEW, TODAY), Reached(Stage.FRIEND, TODAY - timedelta(days=40))))
BACK = Standing(FRIEND.reached, Turned(Stage.BACK, TODAY, Phrase("")))


def test_it_holds_for_the_stages_it_names() -> None:
    judged = StageIs((Stage.REGULAR, Stage.FRIEND)).judge(facts(standing=FRIEND))
    assert says(judged) == (Verdict.YES, "They are a friend of the shop")


def test_for_others_it_says_where_they_stand() -> None:
    judged = StageIs((Stage.AT_RISK, Stage.BACK)).judge(facts(standing=FRIEND))
    assert says(judged) == (
        Verdict.NO,
        "They are a friend of the shop; this is for those who are at risk and back again.",
    )


def test_a_friend_who_is_back_is_both() -> None:
    back = facts(standing=BACK)
    assert says(StageIs((Stage.BACK,)).judge(back)) == (Verdict.YES, "They are back again")
    assert StageIs((Stage.FRIEND,)).judge(back).is_yes
    assert not StageIs((Stage.REGULAR,)).judge(back).is_yes


def test_a_new_face_is_new() -> None:
    assert StageIs((Stage.NEW,)).judge(facts()).is_yes
    assert not StageIs().judge(facts()).is_yes


def test_a_pinned_stage_counts() -> None:
    pin = Pin(1, 1, Stage.MISSED, "my aunt", "Sam", TODAY)
    pinned = facts(standing=Standing(FRIEND.reached, pin=pin))
    assert StageIs((Stage.MISSED,)).judge(pinned).is_yes
    assert not StageIs((Stage.FRIEND,)).judge(pinned).is_yes
