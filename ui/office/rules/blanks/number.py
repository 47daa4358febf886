"""A whole number."""

from typing import Any, ClassVar

from PySide6.QtWidgets import QWidget

from pos_companion.i18n import _, fill
from ui.office.rules.blanks import Blank, Spot, Taken
from ui.office.rules.choosing import Stepped
from ui.office.rules.units import counted


class Number(Blank):
    """Counted in the unit of its field; zero can mean something of its own."""

    order: ClassVar[int] = 90

    @classmethod
    def fits(cls, spot: Spot) -> bool:
        """For every int without a form of its own."""
        return spot.shape is int

    def worded(self, value: Any) -> str:
        """With its unit."""
        none = self.spot.metadata.get("none")
        if not value and none:
            return _(none)
        return counted(value, self.spot.metadata.get("unit", ""))

    def start(self) -> int:
        """The least there can be."""
        return int(self.spot.metadata.get("least", 1))

    def chooser(self, value: Any, taken: Taken) -> QWidget:
        """A line with steps."""
        unit = self.spot.metadata.get("unit", "")
        typed = (_(self.spot.label), str(value), _(unit) if unit else "")
        return Stepped(typed, self.read, taken)

    def read(self, text: str) -> int:
        """The number in a text.

        Raises:
            ValueError: a sentence says what is wrong.
        """
        if not text.strip().isdecimal():
            raise ValueError(_("A whole number is needed here."))
        number = int(text)
        least, most = self.spot.metadata.get("least"), self.spot.metadata.get("most")
        if least is not None and number < least:
            raise ValueError(fill(_("It has to be at least {least}."), least=least))
        if most is not None and number > most:
            raise ValueError(fill(_("It can be at most {most}."), most=most))
        return number
