"""Days of other calendars, days to be asked for, and days nobody is to speak of."""

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from pos_companion.insight.celebrations import (
    coming_up,
    in_want_of_a_day,
    whose,
    without_doubles,
)
from pos_companion.model.calendars import OtherCalendar, OtherDay, When
from pos_companion.model.celebrations import Celebration, CelebrationKind, DayAhead
from pos_companion.model.dates import LeapPolicy, NthWeekday, PartialDate, Span, WrittenIn
from pos_companion.model.people import Customer, Gone, HouseholdMember
from tests.pos_companion.insight.test_celebrations import (
    ANA,
    BIRTHDAY,
    BISCUIT,
    FAMILY,
    NAME_DAY,
    ROSA,
    TOMAS,
    TOMAS_AT_HOME,
    celebration,
    coming,
    days,
)


def test_a_quiet_day_and_one_of_somebody_who_does_not_celebrate_are_silent() -> None:
    today = date(2026, 11, 21)
    told = celebration("--11-22", BISCUIT)
    assert coming(today, replace(told, quiet=True), replace(told, declined=True)) == []


def test_a_wedding_day_is_silent_once_one_of_the_two_is_gone() -> None:
    wedding = celebration("--11-22", kind=CelebrationKind.ANNIVERSARY)
    home = coming(date(2026, 11, 21), wedding)
    assert len(home) == 1
    gone = tuple(
        replace(one, gone=Gone.DIED if one is TOMAS_AT_HOME else Gone.NO) for one in FAMILY
    )
    assert coming(date(2026, 11, 21), wedding, members=gone) == []


def test_a_day_of_another_calendar_comes_up_on_its_day() -> None:
    ramadan = replace(celebration("--01-01"), date=OtherDay(OtherCalendar.ISLAMIC, 9, 1))
    assert days(date(2026, 2, 10), ramadan) == [8]
    third_monday = replace(celebration("--01-01"), date=NthWeekday(3, 0, 5))
    assert days(date(2026, 5, 17), third_monday) == [1]


def test_a_written_in_day_comes_up_and_then_has_to_be_asked_for() -> None:
    diwali = replace(celebration("--01-01", ANA), date=WrittenIn(date(2026, 11, 8)))
    assert days(date(2026, 11, 1), diwali) == [7]
    assert in_want_of_a_day([diwali], FAMILY, date(2026, 11, 8), LeapPolicy.FEBRUARY) == ()
    assert in_want_of_a_day([diwali], FAMILY, date(2026, 11, 9), LeapPolicy.FEBRUARY) == (diwali,)
    assert (
        in_want_of_a_day(
            [replace(diwali, quiet=True)], FAMILY, date(2026, 11, 9), LeapPolicy.FEBRUARY
        )
        == ()
    )
    gone = tuple(replace(one, gone=Gone.DIED) for one in FAMILY)
    assert in_want_of_a_day([diwali], gone, date(2026, 11, 9), LeapPolicy.FEBRUARY) == ()


def test_whose_a_day_is_reads_alike_on_every_card() -> None:
    on_hers = celebration("--11-22", TOMAS_AT_HOME)
    on_his = celebration("--11-22", customer=TOMAS)
    assert whose(on_hers, FAMILY) == whose(on_his, FAMILY) == f"customer:{TOMAS}"
    assert whose(celebration("--11-22", BISCUIT), FAMILY) == f"being:{BISCUIT.id}"
    shared = celebration("--11-22", kind=CelebrationKind.MOVING_IN)
    assert (whose(shared, FAMILY), whose(shared, FAMILY, 7)) == ("household", "household:7")
    stranger = HouseholdMember(99, "Nobody")
    assert whose(celebration("--11-22", stranger), FAMILY) is None


def test_a_list_of_the_shop_tells_every_being_once_a_day() -> None:
    day = Span(date(2026, 11, 22), date(2026, 11, 22))
    rosa = Customer(ROSA, "Rosa")
    birthday, name_day = (
        DayAhead(celebration("--11-22", ANA, kind=kind), rosa, "daughter", day, 1)
        for kind in (BIRTHDAY, NAME_DAY)
    )
    found = [("being:3", name_day), ("being:4", name_day), ("being:3", birthday)]
    assert without_doubles(found) == (birthday, name_day)


every_day = st.one_of(
    st.dates(date(1950, 1, 1)).map(lambda day: PartialDate(day.year, day.month, day.day)),
    st.builds(PartialDate, st.none(), st.integers(1, 12)),
    st.builds(PartialDate, st.integers(1950, 2020)),
    st.builds(NthWeekday, st.sampled_from([1, 2, 3, 4, -1]), st.integers(0, 6), st.integers(1, 12)),
    st.builds(OtherDay, st.sampled_from(OtherCalendar), st.integers(1, 12), st.integers(1, 29)),
    st.dates(date(1900, 1, 1), date(2300, 12, 31)).map(WrittenIn),
)


@given(
    every_day,
    st.dates(date(1900, 1, 1), date(2300, 12, 31)),
    st.sampled_from(LeapPolicy),
    st.booleans(),
    st.one_of(st.none(), st.dates(date(1900, 1, 1), date(2300, 12, 31))),
)
def test_nothing_that_can_be_kept_is_ever_a_mistake(
    when: When, today: date, leap: LeapPolicy, yearly: bool, since: date | None
) -> None:
    told = Celebration(ROSA, 1, "Rosa", BIRTHDAY, when, yearly=yearly, known_since=since)
    for one in coming_up([told], (), today, leap):
        assert 0 <= one.days <= 30
        assert one.span.last >= today
    in_want_of_a_day([told], (), today, leap)
