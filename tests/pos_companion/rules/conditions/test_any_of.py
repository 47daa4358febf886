"""One thing is enough."""

from itertools import product

import pytest

from pos_companion.rules import Condition, Verdict
from pos_companion.rules.conditions.any_of import AnyOf
from pos_companion.rules.conditions.item_bought import ItemBought
from pos_companion.rules.conditions.weekday import Weekday
from tests.pos_companion.rules.cases import facts, says

YES, NO, UNKNOWN = Verdict.YES, Verdict.NO, Verdict.UNKNOWN
PARTS: dict[Verdict, Condition] = {YES: Weekday((4,)), NO: Weekday((0,)), UNKNOWN: ItemBought()}


@pytest.mark.parametrize(("left", "right"), list(product(PARTS, PARTS)))
def test_one_yes_is_a_yes_and_else_one_unknown_is_unknown(left: Verdict, right: Verdict) -> None:
    answer = AnyOf((PARTS[left], PARTS[right])).judge(facts())
    expected = YES if YES in (left, right) else UNKNOWN if UNKNOWN in (left, right) else NO
    assert answer.verdict is expected
    assert len(answer.parts) == 2


def test_with_nothing_in_it_it_never_holds() -> None:
    assert says(AnyOf().judge(facts())) == (NO, "Nothing is listed that could hold.")
