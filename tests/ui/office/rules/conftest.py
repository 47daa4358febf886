"""The office of the corner shop."""

from collections.abc import Callable

import pytest

from tests.bots import Cashier
from tests.counter_fixtures import at_counter, cashier_with, corner_shop_records
from ui.office.rules.page import RulesPage

__all__ = ["at_counter", "cashier_with", "corner_shop_records"]


@pytest.fixture
def manager(cashier_with: Callable[..., Cashier]) -> Cashier:
    """Before the gift rules, with room for the list and one rule."""
    cashier = cashier_with((1280, 800))
    cashier.window.show_room("rules")
    cashier.settle()
    return cashier


@pytest.fixture
def page(manager: Cashier) -> RulesPage:
    """The page of rules."""
    found = manager.window.rooms.pages["rules"]
    assert isinstance(found, RulesPage)
    return found
