"""A kindness that costs nothing."""

from pos_companion.i18n import Phrase, words
from pos_companion.model.money import Money
from pos_companion.rules.effects.service import Service
from tests.pos_companion.rules.cases import facts


def test_it_costs_nothing_and_is_always_possible() -> None:
    carry = Service("Carry it to the car")
    assert words(carry.title(facts())) == "Carry it to the car"
    assert carry.cost(facts()) == carry.value(facts()) == Money(0, "EUR")
    assert carry.available(facts()).is_yes
    assert carry.on_the_till(facts()) is None


def test_what_a_ready_made_rule_does_is_looked_up_in_the_catalogues() -> None:
    carry = Service("Carry it to the car")
    assert carry.title(facts()).values == {"what": Phrase("Carry it to the car")}
