from datetime import date

from pos_companion.i18n import words
from pos_companion.insight.celebration_words import celebration_title, when_next, why_no_day
from pos_companion.model.calendars import OtherCalendar, OtherDay, When
from pos_companion.model.celebrations import Celebration, CelebrationKind
from pos_companion.model.dates import LeapPolicy, PartialDate, WrittenIn


def test_every_kind_has_its_words() -> None:
    for kind in CelebrationKind:
        day = Celebration(1, 1, "Biscuit", kind, PartialDate(month=5, day=1))
        assert words(celebration_title(day)).strip()


def test_a_birthday_names_whose_it_is_and_own_words_win() -> None:
    day = Celebration(1, 1, "Biscuit", CelebrationKind.BIRTHDAY, PartialDate(month=5, day=1))
    assert words(celebration_title(day)) == "Biscuit’s birthday"
    exam = Celebration(
        1, 2, "Wei", CelebrationKind.GRADUATION, PartialDate(month=5, day=1), title="starts school"
    )
    assert words(celebration_title(exam)) == "starts school"


TODAY = date(2026, 11, 20)


def test_what_comes_again_unknown_has_a_question_and_a_reason() -> None:
    def asked(when: When, kind: CelebrationKind = CelebrationKind.BIRTHDAY, title: str = "") -> str:
        day = Celebration(1, 1, "Wei", kind, when, title=title)
        why = why_no_day(day, TODAY, LeapPolicy.FEBRUARY)
        assert why is not None
        return f"{words(when_next(day))} {words(why)}"

    over = WrittenIn(date(2026, 2, 17))
    assert asked(over, CelebrationKind.OTHER, "New year") == (
        "When is it next: New year? "
        "It moves every year, and the day we were told is over. When is it next?"
    )
    assert asked(PartialDate(1990)) == (
        "When is Wei’s birthday? Only the year is known. Ask for the day when it fits."
    )
    for kind in CelebrationKind:
        assert asked(over, kind).startswith("When is ")


def test_where_a_calendar_ends_the_reason_says_so() -> None:
    ramadan = OtherDay(OtherCalendar.ISLAMIC, 9, 1)
    day = Celebration(1, 1, "Ana", CelebrationKind.OTHER, ramadan)
    assert why_no_day(day, TODAY, LeapPolicy.FEBRUARY) is None
    why = why_no_day(day, date(2090, 1, 1), LeapPolicy.FEBRUARY)
    assert why is not None
    assert words(why).startswith("This calendar cannot be worked out so far ahead.")
