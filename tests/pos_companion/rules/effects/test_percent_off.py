"""A share of the ticket."""

import pytest

from pos_companion.i18n import words
from pos_companion.model.money import Money
from pos_companion.rules import Ticket
from pos_companion.rules.effects.percent_off import Base, PercentOff
from tests.pos_companion.rules.cases import COFFEE, CROISSANT, basket, facts

TEN = PercentOff(Money(300, "EUR"), 1000)


def test_the_maximum_is_set_aside() -> None:
    assert TEN.cost(facts()) == TEN.value(facts()) == Money(300, "EUR")
    assert words(TEN.title(facts())) == "10% off today"
    assert words(TEN.on_the_till(facts())) == "Till: 10% off, at most €3.00"
    assert TEN.is_discount


@pytest.mark.parametrize(("cents", "comes_to"), [(350, 35), (355, 36), (9999, 300), (0, 0)])
def test_on_a_ticket_it_comes_to_its_share_and_never_to_more(cents: int, comes_to: int) -> None:
    assert TEN.value(facts(basket=basket((COFFEE, cents)))) == Money(comes_to, "EUR")


def test_the_till_is_told_the_real_amount() -> None:
    seen = facts(basket=basket((COFFEE, 350), (CROISSANT, 250)))
    assert words(TEN.on_the_till(seen)) == "Till: €0.60 off (10%)"


def test_a_broken_share_is_written_as_it_is() -> None:
    assert words(PercentOff(Money(300, "EUR"), 1250).title(facts())) == "12.5% off today"


def test_it_counts_from_what_is_left_or_from_the_original_price() -> None:
    ticket = Ticket.of(basket((COFFEE, 1000)), "EUR").less((Money(500, "EUR"),))
    half = PercentOff(Money(9000, "EUR"), 5000)
    original = PercentOff(Money(9000, "EUR"), 5000, Base.ORIGINAL)
    assert half.taken_off(ticket) == (Money(250, "EUR"),)
    assert original.taken_off(ticket) == (Money(500, "EUR"),)


def test_another_currency_is_refused() -> None:
    assert PercentOff(Money(300, "USD")).available(facts()).code == "wrong_currency"
