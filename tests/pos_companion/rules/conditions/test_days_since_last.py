"""Has not been here for a while."""

from datetime import date

import pytest

from pos_companion.rules import Verdict
from pos_companion.rules.conditions.days_since_last import DaysSinceLast, usual_gap
from tests.pos_companion.rules.cases import facts, says, visits

YES, NO, UNKNOWN = Verdict.YES, Verdict.NO, Verdict.UNKNOWN


@pytest.mark.parametrize(("ago", "verdict"), [(41, NO), (42, YES), (43, YES)])
def test_days_are_counted_between_business_dates(ago: int, verdict: Verdict) -> None:
    assert DaysSinceLast(42).judge(facts(visits=visits(ago))).verdict is verdict


@pytest.mark.parametrize("today", [date(2026, 3, 30), date(2026, 10, 26)])
def test_the_week_the_clocks_change_has_seven_days(today: date) -> None:
    seen = facts(today=today, visits=visits(7, today=today))
    assert DaysSinceLast(7).judge(seen).is_yes
    assert not DaysSinceLast(8).judge(seen).is_yes


def test_the_first_visit_is_a_no_and_not_endless() -> None:
    assert says(DaysSinceLast().judge(facts())) == (NO, "This is the first visit.")


def test_visits_without_a_day_are_unknown() -> None:
    answer = DaysSinceLast().judge(facts(visit_count=3))
    assert (answer.verdict, answer.code) == (UNKNOWN, "last_visit")


def test_their_own_usual_gap_can_be_the_measure() -> None:
    by_habit = DaysSinceLast(days=0, times_usual=3)
    weekly = visits(21, 28, 35, 42)
    assert by_habit.judge(facts(visits=weekly)).verdict is YES
    assert says(by_habit.judge(facts(visits=visits(20, 27, 34, 41)))) == (
        NO,
        "They were here 20 days ago; this begins at 21.",
    )


def test_below_four_visits_the_habit_is_unknown() -> None:
    answer = DaysSinceLast(days=0, times_usual=2).judge(facts(visits=visits(60, 70, 80)))
    assert (answer.verdict, answer.code) == (UNKNOWN, "cadence")


def test_either_of_the_two_measures_is_enough() -> None:
    either = DaysSinceLast(days=42, times_usual=3)
    assert either.judge(facts(visits=visits(50, 60, 70))).is_yes
    assert either.judge(facts(visits=visits(21, 28, 35, 42))).is_yes


def test_the_usual_gap_is_the_median_of_the_last_twelve() -> None:
    old = [100 + 30 * at for at in range(6)]
    seen = facts(visits=visits(*range(0, 91, 7), *old))
    assert usual_gap(seen) == 7
