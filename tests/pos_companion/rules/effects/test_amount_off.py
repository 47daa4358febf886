"""A fixed amount off the ticket."""

from pos_companion.i18n import words
from pos_companion.model.money import Money
from pos_companion.rules import Ticket
from pos_companion.rules.effects.amount_off import AmountOff
from tests.pos_companion.rules.cases import COFFEE, CROISSANT, basket, facts

TWO = AmountOff(Money(200, "EUR"))


def test_it_is_worth_its_amount() -> None:
    assert TWO.cost(facts()) == TWO.value(facts()) == Money(200, "EUR")
    assert words(TWO.title(facts())) == "€2.00 off today"
    assert words(TWO.on_the_till(facts())) == "Till: €2.00 off"


def test_it_is_never_more_than_the_ticket() -> None:
    seen = facts(basket=basket((COFFEE, 120)))
    assert TWO.value(seen) == Money(120, "EUR")
    assert words(TWO.on_the_till(seen)) == "Till: €1.20 off"


def test_it_is_shared_out_to_the_lines() -> None:
    ticket = Ticket.of(basket((COFFEE, 100), (CROISSANT, 200)), "EUR")
    assert AmountOff(Money(100, "EUR")).taken_off(ticket) == (Money(33, "EUR"), Money(67, "EUR"))


def test_another_currency_is_refused() -> None:
    assert AmountOff(Money(200, "USD")).available(facts()).code == "wrong_currency"
