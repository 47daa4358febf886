"""Another till gave the last one at the same moment, and this one honours it all the same."""

from pos_companion.model.giving import Beyond, WhenLastIsGone
from pos_companion.rules import Cap, Period, Rule, Scope
from pos_companion.rules.conditions.visits_at_least import VisitsAtLeast
from pos_companion.rules.effects.gift import Gift
from pos_companion.services.finding import resolve
from pos_companion.services.look_up import open_card
from pos_companion.services.offers import accept_offer
from tests.bots import Cashier
from tests.builders import keep_profile

ROSA, OLEG = "20471100", "20471117"
CANDLE, HONOUR = "Candle", "Give it all the same"


def beaten(cashier: Cashier) -> Cashier:
    """Oleg was shown the one candle of the day; another till promises it to Rosa first."""
    shop = cashier.shop
    assert shop is not None
    gifts = shop.storage.stock.gifts("EUR").values()
    candle = next(one.id for one in gifts if one.name == CANDLE)
    one_a_day = (Cap(Scope.RULE, Period.DAY, 1),)
    rule = Rule(
        "one-a-day", "One a day", VisitsAtLeast(1, 90), (Gift(candle),), "For you.", "Kind.",
        priority=1, caps=one_a_day,
    )  # fmt: skip
    with shop.storage.transaction():
        shop.storage.rulebook.save(rule, shop.clock.now())
    cashier.scans(OLEG)
    rosa = open_card(shop, resolve(shop, ROSA))
    accept_offer(shop, rosa, next(one for one in rosa.offers if one.rule.id == rule.id))
    return cashier.presses("Space")


def test_what_another_till_was_quicker_with_is_given_all_the_same(at_counter: Cashier) -> None:
    beaten(at_counter)
    assert "Candle cannot be given any more." in at_counter.bar()
    at_counter.presses("Tab")
    assert at_counter.keyboard() is at_counter.page.notices.bar.way
    at_counter.presses("Enter")
    assert at_counter.toast() == "Candle goes with this visit, of your own budget."
    assert at_counter.bar() == ""
    assert at_counter.left_on_shelf(CANDLE) == 9
    at_counter.presses("Enter")
    shop = at_counter.shop
    assert shop is not None
    flagged = shop.storage.ledger.exceptions(shop.today, shop.today)
    assert [(one.rule, one.exception) for one in flagged] == [("own", Beyond.LAST_ONE.value)]


def test_it_can_be_taken_back_again(at_counter: Cashier) -> None:
    beaten(at_counter).taps(HONOUR).presses("Ctrl+Z")
    assert not at_counter.sees("Given with this visit")
    assert at_counter.left_on_shelf(CANDLE) == 10


def test_once_their_visit_is_over_nothing_can_be_honoured_any_more(at_counter: Cashier) -> None:
    beaten(at_counter).presses("Enter")
    assert not at_counter.sees(HONOUR)
    assert at_counter.bar() == ""


def test_a_strict_shop_says_that_another_was_quicker_and_no_more(at_counter: Cashier) -> None:
    assert at_counter.shop is not None
    keep_profile(at_counter.shop, when_last_is_gone=WhenLastIsGone.STRICT)
    beaten(at_counter)
    assert "Candle cannot be given any more." in at_counter.bar()
    assert not at_counter.sees(HONOUR)
