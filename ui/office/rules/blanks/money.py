"""An amount of money."""

from typing import Any

from PySide6.QtWidgets import QWidget

from pos_companion.i18n import _, value_in_words
from pos_companion.model.money import Money
from ui.office.money import money_text, read_money
from ui.office.rules.blanks import Blank, Spot, Taken
from ui.office.rules.choosing import Typed


class Amount(Blank):
    """In the shop's currency; a field of minor units (form `minor`) is written the same way."""

    order = 20

    @classmethod
    def fits(cls, spot: Spot) -> bool:
        """For money, and for minor units."""
        return spot.shape is Money or spot.form == "minor"

    def worded(self, value: Any) -> str:
        """As the language writes it."""
        return value_in_words(self._money(value))

    def start(self) -> Any:
        """Five of them."""
        money = read_money("5", self.choices.currency)
        return money if self.spot.shape is Money else money.amount

    def chooser(self, value: Any, taken: Taken) -> QWidget:
        """A line to type in."""
        money = self._money(value)
        return Typed(
            _(self.spot.label), money_text(money), self._read, taken, self.choices.currency
        )

    def _money(self, value: Any) -> Money:
        return value if isinstance(value, Money) else Money(value, self.choices.currency)

    def _read(self, text: str) -> Any:
        money = read_money(text, self.choices.currency)
        return money if self.spot.shape is Money else money.amount
