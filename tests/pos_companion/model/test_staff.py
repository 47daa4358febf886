"""Who works here, what each may do, and how often a PIN may be tried."""

from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pos_companion.model.staff import (
    LONGEST_WAIT,
    MOST_FAILURES,
    RIGHTS,
    Approval,
    Right,
    Role,
    Staff,
    Tries,
    wait_after,
)

NINE = datetime(2025, 11, 21, 9, tzinfo=UTC)
STEPS = st.integers(-400 * 86_400, 2 * 86_400)


def test_the_waits_are_short_at_first_and_never_longer_than_a_quarter_of_an_hour() -> None:
    waits = [wait_after(failures) for failures in range(13)]
    assert waits == [0, 0, 0, 2, 5, 15, 30, 60, 120, 240, 480, 900, 900]


def test_a_failure_is_forgotten_after_a_day() -> None:
    tries = Tries().failed(NINE)
    assert tries.seen(NINE + timedelta(hours=23)) == tries
    assert tries.seen(NINE + timedelta(days=1)) == Tries()


def test_twenty_failures_stay_until_somebody_opens_the_pin() -> None:
    tries = Tries(MOST_FAILURES, NINE)
    assert tries.is_closed
    assert tries.seen(NINE + timedelta(days=9)).is_closed


def test_a_whole_day_of_guessing_is_at_most_twenty_guesses() -> None:
    now, guesses, tries = NINE, 0, Tries()
    while now < NINE + timedelta(days=1):
        tries = tries.seen(now)
        if not tries.is_closed and not tries.wait(now):
            tries, guesses = tries.failed(now), guesses + 1
        now += timedelta(seconds=1 if tries.wait(now) < 60 else 30)
    assert guesses == MOST_FAILURES


@given(st.lists(st.tuples(STEPS, st.booleans()), max_size=60))
def test_wherever_the_clock_is_set_nobody_waits_longer_than_a_quarter_of_an_hour(
    walk: list[tuple[int, bool]],
) -> None:
    now, tries = NINE, Tries()
    for step, wrong in walk:
        now += timedelta(seconds=step)
        tries = tries.seen(now)
        assert 0 <= tries.wait(now) <= LONGEST_WAIT
        later = now + timedelta(seconds=tries.wait(now))
        assert tries.seen(later).wait(later) == 0
        if wrong and not tries.wait(now):
            tries = tries.failed(now)


def test_each_role_may_do_what_the_one_before_may_and_more() -> None:
    roles = list(Role)
    for less, more in pairwise(roles):
        assert RIGHTS[less] < RIGHTS[more]
    assert RIGHTS[Role.MANAGER] == set(Right)


@pytest.mark.parametrize("right", Right)
def test_somebody_who_has_left_may_do_nothing(right: Right) -> None:
    assert not Staff(1, "Mia", Role.MANAGER, active=False).may(right)


def test_an_approval_is_for_one_thing_and_five_minutes() -> None:
    yes = Approval(1, "Mia", "beyond_limit:v1", NINE)
    assert yes.holds("beyond_limit:v1", NINE + timedelta(minutes=5))
    assert not yes.holds("beyond_limit:v1", NINE + timedelta(minutes=5, seconds=1))
    assert not yes.holds("beyond_limit:v1", NINE - timedelta(seconds=1))
    assert not yes.holds("beyond_limit:v2", NINE)


def test_every_role_has_a_name() -> None:
    assert len({role.label for role in Role}) == len(Role)
