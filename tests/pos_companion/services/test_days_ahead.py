from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pos_companion.i18n import words
from pos_companion.model.calendars import OtherCalendar, OtherDay
from pos_companion.model.celebrations import CelebrationKind
from pos_companion.model.dates import NthWeekday, PartialDate, WrittenIn
from pos_companion.services.look_up import open_card
from pos_companion.services.today import board, days_ahead
from tests.builders import add_celebration, add_customer, add_gift, add_member, add_visits


def ahead(shop, days):
    return [
        (one.celebration.who, one.customer.called, one.relation, one.days)
        for one in days_ahead(shop, days)
    ]


def test_the_list_says_who_whose_and_in_how_many_days(shop):
    ana = add_customer("Ana")
    rex = add_member(ana, "Rex")
    often = add_customer("Bea", celebrates=[("Bea", 11, 25)])
    add_visits(often, 3)
    add_celebration(ana, PartialDate(2019, 11, 25), rex)
    add_celebration(ana, PartialDate(None, 12, 21))
    assert ahead(shop, 1) == []
    assert ahead(shop, 7) == [("Bea", "Bea", "", 4), ("Rex", "Ana", "dog", 4)]
    assert ahead(shop, 30) == [*ahead(shop, 7), ("Ana", "Ana", "", 30)]


@pytest.mark.parametrize(
    ("today", "days", "expected"),
    [
        ("2025-12-29", 7, ["Nele", "Ivo"]),
        ("2027-02-26", 7, ["Leo"]),
        ("2028-02-26", 7, ["Leo"]),
        ("2027-03-01", 7, []),
        ("2026-04-29", 1, ["Mai"]),
    ],
)
def test_new_year_leap_days_and_ends_of_months_are_crossed(shop, clock, today, days, expected):
    for who, month, day in (("Nele", 12, 31), ("Ivo", 1, 2), ("Leo", 2, 29), ("Mai", 4, 30)):
        add_customer(who, celebrates=[(who, month, day)])
    clock.shows(f"{today}T09:00")
    assert [row[0] for row in ahead(shop, days)] == expected


def test_days_of_every_calendar_are_found(shop, clock):
    ana = add_customer("Ana")
    for kind, when in (
        (CelebrationKind.NAME_DAY, OtherDay(OtherCalendar.ISLAMIC, 9, 1)),
        (CelebrationKind.GRADUATION, NthWeekday(3, 3, 2)),
        (CelebrationKind.OTHER, WrittenIn(date(2026, 2, 17))),
        (CelebrationKind.BIRTHDAY, PartialDate(None, 2)),
    ):
        add_celebration(ana, when, kind=kind)
    clock.shows("2026-02-16T09:00")
    found = [(one.celebration.kind.value, one.days) for one in days_ahead(shop, 7)]
    assert found == [("birthday", 0), ("other", 1), ("name_day", 2), ("graduation", 3)]
    assert [row.kind for row in board(shop).rows] == ["celebration"]


def test_a_being_of_two_cards_is_told_once(shop):
    rosa, tomas = add_customer("Rosa"), add_customer("Tomás")
    rex = add_member(rosa, "Rex")
    rosa = shop.storage.people.get(rosa.id)
    shop.storage.people.change(replace(tomas, household=rosa.household), shop.clock.now())
    for customer in (rosa, tomas):
        add_celebration(customer, PartialDate(None, 11, 22), rex)
    assert ahead(shop, 7) == [("Rex", "Rosa", "dog", 1)]


def test_a_pet_of_two_households_is_told_once(shop):
    rosa, ben = add_customer("Rosa"), add_customer("Ben")
    rex = add_member(rosa, "Rex")
    shop.storage.people.add_member(ben, rex, shop.clock.now())
    for customer in (rosa, ben):
        add_celebration(customer, PartialDate(None, 11, 22), rex)
    assert ahead(shop, 7) == [("Rex", "Rosa", "dog", 1)]
    shop.storage.rows("UPDATE household_member SET gone = TRUE")
    assert ahead(shop, 7) == []
    for customer in (rosa, ben):
        found = open_card(shop, customer.id)
        assert (found.card.celebrations, found.facts.occasions) == ((), ())


def test_who_wants_nothing_remembered_is_not_on_the_list(shop):
    add_customer("Ana", celebrates=[("Ana", 11, 22)], no_celebrations=True)
    add_customer("Bea", celebrates=[("Bea", 11, 22)], remember=False)
    assert ahead(shop, 7) == []


def test_a_surprise_nobody_else_may_know_of_is_on_no_list(shop):
    ana = add_customer("Ana")
    add_celebration(ana, PartialDate(None, 11, 22), hidden_from=(f"customer:{ana.id}",))
    assert (ahead(shop, 7), board(shop).rows) == ([], ())


def test_what_runs_low_stands_last_the_emptiest_first(shop):
    for name, left in (("Candle", 3), ("Biscuit", 1), ("Cookie", 30)):
        add_gift(name, left=left, reorder_at=5)
    assert [gift.name for gift in board(shop).low] == ["Biscuit", "Candle"]


def test_however_many_there_are_the_list_takes_a_few_readings(shop, monkeypatch):
    for number in range(30):
        add_customer(f"A{number}", celebrates=[(f"A{number}", 11, 22), (f"R{number}", 11, 23)])
    counted = []
    run = shop.storage.db.execute_sql
    monkeypatch.setattr(
        shop.storage.db, "execute_sql", lambda *values: counted.append(values) or run(*values)
    )
    assert len(days_ahead(shop, 30)) == 60
    assert len(counted) <= 4


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
@given(st.dates(date(2020, 1, 1), date(2040, 12, 31)), st.sampled_from([1, 7, 30]))
def test_the_list_of_the_shop_is_what_the_cards_say(sample_shop, today, days):
    clock = sample_shop.clock
    clock.shows(f"{today}T12:00")
    listed = {
        (one.celebration.customer, one.celebration.n, one.span)
        for one in days_ahead(sample_shop, days)
    }
    on_cards = set()
    for (customer,) in sample_shop.storage.rows("SELECT id FROM customer"):
        for one in open_card(sample_shop, customer).card.celebrations:
            if one.days <= days:
                on_cards.add((one.celebration.customer, one.celebration.n, one.span))
    assert listed <= on_cards
    assert {key[2] for key in on_cards} == {key[2] for key in listed}
    assert all(words(row.text) for row in board(sample_shop).rows)
