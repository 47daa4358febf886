"""Some days of the week."""

from pos_companion.rules import Verdict
from pos_companion.rules.conditions.weekday import Weekday
from tests.pos_companion.rules.cases import facts, says


def test_friday_is_friday() -> None:
    assert says(Weekday((4, 5)).judge(facts())) == (Verdict.YES, "It is Friday")


def test_another_day_is_wrong_and_says_which_would_be_right() -> None:
    answer = Weekday((1, 0)).judge(facts())
    assert says(answer) == (Verdict.NO, "This is for Monday and Tuesday; today is Friday.")
    assert answer.code == "wrong_weekday"
