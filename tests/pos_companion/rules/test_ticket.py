"""What is to pay, line by line."""

from decimal import Decimal

from pos_companion.model.money import Money
from pos_companion.model.visits import Basket, BasketLine
from pos_companion.rules import Ticket
from tests.pos_companion.rules.cases import COFFEE, CROISSANT, basket


def eur(cents: int) -> Money:
    return Money(cents, "EUR")


def test_lines_without_a_price_take_no_part() -> None:
    ticket = Ticket.of(basket((COFFEE, 350), (CROISSANT, None)), "EUR")
    assert len(ticket.lines) == 1
    assert ticket.total == eur(350)


def test_what_is_brought_back_gets_no_discount_and_lowers_what_remains() -> None:
    back = BasketLine(CROISSANT, Decimal(-1), eur(-200))
    ticket = Ticket.of(Basket((BasketLine(COFFEE, Decimal(1), eur(350)), back)), "EUR")
    assert (ticket.eligible, ticket.remaining, ticket.total) == (eur(350), eur(150), eur(150))
    assert ticket.shared(eur(900)) == (eur(150), eur(0))


def test_when_more_is_brought_back_than_taken_nothing_remains() -> None:
    ticket = Ticket.of(Basket((BasketLine(COFFEE, Decimal(-1), eur(-350)),)), "EUR")
    assert ticket.remaining == eur(0)
    assert ticket.shared(eur(100)) == ticket.nothing


def test_an_empty_ticket_has_nothing_to_share() -> None:
    assert Ticket.of(Basket(), "EUR").shared(eur(100)) == ()
