"""A day of the calendar, or none."""

from datetime import date
from typing import Any, ClassVar

from PySide6.QtWidgets import QWidget

from pos_companion.i18n import LongDay, _, value_in_words
from ui.office.rules.blanks import Blank, Spot, Taken
from ui.office.rules.choosing import Typed


class Day(Blank):
    """Typed as 2026-12-24; an empty line is no day."""

    order: ClassVar[int] = 20

    @classmethod
    def fits(cls, spot: Spot) -> bool:
        """For a date, and for a date or none."""
        return spot.shape is date or spot.shape == date | None

    def worded(self, value: Any) -> str:
        """With its year; none can mean something of its own."""
        if value is None:
            return _(self.spot.metadata.get("none", "any day"))
        return value_in_words(LongDay(value))

    def start(self) -> date | None:
        """No day."""
        return None

    def chooser(self, value: Any, taken: Taken) -> QWidget:
        """A line to type in."""
        text = "" if value is None else value.isoformat()
        return Typed(_(self.spot.label), text, _read, taken, _("such as 2026-12-24"))


def _read(text: str) -> date | None:
    if not text.strip():
        return None
    try:
        return date.fromisoformat(text.strip())
    except ValueError as error:
        raise ValueError(_("Write a day such as 2026-12-24.")) from error
