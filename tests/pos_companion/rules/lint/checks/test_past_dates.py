from datetime import timedelta

from tests.pos_companion.rules.cases import TODAY
from tests.pos_companion.rules.lint.linting import codes, sound

DAY = timedelta(days=1)


def test_the_last_day_counts_and_the_day_after_does_not():
    assert codes(sound(valid_through=TODAY)) == set()
    assert codes(sound(valid_through=TODAY - DAY)) == {"past_dates"}


def test_an_end_before_the_beginning_is_none():
    assert codes(sound(valid_from=TODAY + DAY, valid_through=TODAY)) == {"past_dates"}
    assert codes(sound(valid_from=TODAY + DAY)) == set()
