"""The date was not just made up."""

from datetime import date

import pytest

from pos_companion.rules import Facts
from pos_companion.rules.conditions.known_since import KnownSince
from tests.pos_companion.rules.cases import BISCUIT, birthday, facts, says


def about_the_dog(since: date | None) -> Facts:
    seen = facts(celebrations=(birthday("11-21", BISCUIT, known_since=since),))
    return seen.for_celebration(seen.occasions[0])


@pytest.mark.parametrize(
    ("since", "holds"),
    [(None, True), (date(2026, 11, 7), True), (date(2026, 11, 8), False)],
)
def test_the_date_must_be_known_for_two_weeks_before_the_day(
    since: date | None, holds: bool
) -> None:
    assert KnownSince().judge(about_the_dog(since)).is_yes is holds


def test_today_is_my_birthday_is_met_with_a_wish() -> None:
    _, sentence = says(KnownSince().judge(about_the_dog(date(2026, 11, 20))))
    assert sentence == (
        "We only learned of this day on 20 Nov: wish them well, "
        "and use your own budget if you like."
    )


def test_without_a_celebration_nothing_is_known_of_its_date() -> None:
    answer = KnownSince().judge(facts())
    assert says(answer)[1] == "Not known yet: which day this is about."
    assert answer.code == "celebration"
