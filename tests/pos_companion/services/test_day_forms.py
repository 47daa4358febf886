from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pos_companion.errors import BadInputError, CompanionError, NotFoundError, SeveralFoundError
from pos_companion.model.calendars import OtherCalendar, OtherDay
from pos_companion.model.celebrations import CelebrationKind
from pos_companion.model.dates import LeapPolicy, NthWeekday, PartialDate, WrittenIn
from pos_companion.model.people import HouseholdMember
from pos_companion.services.day_forms import being_of, celebration_kind_of, day_of, leap_of

REX = HouseholdMember(12, "Rex", "dog")
TOMAS = HouseholdMember(10, "Tomás", customer=2)


@pytest.mark.parametrize(
    ("given_", "when"),
    [
        ({"date": "1990-05-01"}, PartialDate(1990, 5, 1)),
        ({"date": "05-01"}, PartialDate(None, 5, 1)),
        ({"date": "--05"}, PartialDate(None, 5)),
        ({"date": "1990"}, PartialDate(1990)),
        ({"calendar": "islamic", "month": 9, "day": 1}, OtherDay(OtherCalendar.ISLAMIC, 9, 1)),
        (
            {"calendar": "julian", "month": "12", "day": "25"},
            OtherDay(OtherCalendar.JULIAN, 12, 25),
        ),
        ({"nth": 3, "weekday": "Monday", "month": 5}, NthWeekday(3, 0, 5)),
        ({"nth": -1, "weekday": 6, "month": 10}, NthWeekday(-1, 6, 10)),
    ],
)
def test_a_day_is_told_in_one_way(given_, when):
    assert day_of(given_) == when


def test_the_next_date_is_a_whole_one():
    when = day_of({"next": "2026-02-17", "date": None})
    assert isinstance(when, WrittenIn)
    assert when.next.isoformat() == "2026-02-17"


@pytest.mark.parametrize(
    "given_",
    [
        {},
        {"date": "1990-05-01", "next": "2026-02-17"},
        {"date": "31-31"},
        {"date": "2026-02-29"},
        {"calendar": "islamic", "month": 9},
        {"calendar": "mayan", "month": 9, "day": 1},
        {"calendar": "persian", "month": 12, "day": 31},
        {"nth": 5, "weekday": 0, "month": 5},
        {"nth": 1, "weekday": "someday", "month": 5},
        {"nth": True, "weekday": 0, "month": 5},
        {"next": "05-01"},
    ],
)
def test_what_is_no_day_gets_a_sentence(given_):
    with pytest.raises(BadInputError):
        day_of(given_)


@pytest.mark.parametrize(
    ("given_", "sentence"),
    [
        (
            {"date": None, "month": 13, "nth": 1, "weekday": "monday"},
            "There is no such day: month 13, nth 1, weekday monday.",
        ),
        (
            {"calendar": "chinese", "month": 1, "day": 1},
            "calendar is one of: islamic, persian, julian.",
        ),
        (
            {"date": "30 Feb"},
            "30 Feb is not a date. Write it like 1990-05-01, or 05-01 without the year.",
        ),
    ],
)
def test_the_sentence_says_what_could_be_written_instead(given_, sentence):
    with pytest.raises(BadInputError) as refused:
        day_of(given_)
    assert str(refused.value) == sentence


PLAIN = st.one_of(
    st.none(), st.booleans(), st.integers(), st.text(max_size=12), st.lists(st.text())
)


@given(
    st.dictionaries(
        st.sampled_from(["date", "calendar", "month", "day", "nth", "weekday", "next"]), PLAIN
    )
)
def test_whatever_is_sent_is_a_day_or_a_refusal(given_):
    with suppress(CompanionError):
        assert str(day_of(given_))


def test_kinds_and_leap_days_have_names():
    assert celebration_kind_of("name_day") is CelebrationKind.NAME_DAY
    assert (leap_of(""), leap_of("mar1")) == (None, LeapPolicy.MARCH)
    for wrong in (lambda: celebration_kind_of("feast"), lambda: leap_of("never")):
        with pytest.raises(BadInputError):
            wrong()


def test_somebody_is_meant_by_name_or_number():
    around = (REX, TOMAS)
    assert being_of("", around, 1) is None
    assert being_of("rex", around, 1) == being_of(12, around, 1) == 12
    assert being_of("Tomás", around, 2) is None
    with pytest.raises(NotFoundError):
        being_of("Nobody", around, 1)
    for wrong in (None, True, [], 1.5):
        with pytest.raises(BadInputError, match="who must be a text"):
            being_of(wrong, around, 1)


def test_a_customer_at_home_is_meant_by_their_number_and_a_first_name_will_do():
    rosa, luz = HouseholdMember(8, "Rosa Delgado", customer=1), HouseholdMember(9, "Luz Delgado")
    tomas = HouseholdMember(10, "Tomás Delgado", customer=1000000002)
    around = (rosa, luz, tomas, HouseholdMember(11, "Luz Ortega"))
    assert being_of("1000000002", around, 1) == being_of("tomas", around, 1) == 10
    assert being_of("1", around, 1) is None
    with pytest.raises(SeveralFoundError, match="Luz finds 2 people around them"):
        being_of("Luz", around, 1)
