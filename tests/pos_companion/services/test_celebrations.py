from dataclasses import replace
from datetime import date, timedelta

import pytest

from pos_companion.errors import BadInputError, NotFoundError, RefusedError
from pos_companion.i18n import words
from pos_companion.model.calendars import OtherCalendar, OtherDay
from pos_companion.model.celebrations import CelebrationKind
from pos_companion.model.dates import NthWeekday, PartialDate, WrittenIn
from pos_companion.rules import Cap, Period, Scope
from pos_companion.rules.conditions.celebration import Celebration as IsNear
from pos_companion.services.celebrations import (
    NewCelebration,
    add_celebration,
    edit_celebration,
    leave_in_peace,
    remove_celebration,
    take_back,
)
from pos_companion.services.look_up import open_card
from pos_companion.services.record_visit import VisitDeed, record_visit
from pos_companion.services.today import board
from tests.builders import add_customer, add_member, add_rule, days_from

BIRTHDAY, NAME_DAY = CelebrationKind.BIRTHDAY, CelebrationKind.NAME_DAY
ANNIVERSARY = CelebrationKind.ANNIVERSARY
FIRST_OF_MAY = PartialDate(1990, 5, 1)


def state(shop):
    return shop.storage.rows("SELECT * FROM celebration ORDER BY customer_id, n")


def card_days(shop, customer):
    return [words_of(one) for one in open_card(shop, customer.id).card.celebrations]


def words_of(coming):
    return coming.celebration.who, coming.celebration.kind.value, coming.days


def on(shop, days):
    return PartialDate(None, *days_from(shop, days))


@pytest.mark.parametrize(
    "when",
    [
        FIRST_OF_MAY,
        PartialDate(None, 2, 29),
        PartialDate(None, 5),
        PartialDate(1990),
        NthWeekday(3, 0, 5),
        OtherDay(OtherCalendar.ISLAMIC, 9, 1),
        WrittenIn(date(2026, 2, 17)),
    ],
)
def test_a_day_is_kept_as_it_was_told_and_taken_back_exactly(shop, when):
    ana = add_customer("Ana")
    changed = add_celebration(shop, ana.id, NewCelebration(CelebrationKind.OTHER, when, title="x"))
    (kept,) = changed.celebrations
    assert (kept.date, kept.known_since) == (when, shop.today)
    (seen,) = shop.storage.people.celebrations(ana, ())
    assert seen == kept
    take_back(shop, changed)
    assert state(shop) == []


def test_the_same_day_of_the_same_being_is_kept_once(shop):
    ana = add_customer("Ana")
    add_celebration(shop, ana.id, NewCelebration(NAME_DAY, PartialDate(None, 7, 26)))
    with pytest.raises(RefusedError, match="That day is kept already"):
        add_celebration(shop, ana.id, NewCelebration(NAME_DAY, PartialDate(None, 7, 26)))
    add_celebration(shop, ana.id, NewCelebration(NAME_DAY, PartialDate(None, 12, 9)))
    assert len(state(shop)) == 2


def test_there_is_one_birthday_per_being_and_a_second_one_corrects_it_when_asked_to(shop):
    ana = add_customer("Ana")
    rex = add_member(ana, "Rex")
    add_celebration(shop, ana.id, NewCelebration(BIRTHDAY, FIRST_OF_MAY))
    add_celebration(shop, ana.id, NewCelebration(BIRTHDAY, FIRST_OF_MAY, rex.id))
    other = NewCelebration(BIRTHDAY, PartialDate(1990, 6, 2))
    with pytest.raises(RefusedError, match="Ana’s birthday is kept already, on another day"):
        add_celebration(shop, ana.id, other)
    before = state(shop)
    changed = add_celebration(shop, ana.id, other, correct=True)
    assert len(state(shop)) == 2
    assert changed.celebrations[0].date == PartialDate(1990, 6, 2)
    take_back(shop, changed)
    assert state(shop) == before


