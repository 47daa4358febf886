"""Some hours of the day."""

from datetime import datetime, time

import pytest

from pos_companion.rules.conditions.time_of_day import TimeOfDay
from tests.pos_companion.rules.cases import facts, says


def at(hour: int, minute: int = 0, day: int = 20) -> datetime:
    return datetime(2026, 11, day, hour, minute)  # noqa: DTZ001 - the shop's wall clock


@pytest.mark.parametrize(
    ("now", "holds"),
    [(at(7), True), (at(10, 59), True), (at(11), False), (at(6, 59), False)],
)
def test_the_end_no_longer_belongs_to_the_hours(now: datetime, holds: bool) -> None:
    assert TimeOfDay(time(7), time(11)).judge(facts(now=now)).is_yes is holds


@pytest.mark.parametrize(
    ("now", "holds"),
    [(at(22), True), (at(1, 59, day=21), True), (at(2, day=21), False), (at(21, 59), False)],
)
def test_hours_past_midnight(now: datetime, holds: bool) -> None:
    assert TimeOfDay(time(22), time(2)).judge(facts(now=now)).is_yes is holds


def test_hours_past_midnight_belong_to_the_day_they_start_on() -> None:
    friday_night = TimeOfDay(time(22), time(6), weekdays=(4,))
    assert friday_night.judge(facts(now=at(5, day=21))).is_yes  # Saturday at five
    answer = friday_night.judge(facts(now=at(5)))  # Friday at five, still Thursday night
    assert says(answer)[1] == "This is for Friday; these hours belong to Thursday."
    assert answer.code == "wrong_weekday"


def test_the_wrong_hour_says_which_would_be_right() -> None:
    answer = TimeOfDay(time(14), time(16)).judge(facts(now=at(9, 30)))
    assert says(answer)[1] == "This is for 14:00 to 16:00; it is 09:30."
    assert answer.code == "wrong_time"


def test_equal_hours_mean_all_day() -> None:
    assert TimeOfDay(time(8), time(8)).judge(facts(now=at(3))).is_yes
