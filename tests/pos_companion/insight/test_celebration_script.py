"""What to say about a celebration."""

import re
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pos_companion.i18n import words
from pos_companion.insight.celebration_script import Addressed, celebration_script
from pos_companion.model.card import ComingUp
from pos_companion.model.celebrations import Celebration, CelebrationKind
from pos_companion.model.dates import PartialDate, Span
from pos_companion.model.people import Customer, Species

ROSA = Customer(1, "Rosa Delgado")
DAY = date(2026, 11, 20)


def coming(
    who: str = "Ana",
    species: Species = Species.CHILD,
    days: int = 0,
    kind: CelebrationKind = CelebrationKind.BIRTHDAY,
    **more: object,
) -> ComingUp:
    being = None if who == "Rosa" else 11
    told = Celebration(1, 1, who, kind, PartialDate(2018, 11, 20), being, species)
    return ComingUp(replace(told, **more), Span(DAY, DAY), days)  # type: ignore[arg-type]


def said(one: ComingUp, customer: Customer = ROSA, child_is_here: bool = False) -> list[str]:
    script = celebration_script(one, customer, child_is_here)
    assert script is not None
    return [words(script.opening), words(script.question), words(script.closing)]


def test_a_child_that_came_along_is_spoken_to_first() -> None:
    script = celebration_script(coming(), ROSA, child_is_here=True)
    assert script is not None
    assert script.to is Addressed.CHILD
    assert words(script.address) == "Speak to Ana first, at eye level, then to the grown-ups."
    assert said(coming(), child_is_here=True)[:2] == ["Happy birthday!", "What are you hoping for?"]
    assert (script.turning, script.about) == (8, 11)
    assert [words(line) for line in script.know] == ["Ana turns 8. Never say it; they may."]


def test_a_child_that_is_not_there_is_your_little_one() -> None:
    lines = said(coming())
    assert lines[0] == "Happy birthday to your little one!"
    assert not any("Ana" in line for line in lines)


@pytest.mark.parametrize(
    ("days", "opening"),
    [
        (2, "Good to see you, Rosa."),
        (0, "Happy birthday, Rosa!"),
        (-1, "A belated happy birthday, Rosa!"),
    ],
)
def test_a_wish_after_the_day_is_a_belated_one(days: int, opening: str) -> None:
    assert said(coming("Rosa", Species.PERSON, days))[0] == opening


def test_who_has_no_name_to_be_called_by_is_wished_well_without_one() -> None:
    nameless = replace(ROSA, name="", description="lady, red pram")
    assert said(coming("Rosa", Species.PERSON), nameless)[0] == "Happy birthday!"
    formal = replace(ROSA, formal=True)
    assert said(coming("Rosa", Species.PERSON), formal)[0] == "Happy birthday!"


def test_a_couples_day_is_not_for_the_queue() -> None:
    lines = said(coming("Rosa", Species.PERSON, kind=CelebrationKind.ANNIVERSARY))
    assert not any("anniversary" in line.lower() for line in lines)


def test_a_surprise_is_never_spoken_of() -> None:
    party = coming("Tomás", Species.PERSON, hidden_from=("being:10",), surprises=("Tomás",))
    assert not any("Tomás" in line or "birthday" in line.lower() for line in said(party))
    script = celebration_script(party, ROSA)
    assert script is not None
    assert words(script.know[-1]) == "Don’t mention it to Tomás."


def test_nobody_is_wished_well_who_does_not_celebrate() -> None:
    assert celebration_script(coming(), replace(ROSA, no_celebrations=True)) is None
    assert celebration_script(coming(quiet=True), ROSA) is None
    assert celebration_script(coming(declined=True), ROSA) is None


@given(
    st.sampled_from(["Rosa", "Ana", ""]),
    st.sampled_from(Species),
    st.integers(-30, 30),
    st.sampled_from(CelebrationKind),
    st.booleans(),
    st.integers(1930, 2025),
)
def test_no_age_and_no_year_is_ever_spoken_and_every_sentence_is_short(
    who: str, species: Species, days: int, kind: CelebrationKind, here: bool, year: int
) -> None:
    one = coming(who, species, days, kind, date=PartialDate(year, 11, 20))
    one = replace(one, span=Span(DAY + timedelta(days=days), DAY + timedelta(days=days)))
    for line in said(one, child_is_here=here):
        assert not re.search(r"\d|year|old|turn|\{", line)
        assert len(line.split()) <= 14
