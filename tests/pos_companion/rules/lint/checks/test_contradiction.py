from datetime import time

import pytest

from pos_companion.rules.conditions.all_of import AllOf
from pos_companion.rules.conditions.any_of import AnyOf
from pos_companion.rules.conditions.days_since_last import DaysSinceLast
from pos_companion.rules.conditions.first_visit import FirstVisit
from pos_companion.rules.conditions.has_pet import HasPet
from pos_companion.rules.conditions.not_ import Not
from pos_companion.rules.conditions.time_of_day import TimeOfDay
from pos_companion.rules.conditions.visits_at_least import VisitsAtLeast
from pos_companion.rules.conditions.visits_nth import VisitsNth
from pos_companion.rules.conditions.weekday import Weekday
from tests.pos_companion.rules.lint.linting import codes, sound

MORNING = TimeOfDay(time(7), time(11))
NIGHT = TimeOfDay(time(22), time(2))


@pytest.mark.parametrize(
    "parts",
    [
        (HasPet(), Not(HasPet())),
        (AllOf((HasPet(), MORNING)), Not(HasPet())),
        (Weekday((0, 1)), Weekday((2,))),
        (Weekday((0, 1)), TimeOfDay(time(7), time(11), (5,))),
        (MORNING, TimeOfDay(time(11), time(12))),
        (MORNING, NIGHT),
        (FirstVisit(), DaysSinceLast()),
        (FirstVisit(), VisitsNth()),
        (FirstVisit(), VisitsAtLeast(2, 30)),
    ],
)
def test_what_can_never_hold_together(parts):
    assert codes(sound(when=AllOf(parts))) == {"contradiction"}


@pytest.mark.parametrize(
    "parts",
    [
        (Weekday((0, 1)), Weekday((1, 2)), MORNING),
        (NIGHT, TimeOfDay(time(1), time(3))),
        (FirstVisit(), VisitsAtLeast(1, 30)),
        (AnyOf((FirstVisit(), VisitsNth())),),
        (HasPet(), Not(MORNING)),
    ],
)
def test_what_can_hold_together(parts):
    assert codes(sound(when=AllOf(parts))) == set()
