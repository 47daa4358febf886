"""A card in the hand: values made for a panel, no shop behind them."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from pos_companion.i18n import Phrase
from pos_companion.model.card import CustomerCard
from pos_companion.model.money import Money
from pos_companion.model.people import Customer
from pos_companion.model.visits import UsualOrder
from pos_companion.rules import Offer, Rule
from pos_companion.rules.conditions.first_visit import FirstVisit
from pos_companion.rules.effects.gift import Gift
from tests.layout_eyes import visible
from ui.assets import load_fonts
from ui.panels import CardPanel, Intent, OpenCard

TODAY = date(2025, 11, 21)


@pytest.fixture
def shown() -> Callable[..., OpenCard]:
    """Makes an open card; what is not named is empty."""

    def make(customer: Customer | None = None, **values: Any) -> OpenCard:
        outside = {name: values.pop(name) for name in tuple(values) if name in _OUTSIDE}
        greeting = Phrase("Morning, {name}!", {"name": "Rosa"})
        card = CustomerCard(
            today=TODAY,
            customer=customer or Customer(1, "Rosa Delgado"),
            greeting=greeting,
            usual=values.pop("usual", UsualOrder()),
            **values,
        )
        return OpenCard(card, greeting, **outside)

    return make


_OUTSIDE = {
    "last_day",
    "offer",
    "given",
    "another",
    "explained",
    "choices",
    "choosing",
    "sought",
    "days",
    "guess",
}


class Look:
    """A panel on the screen, read and pressed."""

    def __init__(self, panel: CardPanel) -> None:
        self.panel = panel
        self.wishes: list[Intent] = []
        panel.intended.connect(self.wishes.append)
        panel.resize(400, 400)

    def at(self, card: OpenCard) -> bool:
        says = self.panel.show_card(card)
        self.panel.setVisible(says)
        QApplication.processEvents()
        return says

    def texts(self) -> list[str]:
        return [one.text() for one in visible(self.panel) if isinstance(one, QLabel) and one.text()]


@pytest.fixture
def look(qapp: QApplication, qtbot) -> Callable[[CardPanel], Look]:
    """Puts a panel on the screen."""
    load_fonts()
    window = QWidget()
    window.resize(440, 600)
    qtbot.addWidget(window)
    window.show()

    def show(panel: CardPanel) -> Look:
        panel.setParent(window)
        panel.show()
        return Look(panel)

    return show


@pytest.fixture
def biscuit() -> Callable[..., Offer]:
    """Makes an offer."""

    def make(**values: Any) -> Offer:
        gift = Gift(1)
        rule = Rule(
            "pets", "Pets", FirstVisit(), (gift,), "A little something.", "Pets are family."
        )
        defaults: dict[str, Any] = {
            "title": Phrase("Dog biscuit"),
            "reason": Phrase("Biscuit’s birthday is tomorrow"),
            "say": Phrase("A little something."),
        }
        nothing = Money(0, "EUR")
        return Offer("pets", rule, gift, cost=nothing, value=nothing, **{**defaults, **values})

    return make
