"""A gift from the shelf."""

from typing import Any, ClassVar

from PySide6.QtWidgets import QWidget

from pos_companion.i18n import _, fill, isolated, ngettext
from ui.kit import Text
from ui.office.rules.blanks import Blank, Spot, Taken
from ui.office.rules.choosing import OneOf


class FromTheShelf(Blank):
    """Kept as the gift's number, shown by its name."""

    order: ClassVar[int] = 10

    @classmethod
    def fits(cls, spot: Spot) -> bool:
        """By its form."""
        return spot.form == "gift"

    def worded(self, value: Any) -> str:
        """The gift's name."""
        gift = self.choices.gifts.get(value)
        return isolated(gift.name) if gift else _("choose a gift")

    def start(self) -> int:
        """The first on the shelf; 1 while it is empty."""
        return next(iter(self.choices.gifts), 1)

    def chooser(self, value: Any, taken: Taken) -> QWidget:
        """A chip for each, with how many are left."""
        if not self.choices.gifts:
            return Text(_("The shelf is empty. Put a gift on it first."), "body", "ink2")
        words = {
            number: fill(
                ngettext("{gift} · {count} left", "{gift} · {count} left", gift.free),
                gift=gift.name,
                count=gift.free,
            )
            for number, gift in self.choices.gifts.items()
        }
        return OneOf(_(self.spot.label), words, value, taken)
