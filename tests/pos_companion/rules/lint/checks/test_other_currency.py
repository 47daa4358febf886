from pos_companion.model.money import Money
from pos_companion.rules.conditions.spend_at_least import SpendAtLeast
from pos_companion.rules.effects.amount_off import AmountOff
from tests.pos_companion.rules.lint.linting import EUROS, codes, said, sound

DOLLARS = Money(500, "USD")


def test_money_of_another_country_never_counts():
    assert codes(sound(when=SpendAtLeast(DOLLARS))) == {"other_currency"}
    assert codes(sound(effects=(AmountOff(DOLLARS),))) == {"other_currency"}
    assert codes(sound(when=SpendAtLeast(EUROS), effects=(AmountOff(EUROS),))) == set()
    both = sound(when=SpendAtLeast(DOLLARS), effects=(AmountOff(DOLLARS),))
    assert len(said(both, "other_currency")) == 1
