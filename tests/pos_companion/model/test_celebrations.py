"""Days worth remembering."""

from pos_companion.model.celebrations import Celebration, CelebrationKind
from pos_companion.model.dates import PartialDate


def test_a_day_comes_back_every_year_unless_it_was_said_to_be_once() -> None:
    day = Celebration(1, 1, "Ana", CelebrationKind.BIRTHDAY, PartialDate(month=2, day=29))
    assert day.yearly
    assert day.being is None
