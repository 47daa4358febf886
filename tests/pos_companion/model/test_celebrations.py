"""Days worth remembering."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pos_companion.i18n import words
from pos_companion.model.calendars import OtherCalendar, OtherDay, When
from pos_companion.model.celebrations import (
    Celebration,
    CelebrationKind,
    is_mourned,
    keep_secret,
)
from pos_companion.model.dates import LeapPolicy, NthWeekday, PartialDate, Span, WrittenIn
from pos_companion.model.people import Gone, HouseholdMember, Species

TODAY = date(2026, 11, 20)
LEAP = LeapPolicy.FEBRUARY
TOMAS = HouseholdMember(10, "Tomás", "husband", customer=2)
ANA = HouseholdMember(11, "Ana", "daughter", Species.CHILD)


def day(
    when: When = PartialDate(2018, 11, 22),  # noqa: B008 - a frozen value
    kind: CelebrationKind = CelebrationKind.BIRTHDAY,
    **more: object,
) -> Celebration:
    return replace(Celebration(1, 1, "Ana", kind, when), **more)  # type: ignore[arg-type]


def test_a_day_comes_back_every_year_unless_it_was_said_to_be_once() -> None:
    leap_day = Celebration(1, 1, "Ana", CelebrationKind.BIRTHDAY, PartialDate(month=2, day=29))
    assert leap_day.yearly
    assert leap_day.being is None


def test_it_does_not_come_before_the_first_time() -> None:
    assert day().spans(2017, LEAP) == ()
    assert day().spans(2018, LEAP) == (Span(date(2018, 11, 22), date(2018, 11, 22)),)


@pytest.mark.parametrize(
    ("when", "since", "year"),
    [
        (PartialDate(2026, 12, 1), None, 2026),
        (PartialDate(None, 12, 1), date(2026, 11, 1), 2026),
        (PartialDate(None, 10, 1), date(2026, 11, 1), 2027),
        (PartialDate(None, 10, 1), None, None),
        (NthWeekday(3, 0, 5), date(2026, 11, 1), 2027),
        (WrittenIn(date(2026, 12, 1)), None, 2026),
    ],
)
def test_a_once_only_day_comes_in_one_year(
    when: When, since: date | None, year: int | None
) -> None:
    once = day(when, yearly=False, known_since=since)
    kept = [one for one in range(2024, 2030) if once.spans(one, LEAP)]
    assert kept == ([] if year is None else [year])


@pytest.mark.parametrize(
    ("when", "lacking"),
    [
        (PartialDate(1990), True),
        (PartialDate(None, 5), False),
        (PartialDate(2040, 5, 1), False),
        (WrittenIn(date(2026, 11, 19)), True),
        (WrittenIn(TODAY), False),
        (OtherDay(OtherCalendar.ISLAMIC, 9, 1), False),
        (NthWeekday(-1, 6, 10), False),
    ],
)
def test_somebody_has_to_be_asked_about_a_day_that_comes_again_unknown(
    when: When, lacking: bool
) -> None:
    assert day(when).lacks_a_day(TODAY, LEAP) is lacking
    assert not day(when, quiet=True).lacks_a_day(TODAY, LEAP)
    assert not day(when, yearly=False).lacks_a_day(TODAY, LEAP)


def test_where_a_calendar_ends_the_day_has_to_be_asked_for() -> None:
    ramadan = day(OtherDay(OtherCalendar.ISLAMIC, 9, 1))
    assert ramadan.lacks_a_day(date(2090, 1, 1), LEAP)


def test_the_age_is_known_for_birthdays_and_shared_years_alone() -> None:
    span = Span(date(2026, 11, 22), date(2026, 11, 22))
    assert day().turning(span) == 8
    assert day(kind=CelebrationKind.ANNIVERSARY).turning(span) == 8
    assert day(kind=CelebrationKind.NAME_DAY).turning(span) is None
    assert day(PartialDate(None, 11, 22)).turning(span) is None
    assert day(PartialDate(2026, 11, 22)).turning(span) is None


def test_the_same_day_is_known_by_its_key_whatever_the_year() -> None:
    assert day().day_key == day(PartialDate(None, 11, 22)).day_key
    assert day(yearly=False).day_key != day(PartialDate(None, 11, 22), yearly=False).day_key
    assert day(PartialDate(1990)).day_key == PartialDate(1990)


def test_somebody_who_is_gone_is_mourned_and_so_is_a_couples_day() -> None:
    gone = (replace(TOMAS, gone=Gone.DIED), ANA)
    his, hers = day(being=10), day(being=11)
    wedding = day(kind=CelebrationKind.ANNIVERSARY)
    assert [is_mourned(one, gone) for one in (his, hers, wedding)] == [True, False, True]
    assert is_mourned(day(customer=2), gone)
    childs = (TOMAS, replace(ANA, gone=Gone.DIED))
    assert [is_mourned(one, childs) for one in (his, hers, wedding)] == [False, True, False]


@pytest.mark.parametrize("key", ["customer:2", "being:10"])
def test_a_surprise_is_hidden_from_whom_it_surprises(key: str) -> None:
    party = day(hidden_from=(key,))
    assert party.is_hidden(2, (TOMAS, ANA))
    assert not party.is_hidden(1, (TOMAS, ANA))
    assert party.names_surprised((TOMAS, ANA)) == ("Tomás",)


def test_the_cashier_is_told_whom_not_to_mention_it_to() -> None:
    def told(*names: str) -> str:
        phrase = keep_secret(day(hidden_from=("being:10",), surprises=names))
        return words(phrase) if phrase else ""

    assert told("Tomás") == "Don’t mention it to Tomás."
    assert told("Tomás", "Ana") == "Don’t mention it to Tomás and Ana."
    assert told() == "It is a surprise. Don’t mention it to anybody else at home."
    assert keep_secret(day()) is None
    assert keep_secret(None) is None


@given(st.dates(date(1900, 1, 1), date(2300, 1, 1)), st.dates(date(1900, 1, 1)))
def test_what_is_next_is_never_over(today: date, born: date) -> None:
    found = day(PartialDate(born.year, born.month, born.day)).upcoming(today, LEAP)
    if found is not None:
        assert found.last >= today
        assert found.first.year >= born.year
