from dataclasses import replace
from datetime import timedelta

import pytest

from pos_companion.errors import BadInputError, NotFoundError, RefusedError
from pos_companion.model.care import Channel, UpdateKind
from pos_companion.rules.conditions.concern_closed import ConcernClosed
from pos_companion.services.concerns import (
    NewConcern,
    ask_for_them,
    close_concern,
    colleagues,
    hand_over,
    note_news,
    open_concern,
    promise_another_day,
    put_right,
    reopen,
    take_back,
)
from pos_companion.services.look_up import open_card
from tests.builders import add_concern, add_customer, add_rule
from tests.pos_companion.storage.records import contents


@pytest.fixture
def sour(shop):
    """What Mia promised Ana: a fresh one tomorrow."""
    shop.staff = "Mia"
    ana = add_customer("Ana Silva")
    tomorrow = shop.today + timedelta(days=1)
    return open_concern(shop, NewConcern(ana.id, "Sour milk", "a fresh one", tomorrow)).after


def later(shop, days):
    return shop.today + timedelta(days=days)


def kept(shop):
    return {table: rows for table, rows in contents(shop.storage).items() if table != "audit"}


def test_a_concern_has_an_owner_a_day_and_a_day_to_hear_from_us(shop, sour):
    assert (sour.owner, sour.first_owner, sour.due) == ("Mia", "Mia", later(shop, 1))
    assert sour.next_update_due == later(shop, 2)
    assert [one.kind for one in sour.log] == [UpdateKind.OPENED]
    assert open_card(shop, sour.customer).card.concerns == (sour,)


def test_nothing_can_be_owed_without_an_owner(shop):
    new = NewConcern(add_customer().id, "Sour milk", "a fresh one", shop.today)
    before = kept(shop)
    with pytest.raises(BadInputError, match="Somebody has to"):
        open_concern(shop, new)
    assert kept(shop) == before


@pytest.mark.parametrize(
    "wrong", [{"title": " "}, {"promise": ""}, {"title": "4111111111111111"}, {"owner": "x" * 90}]
)
def test_what_happened_and_what_is_promised_have_to_be_said(shop, wrong):
    new = NewConcern(add_customer().id, "Sour milk", "a fresh one", shop.today, "Sam")
    with pytest.raises(BadInputError):
        open_concern(shop, replace(new, **wrong))
    with pytest.raises(BadInputError, match="gone by"):
        open_concern(shop, replace(new, due=later(shop, -1)))
    with pytest.raises(NotFoundError):
        open_concern(shop, replace(new, customer=99))


def test_what_is_put_right_is_not_owed_any_more_and_was_told_in_person(shop, sour):
    after = put_right(shop, sour).after
    assert open_card(shop, sour.customer).card.concerns == ()
    assert (after.closed_on, after.log[-1].text) == (shop.today, "a fresh one")
    assert after.log[-1].told is Channel.IN_PERSON


def test_it_cannot_be_closed_in_silence(shop, sour):
    with pytest.raises(BadInputError, match="How did it end"):
        close_concern(shop, sour, " ", Channel.PHONE)
    with pytest.raises(BadInputError, match="How were they told"):
        close_concern(shop, sour, "a new carton", None)
    for day in (later(shop, 1), later(shop, -1)):
        with pytest.raises(BadInputError, match="can only have been told"):
            close_concern(shop, sour, "a new carton", Channel.PHONE, day)
    assert len(open_card(shop, sour.customer).card.concerns) == 1


def test_two_colleagues_cannot_put_the_same_thing_right(shop, sour):
    put_right(shop, sour)
    for deed in (
        lambda: put_right(shop, sour),
        lambda: note_news(shop, sour, "called"),
        lambda: hand_over(shop, sour, "Sam", "holiday"),
        lambda: promise_another_day(shop, sour, later(shop, 3), "shut"),
    ):
        with pytest.raises(RefusedError, match="A colleague was quicker"):
            deed()


def test_what_was_closed_too_early_is_owed_again_and_stays_with_its_owner(shop, clock, sour):
    put_right(shop, sour)
    clock.passes(days=5)
    again = reopen(shop, sour, "sour again").after
    assert (again.owner, again.due, again.closed_on) == ("Mia", shop.today, None)
    assert [one.kind for one in again.log][-2:] == [UpdateKind.CLOSED, UpdateKind.REOPENED]
    with pytest.raises(RefusedError):
        reopen(shop, again)


