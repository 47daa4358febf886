"""How fast gifts go."""

from datetime import date, timedelta
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from pos_companion.insight.shelf import LOOKED_BACK, pace

TODAY = date(2025, 11, 21)


def test_two_a_week_out_of_ten_last_five_weeks():
    weekly = {TODAY - timedelta(days=7 * back): 2 for back in range(8)}
    found = pace(weekly, 10, TODAY)
    assert found.per_week == Decimal("2.2")  # 16 in the 50 days since the first
    assert found.runs_out == TODAY + timedelta(days=31)


def test_what_is_never_given_never_runs_out():
    assert pace({}, 10, TODAY) == pace({TODAY - timedelta(days=LOOKED_BACK): 9}, 10, TODAY)
    assert pace({}, 10, TODAY).runs_out is None
    assert pace({}, 10, TODAY).per_week == 0


def test_a_new_gift_is_judged_by_one_week_at_least():
    assert pace({TODAY: 3}, 6, TODAY).per_week == 3
    assert pace({TODAY: 3}, 6, TODAY).runs_out == TODAY + timedelta(days=14)


def test_the_last_one_gone_means_today_and_a_slow_one_no_day_at_all():
    assert pace({TODAY: 3}, 0, TODAY).runs_out == TODAY
    assert pace({TODAY - timedelta(days=55): 1}, 100, TODAY).runs_out is None


@given(st.dictionaries(st.integers(0, 90), st.integers(1, 50)), st.integers(0, 1000))
def test_it_never_runs_out_before_today(given_back, free):
    days = {TODAY - timedelta(days=back): pieces for back, pieces in given_back.items()}
    found = pace(days, free, TODAY)
    assert found.per_week >= 0
    assert found.runs_out is None or found.runs_out >= TODAY
