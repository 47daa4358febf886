"""Something the shop sells, on the house."""

from decimal import Decimal

from pos_companion.i18n import words
from pos_companion.model.money import Money
from pos_companion.model.visits import Basket, BasketLine
from pos_companion.rules import Ticket
from pos_companion.rules.effects.free_item import FreeItem
from tests.pos_companion.rules.cases import ANA, COFFEE, CROISSANT, allergy, basket, facts

FREE = FreeItem("Flat white", Money(400, "EUR"))


def test_it_says_what_to_press() -> None:
    assert words(FREE.title(facts())) == "Flat white, on us"
    assert words(FREE.on_the_till(facts())) == "Till: Flat white at no charge, up to €4.00"
    assert FREE.cost(facts()) == FREE.value(facts()) == Money(400, "EUR")
    assert not FREE.is_discount


def test_one_piece_of_its_line_costs_nothing() -> None:
    two = Basket((BasketLine(COFFEE, Decimal(2), Money(700, "EUR")),))
    assert FREE.taken_off(Ticket.of(two, "EUR")) == (Money(350, "EUR"),)


def test_its_value_has_a_top() -> None:
    ticket = Ticket.of(basket((CROISSANT, 240), (COFFEE, 350)), "EUR")
    cheap = FreeItem("Flat white", Money(100, "EUR"))
    assert cheap.taken_off(ticket) == (Money(0, "EUR"), Money(100, "EUR"))


def test_when_it_is_not_on_the_ticket_nothing_comes_off() -> None:
    assert FREE.taken_off(Ticket.of(basket((CROISSANT, 240)), "EUR")) == (Money(0, "EUR"),)


def test_what_it_contains_is_looked_at() -> None:
    nutty = FreeItem("Walnut bread", Money(400, "EUR"), ("nuts",))
    assert nutty.available(facts(known=(allergy("walnut", ANA),))).code == "unsuitable"
    assert nutty.available(facts()).is_yes


def test_another_currency_is_refused() -> None:
    assert FreeItem("Tea", Money(1, "USD")).available(facts()).code == "wrong_currency"
