"""The corner-store card."""

from datetime import date

from pos_companion.i18n import Phrase
from pos_companion.model.card import CustomerCard
from pos_companion.model.people import Customer
from pos_companion.model.visits import UsualOrder


def test_what_nobody_told_us_is_not_on_the_card() -> None:
    card = CustomerCard(
        date(2026, 11, 20), Customer(1, "Rosa Delgado"), Phrase("Morning!"), UsualOrder()
    )
    assert (card.told, card.needs, card.ask, card.cadence) == ((), (), None, None)
