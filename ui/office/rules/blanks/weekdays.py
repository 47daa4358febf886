"""Days of the week."""

from typing import Any, ClassVar

from PySide6.QtWidgets import QWidget

from pos_companion.i18n import _, value_in_words, weekday_name
from pos_companion.rules.weekdays import day_names
from ui.office.rules.blanks import Blank, Spot, Taken
from ui.office.rules.choosing import SomeOf

_WEEK = range(7)


class Weekdays(Blank):
    """0 is Monday."""

    order: ClassVar[int] = 10

    @classmethod
    def fits(cls, spot: Spot) -> bool:
        """By its form."""
        return spot.form == "weekdays"

    def worded(self, value: Any) -> str:
        """Their names in the order of the week."""
        if not value:
            return _(self.spot.metadata.get("none", "no day"))
        return value_in_words(day_names(value))

    def start(self) -> tuple[int, ...]:
        """Monday."""
        return (0,)

    def chooser(self, value: Any, taken: Taken) -> QWidget:
        """A chip for each day."""
        words = {day: weekday_name(day) for day in _WEEK}
        return SomeOf(_(self.spot.label), words, tuple(value), taken)
