from dataclasses import replace
from datetime import date, datetime
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pos_companion.i18n import in_language, words
from pos_companion.insight.closing import closing
from pos_companion.insight.tone import may_be_said
from pos_companion.model.card import ComingUp
from pos_companion.model.celebrations import Celebration, CelebrationKind
from pos_companion.model.dates import PartialDate, Span
from pos_companion.model.people import Customer, Species

ROSA = Customer(1, "Rosa Delgado", visits=1)
MARCHENKO = Customer(2, "Oleh Marchenko", call_name="Mr Marchenko", formal=True, visits=1)
SOMEBODY = Customer(3)


def at(hour: int, day: int = 18) -> datetime:
    """A moment in a week of November: the 18th is a Wednesday, the 20th a Friday."""
    return datetime(2026, 11, day, hour, 30)  # noqa: DTZ001 - the shop's wall clock


def birthday(
    days: int,
    who: str = "Rosa",
    species: Species = Species.PERSON,
    being: int | None = None,
    **more: object,
) -> ComingUp:
    day = date(2026, 11, 18 + days)
    when = PartialDate(2018, day.month, day.day)
    told = Celebration(1, 1, who, CelebrationKind.BIRTHDAY, when, being, species)
    return ComingUp(replace(told, **more), Span(day, day), days)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("customer", "moment", "wish"),
    [
        (ROSA, at(8), "Have a lovely day, Rosa!"),
        (ROSA, at(19), "Have a lovely evening, Rosa!"),
        (ROSA, at(8, 20), "Have a lovely day, Rosa!"),
        (ROSA, at(16, 20), "Have a lovely weekend, Rosa!"),
        (ROSA, at(9, 21), "Have a lovely weekend, Rosa!"),
        (MARCHENKO, at(8), "Have a good day, Mr Marchenko."),
        (MARCHENKO, at(19), "Have a good evening, Mr Marchenko."),
        (SOMEBODY, at(8), "Have a lovely day!"),
    ],
)
def test_the_last_words_fit_the_hour_and_the_person(
    customer: Customer, moment: datetime, wish: str
) -> None:
    assert words(closing(customer, moment)) == wish


@pytest.mark.parametrize("formal", [True, False])
@pytest.mark.parametrize("moment", [at(8), at(19), at(16, 20)])
@pytest.mark.parametrize("is_tender", [True, False])
def test_nobody_hears_the_same_words_twice_running(
    moment: datetime, formal: bool, is_tender: bool
) -> None:
    heard = [
        words(closing(replace(ROSA, visits=visits, formal=formal), moment, (), is_tender))
        for visits in range(1, 12)
    ]
    assert all(one != other for one, other in pairwise(heard))


@pytest.mark.parametrize("days", [0, 1, 2])
def test_a_birthday_close_by_is_wished_for(days: int) -> None:
    assert words(closing(ROSA, at(8), [birthday(days)])) == "Have a lovely birthday, Rosa!"


def test_a_pets_birthday_today_is_wished_for() -> None:
    dog = birthday(0, "Biscuit", Species.DOG, 4)
    assert words(closing(ROSA, at(8), [birthday(3), dog])) == "Happy birthday to Biscuit!"


def test_a_child_is_wished_for_without_its_name_and_its_age() -> None:
    child = birthday(0, "Ana", Species.CHILD, 4)
    assert words(closing(ROSA, at(8), [child])) == "A happy birthday to your little one!"


def test_a_surprise_is_not_given_away() -> None:
    husband = birthday(0, "Tomás", Species.PERSON, 4, hidden_from=("being:4",))
    assert words(closing(ROSA, at(8), [husband])) == "Have a lovely day!"


def test_who_does_not_celebrate_hears_the_words_of_any_day() -> None:
    quiet = replace(ROSA, no_celebrations=True)
    assert words(closing(quiet, at(8), [birthday(0)])) == "Have a lovely day, Rosa!"


def test_in_a_hard_time_the_words_are_calm_whatever_day_it_is() -> None:
    assert words(closing(ROSA, at(16, 20), [birthday(0)], is_tender=True)) == (
        "Take good care, Rosa."
    )


@given(st.datetimes(), st.booleans(), st.integers(0, 400), st.booleans())
@pytest.mark.parametrize("language", ["en", "de", "ar"])
def test_no_last_word_breaks_the_shops_manners(
    language: str, now: datetime, formal: bool, visits: int, is_tender: bool
) -> None:
    customer = replace(ROSA, formal=formal, visits=visits)
    with in_language(language):
        spoken = words(closing(customer, now, (), is_tender))
    assert may_be_said(spoken, language=language) == []
