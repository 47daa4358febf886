"""Words that say what will be kept."""

from datetime import date

import pytest

from pos_companion.i18n import words
from pos_companion.insight.told_parts import (
    Around,
    AskAbout,
    DayOf,
    Said,
    Wanted,
    What,
    date_in_words,
    date_to_write,
    in_words,
)
from pos_companion.model.celebrations import CelebrationKind
from pos_companion.model.dates import PartialDate
from pos_companion.model.facts import FactKind
from pos_companion.model.people import Species

MAY = PartialDate(None, 5, 3)


@pytest.mark.parametrize(
    ("what", "sentence"),
    [
        (Around("Ana", "spouse"), "New in the family: Ana (spouse)"),
        (Around("Rex", "dog", Species.DOG), "New pet: Rex (dog)"),
        (Around("Rex", known=3), "Rex, whom we know already"),
        (DayOf(CelebrationKind.BIRTHDAY, MAY), "Their birthday: 3 May"),
        (DayOf(CelebrationKind.BIRTHDAY, MAY, "Mia"), "Mia’s birthday: 3 May"),
        (Said(FactKind.ALLERGY, "no nuts", "nuts"), "Allergy: no nuts"),
        (Said(FactKind.LIKE, "likes rye", "rye", "Mia"), "Mia: Like: likes rye"),
        (Said(FactKind.TENDER, "mourning", until=date(2026, 5, 3)),
         "Be gentle, nothing cheerful until 3 May: mourning"),
        (AskAbout("Lisbon", None, date(2025, 11, 28)), "Ask about “Lisbon” from Friday, 28 Nov"),
        (AskAbout("Lisbon", date(2025, 11, 24), date(2025, 12, 1)),
         "“Lisbon” is on 24 Nov: ask from Monday, 1 Dec"),
        (Wanted("a bag"), "Is looking for: a bag"),
    ],
)  # fmt: skip
def test_everything_is_said_before_it_is_kept(what: What, sentence: str) -> None:
    assert words(in_words(what)) == sentence


def test_every_kind_of_fact_and_of_day_has_words() -> None:
    assert all(words(in_words(Said(kind, "it"))) for kind in FactKind)
    assert all(words(in_words(DayOf(kind, MAY))) for kind in CelebrationKind)


def test_as_much_of_a_date_is_said_as_is_known() -> None:
    assert words(date_in_words(PartialDate(2019))) == "2019"
    assert words(date_in_words(PartialDate(2019, 5))) == "May 2019"
    assert words(date_in_words(PartialDate(2019, 2, 28))) == "28 Feb 2019"
    assert date_to_write(PartialDate(2019, 2, 28)) == "28 Feb 2019"
    assert date_to_write(PartialDate(None, 2, 29)) == "29 Feb"
