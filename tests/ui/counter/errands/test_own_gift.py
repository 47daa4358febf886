"""Something of one's own accord: a reason, a gift, and what is left of the budget."""

from pos_companion.model.giving import Beyond
from pos_companion.rules import Rule
from pos_companion.rules.conditions.first_visit import FirstVisit
from pos_companion.rules.effects.service import Service
from tests.bots import Cashier

ROSA, OLEG = "20471100", "20471117"
CANDLE = "Candle"


def exceptions(cashier: Cashier) -> list[str]:
    assert cashier.shop is not None
    today = cashier.shop.today
    return [one.exception for one in cashier.shop.storage.ledger.exceptions(today, today)]


def test_a_reason_and_a_gift_are_two_taps_and_it_goes_with_the_visit(at_counter: Cashier) -> None:
    at_counter.scans(OLEG).presses("F10")
    assert at_counter.sees("€10.00 left for you today")
    before = at_counter.actions
    at_counter.taps("They had good news").taps(CANDLE)
    assert at_counter.actions - before == 2
    assert at_counter.toast() == "Candle goes with this visit."
    assert at_counter.sees("Given with this visit")
    assert at_counter.left_on_shelf(CANDLE) == 10
    at_counter.presses("Enter")
    assert at_counter.visits_today() == 1
    assert exceptions(at_counter) == []


def test_nothing_is_given_without_a_reason(at_counter: Cashier) -> None:
    at_counter.scans(OLEG).presses("F10").taps(CANDLE)
    assert at_counter.sees("Choose why first.")
    assert at_counter.left_on_shelf(CANDLE) == 11


def test_it_can_be_left_again(at_counter: Cashier) -> None:
    at_counter.scans(OLEG).presses("F10").taps("They had to wait").taps(CANDLE).taps("Leave it")
    assert not at_counter.sees("Given with this visit")
    assert at_counter.left_on_shelf(CANDLE) == 11


def test_the_toast_takes_it_back(at_counter: Cashier) -> None:
    at_counter.scans(OLEG).presses("F10").taps("They had to wait").taps(CANDLE)
    at_counter.presses("Ctrl+Z")
    assert not at_counter.sees("Given with this visit")
    assert at_counter.left_on_shelf(CANDLE) == 11


def test_yes_anyway_is_flagged_for_tomorrow(at_counter: Cashier) -> None:
    carry = Rule("carry", "To the car", FirstVisit(), (Service("Carry it"),), "Shall I?", "Kind.")
    with at_counter.shop.storage.transaction():
        at_counter.shop.storage.rulebook.save(carry, at_counter.shop.clock.now())
    at_counter.scans(ROSA).presses("Shift+F3").taps("To the car").taps("They were kind to us")
    at_counter.taps("Carry it").taps("Say yes anyway")
    at_counter.presses("Enter")
    assert exceptions(at_counter) == [Beyond.YES_ANYWAY.value]


def test_what_may_not_suit_them_needs_a_reason_of_its_own(at_counter: Cashier) -> None:
    at_counter.scans(ROSA).presses("F10")
    assert not at_counter.sees("Nut cookie")
    at_counter.taps("We got something wrong").taps("It is for somebody else").taps("Nut cookie")
    assert at_counter.left_on_shelf("Nut cookie") == 8
    at_counter.presses("Enter")
    assert exceptions(at_counter) == [Beyond.WAIVED.value]


def test_esc_gives_nothing(at_counter: Cashier) -> None:
    at_counter.scans(OLEG).presses("F10").presses("Esc")
    assert at_counter.primary() == "Had the usual"


def test_undoing_the_visit_promises_what_they_were_given_of_ones_own_once_more(
    at_counter: Cashier,
) -> None:
    at_counter.scans(OLEG).presses("F10").taps("They had good news").taps(CANDLE).presses("Enter")
    assert at_counter.left_on_shelf(CANDLE) == 10
    at_counter.presses("Ctrl+Z")
    assert at_counter.visits_today() == 0
    assert at_counter.sees("Given with this visit")
    assert at_counter.left_on_shelf(CANDLE) == 10
    at_counter.presses("Enter")
    assert at_counter.visits_today() == 1
    assert at_counter.left_on_shelf(CANDLE) == 10
    assert exceptions(at_counter) == []
