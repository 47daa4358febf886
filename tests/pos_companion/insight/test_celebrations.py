from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pos_companion.insight.celebrations import coming_up
from pos_companion.model.card import ComingUp
from pos_companion.model.celebrations import Celebration, CelebrationKind
from pos_companion.model.dates import LeapPolicy, PartialDate
from pos_companion.model.people import HouseholdMember, Species

ROSA, TOMAS = 1, 2
BISCUIT = HouseholdMember(11, "Biscuit", "dog", Species.DOG)
ANA = HouseholdMember(12, "Ana", "daughter", Species.CHILD)
TOMAS_AT_HOME = HouseholdMember(13, "Tomás", "husband", customer=TOMAS)
FAMILY = (BISCUIT, ANA, TOMAS_AT_HOME)
BIRTHDAY, NAME_DAY = CelebrationKind.BIRTHDAY, CelebrationKind.NAME_DAY


def celebration(
    when: str,
    being: HouseholdMember | None = None,
    kind: CelebrationKind = BIRTHDAY,
    **more: object,
) -> Celebration:
    values = {
        "customer": ROSA,
        "n": 1,
        "who": being.name if being else "Rosa",
        "being": being.id if being else None,
        **more,
    }
    return Celebration(kind=kind, date=PartialDate.parse(when), **values)  # type: ignore[arg-type]


def coming(
    today: date,
    *celebrations: Celebration,
    members: tuple[HouseholdMember, ...] = FAMILY,
    leap: LeapPolicy = LeapPolicy.FEBRUARY,
) -> list[ComingUp]:
    return list(coming_up(celebrations, members, today, leap))


def days(today: date, *celebrations: Celebration) -> list[int]:
    return [one.days for one in coming(today, *celebrations)]


@pytest.mark.parametrize(
    ("when", "expected"),
    [
        ("2021-11-21", [0]),
        ("--11-22", [1]),
        ("2021-12-21", [30]),
        ("2021-12-22", []),
        ("--11-20", []),
        ("--11", [0]),
        ("--12", [10]),
        ("2019-12", [10]),
        ("--01", []),
        ("1990", []),
    ],
)
def test_the_next_thirty_days_are_told(when: str, expected: list[int]) -> None:
    assert days(date(2026, 11, 21), celebration(when, BISCUIT)) == expected


@pytest.mark.parametrize(
    ("today", "when", "expected"),
    [
        (date(2026, 12, 20), "--01-02", [13]),
        (date(2026, 12, 31), "--01-01", [1]),
        (date(2026, 12, 31), "--12-31", [0]),
        (date(2027, 1, 1), "--12-31", []),
        (date(2026, 12, 15), "--01", [17]),
    ],
)
def test_new_year_is_a_day_like_any_other(today: date, when: str, expected: list[int]) -> None:
    assert days(today, celebration(when)) == expected


@pytest.mark.parametrize(
    ("today", "leap", "expected"),
    [
        (date(2027, 2, 27), LeapPolicy.FEBRUARY, date(2027, 2, 28)),
        (date(2027, 2, 28), LeapPolicy.FEBRUARY, date(2027, 2, 28)),
        (date(2027, 2, 28), LeapPolicy.MARCH, date(2027, 3, 1)),
        (date(2028, 2, 28), LeapPolicy.FEBRUARY, date(2028, 2, 29)),
        (date(2028, 2, 28), LeapPolicy.MARCH, date(2028, 2, 29)),
    ],
)
def test_the_29th_of_february_is_kept_every_year(
    today: date, leap: LeapPolicy, expected: date
) -> None:
    (found,) = coming(today, celebration("2020-02-29", BISCUIT), leap=leap)
    assert found.span.first == expected
    assert found.days == (expected - today).days


def test_what_the_person_said_about_the_29th_comes_before_the_shops_way() -> None:
    birthday = celebration("2020-02-29", leap=LeapPolicy.MARCH)
    (found,) = coming(date(2027, 2, 20), birthday, leap=LeapPolicy.FEBRUARY)
    assert found.span.first == date(2027, 3, 1)


def test_sad_news_silences_everything_about_somebody() -> None:
    gone = HouseholdMember(11, "Biscuit", "dog", Species.DOG, gone=True)
    husband = HouseholdMember(13, "Tomás", customer=TOMAS, gone=True)
    own_record = celebration("--11-25", customer=TOMAS, who="Tomás")
    told = coming(
        date(2026, 11, 21),
        celebration("--11-22", BISCUIT),
        celebration("--11-23", TOMAS_AT_HOME),
        own_record,
        celebration("--11-24", ANA),
        members=(gone, ANA, husband),
    )
    assert [one.celebration.who for one in told] == ["Ana"]


