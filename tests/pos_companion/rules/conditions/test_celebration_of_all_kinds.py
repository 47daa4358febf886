"""Celebrations of other calendars, of surprises, and of those who are to be left in peace."""

from dataclasses import replace
from datetime import date

import pytest

from pos_companion.i18n import words
from pos_companion.model.calendars import OtherCalendar, OtherDay, When
from pos_companion.model.celebrations import CelebrationKind
from pos_companion.model.dates import NthWeekday, WrittenIn
from pos_companion.model.people import Gone
from pos_companion.rules import Cap, Ledger, Period, Scope, Verdict
from pos_companion.rules.conditions.celebration import Celebration, Who
from tests.pos_companion.rules.cases import (
    BISCUIT,
    TOMAS,
    birthday,
    facts,
    judged,
    kept,
    only,
    refused,
    rule,
    says,
)

PET = Celebration(who=Who.PET)
ONCE_A_YEAR = Cap(Scope.BENEFICIARY, Period.CELEBRATION, 1)


@pytest.mark.parametrize(
    ("when", "sentence"),
    [
        (OtherDay(OtherCalendar.JULIAN, 11, 8), "Biscuit’s birthday is tomorrow"),
        (NthWeekday(3, 4, 11), "Biscuit’s birthday is today"),
        (WrittenIn(date(2026, 11, 19)), "Biscuit’s birthday was yesterday"),
    ],
)
def test_the_window_is_the_same_for_every_way_of_writing_a_day(when: When, sentence: str) -> None:
    seen = facts(celebrations=(replace(birthday("01-01", BISCUIT), date=when),))
    assert says(PET.judge(seen)) == (Verdict.YES, sentence)


def test_a_written_in_day_that_is_over_has_to_be_asked_for() -> None:
    over = replace(birthday("01-01", BISCUIT), date=WrittenIn(date(2026, 2, 17)))
    verdict, sentence = says(PET.judge(facts(celebrations=(over,))))
    assert (verdict, sentence) == (
        Verdict.UNKNOWN,
        "Not known yet: when is Biscuit’s birthday?",
    )


@pytest.mark.parametrize("change", [{"quiet": True}, {"declined": True}])
def test_a_day_to_be_left_in_peace_brings_nothing_and_is_not_asked_for(
    change: dict[str, bool],
) -> None:
    hushed = replace(birthday("11-21", BISCUIT), **change)  # type: ignore[arg-type]
    seen = facts(celebrations=(hushed,))
    assert PET.occasions(seen) == ()
    assert says(PET.judge(seen)) == (Verdict.NO, "There is no such day to celebrate.")


def test_nothing_is_offered_for_a_pet_that_is_gone() -> None:
    gone = replace(BISCUIT, gone=Gone.DIED)
    seen = facts(members=(gone,), celebrations=(birthday("11-21", BISCUIT),))
    assert refused(judged(rule(PET), seen))[1] == "No pet is known."


def test_an_offer_that_comes_of_a_surprise_says_whom_not_to_mention_it_to() -> None:
    wedding = birthday(
        "11-21",
        kind=CelebrationKind.ANNIVERSARY,
        hidden_from=("being:10",),
        surprises=("Tomás",),
    )
    seen = facts(members=(TOMAS,), celebrations=(wedding,))
    offer = only(judged(rule(Celebration(what=CelebrationKind.ANNIVERSARY)), seen))
    assert offer.private is not None
    assert words(offer.private) == "Don’t mention it to Tomás."


def test_a_moved_birthday_brings_no_second_gift_in_its_year() -> None:
    first = facts(celebrations=(birthday("11-21"),))
    book = rule(Celebration(who=Who.SELF), caps=(ONCE_A_YEAR,))
    given = kept(only(judged(book, first)), first, visit="earlier")
    for today, moved in ((date(2026, 12, 20), "12-20"), (date(2027, 1, 10), "01-10")):
        seen = facts(today=today, celebrations=(birthday(moved, n=7),))
        assert refused(judged(book, seen, Ledger(own=(given,))))[0] == "already_given"
    later = facts(today=date(2027, 11, 21), celebrations=(birthday("11-21"),))
    assert only(judged(book, later, Ledger(own=(given,))))


def test_a_feast_that_moves_brings_a_gift_every_year() -> None:
    ramadan = replace(birthday("01-01"), date=OtherDay(OtherCalendar.ISLAMIC, 9, 1))
    book = rule(Celebration(who=Who.SELF), caps=(ONCE_A_YEAR,))
    first = facts(today=date(2026, 2, 18), celebrations=(ramadan,))
    given = kept(only(judged(book, first)), first, visit="earlier")
    later = facts(today=date(2027, 2, 8), celebrations=(ramadan,))
    assert only(judged(book, later, Ledger(own=(given,))))
