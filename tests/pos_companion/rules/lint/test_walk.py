from pos_companion.rules.conditions.all_of import AllOf
from pos_companion.rules.conditions.any_of import AnyOf
from pos_companion.rules.conditions.first_visit import FirstVisit
from pos_companion.rules.conditions.has_pet import HasPet
from pos_companion.rules.conditions.not_ import Not
from pos_companion.rules.conditions.weekday import Weekday
from pos_companion.rules.lint.walk import everywhere, needed, opposite

MONDAY, PET, FIRST = Weekday((0,)), HasPet(), FirstVisit()


def test_all_that_must_hold_together_is_found_at_any_depth():
    either = AnyOf((PET, FIRST))
    assert needed(AllOf((MONDAY, AllOf((PET, either))))) == [MONDAY, PET, either]
    assert needed(MONDAY) == [MONDAY]
    assert PET in list(everywhere(AllOf((MONDAY, Not(PET)))))


def test_the_opposite_of_an_opposite_is_the_thing_itself():
    assert opposite(MONDAY) == Not(MONDAY)
    assert opposite(Not(MONDAY)) == MONDAY
