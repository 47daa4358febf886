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
        return isolated(self._shown(value)) if value else _(self.spot.metadata.get("none", "…"))

    def start(self) -> str:
        """Nothing yet."""
        return ""

    def chooser(self, value: Any, taken: Taken) -> QWidget:
        """A line to type in; words of a ready-made rule that stay as they are stay its own."""
        shown = self._shown(value)

        def read(text: str) -> str:
            return value if text.strip() == shown else text.strip()

        return Typed(_(self.spot.label), shown, read, taken)

    def _shown(self, value: str) -> str:
        """Those of ready-made rules are in the catalogues."""
        return _(value) if value and self.spot.form == "ready_words" else value
