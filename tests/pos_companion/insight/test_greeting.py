from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pos_companion.i18n import words
from pos_companion.insight.greeting import greetings
from pos_companion.insight.tone import SpokenAs, may_be_said, words_in
from pos_companion.model.card import ComingUp
from pos_companion.model.celebrations import Celebration, CelebrationKind
from pos_companion.model.dates import PartialDate, Span
from pos_companion.model.people import Customer, Species

ROSA = Customer(1, "Rosa Delgado")
MARCHENKO = Customer(2, "Oleh Marchenko", call_name="Mr Marchenko", formal=True)
SOMEBODY = Customer(3)


def at(hour: int, day: int = 18) -> datetime:
    """A moment in a week of November: the 18th is a Wednesday, the 20th a Friday."""
    return datetime(2026, 11, day, hour, 30)  # noqa: DTZ001 - the shop's wall clock


def birthday(days: int, species: Species = Species.PERSON, being: int | None = None) -> ComingUp:
    day = date(2026, 11, 18 + days)
    who = "Rosa" if being is None else "Biscuit"
    when = PartialDate(None, day.month, day.day)
    kind = CelebrationKind.BIRTHDAY
    return ComingUp(Celebration(1, 1, who, kind, when, being, species), Span(day, day), days)


@pytest.mark.parametrize(
    ("customer", "hour", "greeting"),
    [
        (ROSA, 8, "Morning, Rosa!"),
        (ROSA, 11, "Morning, Rosa!"),
        (ROSA, 12, "Afternoon, Rosa!"),
        (ROSA, 18, "Evening, Rosa!"),
        (ROSA, 1, "Evening, Rosa!"),
        (MARCHENKO, 8, "Good morning, Mr Marchenko."),
        (MARCHENKO, 14, "Good afternoon, Mr Marchenko."),
        (MARCHENKO, 19, "Good evening, Mr Marchenko."),
        (SOMEBODY, 8, "Good morning!"),
        (SOMEBODY, 20, "Good evening!"),
        (Customer(4, "Oleh Marchenko", formal=True), 8, "Good morning."),
        (Customer(5, "Wei Chen", call_name="Auntie"), 8, "Morning, Auntie!"),
    ],
)
def test_the_greeting_fits_the_hour_and_the_person(
    customer: Customer, hour: int, greeting: str
) -> None:
    assert words(greetings(customer, at(hour))[0]) == greeting


def test_there_is_another_way_to_greet() -> None:
    assert [words(phrase) for phrase in greetings(ROSA, at(8))] == [
        "Morning, Rosa!",
        "Hello, Rosa!",
        "Good to see you, Rosa.",
    ]


def test_a_long_name_leaves_the_long_greeting_without_it() -> None:
    spoken = [words(phrase) for phrase in greetings(Customer(6, call_name="Mary Jane"), at(8))]
    assert spoken == ["Morning, Mary Jane!", "Hello, Mary Jane!", "Good to see you."]


def test_a_birthday_today_is_the_greeting() -> None:
    assert words(greetings(ROSA, at(8), [birthday(0)])[0]) == "Happy birthday, Rosa!"


@pytest.mark.parametrize("coming", [birthday(1), birthday(0, Species.PERSON, being=4)])
def test_another_day_and_another_persons_birthday_are_not(coming: ComingUp) -> None:
    assert words(greetings(ROSA, at(8), [coming])[0]) == "Morning, Rosa!"


def test_who_does_not_celebrate_is_greeted_as_ever() -> None:
    quiet = Customer(1, "Rosa Delgado", no_celebrations=True)
    assert words(greetings(quiet, at(8), [birthday(0)])[0]) == "Morning, Rosa!"


@given(st.text(max_size=40), st.booleans(), st.datetimes(), st.booleans())
def test_no_greeting_is_longer_than_five_words_or_says_what_we_know(
    name: str, formal: bool, now: datetime, today: bool
) -> None:
    customer = Customer(1, "Rosa", call_name=name, formal=formal)
    spoken = greetings(customer, now, [birthday(0)] if today else [])
    assert len(spoken) >= 2
    for phrase in spoken:
        assert words_in(words(phrase)) <= 5
        assert may_be_said(phrase.text, SpokenAs.GREETING) == []
