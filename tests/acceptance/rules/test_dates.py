"""Days: leap days, New Year, the start of the business day, the clocks that change."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from pos_companion.model.dates import LeapPolicy, PartialDate, Span
from pos_companion.model.money import Money
from pos_companion.model.shop import ShopProfile
from pos_companion.rules import Cap, Period, Scope
from pos_companion.rules.conditions.all_of import AllOf
from pos_companion.rules.conditions.celebration import Celebration
from pos_companion.rules.conditions.days_since_last import DaysSinceLast
from pos_companion.rules.conditions.known_since import KnownSince
from pos_companion.rules.conditions.weekday import Weekday
from pos_companion.rules.effects.coupon import Coupon
from pos_companion.rules.periods import first_day, next_start
from pos_companion.services.coupons import coupon_offer
from pos_companion.services.look_up import open_card
from pos_companion.services.record_visit import VisitDeed, record_visit
from tests.builders import add_celebration, add_customer, add_rule, keep_profile
from tests.pos_companion.rules.cases import birthday, facts, judged, refused, rule

ON_THE_DAY = rule(Celebration(before=0, after=0))
WEEK = rule(Celebration(before=7, after=7))
LEAP = (birthday("2000-02-29"),)
ALWAYS = Weekday(tuple(range(7)))


def fits(given, today, celebrations, leap=LeapPolicy.FEBRUARY):
    seen = facts(today=today, celebrations=celebrations, members=(), shop=ShopProfile(leap=leap))
    return bool(judged(given, seen).offers)


def days_it_fits(given, year, celebrations, leap=LeapPolicy.FEBRUARY):
    first = date(year, 1, 1)
    days = [first + timedelta(days=n) for n in range(366)]
    return [day for day in days if fits(given, day, celebrations, leap)]


@pytest.mark.parametrize(
    ("leap", "in_2027"),
    [(LeapPolicy.FEBRUARY, date(2027, 2, 28)), (LeapPolicy.MARCH, date(2027, 3, 1))],
)
def test_t01_r01_r02_a_leap_day_is_kept_every_year_under_both_policies(leap, in_2027):
    assert days_it_fits(ON_THE_DAY, 2027, LEAP, leap) == [in_2027]
    assert days_it_fits(ON_THE_DAY, 2028, LEAP, leap) == [date(2028, 2, 29)]


@pytest.mark.parametrize("born", ["12-31", "01-02"])
def test_t01_a_window_of_a_week_goes_across_new_year(born):
    month, day = map(int, born.split("-"))
    inside = {date(2027 if month == 1 else 2026, month, day) + timedelta(n) for n in range(-7, 8)}
    around = [date(2026, 12, 15) + timedelta(days=n) for n in range(40)]
    told = (birthday(born),)
    assert {day for day in around if fits(WEEK, day, told)} == inside & set(around)


def test_r03_the_first_the_last_and_the_day_itself_belong_to_a_window():
    told, window = (birthday("06-10"),), rule(Celebration(before=3, after=2))
    assert days_it_fits(window, 2026, told) == [date(2026, 6, day) for day in range(7, 13)]


def test_r04_months_of_different_length_neither_skip_nor_stick():
    begins = [date(2026, 1, 31)]
    while begins[-1].year == 2026:
        begins.append(next_start(Period.MONTH, begins[-1], 0))
    assert begins[1:] == [date(2026 + n // 12, n % 12 + 1, 1) for n in range(1, 13)]
    cap = Cap(Scope.PERSON, Period.MONTH, 1)
    assert first_day(cap, date(2026, 3, 31), 0) == date(2026, 3, 1)
    assert Span(date(2026, 2, 1), date(2026, 2, 28)).days_from(date(2026, 1, 31)) == 1


@pytest.mark.parametrize(
    ("at", "is_new_day"),
    [("21T23:59", False), ("22T00:01", False), ("22T03:59", False), ("22T04:01", True)],
)
def test_t07_r05_a_day_begins_at_the_hour_of_the_shop(shop, clock, at, is_new_day):
    add_rule("Tea", ALWAYS, caps=(Cap(Scope.PERSON, Period.DAY, 1),))
    ana = add_customer("Ana")
    clock.shows("2025-11-21T21:00")
    found = open_card(shop, ana.id)
    record_visit(shop, VisitDeed(found.visit_uid, ana.id, take=found.offers))
    clock.shows(f"2025-11-{at}")
    assert bool(open_card(shop, ana.id).offers) is is_new_day


@pytest.mark.parametrize(("at", "good"), [("21T03:59", True), ("21T04:01", False)])
def test_t07_r06_the_last_day_of_a_coupon_ends_when_the_shops_day_does(shop, clock, at, good):
    add_rule("Later", ALWAYS, gives=Coupon(Money(100, "EUR"), through_days=29))
    keep_profile(shop, coupon_grace=0)
    ana = add_customer("Ana")
    record_visit(shop, VisitDeed("v1", ana.id, take=open_card(shop, ana.id, "v1").offers))
    (code,) = shop.storage.rows("SELECT code FROM coupon")[0]
    clock.shows(f"2025-12-{at}")
    found = open_card(shop, ana.id)
    assert any("coupon" in offer.id for offer in found.offers) is good
    if good:
        assert coupon_offer(shop, found, code).needs == ""


def test_r06_a_rule_is_good_through_its_last_day():
    given = rule(valid_from=date(2026, 11, 1), valid_through=date(2026, 11, 20))
    assert judged(given, facts(today=date(2026, 11, 20))).offers
    assert refused(judged(given, facts(today=date(2026, 11, 21))))[0] == "ended"
    assert refused(judged(given, facts(today=date(2026, 10, 31))))[0] == "not_started"


@pytest.mark.parametrize("first", ["2026-03-28T23:30", "2026-10-24T23:30", "2026-06-13T23:30"])
def test_t07_r07_days_since_the_last_visit_are_days_of_the_calendar(shop, clock, first):
    """The clocks change in the night after the first two."""
    add_rule("Back", DaysSinceLast(7))
    ana = add_customer("Ana")
    clock.shows(first)
    record_visit(shop, VisitDeed("v1", ana.id))
    for days, is_back in ((6, False), (7, True)):
        clock.shows(f"{date.fromisoformat(first[:10]) + timedelta(days=days)}T04:30")
        assert bool(open_card(shop, ana.id).offers) is is_back


def test_t08_r08_a_birthday_that_was_changed_brings_no_second_gift(shop):
    add_rule(
        "Cake",
        Celebration(),
        kind="celebration",
        caps=(Cap(Scope.BENEFICIARY, Period.CELEBRATION, 1),),
    )
    ana = add_customer("Ana")
    day = add_celebration(ana, PartialDate(None, 11, 21))
    found = open_card(shop, ana.id)
    record_visit(shop, VisitDeed(found.visit_uid, ana.id, take=found.offers))
    for month, other in ((11, 22), (11, 23)):
        shop.storage.people.put_celebration(replace(day, date=PartialDate(None, month, other)))
        assert [no.code for no in open_card(shop, ana.id).why_not] == ["already_given"]


def test_r08_a_birthday_told_on_the_day_is_met_with_a_wish():
    told = birthday("11-20", known_since=date(2026, 11, 20))
    both = rule(AllOf((Celebration(), KnownSince(14))))
    code, sentence = refused(judged(both, facts(celebrations=(told,), members=())))
    assert code == "condition_false"
    assert sentence.startswith("We only learned of this day on 20 Nov: wish them well")


@pytest.mark.parametrize("text", ["1990-05-01", "05-01", "1990-05", "1990"])
def test_r09_r10_a_day_is_numbers_from_end_to_end_as_far_as_it_is_known(shop, text):
    ana = add_customer("Ana")
    told = add_celebration(ana, PartialDate.parse(text))
    (kept,) = shop.storage.people.celebrations(ana, ())
    assert (kept.date, str(kept.date)) == (told.date, str(PartialDate.parse(text)))
    lacks = PartialDate.parse(text).month is None
    add_rule("Cake", Celebration(before=60, after=60))
    codes = [no.code for no in open_card(shop, ana.id).why_not]
    assert codes == (["unknown_fact"] if lacks else ["condition_false"])
