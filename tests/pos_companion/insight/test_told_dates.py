"""A date in the language's own words."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pos_companion.i18n import full_day, short_day, use_language
from pos_companion.insight.told_dates import DateReader
from pos_companion.insight.told_tokens import tokens_of
from pos_companion.model.dates import PartialDate

FRIDAY = date(2025, 11, 21)


def read(text: str, language: str = "en", today: date = FRIDAY) -> list[str]:
    tokens = tokens_of(text, 0, len(text))
    found = DateReader(language, today).at(tokens, 0) if tokens else None
    return [str(one) for one in found.readings] if found and found.count == len(tokens) else []


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("29 Feb", ["--02-29"]), ("the 3rd of May 2019", ["2019-05-03"]),
        ("May 3, 2019", ["2019-05-03"]), ("3.5.", ["--05-03"]), ("3.5.2019", ["2019-05-03"]),
        ("2019-05-03", ["2019-05-03"]), ("13/4", ["--04-13"]), ("4/13", ["--04-13"]),
        ("3/3", ["--03-03"]), ("3/4", ["--04-03", "--03-04"]), ("in May", ["--05"]),
        ("in May 2019", ["2019-05"]), ("today", ["2025-11-21"]), ("tomorrow", ["2025-11-22"]),
        ("the day after tomorrow", ["2025-11-23"]), ("Friday", ["2025-11-28"]),
        ("on Saturday", ["2025-11-22"]), ("in 3 days", ["2025-11-24"]),
        ("in a week", ["2025-11-28"]), ("in three months", ["2026-02-21"]),
        ("31 April", []), ("30/30", []), ("3.5.19", []), ("29 Feb 2019", []), ("May", []),
        ("in 999 days", []), ("3 May 1492", []), ("5", []), ("0.0.", []),
    ],
)  # fmt: skip
def test_dates_in_english(text: str, dates: list[str]) -> None:
    assert read(text) == dates


@pytest.mark.parametrize(
    ("language", "text", "dates"),
    [
        ("de", "am 3. Mai", ["--05-03"]), ("de", "1. Jänner", ["--01-01"]),
        ("de", "übermorgen", ["2025-11-23"]), ("de", "in zwei Wochen", ["2025-12-05"]),
        ("de", "kommenden Montag", ["2025-11-24"]), ("en_US", "3/4", ["--03-04", "--04-03"]),
        ("ar", "٣ مايو ٢٠١٩", ["2019-05-03"]), ("ar", "بعد غد", ["2025-11-23"]),
        ("ar", "١ كانون الثاني", ["--01-01"]), ("ar", "بعد ٣ أيام", ["2025-11-24"]),
        ("ar", "يوم الجمعة القادمة", ["2025-11-28"]), ("ar", "بعد شهرين", ["2026-01-21"]),
    ],
)  # fmt: skip
def test_dates_in_other_languages(language: str, text: str, dates: list[str]) -> None:
    assert read(text, language) == dates


def test_a_month_from_its_last_day_stays_in_the_next_month() -> None:
    assert read("in a month", today=date(2027, 1, 31)) == ["2027-02-28"]
    assert read("in a month", today=date(2028, 1, 31)) == ["2028-02-29"]


@given(
    day=st.dates(date(2001, 1, 1), date(2099, 12, 31)),
    language=st.sampled_from(["en", "en_US", "de", "ar"]),
)
def test_every_day_as_the_till_writes_it_is_read_again(day: date, language: str) -> None:
    use_language(language)
    try:
        written = short_day(day)
        with_year = f"{written} {day.year}"
        assert full_day(day)
    finally:
        use_language("en")
    assert read(written, language) == [str(PartialDate(None, day.month, day.day))]
    assert read(with_year, language) == [day.isoformat()]


@given(today=st.dates(date(2001, 1, 1), date(2099, 12, 1)), weeks=st.integers(1, 12))
def test_weeks_from_today_are_weeks_from_today(today: date, weeks: int) -> None:
    day = today + timedelta(days=7 * weeks)
    assert read(f"in {weeks} weeks", today=today) == [day.isoformat()]
