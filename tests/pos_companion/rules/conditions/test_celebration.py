"""A day worth remembering is near."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pos_companion.model.celebrations import CelebrationKind
from pos_companion.model.dates import LeapPolicy, PartialDate
from pos_companion.model.people import HouseholdMember
from pos_companion.model.shop import ShopProfile
from pos_companion.rules import Verdict
from pos_companion.rules.conditions.celebration import Celebration, Who
from tests.pos_companion.rules.cases import (
    ANA,
    BISCUIT,
    ROSA,
    TODAY,
    TOMAS,
    birthday,
    facts,
    says,
)

YES, NO, UNKNOWN = Verdict.YES, Verdict.NO, Verdict.UNKNOWN
PET = Celebration(who=Who.PET)
SELF = Celebration(who=Who.SELF)


@pytest.mark.parametrize(
    ("day", "verdict", "sentence"),
    [
        ("11-20", YES, "Biscuit’s birthday is today"),
        ("11-21", YES, "Biscuit’s birthday is tomorrow"),
        ("11-19", YES, "Biscuit’s birthday was yesterday"),
        ("11-23", YES, "Biscuit’s birthday is on Mon 23 Nov"),
        ("11-18", YES, "Biscuit’s birthday was on Wednesday"),
        ("11-24", NO, "Biscuit’s birthday is in 4 days; the window opens 3 days before."),
        ("12-13", NO, "Biscuit’s birthday is in 23 days; the window opens 3 days before."),
        ("11-17", NO, "Biscuit’s birthday is in 362 days; the window opens 3 days before."),
        ("2019-11-21", YES, "Biscuit’s birthday is tomorrow"),
    ],
)
def test_the_default_window_is_three_days_before_to_two_after(
    day: str, verdict: Verdict, sentence: str
) -> None:
    seen = facts(celebrations=(birthday(day, BISCUIT),))
    assert says(PET.judge(seen)) == (verdict, sentence)


def test_a_yes_names_whom_it_is_for_and_the_celebration_year() -> None:
    dog = birthday("11-21", BISCUIT)
    answer = PET.judge(facts(celebrations=(dog,)))
    assert (answer.beneficiary, answer.celebration) == ("being:12", dog)
    assert (answer.celebration_year, answer.until) == (2026, date(2026, 11, 23))


@pytest.mark.parametrize(
    ("today", "day", "year"),
    [
        (date(2026, 12, 29), "01-02", 2027),
        (date(2027, 1, 2), "12-31", 2026),
        (date(2026, 12, 25), "12-31", 2026),
        (date(2027, 1, 7), "12-31", 2026),
        (date(2026, 12, 26), "01-02", 2027),
        (date(2027, 1, 9), "01-02", 2027),
    ],
)
def test_the_window_goes_across_new_year(today: date, day: str, year: int) -> None:
    answer = Celebration(before=7, after=7).judge(
        facts(today=today, celebrations=(birthday(day),), members=())
    )
    assert answer.is_yes
    assert answer.celebration_year == year


@pytest.mark.parametrize(
    ("today", "policy", "verdict"),
    [
        (date(2027, 2, 28), LeapPolicy.FEBRUARY, YES),
        (date(2027, 3, 1), LeapPolicy.FEBRUARY, NO),
        (date(2027, 2, 28), LeapPolicy.MARCH, NO),
        (date(2027, 3, 1), LeapPolicy.MARCH, YES),
        (date(2028, 2, 28), LeapPolicy.FEBRUARY, NO),
        (date(2028, 2, 29), LeapPolicy.FEBRUARY, YES),
        (date(2028, 2, 29), LeapPolicy.MARCH, YES),
        (date(2028, 3, 1), LeapPolicy.MARCH, NO),
    ],
)
def test_29_february_is_kept_as_each_person_or_else_the_shop_wants_it(
    today: date, policy: LeapPolicy, verdict: Verdict
) -> None:
    on_the_day = Celebration(before=0, after=0)
    shops = facts(
        today=today, shop=ShopProfile(leap=policy), celebrations=(birthday("02-29"),), members=()
    )
    own = replace(shops, shop=ShopProfile(), celebrations=(birthday("2000-02-29", leap=policy),))
    assert on_the_day.judge(shops).verdict is verdict
    assert on_the_day.judge(own).verdict is verdict


def test_of_a_month_alone_the_whole_month_counts() -> None:
    only_month = birthday("--11", BISCUIT)
    for day in (date(2026, 11, 1), date(2026, 11, 30)):
        seen = facts(today=day, celebrations=(only_month,))
        assert says(PET.judge(seen)) == (YES, "Biscuit’s birthday is this month")
    early = facts(today=date(2026, 10, 31), celebrations=(only_month,))
    assert PET.judge(early).verdict is NO


@pytest.mark.parametrize("celebrations", [(), (birthday("1990"),)])
def test_a_birthday_that_is_not_known_is_a_question(celebrations: tuple[object, ...]) -> None:
    answer = SELF.judge(facts(celebrations=celebrations))
    assert says(answer) == (UNKNOWN, "Not known yet: when is their birthday?")
    assert answer.code == "birthday"


def test_a_pet_without_a_birthday_is_a_question_about_the_pet() -> None:
    assert says(PET.judge(facts())) == (UNKNOWN, "Not known yet: when is Biscuit’s birthday?")


def test_nobody_to_celebrate_is_a_no() -> None:
    assert says(PET.judge(facts(members=(ANA,)))) == (NO, "No pet is known.")
    family = Celebration(who=Who.FAMILY)
    assert says(family.judge(facts(members=(BISCUIT,)))) == (NO, "Nobody of the family is known.")


def test_those_who_are_gone_are_never_mentioned() -> None:
    gone = replace(BISCUIT, gone=True)
    day = birthday("11-21", BISCUIT)
    members: tuple[HouseholdMember, ...]
    for members in ((gone,), ()):
        assert PET.judge(facts(members=members, celebrations=(day,))).verdict is NO


def test_customers_who_do_not_celebrate_are_left_in_peace() -> None:
    quiet = replace(ROSA, no_celebrations=True)
    seen = facts(customer=quiet, celebrations=(birthday("11-21", BISCUIT), birthday("11-20")))
    answer = PET.judge(seen)
    assert says(answer) == (NO, "They do not celebrate: no wishes and no celebration gifts.")
    assert answer.code == "opted_out"
    assert PET.occasions(seen) == ()


def test_a_day_told_on_the_husbands_card_is_the_husbands() -> None:
    his = birthday("11-21", who="Tomás", customer=2)
    seen = facts(members=(TOMAS,), celebrations=(his, birthday("03-03")))
    assert Celebration(who=Who.FAMILY).judge(seen).beneficiary == "being:10"
    assert SELF.judge(seen).verdict is NO


def test_a_day_that_both_cards_hold_counts_once() -> None:
    hers = birthday("11-21", BISCUIT)
    his = birthday("2019-11-21", BISCUIT, customer=2)
    assert len(PET.occasions(facts(celebrations=(hers, his)))) == 1


def test_a_celebration_that_is_not_yearly_comes_once() -> None:
    graduation = birthday("2026-11-21", ANA, kind=CelebrationKind.GRADUATION, yearly=False)
    near = Celebration(what=CelebrationKind.GRADUATION)
    assert says(near.judge(facts(celebrations=(graduation,)))) == (
        YES,
        "Ana’s graduation is tomorrow",
    )
    later = facts(today=date(2027, 11, 20), celebrations=(graduation,))
    assert near.judge(later).verdict is NO


def test_another_kind_of_day_that_nobody_told_is_a_no_and_no_question() -> None:
    assert Celebration(what=CelebrationKind.NAME_DAY).judge(facts()).verdict is NO


def test_the_closest_celebration_comes_first() -> None:
    seen = facts(celebrations=(birthday("11-23", BISCUIT), birthday("11-21", ANA)))
    answer = Celebration().judge(seen)
    assert answer.beneficiary == "being:11"
    assert [found.being.name for found in Celebration().occasions(seen)] == ["Ana", "Biscuit"]


@given(
    day=st.dates(date(2023, 1, 1), date(2032, 12, 31)),
    away=st.integers(-10, 10),
    before=st.integers(0, 10),
    after=st.integers(0, 10),
)
def test_the_window_is_inclusive_on_both_sides_in_every_year(
    day: date, away: int, before: int, after: int
) -> None:
    born = PartialDate(None, day.month, day.day)
    told = replace(birthday("01-01"), date=born)
    seen = facts(today=day - timedelta(days=away), celebrations=(told,), members=())
    near = Celebration(who=Who.SELF, before=before, after=after).judge(seen)
    # In a common year a 29 February is kept a day earlier: away from the day itself it shifts.
    if not born.is_leap_day:
        assert near.is_yes == (-after <= away <= before)


def test_today_is_always_inside() -> None:
    told = birthday(f"{TODAY:%m-%d}")
    assert Celebration(before=0, after=0).judge(facts(celebrations=(told,))).is_yes
