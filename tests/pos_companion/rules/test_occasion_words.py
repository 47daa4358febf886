"""How near a celebration is, in whole sentences."""

from datetime import date, timedelta

import pytest

from pos_companion.i18n import words
from pos_companion.model.celebrations import CelebrationKind
from pos_companion.model.dates import LeapPolicy, PartialDate, Span
from pos_companion.model.people import Species
from pos_companion.rules.occasion_words import far, near, question
from pos_companion.rules.occasions import SELF, Being, Occasion, occasion_of
from tests.pos_companion.rules.cases import TODAY, birthday

ANA = Being("being:11", "Ana", Species.CHILD)


def occasion(kind: CelebrationKind, title: str = "", date_: str = "11-20") -> Occasion:
    told = birthday(date_, kind=kind, title=title)
    return occasion_of(told, ANA, TODAY, LeapPolicy.FEBRUARY)


@pytest.mark.parametrize("kind", CelebrationKind)
@pytest.mark.parametrize("away", [-9, -2, -1, 0, 1, 2, 9])
def test_every_kind_of_day_has_its_sentence_for_every_distance(
    kind: CelebrationKind, away: int
) -> None:
    day = TODAY + timedelta(days=away)
    said = words(near(occasion(kind), Span(day, day), TODAY))
    assert said.startswith("Ana’s ")
    assert "{" not in said
    ahead = words(far(occasion(kind), Span(TODAY, TODAY), TODAY - timedelta(days=9), 3))
    assert ahead.endswith("is in 9 days; the window opens 3 days before.")


@pytest.mark.parametrize(
    ("away", "said"),
    [
        (-9, "Ana’s name day was on 11 Nov"),
        (-3, "Ana’s name day was on Tuesday"),
        (8, "Ana’s name day is on Sat 28 Nov"),
        (9, "Ana’s name day is on 29 Nov"),
    ],
)
def test_near_days_have_a_name_and_far_ones_a_date(away: int, said: str) -> None:
    day = TODAY + timedelta(days=away)
    assert words(near(occasion(CelebrationKind.NAME_DAY), Span(day, day), TODAY)) == said


def test_a_day_with_a_title_is_called_by_it() -> None:
    titled = occasion(CelebrationKind.OTHER, "starts at university")
    said = words(near(titled, Span(TODAY, TODAY), TODAY))
    assert said == "Ana: starts at university, today"


@pytest.mark.parametrize(("before", "opens"), [(0, "on the day"), (1, "1 day before")])
def test_when_the_window_opens(before: int, opens: str) -> None:
    day = TODAY + timedelta(days=2)
    said = words(far(occasion(CelebrationKind.BIRTHDAY), Span(day, day), TODAY, before))
    assert said == f"Ana’s birthday is in 2 days; the window opens {opens}."


def test_a_month_begins() -> None:
    told = birthday("--12", date=PartialDate(None, 12))
    month = occasion_of(told, ANA, TODAY, LeapPolicy.FEBRUARY)
    said = words(far(month, Span(date(2026, 12, 1), date(2026, 12, 31)), TODAY, 3))
    assert said == (
        "The month of Ana’s celebration begins in 11 days; the window opens on the day."
    )


def test_what_is_not_known_is_asked() -> None:
    customer = Being(SELF, "Rosa", Species.PERSON)
    assert words(question(customer, CelebrationKind.BIRTHDAY)).endswith("their birthday?")
    assert words(question(ANA, CelebrationKind.BIRTHDAY)).endswith("Ana’s birthday?")
    assert words(question(ANA, CelebrationKind.NAME_DAY)).endswith("of the year is it?")
