"""A text of the shop's own."""

from typing import Any, ClassVar

from PySide6.QtWidgets import QWidget

from pos_companion.i18n import _, isolated
from ui.office.rules.blanks import Blank, Spot, Taken
from ui.office.rules.choosing import Typed


class Words(Blank):
    """Any text."""

    order: ClassVar[int] = 95

    @classmethod
    def fits(cls, spot: Spot) -> bool:
        """For every text without a form of its own."""
        return spot.shape is str

    def worded(self, value: Any) -> str:
        """As it was written; none can mean something of its own."""
        return isolated(value) if value else _(self.spot.metadata.get("none", "…"))

    def start(self) -> str:
        """Nothing yet."""
        return ""

    def chooser(self, value: Any, taken: Taken) -> QWidget:
        """A line to type in."""
        return Typed(_(self.spot.label), value, str.strip, taken)
