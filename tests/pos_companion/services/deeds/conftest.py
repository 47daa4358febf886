"""Somebody every deed can be done about."""

import pytest

from pos_companion.model.facts import Discretion
from pos_companion.model.money import Money
from pos_companion.rules.conditions.celebration import Celebration, Who
from pos_companion.rules.conditions.visits_nth import VisitsNth
from pos_companion.rules.effects.amount_off import AmountOff
from tests.builders import (
    add_concern,
    add_customer,
    add_fact,
    add_gift,
    add_product,
    add_rule,
    add_thread,
    add_visits,
    days_from,
)


@pytest.fixture
def ana(shop):
    """A regular with a dog that has its birthday tomorrow, known to everything on a card."""
    add_product("Flat white", ref="101")
    add_gift("Dog biscuit", left=3)
    add_rule("Dog biscuit", Celebration(who=Who.PET), say="For {pet}'s birthday.")
    add_rule("Ten", VisitsNth(), gives=AmountOff(Money(250, "EUR")))
    ana = add_customer(
        "Ana Silva",
        phone="+493001104471",
        say_as="AH-na",
        card="ROSE-7",
        celebrates=[("Rex", *days_from(shop, 1))],
    )
    add_visits(ana, 4, items=("Flat white",))
    add_fact(ana, "Likes jazz", heard_by="Mia")
    add_fact(ana, "Secret", discretion=Discretion.LOCKED)
    add_concern(ana, "Sour milk")
    add_thread(ana, "How was Lisbon?")
    return ana
