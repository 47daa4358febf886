"""What is not their usual any more leaves it at once, and comes back with undo."""

from datetime import timedelta

import pytest

from pos_companion.model.visits import Visit
from tests.bots import Cashier
from tests.builders import add_customer, basket
from ui.kit import Button


@pytest.fixture
def armed(at_counter: Cashier) -> Cashier:
    """Hanna has tea and a bun every other day."""
    shop = at_counter.shop
    hanna = add_customer("Hanna Lindholm", shop=shop)
    for ago in range(20, 0, -2):
        at = shop.clock.now() - timedelta(days=ago)
        had = basket("Jasmine tea", "Cinnamon bun", shop=shop)
        visit = Visit(f"hanna-{ago}", hanna.id, at, shop.time.business_day(at), had)
        with shop.storage.transaction():
            shop.storage.visits.record(visit)
    return at_counter.types("Hanna Lindholm").presses("Enter")


def names(cashier: Cashier) -> list[str]:
    return sorted(line.product.name for line in cashier.page.journey.visit.basket.lines)


def test_one_tap_takes_it_out_and_undo_brings_it_back(armed: Cashier) -> None:
    assert names(armed) == ["Cinnamon bun", "Jasmine tea"]
    crosses = {one.accessibleName(): one for one in armed.visible(Button)}
    crosses["Cinnamon bun is not their usual any more"].click()
    armed.settle()
    assert armed.toast() == "Not their usual any more: Cinnamon bun"
    assert names(armed) == ["Jasmine tea"]
    armed.presses("Ctrl+Z")
    assert names(armed) == ["Cinnamon bun", "Jasmine tea"]
