"""A number that need not be whole."""

from decimal import Decimal, InvalidOperation
from typing import Any, ClassVar

from PySide6.QtWidgets import QWidget

from pos_companion.i18n import _, fill
from ui.office.rules.blanks import Blank, Spot, Taken
from ui.office.rules.choosing import Typed
from ui.office.rules.units import counted


class Decimals(Blank):
    """Written with a point or a comma."""

    order: ClassVar[int] = 90

    @classmethod
    def fits(cls, spot: Spot) -> bool:
        """For every float."""
        return spot.shape is float

    def worded(self, value: Any) -> str:
        """With its unit; zero can mean something of its own."""
        none = self.spot.metadata.get("none")
        if not value and none:
            return _(none)
        return counted(value, self.spot.metadata.get("unit", ""))

    def start(self) -> float:
        """The least there can be."""
        return float(self.spot.metadata.get("least", 1))

    def chooser(self, value: Any, taken: Taken) -> QWidget:
        """A line to type in."""
        unit = self.spot.metadata.get("unit", "")
        text = f"{value:g}"
        return Typed(_(self.spot.label), text, self._read, taken, _(unit) if unit else "")

    def _read(self, text: str) -> float:
        try:
            number = float(Decimal(text.strip().replace(",", ".")))
        except InvalidOperation as error:
            raise ValueError(_("A number is needed here.")) from error
        least = self.spot.metadata.get("least")
        if not 0 <= number < 1_000_000 or (least is not None and number < least):
            raise ValueError(fill(_("It has to be at least {least}."), least=least or 0))
        return number
