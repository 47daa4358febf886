"""Everything must hold."""

from itertools import product

import pytest

from pos_companion.rules import Condition, Verdict
from pos_companion.rules.conditions.all_of import AllOf
from pos_companion.rules.conditions.celebration import Celebration
from pos_companion.rules.conditions.first_visit import FirstVisit
from pos_companion.rules.conditions.item_bought import ItemBought
from pos_companion.rules.conditions.weekday import Weekday
from tests.pos_companion.rules.cases import BISCUIT, birthday, facts, says

YES, NO, UNKNOWN = Verdict.YES, Verdict.NO, Verdict.UNKNOWN
PARTS: dict[Verdict, Condition] = {YES: Weekday((4,)), NO: Weekday((0,)), UNKNOWN: ItemBought()}


@pytest.mark.parametrize(("left", "right"), list(product(PARTS, PARTS)))
def test_one_no_is_a_no_and_else_one_unknown_is_unknown(left: Verdict, right: Verdict) -> None:
    answer = AllOf((PARTS[left], PARTS[right])).judge(facts())
    expected = NO if NO in (left, right) else UNKNOWN if UNKNOWN in (left, right) else YES
    assert answer.verdict is expected
    assert [part.verdict for part in answer.parts] == [left, right]


def test_it_speaks_with_the_first_part_that_decides() -> None:
    answer = AllOf((ItemBought(), Weekday((0,)), Weekday((1,)))).judge(facts())
    assert says(answer) == (NO, "This is for Monday; today is Friday.")
    assert answer.code == "wrong_weekday"


def test_the_celebration_is_the_reason_wherever_it_stands() -> None:
    seen = facts(celebrations=(birthday("11-21", BISCUIT), birthday("05-05")))
    answer = AllOf((Weekday((4,)), Celebration(), FirstVisit())).judge(
        seen.for_celebration(seen.occasions[0])
    )
    assert says(answer) == (YES, "Biscuit’s birthday is tomorrow")


def test_with_nothing_in_it_it_always_holds() -> None:
    assert AllOf().judge(facts()).is_yes
