from datetime import date, datetime
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from pos_companion.insight.likely import AROUND, WEEKS, Comes, likelihood, same_hours

TODAY = 739_000


def test_whoever_never_came_or_whose_visits_do_not_count_is_no_likelier_than_a_new_face():
    assert likelihood(Comes(0, None, None), TODAY) == 0
    assert likelihood(Comes(0, TODAY - 9, TODAY - 2, at_this_hour=3), TODAY) == 0


def test_a_daily_guest_is_likelier_than_a_weekly_one_who_was_here_the_same_day():
    daily = Comes(29, TODAY - 29, TODAY - 1)
    weekly = Comes(5, TODAY - 29, TODAY - 1)
    assert likelihood(daily, TODAY) > likelihood(weekly, TODAY) > 0


def test_a_daily_guest_gone_for_a_year_stands_behind_a_weekly_one_of_last_week():
    gone = Comes(100, TODAY - 465, TODAY - 365)
    weekly = Comes(5, TODAY - 35, TODAY - 7)
    assert likelihood(weekly, TODAY) > likelihood(gone, TODAY)


def test_of_two_with_the_same_habit_the_one_who_comes_at_this_hour_stands_first():
    comes = Comes(8, TODAY - 56, TODAY - 7)
    assert likelihood(comes._replace(at_this_hour=4), TODAY) > likelihood(comes, TODAY)


@given(visits=st.integers(1, 2000), since=st.integers(0, 4000), away=st.integers(-3, 4000))
def test_nobody_grows_likelier_by_staying_away(visits, since, away):
    comes = Comes(visits, TODAY - since, TODAY)
    assert likelihood(comes, TODAY + away) >= likelihood(comes, TODAY + away + 1) >= 0


def test_this_hour_is_the_same_on_the_clock_on_the_wall_before_and_after_summer_time():
    now = datetime(2025, 11, 7, 9, 0, tzinfo=ZoneInfo("Europe/Berlin"))
    middles = [begin + AROUND for begin, _ in same_hours(now)]
    assert len(middles) == WEEKS
    assert middles[0].date() == date(2025, 10, 31)
    assert {one.strftime("%a %H:%M") for one in middles} == {"Fri 09:00"}
    assert middles[0].utcoffset() != middles[-1].utcoffset()
