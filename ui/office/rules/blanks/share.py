"""A share, in per cent."""

from decimal import Decimal, InvalidOperation
from typing import Any, ClassVar

from PySide6.QtWidgets import QWidget

from pos_companion.i18n import Percent, _, value_in_words
from ui.office.rules.blanks import Blank, Spot, Taken
from ui.office.rules.choosing import Typed

_HUNDRED = 100


class Share(Blank):
    """Kept in basis points, typed and shown in per cent."""

    order: ClassVar[int] = 10

    @classmethod
    def fits(cls, spot: Spot) -> bool:
        """By its unit."""
        return spot.metadata.get("unit") == "basis points"

    def worded(self, value: Any) -> str:
        """As the language writes it; zero can mean something of its own."""
        none = self.spot.metadata.get("none")
        return _(none) if none and not value else value_in_words(Percent(value))

    def start(self) -> int:
        """Ten per cent."""
        return 1000

    def chooser(self, value: Any, taken: Taken) -> QWidget:
        """A line to type in."""
        text = f"{Decimal(value) / _HUNDRED:f}"
        return Typed(_(self.spot.label), text, self._read, taken, _("per cent"))

    def _read(self, text: str) -> int:
        try:
            points = Decimal(text.strip().rstrip("%").strip().replace(",", ".")) * _HUNDRED
        except InvalidOperation as error:
            raise ValueError(_("Write a share such as 10.")) from error
        least = self.spot.metadata.get("least", 0)
        if not points.is_finite() or points % 1 or not least <= points <= 10_000:
            raise ValueError(_("Write a share between 0 and 100."))
        return int(points)
