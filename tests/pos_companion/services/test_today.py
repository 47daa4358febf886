from datetime import timedelta

import pytest

from pos_companion.i18n import words
from pos_companion.model.celebrations import CelebrationKind
from pos_companion.model.dates import PartialDate
from pos_companion.model.staff import Role
from pos_companion.model.visits import Impression, Mood
from pos_companion.services.concerns import ask_for_them, put_right
from pos_companion.services.look_up import open_card
from pos_companion.services.record_visit import VisitDeed, record_visit, undo_visit
from pos_companion.services.staff import add_person
from pos_companion.services.today import MOST_ROWS, board, shelf
from tests.builders import (
    add_celebration,
    add_concern,
    add_customer,
    add_gift,
    add_visits,
    days_from,
)


def rows(shop):
    return [words(row.text) for row in board(shop).rows]


def test_an_empty_shop_has_an_empty_board(shop):
    today = board(shop)
    assert (today.today, today.visits, today.rows, today.more) == (shop.today, 0, (), 0)


def test_visits_of_the_business_day_are_counted_without_those_taken_back(shop, clock):
    ana = add_customer("Ana")
    for uid in ("one", "two", "three"):
        record_visit(shop, VisitDeed(uid, ana.id))
    undo_visit(shop, "two")
    assert board(shop).visits == 2
    clock.shows("2025-11-22T03:30")
    assert board(shop).visits == 2
    clock.shows("2025-11-22T04:30")
    assert board(shop).visits == 0


def test_what_is_owed_today_stands_first_then_celebrations_then_regulars_we_miss(shop, clock):
    add_visits(add_customer("Greta Novak"), 9, every=4)
    clock.passes(days=35)
    add_customer("Ana", celebrates=[("Rex", *days_from(shop, 1)), ("Ana", *days_from(shop, 0))])
    add_concern(add_customer("Bea Costa"))
    assert [(row.kind, words(row.text), row.detail) for row in board(shop).rows] == [
        ("owed", "Owed: a fresh one", "Bea Costa · Sam · due today"),
        ("celebration", "Ana has a birthday today", "Ana"),
        ("celebration", "Rex (Ana’s dog) has a birthday tomorrow", "Ana"),
        ("missed", "Not seen for 5 weeks", "Greta Novak"),
    ]


def test_a_row_leads_to_its_customer_and_has_a_picture(shop):
    ana = add_customer("Ana")
    add_celebration(ana, PartialDate(None, *days_from(shop, 1)), kind=CelebrationKind.GRADUATION)
    (row,) = board(shop).rows
    assert (row.customer, row.icon) == (ana.id, "graduation-cap")
    assert words(row.text) == "Ana has something to celebrate tomorrow"


def test_whom_we_promised_word_stands_on_the_board_though_nothing_is_due(shop, clock):
    ana = add_customer("Ana Silva")
    ask_for_them(shop, ana.id, "Do you sell flour?", "Sam", shop.today + timedelta(days=9))
    assert board(shop).rows == ()
    clock.passes(days=2)
    (row,) = board(shop).rows
    assert words(row.text) == "To find out: Do you sell flour?"
    assert row.detail == "Ana Silva · Sam · tell them how it stands"


def test_what_was_put_right_is_gone_from_the_board(shop):
    concern = add_concern(add_customer("Ana"))
    put_right(shop, concern)
    assert rows(shop) == []


def test_whoever_does_not_celebrate_is_not_on_the_board(shop):
    add_customer("Ana", celebrates=[("Ana", *days_from(shop, 0))], no_celebrations=True)
    assert rows(shop) == []


def test_whoever_comes_more_often_stands_before_others_of_the_same_day(shop):
    add_customer("Ana", celebrates=[("Ana", *days_from(shop, 0))])
    often = add_customer("Bea", celebrates=[("Bea", *days_from(shop, 0))])
    add_visits(often, 3)
    assert rows(shop) == ["Bea has a birthday today", "Ana has a birthday today"]


