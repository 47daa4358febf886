"""A coupon is earned on one visit, shown and printed, and used by a scan on another."""

from datetime import timedelta

import pytest

from pos_companion.model.money import Money
from pos_companion.rules import Rule
from pos_companion.rules.conditions.all_of import AllOf
from pos_companion.rules.effects.coupon import Coupon
from pos_companion.services import FixedClock
from tests.bots import Cashier
from tests.journeys.corner_shop import NOW
from ui.counter.errands.coupon import Coupons
from ui.counter.sheets.coupon import Bars

ROSA, OLEG = "20471100", "20471117"


@pytest.fixture
def earned(at_counter: Cashier) -> Cashier:
    """Oleg's visit has just earned a coupon."""
    assert at_counter.shop is not None
    two = Coupon(Money(200, "EUR"))
    rule = Rule("next-time", "For next time", AllOf(), (two,), "For next time.", "", priority=1)
    with at_counter.shop.storage.transaction():
        at_counter.shop.storage.rulebook.save(rule, NOW)
    return at_counter.scans(OLEG).presses("Space").presses("Enter").waits(5000)


def code(cashier: Cashier) -> str:
    return cashier.page.errand(Coupons).earned


def later(cashier: Cashier, days: int) -> Cashier:
    cashier.shop.clock = FixedClock(NOW + timedelta(days=days))
    return cashier.waits(60_000)


def test_it_is_shown_with_its_code_in_bars_and_printed_with_one_key(
    earned: Cashier, tmp_path
) -> None:
    earned.taps("show and print")
    assert earned.sees(f"{code(earned)[:4]} {code(earned)[4:]}")
    assert earned.visible(Bars)
    printing = next(one for one in earned.page.errands.values() if hasattr(one, "paper"))
    printing.folder = tmp_path
    earned.presses("Ctrl+P")
    assert list(tmp_path.iterdir())


def test_the_next_card_takes_it_away(earned: Cashier) -> None:
    earned.scans(ROSA)
    assert code(earned) == ""
    assert not earned.page.today.coupon.isVisible()


def test_scanned_alone_it_opens_the_card_it_belongs_to_and_goes_with_the_visit(
    earned: Cashier,
) -> None:
    coupon = code(earned)
    later(earned, 3).scans(coupon)
    assert earned.sees("Oleg Marchenko")
    assert earned.toast().startswith("With the coupon:")
    assert earned.sees("€2.00 off")
    earned.presses("Enter")
    assert earned.visits_today() == 1
    earned.waits(5000).scans(coupon)
    assert earned.bar() == "This coupon was used already."


def test_typed_with_a_space_and_small_letters_it_is_understood(earned: Cashier) -> None:
    coupon = code(earned)
    later(earned, 3).types(f"{coupon[:4]} {coupon[4:]}".lower()).presses("Enter")
    assert earned.sees("Oleg Marchenko")
    assert earned.typed() == ""


def test_somebody_else_cannot_use_it_and_is_told_why(earned: Cashier) -> None:
    coupon = code(earned)
    later(earned, 3).scans(ROSA).scans(coupon)
    assert earned.sees("Rosa Delgado")
    assert earned.bar()
    assert not earned.sees("€2.00 off")


def test_too_early_and_too_late_each_have_their_sentence(earned: Cashier) -> None:
    coupon = code(earned)
    earned.scans(coupon)
    assert "good from" in earned.bar()
    later(earned, 60).scans(coupon)
    assert "it was good until" in earned.bar()


def test_undo_gives_it_back(earned: Cashier) -> None:
    coupon = code(earned)
    later(earned, 3).scans(coupon).presses("Ctrl+Z")
    assert earned.primary() == "Had the usual"
    earned.presses("Esc").waits(5000).scans(coupon)
    assert earned.toast().startswith("With the coupon:")


def test_one_that_is_good_at_once_is_offered_on_the_visit_that_earns_it(
    at_counter: Cashier,
) -> None:
    now = Coupon(Money(200, "EUR"), same_visit=True)
    rule = Rule("at-once", "At once", AllOf(), (now,), "For you.", "", priority=1)
    with at_counter.shop.storage.transaction():
        at_counter.shop.storage.rulebook.save(rule, NOW)
    at_counter.scans(OLEG).presses("Space")
    assert at_counter.sees("Earned on this visit, and good at once")
    at_counter.presses("Space").presses("Enter").waits(5000)
    states = at_counter.shop.storage.rows("SELECT state FROM coupon")
    assert states == [("used",)]


def test_it_is_shown_again_from_its_visit_as_long_as_it_can_be_used(earned: Cashier) -> None:
    kept = code(earned)
    spaced = f"{kept[:4]} {kept[4:]}"
    earned.scans(ROSA).presses("Esc")
    later(earned, 2)
    earned.scans(OLEG).presses("Ctrl+J").taps("a coupon for the next visit").taps(
        "Show the coupon again"
    )
    assert earned.sees(spaced)
    assert earned.visible(Bars)
    earned.presses("Esc").scans(kept).presses("Enter").waits(60_000)
    earned.scans(OLEG).presses("Ctrl+J")
    assert not earned.sees("Show the coupon again")
