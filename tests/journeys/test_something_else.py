"""Chips for another order."""

from collections.abc import Callable

from tests.bots import Cashier

ROSA = "20471100"


def test_the_usual_but_no_croissant(at_counter: Cashier) -> None:
    at_counter.scans(ROSA).taps("Something else").taps("Almond croissant")
    assert at_counter.primary() == "Record: Flat white"
    at_counter.presses("Enter")
    assert at_counter.last_basket("Rosa Delgado") == ["Flat white"]


def test_arrows_and_space_do_the_same(at_counter: Cashier) -> None:
    at_counter.scans(ROSA).presses("F4").presses("Right").presses("Space")
    assert at_counter.primary() == "Record: Flat white"
    at_counter.presses("Enter")
    assert at_counter.last_basket("Rosa Delgado") == ["Flat white"]


def test_typing_adds_something_else(at_counter: Cashier) -> None:
    at_counter.scans(ROSA).presses("F4").types("Tea").presses("Enter")
    assert at_counter.primary() == "Record: 3 things"
    assert at_counter.visits_today() == 0
    at_counter.presses("Enter")
    assert at_counter.last_basket("Rosa Delgado") == ["Almond croissant", "Flat white", "Tea"]


def test_put_in_and_taken_out_again_is_the_usual(at_counter: Cashier) -> None:
    at_counter.scans(ROSA).presses("F4").taps("Rye loaf").taps("Rye loaf")
    assert at_counter.primary() == "Had the usual"


def test_escape_brings_the_usual_back(at_counter: Cashier) -> None:
    at_counter.scans(ROSA).presses("F4").taps("Almond croissant").presses("Esc")
    assert at_counter.primary() == "Had the usual"
    assert at_counter.greeting() == "“Morning, Rosa!”"


def test_nothing_at_all_is_still_a_visit(at_counter: Cashier) -> None:
    at_counter.scans(ROSA).taps("Something else")
    at_counter.taps("Almond croissant").taps("Flat white, oat milk")
    assert at_counter.primary() == "Record visit"


def test_esc_leaves_the_card_where_it_was(cashier_with: Callable[..., Cashier]) -> None:
    cashier = cashier_with((440, 620))
    cashier.scans(ROSA).presses("F4").presses("Esc").presses("F5").presses("Esc")
    assert cashier.page.card.verticalScrollBar().value() == 0
