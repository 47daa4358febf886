from datetime import date, timedelta

import pytest

from pos_companion.errors import BadInputError, NotFoundError, RefusedError
from pos_companion.i18n import words
from pos_companion.model.consent import ConsentKind
from pos_companion.model.facts import Discretion
from pos_companion.services.consents import set_consent
from pos_companion.services.look_up import open_card
from pos_companion.services.threads import NewThread, drop_thread, open_thread
from tests.builders import add_customer, add_member

TRIP = {"starts": date(2025, 11, 14), "ends": date(2025, 11, 25)}


def asks(shop, customer) -> str:
    prompt = open_card(shop, customer.id).card.ask
    return words(prompt.question) if prompt else ""


def test_a_trip_is_asked_about_on_the_first_visit_after_its_end(shop, clock):
    ana = add_customer()
    open_thread(shop, NewThread(ana.id, "How was Lisbon?", **TRIP))
    assert asks(shop, ana) == ""
    clock.shows("2025-11-25T12:00")
    assert asks(shop, ana) == ""
    clock.shows("2025-11-26T09:00")
    assert asks(shop, ana) == "How was Lisbon?"
    clock.shows("2026-03-01T09:00")
    assert asks(shop, ana) == "How was Lisbon?"


def test_what_takes_a_day_is_asked_about_a_week_later(shop):
    ana, day = add_customer(), date(2025, 11, 24)
    exam = open_thread(shop, NewThread(ana.id, "How did the exam go?", starts=day))
    assert exam.ask_from == date(2025, 12, 1)
    soon = NewThread(ana.id, "How did it go?", starts=day, follow_up=timedelta(days=2))
    assert open_thread(shop, soon).ask_from == date(2025, 11, 26)


def test_who_heard_it_is_kept_and_what_was_written_can_be_taken_back(shop):
    shop.staff, ana = "Mia", add_customer()
    thread = open_thread(shop, NewThread(ana.id, " How was\tLisbon? ", **TRIP))
    assert (thread.question, thread.heard_by) == ("How was Lisbon?", "Mia")
    before = shop.storage.rows("SELECT * FROM remark")
    drop_thread(shop, open_thread(shop, NewThread(ana.id, "And the flat?")))
    assert shop.storage.rows("SELECT * FROM remark") == before


def test_what_has_changed_since_is_not_taken_back(shop):
    ana = add_customer()
    thread = open_thread(shop, NewThread(ana.id, "How was Lisbon?"))
    drop_thread(shop, thread)
    with pytest.raises(RefusedError):
        drop_thread(shop, thread)


def test_a_delicate_subject_is_asked_only_when_it_is_marked_say(shop, clock):
    ana, bea = add_customer("Ana"), add_customer("Bea")
    open_thread(shop, NewThread(ana.id, "How was the operation?"))
    open_thread(shop, NewThread(bea.id, "How was the operation?", discretion=Discretion.SAY))
    clock.passes(days=8)
    assert (asks(shop, ana), asks(shop, bea)) == ("", "How was the operation?")


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"question": " \x00 "}, "nothing to ask"),
        ({"question": "a" * 201}, "too long"),
        ({"question": "4111 1111 1111 1111?"}, "payment card"),
        ({"starts": date(2025, 12, 2), "ends": date(2025, 12, 1)}, "ends before it starts"),
        ({"starts": date(2099, 1, 1)}, "ten years"),
        ({"follow_up": timedelta(days=-1)}, "within a year"),
        ({"follow_up": timedelta(days=400)}, "within a year"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_kept(shop, wrong, sentence):
    ana = add_customer()
    with pytest.raises(BadInputError, match=sentence):
        open_thread(shop, NewThread(**{"customer": ana.id, "question": "How was it?", **wrong}))
    assert shop.storage.rows("SELECT * FROM remark") == []


def test_nobody_is_asked_about_who_is_not_around(shop):
    ana, bea = add_customer("Ana"), add_customer("Bea")
    rex = add_member(bea, "Rex")
    with pytest.raises(NotFoundError, match="around"):
        open_thread(shop, NewThread(ana.id, "How is Rex?", about=rex.id))
    with pytest.raises(NotFoundError, match="records"):
        open_thread(shop, NewThread(4711, "How is Rex?"))


def test_of_somebody_who_said_no_nothing_is_asked_later(shop):
    ana = add_customer(remember=False)
    with pytest.raises(RefusedError, match="name and visits"):
        open_thread(shop, NewThread(ana.id, "How was Lisbon?"))
    bea = add_customer("Bea")
    rex = add_member(bea, "Rex")
    set_consent(shop, bea.id, ConsentKind.FAMILY, False)
    with pytest.raises(RefusedError, match="family and pets"):
        open_thread(shop, NewThread(bea.id, "How is Rex?", about=rex.id))
