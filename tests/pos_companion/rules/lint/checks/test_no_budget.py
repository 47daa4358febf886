import pytest

from pos_companion.rules import Cap, Period, Scope, Unit
from pos_companion.rules.effects.service import Service
from tests.pos_companion.rules.lint.linting import BUDGET, codes, sound


@pytest.mark.parametrize(
    "caps",
    [
        (),
        (Cap(Scope.RULE, Period.WEEK, 10),),
        (Cap(Scope.PERSON, Period.MONTH, 500, Unit.COST),),
        (BUDGET, Cap(Scope.PERSON, Period.DAY, 0)),
        (Cap(Scope.ALL, Period.DAY, 0, Unit.VALUE),),
    ],
)
def test_a_rule_without_a_budget_for_the_shop_or_with_one_of_nothing(caps):
    assert codes(sound(caps=caps)) == {"no_budget"}


def test_kindness_that_costs_nothing_needs_no_budget():
    assert codes(sound(caps=(), effects=(Service("Carry it to the car"),))) == set()
