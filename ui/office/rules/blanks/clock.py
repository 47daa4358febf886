"""A time of the day."""

import re
from datetime import time
from typing import Any

from PySide6.QtWidgets import QWidget

from pos_companion.i18n import _, value_in_words
from ui.office.rules.blanks import Blank, Spot, Taken
from ui.office.rules.choosing import Typed

_WRITTEN = re.compile(r"(\d{1,2})(?:[:.h ]?(\d{2}))?")


class Clock(Blank):
    """As the shop's clock shows it."""

    @classmethod
    def fits(cls, spot: Spot) -> bool:
        """For every time."""
        return spot.shape is time

    def worded(self, value: Any) -> str:
        """As the language writes it."""
        return value_in_words(value)

    def start(self) -> time:
        """In the morning."""
        return time(7)

    def chooser(self, value: Any, taken: Taken) -> QWidget:
        """A line to type in."""
        text = value.isoformat("minutes")
        return Typed(_(self.spot.label), text, _read, taken, _("such as 7:30"))


def _read(text: str) -> time:
    written = _WRITTEN.fullmatch(text.strip())
    if written is None or int(written[1]) > 23 or int(written[2] or 0) > 59:
        raise ValueError(_("Write a time such as 7:30."))
    return time(int(written[1]), int(written[2] or 0))
