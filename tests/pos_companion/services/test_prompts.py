from contextlib import suppress

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pos_companion.errors import BadInputError, CompanionError, NotFoundError, RefusedError
from pos_companion.i18n import words
from pos_companion.model.facts import Discretion, FactKind
from pos_companion.model.prompts import Outcome
from pos_companion.rules.conditions.celebration import Celebration, Who
from pos_companion.services.look_up import open_card
from pos_companion.services.prompts import asked, undo_asked
from pos_companion.services.record_visit import VisitDeed, record_visit
from pos_companion.services.threads import NewThread, open_thread
from tests.builders import (
    add_customer,
    add_fact,
    add_member,
    add_rule,
    add_thread,
)

OWN = Celebration(who=Who.SELF)


def ask_of(shop, customer):
    return open_card(shop, customer.id).card.ask


def question(shop, customer) -> str:
    prompt = ask_of(shop, customer)
    return words(prompt.question) if prompt else ""


def kept(shop):
    tables = ("remark", "celebration", "household_member", "consent")
    return [sorted(shop.storage.rows(f"SELECT * FROM {table}"), key=repr) for table in tables]


def test_a_birthday_that_a_rule_waits_for_is_asked_and_the_offer_comes_on_the_same_visit(shop):
    add_rule("Cake", OWN)
    ana = add_customer()
    found = open_card(shop, ana.id)
    assert (words(found.card.ask.question), found.offers) == ("When is your birthday?", ())
    done = asked(shop, found.card.ask, Outcome.ANSWERED, "22 November")
    again = open_card(shop, ana.id, found.visit_uid)
    assert [offer.rule.name for offer in again.offers] == ["Cake"]
    assert again.card.ask is None
    record_visit(shop, VisitDeed(again.visit_uid, ana.id, take=again.offers))
    undo_asked(shop, done)
    assert question(shop, ana) == "When is your birthday?"


def test_a_pet_is_asked_for_by_its_name(shop):
    add_rule("Dog biscuit", Celebration(who=Who.PET))
    ana = add_customer(family=[("Biscuit", "dog")])
    assert question(shop, ana) == "When is Biscuit’s birthday?"


def test_without_a_rule_that_waits_nobody_is_curious(shop):
    assert question(shop, add_customer()) == ""


def test_what_was_told_comes_before_a_gap_and_one_question_is_enough(shop, clock):
    add_rule("Cake", OWN)
    ana = add_customer()
    add_thread(ana, "How was Lisbon?")
    assert question(shop, ana) == "How was Lisbon?"
    asked(shop, ask_of(shop, ana), Outcome.WELL)
    assert question(shop, ana) == ""
    clock.passes(days=13)
    assert question(shop, ana) == ""
    clock.passes(days=1)
    assert question(shop, ana) == "When is your birthday?"


def test_what_was_put_off_comes_back_after_two_weeks(shop, clock):
    ana = add_customer()
    add_thread(ana, "How was Lisbon?")
    asked(shop, ask_of(shop, ana), Outcome.LATER)
    clock.passes(days=13)
    assert question(shop, ana) == ""
    clock.passes(days=1)
    assert question(shop, ana) == "How was Lisbon?"
    asked(shop, ask_of(shop, ana), Outcome.WELL)
    clock.passes(days=400)
    assert question(shop, ana) == ""


def test_a_declined_question_never_comes_back(shop, clock):
    add_rule("Cake", OWN)
    ana = add_customer()
    prompt = ask_of(shop, ana)
    asked(shop, prompt, Outcome.DECLINED)
    for _ in range(4):
        clock.passes(days=300)
        assert question(shop, ana) == ""
    with pytest.raises(RefusedError, match="do not want to be asked"):
        asked(shop, prompt, Outcome.LATER)


def test_after_bad_news_the_day_of_whom_it_was_about_is_passed_over_for_a_month(shop, clock):
    add_rule("Dog biscuit", Celebration(who=Who.PET))
    ana = add_customer(celebrates=[("Rex", 12, 1), ("Miso", 12, 30, "cat")])
    rex = shop.storage.people.members(ana.household)[0]
    open_thread(shop, NewThread(ana.id, "How is Rex?", about=rex.id, starts=shop.today))
    clock.passes(days=7)
    asked(shop, ask_of(shop, ana), Outcome.NOT_SO_WELL)
    clock.shows("2025-12-01T09:00")
    found = open_card(shop, ana.id)
    assert [one.celebration.who for one in found.card.celebrations] == ["Miso"]
    assert found.offers == ()
    recorded = record_visit(shop, VisitDeed(found.visit_uid, ana.id))
    assert "Rex" not in words(recorded.closing)
    clock.shows("2025-12-28T09:00")
    assert [offer.beneficiary for offer in open_card(shop, ana.id).offers] == ["being:2"]


