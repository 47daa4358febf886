"""What was guessed is put in, or rests."""

from datetime import timedelta

import pytest

from pos_companion.model.visits import Visit
from pos_companion.services.catalogue import refresh_habits
from tests.bots import Cashier
from tests.builders import add_customer, basket
from ui.panels.guess import GuessPanel


@pytest.fixture
def guessed(at_counter: Cashier) -> Cashier:
    """Hanna has tea every other day and a loaf every three weeks, and it is time."""
    shop = at_counter.shop
    hanna = add_customer("Hanna Lindholm", shop=shop)
    for ago in range(90, 0, -2):
        loaf = ("Poppy loaf",) if ago in (86, 64, 44, 22) else ()
        at = shop.clock.now() - timedelta(days=ago)
        had = basket("Jasmine tea", *loaf, shop=shop)
        visit = Visit(f"hanna-{ago}", hanna.id, at, shop.time.business_day(at), had)
        with shop.storage.transaction():
            shop.storage.visits.record(visit)
    refresh_habits(shop)
    return at_counter.types("Hanna Lindholm").presses("Enter")


def panel(cashier: Cashier) -> GuessPanel:
    found = cashier.page.card.panels["guess"]
    assert isinstance(found, GuessPanel)
    return found


def test_a_guess_is_put_in_with_one_tap(guessed: Cashier) -> None:
    assert guessed.sees("Poppy loaf")
    guessed.taps("Add it")
    names = [line.product.name for line in guessed.page.journey.visit.basket.lines]
    assert "Poppy loaf" in names
    assert panel(guessed).isHidden()


def test_what_is_not_needed_rests_and_comes_back_with_undo(guessed: Cashier) -> None:
    guessed.taps("Not needed")
    assert guessed.toast() == "Not needed: Poppy loaf"
    assert panel(guessed).isHidden()
    guessed.presses("Ctrl+Z")
    assert not panel(guessed).isHidden()
