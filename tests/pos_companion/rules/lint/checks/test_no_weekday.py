from pos_companion.rules.conditions.any_of import AnyOf
from pos_companion.rules.conditions.has_pet import HasPet
from pos_companion.rules.conditions.weekday import Weekday
from tests.pos_companion.rules.lint.linting import codes, sound


def test_no_day_at_all_is_no_set_of_days():
    assert codes(sound(when=AnyOf((HasPet(), Weekday(()))))) == {"no_weekday"}
    assert codes(sound(when=Weekday((6,)))) == set()
