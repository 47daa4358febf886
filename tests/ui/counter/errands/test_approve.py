"""A second person's yes: the person is chosen, then the PIN."""

from dataclasses import replace

import pytest

from pos_companion.model.staff import Role
from pos_companion.services.sign_in import sign_in
from pos_companion.services.staff import add_person
from tests.bots import Cashier

OLEG = "20471117"
MIA, SAM = "739152", "4826"
NEEDS = "Thank you for coming"


@pytest.fixture
def with_a_rule_to_ask_about(at_counter: Cashier) -> Cashier:
    """Sam stands here, Mia may agree, and one rule needs somebody to."""
    shop = at_counter.shop
    assert shop is not None
    add_person(shop, "Mia", Role.MANAGER, MIA)
    sam = add_person(shop, "Sam", Role.COUNTER, SAM).after.id
    sign_in(shop, sam, SAM)
    rule = next(one for one in shop.storage.rulebook.rules() if one.id == "regulars")
    with shop.storage.transaction():
        asks = replace(rule, needs_approval=True)
        shop.storage.rulebook.save(asks, shop.clock.now())
    return at_counter


def test_who_agrees_types_a_pin_and_the_gift_goes_with_the_visit(
    with_a_rule_to_ask_about: Cashier,
) -> None:
    cashier = with_a_rule_to_ask_about.scans(OLEG).presses("F10").presses("Esc")
    cashier.presses("Shift+F3").taps("Ask a manager")
    assert cashier.sees("Mia")
    assert not cashier.sees("Sam")
    cashier.types(MIA).presses("Enter")
    assert cashier.toast() == "Mia agreed: Cookie"
    cashier.presses("Enter")
    assert cashier.visits_today() == 1
    assert cashier.left_on_shelf("Cookie") == 3


def test_a_wrong_pin_is_said_and_nothing_is_given(with_a_rule_to_ask_about: Cashier) -> None:
    cashier = with_a_rule_to_ask_about.scans(OLEG).presses("Shift+F3").taps("Ask a manager")
    cashier.types("111222").presses("Enter")
    assert cashier.sees("PIN")
    assert cashier.left_on_shelf("Cookie") == 4


def test_esc_clears_the_digits_and_then_goes_back(with_a_rule_to_ask_about: Cashier) -> None:
    cashier = with_a_rule_to_ask_about.scans(OLEG).presses("Shift+F3").taps("Ask a manager")
    cashier.types("73").presses("Esc")
    assert cashier.sees("Who agrees?")
    cashier.presses("Esc")
    assert not cashier.sees("Who agrees?")
