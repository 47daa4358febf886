"""Where customers stand: the same on the card and on the page, whatever was put right since."""

from datetime import timedelta

import pytest

from pos_companion.errors import BadInputError, RefusedError
from pos_companion.model.consent import ConsentKind
from pos_companion.model.facts import Discretion
from pos_companion.model.people import Customer, Source
from pos_companion.model.stages import Stage
from pos_companion.services import Shop
from pos_companion.services.consents import set_consent
from pos_companion.services.facts import fact_is_wrong, undo_fact, use_fact
from pos_companion.services.look_up import open_card
from pos_companion.services.merging import Joining, merge, unmerge
from pos_companion.services.sources import NewTouch, add_touch
from pos_companion.services.standings import (
    beginnings_of,
    pin_stage,
    standing_page,
    undo_pin,
    unpin_stage,
)
from tests.builders import add_concern, add_customer, add_fact, add_visit, add_visits


@pytest.fixture
def ana(shop: Shop) -> Customer:
    """Thirty weekly visits; the latest a week ago."""
    ana = add_customer("Ana Silva")
    add_visits(ana, 30)
    return ana


def on_card(shop: Shop, customer: Customer) -> Stage:
    return open_card(shop, customer.id).card.standing.stage


def told_and_used(shop: Shop, customer: Customer) -> None:
    heard = shop.today - timedelta(days=60)
    add_fact(customer, "Plays the piano", heard_on=heard)
    fact = add_fact(customer, "Works at the harbour", heard_on=heard)
    use_fact(shop, customer.id, fact.n)


def test_the_card_and_the_page_say_the_same(shop: Shop, ana: Customer) -> None:
    told_and_used(shop, ana)
    card = open_card(shop, ana.id)
    assert card.card.standing == card.facts.standing == standing_page(shop, ana.id, True).standing
    assert card.card.standing.stage is Stage.FRIEND


def test_with_more_visits_than_a_card_looks_back_on_they_say_the_same(shop: Shop) -> None:
    leo = add_customer("Leo")
    with shop.storage.transaction():
        add_visits(leo, 130, every=3)
    known = shop.storage.people.get(leo.id)
    assert known is not None
    assert beginnings_of(known) is not None
    told_and_used(shop, leo)
    card, page = open_card(shop, leo.id).card.standing, standing_page(shop, leo.id, True).standing
    assert card == page
    assert card.reached[1].since == shop.today - timedelta(days=3 * 128)


def test_locked_and_wrong_things_are_no_evidence(shop: Shop, ana: Customer) -> None:
    add_fact(ana, "Secret", discretion=Discretion.LOCKED)
    told_and_used(shop, ana)
    assert on_card(shop, ana) is Stage.FRIEND
    change = fact_is_wrong(shop, ana.id, 3)
    assert on_card(shop, ana) is Stage.REGULAR
    undo_fact(shop, change)
    assert on_card(shop, ana) is Stage.FRIEND


def test_using_it_again_does_not_move_the_day_the_step_was_reached(shop, clock, ana) -> None:
    told_and_used(shop, ana)
    since = standing_page(shop, ana.id).standing.reached[-1].since
    clock.passes(days=3)
    use_fact(shop, ana.id, 2)
    assert standing_page(shop, ana.id).standing.reached[-1].since == since


def test_a_visit_taken_back_takes_its_step_back_and_forth(shop: Shop) -> None:
    leo = add_customer("Leo")
    add_visits(leo, 2)
    last = add_visit(leo, days_ago=1)
    assert standing_page(shop, leo.id).standing.step is Stage.GETTING_TO_KNOW
    shop.storage.visits.void(last.uid, shop.clock.now())
    assert standing_page(shop, leo.id).standing.step is Stage.NEW
    shop.storage.visits.void(last.uid, None)
    assert standing_page(shop, leo.id).standing.step is Stage.GETTING_TO_KNOW