def test_another_day_needs_a_reason_and_they_hear_of_it(shop, sour):
    with pytest.raises(BadInputError, match="They will ask"):
        promise_another_day(shop, sour, later(shop, 3), "")
    moved = promise_another_day(shop, sour, later(shop, 3), "the dairy is shut").after
    assert moved.due == later(shop, 3)
    assert moved.next_update_due == later(shop, 2)
    assert moved.log[-1].told is Channel.IN_PERSON


def test_who_had_it_first_stays_when_it_is_handed_on(shop, sour):
    with pytest.raises(BadInputError, match="Why is it handed on"):
        hand_over(shop, sour, "Sam", "")
    with pytest.raises(BadInputError, match="Who looks after it"):
        hand_over(shop, sour, "", "holiday")
    with pytest.raises(BadInputError, match="Mia looks after it already"):
        hand_over(shop, sour, "Mia", "holiday")
    sam = hand_over(shop, sour, "Sam", "holiday").after
    zoe = hand_over(shop, sam, "Zoe", "knows the dairy").after
    assert (zoe.owner, zoe.first_owner) == ("Zoe", "Mia")


def test_one_of_an_older_version_keeps_its_owner_as_the_first(shop):
    old = add_concern(add_customer())
    assert old.first_owner == ""
    handed = hand_over(shop, old, "Mia", "holiday").after
    assert (handed.owner, handed.first_owner) == ("Mia", "Sam")


def test_news_count_as_a_word_to_them_only_once_they_were_told(shop, clock, sour):
    clock.passes(days=1)
    silent = note_news(shop, sour, "asked the dairy").after
    assert silent.next_update_due == sour.next_update_due
    told = note_news(shop, silent, "no answer yet", Channel.PHONE).after
    assert told.next_update_due == later(shop, 2)


@pytest.mark.parametrize(
    "deed",
    [
        put_right,
        lambda shop, one: close_concern(shop, one, "a new carton", Channel.EMAIL),
        lambda shop, one: promise_another_day(shop, one, later(shop, 3), "shut"),
        lambda shop, one: hand_over(shop, one, "Sam", "holiday"),
        lambda shop, one: note_news(shop, one, "asked", Channel.PHONE),
    ],
)
def test_every_step_is_taken_back_exactly(shop, sour, deed):
    before = kept(shop)
    change = deed(shop, sour)
    assert kept(shop) != before
    take_back(shop, change)
    assert kept(shop) == before


def test_an_opening_and_a_reopening_are_taken_back_exactly(shop, sour):
    put_right(shop, sour)
    before = kept(shop)
    take_back(shop, reopen(shop, sour))
    assert kept(shop) == before
    question = ask_for_them(shop, sour.customer, "Do you sell flour?", "", later(shop, 2))
    take_back(shop, question)
    assert kept(shop) == before


def test_what_was_changed_since_is_not_taken_back(shop, sour):
    change = hand_over(shop, sour, "Sam", "holiday")
    note_news(shop, sour, "asked the dairy")
    with pytest.raises(RefusedError, match="changed since"):
        take_back(shop, change)


def test_a_question_of_theirs_is_owed_like_anything_else(shop):
    ana = add_customer("Ana")
    owed = ask_for_them(shop, ana.id, "Do you sell flour?", "Sam", later(shop, 2)).after
    assert owed.is_question
    assert (owed.title, owed.owner) == ("Do you sell flour?", "Sam")


def test_a_rule_knows_what_was_put_right_lately(shop, clock, sour):
    add_rule("Thank you for your patience", ConcernClosed(days=7))
    assert open_card(shop, sour.customer).offers == ()
    put_right(shop, sour)
    assert len(open_card(shop, sour.customer).offers) == 1
    clock.passes(days=8)
    assert open_card(shop, sour.customer).offers == ()


def test_those_who_can_look_after_it_begin_with_whoever_is_here(shop, sour):
    hand_over(shop, sour, "Sam", "holiday")
    assert colleagues(shop) == ("Mia", "Sam")


def test_who_did_it_stands_in_the_trail_without_a_name_of_a_customer(shop, sour):
    put_right(shop, sour)
    (row,) = shop.storage.rows("SELECT staff, deed, body FROM audit ORDER BY id DESC LIMIT 1")
    assert row == ("Mia", "concern_closed", f'{{"customer":{sour.customer},"n":1}}')
