"""Several words of the shop's own."""

from typing import Any, ClassVar

from PySide6.QtWidgets import QWidget

from pos_companion.i18n import _, value_in_words
from ui.office.rules.blanks import Blank, Spot, Taken
from ui.office.rules.choosing import Typed


class ManyWords(Blank):
    """Written with commas between them."""

    order: ClassVar[int] = 80

    @classmethod
    def fits(cls, spot: Spot) -> bool:
        """For every tuple of texts."""
        return bool(spot.shape == tuple[str, ...])

    def worded(self, value: Any) -> str:
        """All of them; none can mean something of its own."""
        return value_in_words(value) if value else _(self.spot.metadata.get("none", "nothing"))

    def start(self) -> tuple[str, ...]:
        """Nothing yet."""
        return ()

    def chooser(self, value: Any, taken: Taken) -> QWidget:
        """A line to type in."""
        note = _("with commas between them")
        return Typed(_(self.spot.label), ", ".join(value), _parts, taken, note)


def _parts(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split(",") if part.strip())