def test_the_birthday_of_a_partner_is_one_on_both_cards(shop):
    rosa, tomas, being = a_couple(shop)
    add_celebration(shop, tomas.id, NewCelebration(BIRTHDAY, FIRST_OF_MAY))
    with pytest.raises(RefusedError, match="kept already"):
        add_celebration(shop, rosa.id, NewCelebration(BIRTHDAY, FIRST_OF_MAY, being.id))
    (seen,) = shop.storage.people.celebrations(rosa, members(shop, rosa))
    changed = edit_celebration(shop, rosa.id, replace(seen, date=PartialDate(1990, 5, 2)))
    # It stays his own, on his own record.
    assert [row[:3] for row in state(shop)] == [(tomas.id, 1, None)]
    take_back(shop, changed)
    (mine,) = shop.storage.people.celebrations(tomas, ())
    assert mine.date == FIRST_OF_MAY


def a_couple(shop):
    rosa, tomas = add_customer("Rosa"), add_customer("Tomás")
    being = add_member(rosa, "Tomás", "husband")
    rosa = shop.storage.people.get(rosa.id)
    tomas = replace(tomas, household=rosa.household)
    shop.storage.people.change(tomas, shop.clock.now())
    shop.storage.rows(
        "UPDATE household_member SET customer_id = ? WHERE being_id = ?", (tomas.id, being.id)
    )
    return rosa, tomas, being


def members(shop, customer):
    return shop.storage.people.members(shop.storage.people.get(customer.id).household)


def test_forgetting_a_day_can_be_taken_back_with_its_number(shop):
    ana = add_customer("Ana")
    (kept,) = add_celebration(shop, ana.id, NewCelebration(BIRTHDAY, FIRST_OF_MAY)).celebrations
    add_celebration(shop, ana.id, NewCelebration(NAME_DAY, FIRST_OF_MAY))
    before = state(shop)
    changed = remove_celebration(shop, ana.id, kept)
    assert [row[1] for row in state(shop)] == [2]
    with pytest.raises(NotFoundError):
        remove_celebration(shop, ana.id, kept)
    take_back(shop, changed)
    assert state(shop) == before


def test_what_a_colleague_changed_meanwhile_is_not_taken_back(shop):
    ana = add_customer("Ana")
    added = add_celebration(shop, ana.id, NewCelebration(BIRTHDAY, FIRST_OF_MAY))
    edit_celebration(shop, ana.id, replace(added.celebrations[0], date=PartialDate(None, 5, 2)))
    with pytest.raises(RefusedError, match="A colleague has changed this day"):
        take_back(shop, added)


def test_a_quiet_day_is_known_and_never_brought_up(shop):
    ana = add_customer("Ana")
    add_rule("Candle", IsNear())
    (kept,) = add_celebration(
        shop, ana.id, NewCelebration(BIRTHDAY, on(shop, 0), quiet=True)
    ).celebrations
    found = open_card(shop, ana.id)
    assert (found.card.celebrations, found.offers, board(shop).rows) == ((), (), ())
    assert [words(no.sentence) for no in found.why_not] == ["There is no such day to celebrate."]
    edit_celebration(shop, ana.id, replace(kept, quiet=False))
    assert card_days(shop, ana) == [("Ana", "birthday", 0)]


def test_somebody_who_does_not_celebrate_is_left_in_peace_on_every_day(shop):
    ana = add_customer("Ana")
    rex = add_member(ana, "Rex")
    for kind, being in ((BIRTHDAY, None), (BIRTHDAY, rex.id), (NAME_DAY, rex.id)):
        days = 1 if kind is BIRTHDAY else 2
        add_celebration(shop, ana.id, NewCelebration(kind, on(shop, days), being))
    before = state(shop)
    changed = leave_in_peace(shop, ana.id, rex.id)
    assert len(changed.celebrations) == 2
    assert card_days(shop, ana) == [("Ana", "birthday", 1)]
    take_back(shop, changed)
    assert state(shop) == before