@pytest.mark.parametrize(
    ("today", "expected"),
    [
        ("2027-02-27", ["Ana has a birthday tomorrow"]),
        ("2027-02-28", ["Ana has a birthday today"]),
        ("2027-03-01", []),
        ("2028-02-28", ["Ana has a birthday tomorrow"]),
        ("2028-02-29", ["Ana has a birthday today"]),
        ("2028-03-01", []),
    ],
)
def test_a_leap_day_is_on_the_board_on_its_day_alone(shop, clock, today, expected):
    add_customer("Ana", celebrates=[("Ana", 2, 29)])
    clock.shows(f"{today}T09:00")
    assert rows(shop) == expected


def test_new_years_day_is_seen_on_the_last_day_of_the_year(shop, clock):
    add_customer("Ana", celebrates=[("Ana", 1, 1)])
    clock.shows("2025-12-31T09:00")
    assert rows(shop) == ["Ana has a birthday tomorrow"]


def test_a_once_only_day_of_another_year_is_silent(shop):
    ana = add_customer("Ana")
    day = shop.today + timedelta(days=1)
    for year in (day.year - 1, day.year + 1):
        add_celebration(ana, PartialDate(year, day.month, day.day), yearly=False)
    assert rows(shop) == []


@pytest.mark.parametrize(("gone", "missed"), [(20, 0), (21, 1), (119, 1), (121, 0)])
def test_regulars_are_missed_for_a_while_and_not_for_ever(shop, clock, gone, missed):
    add_visits(add_customer("Ana"), 10, every=1)
    clock.passes(days=gone - 1, hours=1)
    assert len(rows(shop)) == missed


def test_at_most_two_are_missed_and_strangers_never(shop, clock):
    for number in range(3):
        add_visits(add_customer(f"Ana {number}"), 9, every=2)
    add_visits(add_customer("Seldom"), 3, every=2)
    clock.passes(days=40)
    assert [row.kind for row in board(shop).rows] == ["missed", "missed"]


def test_the_board_has_seven_rows_and_says_how_many_more_there_are(shop):
    for number in range(9):
        add_customer(f"Ana{number}", celebrates=[(f"Ana{number}", *days_from(shop, 0))])
    today = board(shop)
    assert (len(today.rows), today.more) == (MOST_ROWS, 2)


def test_the_shelf_shows_what_is_left_and_what_runs_low(shop):
    add_gift("Biscuit", left=23)
    add_gift("Cookie", left=4, reorder_at=5)
    assert [(gift.name, gift.on_hand, gift.is_low) for gift in shelf(shop)] == [
        ("Biscuit", 23, False),
        ("Cookie", 4, True),
    ]


def test_who_left_low_is_seen_until_they_come_again_or_a_few_days_have_passed(shop, clock):
    ana = add_customer("Ana")
    felt = Impression(mood_in=Mood.GOOD, mood_out=Mood.LOW)
    record_visit(shop, VisitDeed("one", ana.id, impression=felt))
    (row,) = board(shop).rows
    assert (row.kind, words(row.text)) == ("mood", "Ana left in lower spirits than they came")
    assert row.customer == ana.id
    clock.passes(days=2)
    assert len(board(shop).rows) == 1
    clock.passes(days=1)
    assert board(shop).rows == ()
    clock.passes(days=-1)
    assert open_card(shop, ana.id).card.needs_care
    record_visit(shop, VisitDeed("two", ana.id))
    assert board(shop).rows == ()
    assert not open_card(shop, ana.id).card.needs_care


def test_who_left_low_is_seen_by_whoever_looks_after_the_shop_alone(shop):
    ana = add_customer("Ana")
    felt = Impression(mood_in=Mood.LOW, mood_out=Mood.LOW)
    for uid in ("one", "two"):
        record_visit(shop, VisitDeed(uid, ana.id, impression=felt))
    assert [row.kind for row in board(shop).rows] == ["mood"]
    mia = add_person(shop, "Mia", Role.MANAGER, "862047").after
    tom = add_person(shop, "Tom", Role.COUNTER, "8264").after
    shop.staff, shop.person = tom.name, tom.id
    assert board(shop).rows == ()
    shop.staff, shop.person = mia.name, mia.id
    assert len(board(shop).rows) == 1
