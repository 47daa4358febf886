"""Who came along and how they seemed is kept with the visit, and never without their leave."""

from dataclasses import replace

import pytest

from pos_companion.errors import NotFoundError, RefusedError
from pos_companion.model.consent import ConsentKind
from pos_companion.model.visits import NOTHING_SAID, Impression, Mood
from pos_companion.services.consents import set_consent
from pos_companion.services.impressions import say_of_visit, to_keep, unsay_of_visit
from pos_companion.services.merging import Joining, merge, unmerge
from pos_companion.services.move_visit import move_back, move_visit
from pos_companion.services.past_visits import last_visits
from pos_companion.services.record_visit import VisitDeed, record_visit, undo_visit
from tests.builders import add_customer, add_member, add_visit, basket
from tests.state import but_for_merges, everything

SAD = Impression(mood_in=Mood.GOOD, mood_out=Mood.LOW)


@pytest.fixture
def ana(shop):
    return add_customer("Ana Silva")


@pytest.fixture
def rex(shop, ana):
    return add_member(ana, "Rex")


def fresh(shop, customer):
    return shop.storage.people.get(customer.id)


def test_it_is_kept_with_the_visit_in_the_same_statement(shop, ana, rex):
    felt = replace(SAD, company=(rex.id,))
    record_visit(shop, VisitDeed("one", ana.id, basket("Tea"), impression=felt))
    assert shop.storage.visits.get("one").impression == felt
    (shown,) = last_visits(shop, ana.id)
    assert shown.company == ("Rex",)
    (past,) = shop.storage.visits.history(ana.id, shop.clock.now(), shop.time)
    assert (past.mood_in, past.mood_out) == (Mood.GOOD, Mood.LOW)


def test_saying_nothing_costs_no_statement_and_a_mood_costs_none_either(shop, ana, rex):
    asked = []
    connection = shop.storage.db.connection()

    def recorded(uid, felt):
        asked.clear()
        connection.set_trace_callback(asked.append)
        record_visit(shop, VisitDeed(uid, ana.id, basket("Tea"), impression=felt))
        connection.set_trace_callback(None)
        return len(asked)

    recorded("warm", NOTHING_SAID)
    assert recorded("none", NOTHING_SAID) == recorded("mood", SAD)
    assert recorded("both", replace(SAD, company=(rex.id,))) == recorded("again", SAD) + 1


def test_only_who_is_around_them_can_have_come_along(shop, ana, rex):
    bea = add_customer("Bea Costa")
    cat = add_member(bea, "Mina", "cat")
    felt = Impression((rex.id, cat.id, rex.id, 999))
    assert to_keep(shop, fresh(shop, ana), felt) == Impression((rex.id,))


@pytest.mark.parametrize(
    ("kind", "kept"),
    [(ConsentKind.MEMORY, NOTHING_SAID), (ConsentKind.FAMILY, SAD)],
)
def test_what_they_do_not_want_kept_is_not_kept(shop, ana, rex, kind, kept):
    set_consent(shop, ana.id, kind, False)
    felt = replace(SAD, company=(rex.id,))
    assert to_keep(shop, fresh(shop, ana), felt) == kept


def test_it_is_said_afterwards_and_unsaid_again(shop, ana, rex):
    record_visit(shop, VisitDeed("one", ana.id, basket("Tea")))
    before = everything(shop)
    first = say_of_visit(shop, "one", replace(SAD, company=(rex.id,)))
    assert shop.storage.visits.get("one").impression.company == (rex.id,)
    second = say_of_visit(shop, "one", SAD)
    with pytest.raises(RefusedError, match="meanwhile"):
        unsay_of_visit(shop, first)
    unsay_of_visit(shop, second)
    unsay_of_visit(shop, first)
    assert everything(shop) == before


def test_nothing_is_said_of_a_visit_that_was_taken_back_or_never_was(shop, ana):
    with pytest.raises(NotFoundError):
        say_of_visit(shop, "one", SAD)
    record_visit(shop, VisitDeed("one", ana.id, basket("Tea"), impression=SAD))
    undo_visit(shop, "one")
    with pytest.raises(RefusedError):
        say_of_visit(shop, "one", SAD)
    assert shop.storage.visits.history(ana.id, shop.clock.now(), shop.time) == ()


def test_moved_the_mood_goes_along_and_the_company_stays_at_home(shop, ana, rex):
    bea = add_customer("Bea Costa")
    record_visit(
        shop, VisitDeed("one", ana.id, basket("Tea"), impression=replace(SAD, company=(rex.id,)))
    )
    before = everything(shop)
    moved = move_visit(shop, "one", bea.id)
    assert shop.storage.visits.get("one").impression == SAD
    move_back(shop, moved)
    assert everything(shop) == before


def test_one_pet_on_two_cards_came_along_as_the_one_it_is(shop, ana, rex):
    anna = add_customer("Anna Silva")
    again = add_member(anna, "Rex")
    add_visit(ana, 3)
    record_visit(shop, VisitDeed("one", anna.id, basket("Tea"), impression=Impression((again.id,))))
    before = but_for_merges(shop)
    merged = merge(shop, Joining(ana.id, anna.id, {again.id: rex.id}))
    assert shop.storage.visits.get("one").impression.company == (rex.id,)
    unmerge(shop, merged.id)
    assert but_for_merges(shop) == before