@pytest.mark.parametrize("seen_from", ["her", "him"])
def test_a_surprise_is_unknown_to_whom_it_is_to_surprise(shop, seen_from):
    rosa, tomas, being = a_couple(shop)
    add_rule("Bottle", IsNear(what=ANNIVERSARY), say="A little something for you two.")
    new = NewCelebration(ANNIVERSARY, on(shop, 1), hidden_from=(f"being:{being.id}",))
    add_celebration(shop, rosa.id, new)
    found = open_card(shop, (rosa if seen_from == "her" else tomas).id)
    if seen_from == "her":
        (offer,) = found.offers
        assert words(offer.private) == "Don’t mention it to Tomás."
        assert len(found.card.celebrations) == 1
    else:
        assert (found.offers, found.card.celebrations, found.facts.celebrations) == ((), (), ())
        said = [words(no.sentence) for no in found.why_not]
        assert said == ["There is no such day to celebrate."]
    assert [row.customer for row in board(shop).rows] == [rosa.id]


def test_a_surprise_is_written_down_where_it_may_be_known_and_for_somebody_of_the_house(shop):
    rosa, tomas, being = a_couple(shop)
    new = NewCelebration(ANNIVERSARY, FIRST_OF_MAY, hidden_from=(f"customer:{tomas.id}",))
    with pytest.raises(BadInputError, match="on the card of somebody who may know"):
        add_celebration(shop, tomas.id, new)
    with pytest.raises(BadInputError, match="somebody of the household"):
        add_celebration(shop, rosa.id, replace(new, hidden_from=("being:99",)))
    assert being.id


def test_moving_a_birthday_never_makes_a_second_gift_of_the_year_possible(shop, clock):
    ana = add_customer("Ana")
    cap = Cap(Scope.BENEFICIARY, Period.CELEBRATION, 1)
    add_rule("Candle", IsNear(), caps=(cap,))
    (kept,) = add_celebration(shop, ana.id, NewCelebration(BIRTHDAY, on(shop, 1))).celebrations
    (offer,) = open_card(shop, ana.id, "one").offers
    record_visit(shop, VisitDeed("one", ana.id, take=(offer,)))
    for days in (10, 60, 190):
        clock.passes(days=days)
        moved = PartialDate(None, *days_from(shop, 0))
        kept = edit_celebration(shop, ana.id, replace(kept, date=moved)).celebrations[0]
        assert kept.known_since == shop.today
        found = open_card(shop, ana.id)
        assert found.offers == ()
        assert [no.code for no in found.why_not] == ["already_given"]
    remove_celebration(shop, ana.id, kept)
    add_celebration(shop, ana.id, NewCelebration(BIRTHDAY, PartialDate(None, *days_from(shop, 0))))
    assert open_card(shop, ana.id).offers == ()


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"date": PartialDate(2030, 5, 1)}, "cannot be right"),
        ({"date": PartialDate(1700, 5, 1)}, "cannot be right"),
        ({"date": WrittenIn(date(2020, 1, 1))}, "has to lie ahead"),
        ({"title": "4111 1111 1111 1111"}, "payment card"),
        ({"title": "x" * 10_000}, "too long"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_kept(shop, changes, sentence):
    ana = add_customer("Ana")
    with pytest.raises(BadInputError, match=sentence):
        add_celebration(shop, ana.id, replace(NewCelebration(BIRTHDAY, FIRST_OF_MAY), **changes))
    assert state(shop) == []


def test_nothing_is_kept_for_strangers_the_gone_and_those_who_said_no(shop):
    new = NewCelebration(BIRTHDAY, FIRST_OF_MAY)
    with pytest.raises(NotFoundError):
        add_celebration(shop, 999, new)
    ana = add_customer("Ana")
    with pytest.raises(NotFoundError):
        add_celebration(shop, ana.id, replace(new, being=77))
    silent = add_customer("Bea", remember=False)
    with pytest.raises(RefusedError):
        add_celebration(shop, silent.id, new)
    assert state(shop) == []


def test_words_are_kept_plain(shop):
    ana = add_customer("Ana")
    tomorrow = shop.today + timedelta(days=1)
    new = NewCelebration(
        CelebrationKind.OTHER, WrittenIn(tomorrow), title=" Diwali\u202e \x07at home "
    )
    (kept,) = add_celebration(shop, ana.id, new).celebrations
    assert kept.title == "Diwali at home"