def test_a_merge_counts_both_and_parting_takes_it_apart(shop: Shop, ana: Customer) -> None:
    other = add_customer("Ana S.")
    told_and_used(shop, other)
    pin_stage(shop, other.id, Stage.AT_RISK, "The tart was burnt")
    before = standing_page(shop, ana.id)
    merged = merge(shop, Joining(ana.id, other.id))
    page = standing_page(shop, ana.id)
    assert (page.standing.step, page.standing.stage) == (Stage.FRIEND, Stage.AT_RISK)
    unmerge(shop, merged.id)
    assert standing_page(shop, ana.id) == before
    assert standing_page(shop, other.id).standing.stage is Stage.AT_RISK


def test_whom_they_sent_counts_from_the_day_the_other_said_so(shop, clock) -> None:
    leo = add_customer("Leo")
    add_visits(leo, 60)
    told_and_used(shop, leo)
    use_fact(shop, leo.id, 1)
    assert on_card(shop, leo) is Stage.FRIEND
    add_touch(shop, add_customer("Mia").id, NewTouch(Source.FRIEND, referred_by=leo.id))
    assert on_card(shop, leo) is Stage.MISSED
    reached = standing_page(shop, leo.id).standing.reached[-1]
    assert reached.evidence[-1].on == shop.today


def test_an_overdue_promise_puts_them_at_risk_on_the_card(shop, clock, ana) -> None:
    add_concern(ana)
    assert on_card(shop, ana) is Stage.REGULAR
    clock.passes(days=1)
    assert on_card(shop, ana) is Stage.AT_RISK


def test_a_pin_survives_is_undone_and_leaves_its_trace(shop: Shop, ana: Customer) -> None:
    first = pin_stage(shop, ana.id, Stage.FRIEND, "She painted our sign")
    assert on_card(shop, ana) is Stage.FRIEND
    add_visit(ana, days_ago=0)
    assert on_card(shop, ana) is Stage.FRIEND
    second = pin_stage(shop, ana.id, Stage.MISSED, "and the awning")
    assert [pin.taken_off for pin in standing_page(shop, ana.id).pins] == [None, shop.today]
    undo_pin(shop, second)
    assert standing_page(shop, ana.id).pins == (first.after,)
    off = unpin_stage(shop, ana.id)
    assert on_card(shop, ana) is Stage.REGULAR
    undo_pin(shop, off)
    assert standing_page(shop, ana.id).pins == (first.after,)
    undo_pin(shop, first)
    assert standing_page(shop, ana.id).pins == ()


def test_a_colleague_who_was_quicker_is_not_overruled(shop: Shop, ana: Customer) -> None:
    first = pin_stage(shop, ana.id, Stage.FRIEND, "She painted our sign")
    unpin_stage(shop, ana.id)
    with pytest.raises(RefusedError, match="quicker"):
        undo_pin(shop, first)


@pytest.mark.parametrize(
    ("stage", "reason"),
    [
        (Stage.LAPSED, "gone"),
        (Stage.FRIEND, " \u200b "),
        (Stage.FRIEND, "x" * 501),
        (Stage.FRIEND, "4111 1111 1111 1111"),
    ],
)
def test_a_pin_needs_a_stage_and_a_reason(shop, ana, stage: Stage, reason: str) -> None:
    with pytest.raises((BadInputError, RefusedError)):
        pin_stage(shop, ana.id, stage, reason)
    assert standing_page(shop, ana.id).pins == ()


def test_who_does_not_want_to_be_remembered_has_visits_alone(shop: Shop, ana: Customer) -> None:
    told_and_used(shop, ana)
    pin_stage(shop, ana.id, Stage.MISSED, "She painted our sign")
    set_consent(shop, ana.id, ConsentKind.MEMORY, False)
    assert on_card(shop, ana) is Stage.REGULAR
    with pytest.raises(RefusedError):
        pin_stage(shop, ana.id, Stage.FRIEND, "all the same")


def test_a_clock_set_back_shows_where_they_stood_then(shop, clock, ana) -> None:
    told_and_used(shop, ana)
    clock.passes(days=-150)
    assert on_card(shop, ana) is Stage.REGULAR
    assert open_card(shop, ana.id).card.standing == standing_page(shop, ana.id, True).standing
