"""People the shop has given a name."""

from typing import Any, ClassVar

from PySide6.QtWidgets import QWidget

from pos_companion.i18n import _, isolated
from ui.kit import Text
from ui.office.rules.blanks import Blank, Spot, Taken
from ui.office.rules.choosing import OneOf


class SegmentCalled(Blank):
    """Kept by its id, shown by its name."""

    order: ClassVar[int] = 10

    @classmethod
    def fits(cls, spot: Spot) -> bool:
        """By its form."""
        return spot.form == "segment"

    def worded(self, value: Any) -> str:
        """Its name; the id of one that is not there any more."""
        called = self.choices.segments.get(value, value)
        return isolated(called) if called else _("choose a segment")

    def start(self) -> str:
        """The first one."""
        return next(iter(self.choices.segments), "")

    def chooser(self, value: Any, taken: Taken) -> QWidget:
        """A chip for each; one that is gone stays while it is chosen."""
        ids = dict.fromkeys([*self.choices.segments, *([value] if value else [])])
        if not ids:
            text = _("There is no segment yet. Make one with “Segments” under the list of rules.")
            return Text(text, "body", "ink2")
        words = {one: self.choices.segments.get(one, one) for one in ids}
        return OneOf(_(self.spot.label), words, value, taken)
