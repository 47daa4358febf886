"""Something must not hold."""

from pos_companion.rules import Verdict
from pos_companion.rules.conditions.celebration import Celebration
from pos_companion.rules.conditions.item_bought import ItemBought
from pos_companion.rules.conditions.not_ import Not
from pos_companion.rules.conditions.weekday import Weekday
from tests.pos_companion.rules.cases import birthday, facts, says


def test_it_turns_yes_and_no_around_and_says_what_is_so() -> None:
    assert says(Not(Weekday((4,))).judge(facts())) == (Verdict.NO, "It is Friday")
    assert Not(Weekday((0,))).judge(facts()).is_yes


def test_not_unknown_is_unknown() -> None:
    answer = Not(ItemBought()).judge(facts())
    assert (answer.verdict, answer.code) == (Verdict.UNKNOWN, "basket")


def test_a_celebration_that_must_not_be_near_brings_nothing_about() -> None:
    seen = facts(celebrations=(birthday("11-20"),))
    assert Not(Celebration()).occasions(seen) == ()
