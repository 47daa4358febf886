"""Who is around a customer, and when their celebrations fall."""

from dataclasses import replace
from datetime import date

from pos_companion.i18n import words
from pos_companion.model.calendars import OtherCalendar, OtherDay
from pos_companion.model.celebrations import CelebrationKind
from pos_companion.model.dates import LeapPolicy, Span
from pos_companion.model.people import Gone, Species
from pos_companion.rules.occasions import (
    SELF,
    Being,
    beings_around,
    key_of,
    occasion_of,
    once_each,
    pet_among,
)
from tests.pos_companion.rules.cases import ANA, BISCUIT, ROSA, TODAY, TOMAS, birthday

DOG = Being("being:12", "Biscuit", Species.DOG)


def test_the_customer_comes_first_and_those_who_are_gone_are_left_out() -> None:
    herself = replace(TOMAS, id=9, name="Rosa", customer=1)
    around = beings_around(ROSA, (TOMAS, herself, replace(ANA, gone=True), BISCUIT))
    assert list(around) == [SELF, "being:10", "being:12"]
    assert pet_among(around) == DOG
    assert pet_among({}) is None


def test_somebody_without_a_name_is_the_customer() -> None:
    called = Being(SELF, "", Species.PERSON).called
    assert not isinstance(called, str)
    assert words(called) == "The customer"


def test_a_celebration_belongs_to_one_being_on_whosever_card_it_stands() -> None:
    members = (TOMAS, BISCUIT, replace(ANA, id=9, customer=1))
    assert key_of(birthday("11-21"), ROSA, members) == SELF
    assert key_of(birthday("11-21", BISCUIT), ROSA, members) == "being:12"
    assert key_of(birthday("11-21", customer=2), ROSA, members) == "being:10"
    assert key_of(birthday("11-21", replace(ANA, id=9), customer=2), ROSA, members) == SELF
    assert key_of(birthday("11-21", customer=99), ROSA, members) is None


def test_it_falls_in_last_this_and_next_year() -> None:
    occasion = occasion_of(birthday("11-21"), DOG, TODAY, LeapPolicy.FEBRUARY)
    assert [span.first.year for span in occasion.spans] == [2025, 2026, 2027]
    born_now = occasion_of(birthday("2026-11-21"), DOG, TODAY, LeapPolicy.FEBRUARY)
    assert [span.first.year for span in born_now.spans] == [2026, 2027]


def test_the_next_one_is_the_one_whose_window_has_not_opened() -> None:
    occasion = occasion_of(birthday("11-21"), DOG, TODAY, LeapPolicy.FEBRUARY)
    next_year = Span(date(2027, 11, 21), date(2027, 11, 21))
    assert occasion.upcoming(TODAY, before=3) == next_year
    assert occasion.covering(TODAY, 0, 0) is None
    assert occasion.covering(TODAY, 1, 0) == Span(date(2026, 11, 21), date(2026, 11, 21))


def test_what_two_cards_say_counts_once() -> None:
    one = occasion_of(birthday("11-21"), DOG, TODAY, LeapPolicy.FEBRUARY)
    same = occasion_of(birthday("2019-11-21", n=8), DOG, TODAY, LeapPolicy.FEBRUARY)
    other = occasion_of(birthday("11-22"), DOG, TODAY, LeapPolicy.FEBRUARY)
    assert once_each([one, same, other]) == (one, other)


def test_a_quiet_day_is_known_and_has_no_days() -> None:
    for change in ({"quiet": True}, {"declined": True}):
        hushed = replace(birthday("11-21"), **change)  # type: ignore[arg-type]
        occasion = occasion_of(hushed, DOG, TODAY, LeapPolicy.FEBRUARY)
        assert (occasion.spans, occasion.lacks_a_day) == ((), False)


def test_nobody_who_is_gone_has_a_celebration() -> None:
    gone = (replace(TOMAS, gone=Gone.DIED), replace(BISCUIT, gone=Gone.LEFT))
    assert key_of(birthday("11-21", BISCUIT), ROSA, gone) is None
    assert key_of(birthday("11-21", customer=2), ROSA, gone) is None
    assert key_of(birthday("11-21"), ROSA, gone) == SELF
    wedding = replace(birthday("11-21"), kind=CelebrationKind.ANNIVERSARY)
    assert key_of(wedding, ROSA, gone) is None


def test_a_day_of_another_calendar_falls_where_that_calendar_says() -> None:
    ramadan = replace(birthday("11-21"), date=OtherDay(OtherCalendar.ISLAMIC, 9, 1))
    occasion = occasion_of(ramadan, DOG, TODAY, LeapPolicy.FEBRUARY)
    assert [span.first for span in occasion.spans] == [
        date(2025, 3, 1),
        date(2026, 2, 18),
        date(2027, 2, 8),
    ]
    assert not occasion.is_whole_month


def test_a_once_only_day_without_a_year_is_not_kept_every_year() -> None:
    exam = replace(birthday("11-25"), yearly=False, known_since=date(2026, 11, 1))
    occasion = occasion_of(exam, DOG, TODAY, LeapPolicy.FEBRUARY)
    assert [span.first for span in occasion.spans] == [date(2026, 11, 25)]