def test_a_being_nobody_knows_any_more_is_silent() -> None:
    assert coming(date(2026, 11, 21), celebration("--11-22", BISCUIT), members=()) == []


def test_one_dog_with_two_owners_has_one_birthday() -> None:
    told = coming(
        date(2026, 11, 21),
        celebration("--11-22", BISCUIT),
        celebration("--11-22", BISCUIT, customer=TOMAS, n=4),
    )
    assert [one.celebration.customer for one in told] == [ROSA]


def test_a_member_who_is_a_customer_too_is_told_once() -> None:
    told = coming(
        date(2026, 11, 21),
        celebration("--11-22", TOMAS_AT_HOME),
        celebration("--11-22", customer=TOMAS, who="Tomás"),
    )
    assert len(told) == 1


def test_a_wedding_day_both_told_us_about_is_told_once() -> None:
    told = coming(
        date(2026, 11, 21),
        celebration("--11-22", kind=CelebrationKind.ANNIVERSARY),
        celebration("--11-22", kind=CelebrationKind.ANNIVERSARY, customer=TOMAS),
    )
    assert len(told) == 1


def test_birthday_and_name_day_on_one_day_are_one_entry_for_one_being() -> None:
    told = coming(
        date(2026, 11, 21),
        celebration("--11-22", ANA, NAME_DAY, n=1),
        celebration("--11-22", ANA, n=2),
        celebration("--11-22", BISCUIT, n=3),
    )
    assert [(one.celebration.who, one.celebration.kind) for one in told] == [
        ("Ana", BIRTHDAY),
        ("Biscuit", BIRTHDAY),
    ]


def test_the_day_is_told_and_not_the_month_when_both_are_written_down() -> None:
    told = coming(date(2026, 11, 2), celebration("--11", ANA), celebration("--11-22", ANA, n=2))
    assert [one.days for one in told] == [20]


def test_soonest_first_and_a_day_before_a_whole_month() -> None:
    told = coming(
        date(2026, 11, 21),
        celebration("--11", ANA),
        celebration("--11-25", TOMAS_AT_HOME),
        celebration("--11-21", BISCUIT),
    )
    assert [one.celebration.who for one in told] == ["Biscuit", "Ana", "Tomás"]


def test_once_means_once() -> None:
    exam = celebration("2026-12-01", ANA, CelebrationKind.OTHER, yearly=False)
    assert days(date(2026, 11, 21), exam) == [10]
    assert days(date(2027, 11, 21), exam) == []


def test_once_without_a_year_means_the_next_time_after_they_said_so() -> None:
    exam = celebration("--12-01", ANA, yearly=False, known_since=date(2026, 11, 1))
    assert days(date(2026, 11, 21), exam) == [10]
    assert days(date(2027, 11, 21), exam) == []
    assert days(date(2026, 11, 21), celebration("--12-01", ANA, yearly=False)) == []


def test_a_wedding_that_is_still_to_come_is_not_celebrated_a_year_early() -> None:
    wedding = celebration("2027-12-01", kind=CelebrationKind.ANNIVERSARY)
    assert days(date(2026, 11, 21), wedding) == []
    assert days(date(2027, 11, 21), wedding) == [10]


partial_dates = st.dates(date(1950, 1, 1), date(2024, 12, 31)).flatmap(
    lambda day: st.sampled_from(
        [
            PartialDate(day.year, day.month, day.day),
            PartialDate(None, day.month, day.day),
            PartialDate(None, day.month),
            PartialDate(day.year),
        ]
    )
)


@given(
    partial_dates,
    st.dates(date(2026, 1, 1), date(2032, 12, 31)),
    st.sampled_from(LeapPolicy),
)
def test_days_and_span_always_agree(when: PartialDate, today: date, leap: LeapPolicy) -> None:
    for one in coming_up([Celebration(ROSA, 1, "Rosa", BIRTHDAY, when)], (), today, leap):
        assert 0 <= one.days <= 30
        assert one.span.first <= today + timedelta(days=one.days) <= one.span.last


@given(st.dates(date(1950, 1, 1), date(2024, 12, 31)), st.sampled_from(LeapPolicy))
def test_every_birthday_is_told_on_exactly_one_day_of_a_year(born: date, leap: LeapPolicy) -> None:
    birthday = [
        Celebration(ROSA, 1, "Rosa", BIRTHDAY, PartialDate(born.year, born.month, born.day))
    ]
    year = [date(2027, 1, 1) + timedelta(days=n) for n in range(365)]
    assert sum(bool(coming_up(birthday, (), day, leap, days=0)) for day in year) == 1
