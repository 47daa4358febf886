"""A gift whose rule asks why: one of the short reasons comes first."""

from dataclasses import replace

import pytest

from tests.bots import Cashier

ROSA = "20471100"


@pytest.fixture
def asked_why(at_counter: Cashier) -> Cashier:
    """Rosa's card; every rule asks why."""
    shop = at_counter.shop
    with shop.storage.transaction():
        for rule in shop.storage.rulebook.rules():
            shop.storage.rulebook.save(replace(rule, reason_required=True), shop.clock.now())
    return at_counter.scans(ROSA)


def reasons(cashier: Cashier) -> list[object]:
    rows = cashier.shop.storage.rows("SELECT reason FROM redemption WHERE state <> 'released'")
    return [row[0].partition('"own":"')[2].partition('"')[0] for row in rows]


def test_space_and_a_digit_give_it_with_its_reason(asked_why: Cashier) -> None:
    before = asked_why.actions
    asked_why.presses("Space")
    assert asked_why.sees("Why today?")
    assert reasons(asked_why) == []
    asked_why.presses("2")
    assert asked_why.actions - before == 2
    assert asked_why.sees("Added")
    assert reasons(asked_why) == ["good_news"]
    asked_why.presses("Enter")
    assert asked_why.visits_today() == 1
    assert reasons(asked_why) == ["good_news"]


def test_a_tap_gives_it_and_esc_gives_nothing(asked_why: Cashier) -> None:
    asked_why.presses("Space").presses("Esc")
    assert asked_why.sees("Give it")
    assert reasons(asked_why) == []
    asked_why.taps("Give it").taps("They had to wait")
    assert reasons(asked_why) == ["waited"]
    asked_why.presses("Space")
    assert reasons(asked_why) == []


def test_a_visit_taken_back_keeps_the_gift_and_its_reason_on_the_card(asked_why: Cashier) -> None:
    asked_why.presses("Space").presses("1").presses("Enter").presses("Ctrl+Z")
    assert asked_why.sees("Added")
    assert reasons(asked_why)[-1] == "rough_day"