def test_an_old_fact_that_may_be_said_is_asked_again_and_a_yes_makes_it_young(shop):
    ana = add_customer()
    old = shop.today.replace(year=shop.today.year - 4)
    add_fact(
        ana, "Likes rye", FactKind.LIKE, Discretion.SAY, subject="rye", heard_by="Mia",
        heard_on=old,
    )  # fmt: skip
    prompt = ask_of(shop, ana)
    assert (words(prompt.question), prompt.heard_by) == ("Do you still like rye?", "Mia")
    before = kept(shop)
    done = asked(shop, prompt, Outcome.ANSWERED, "yes")
    assert shop.storage.care.fact(ana.id, 1).confirmed_on == shop.today
    undo_asked(shop, done)
    assert kept(shop) == before


def test_nothing_is_asked_of_whoever_said_no_to_being_remembered(shop):
    add_rule("Cake", OWN)
    ana = add_customer(remember=False)
    add_thread(ana, "How was Lisbon?")
    assert question(shop, ana) == ""


@pytest.mark.parametrize("outcome", [Outcome.WELL, Outcome.NOT_SO_WELL, Outcome.LATER])
def test_what_was_asked_can_be_taken_back_exactly(shop, outcome):
    ana = add_customer()
    add_thread(ana, "How was Lisbon?")
    before = kept(shop)
    done = asked(shop, ask_of(shop, ana), outcome)
    assert kept(shop) != before
    undo_asked(shop, done)
    assert kept(shop) == before
    with pytest.raises(RefusedError):
        undo_asked(shop, done)


def test_two_tills_cannot_ask_the_same_customer_at_once(shop):
    ana = add_customer()
    add_thread(ana, "How was Lisbon?")
    prompt = ask_of(shop, ana)
    asked(shop, prompt, Outcome.WELL)
    with pytest.raises(RefusedError, match="One question is enough"):
        asked(shop, prompt, Outcome.WELL)


def test_what_cannot_come_of_a_question_is_refused(shop):
    add_rule("Cake", OWN)
    ana = add_customer()
    prompt = ask_of(shop, ana)
    with pytest.raises(BadInputError):
        asked(shop, prompt, Outcome.WELL)
    with pytest.raises(BadInputError, match="answer goes with"):
        asked(shop, prompt, Outcome.LATER, "14 March")
    shop.storage.people.remove(ana.id)
    with pytest.raises(NotFoundError):
        asked(shop, prompt, Outcome.LATER)


def test_the_trail_names_no_words(shop):
    ana = add_customer()
    add_thread(ana, "How was Lisbon?")
    asked(shop, ask_of(shop, ana), Outcome.WELL)
    ((body,),) = shop.storage.rows("SELECT body FROM audit WHERE deed = 'asked'")
    assert "Lisbon" not in body


STEPS = st.lists(
    st.tuples(st.integers(0, 20), st.sampled_from(Outcome), st.booleans()), max_size=12
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25)
@given(steps=STEPS)
def test_over_any_history_nobody_is_asked_twice(shop, clock, steps):
    add_rule("Cake", OWN)
    add_rule("Dog biscuit", Celebration(who=Who.PET))
    clock.shows("2025-11-21T09:00")
    ana = add_customer(family=[("Biscuit", "dog")])
    add_member(ana, "Miso", "cat")
    add_thread(ana, "How was Lisbon?")
    days, declined = [], set()
    for gap, outcome, takes_back in steps:
        clock.passes(days=gap)
        prompt = ask_of(shop, ana)
        if prompt is None:
            continue
        assert prompt.key not in declined
        assert all((shop.today - day).days >= 14 for day in days)
        before, done = kept(shop), None
        with suppress(CompanionError):
            said = "14 March" if outcome is Outcome.ANSWERED else ""
            done = asked(shop, prompt, outcome, said)
        if done is None:
            assert kept(shop) == before
        elif takes_back:
            undo_asked(shop, done)
            assert kept(shop) == before
        else:
            assert ask_of(shop, ana) is None
            days.append(shop.today)
            declined |= {prompt.key} if outcome is Outcome.DECLINED else set()
