"""Other rules of the shop."""

from typing import Any, ClassVar

from PySide6.QtWidgets import QWidget

from pos_companion.i18n import _, value_in_words
from ui.kit import Text
from ui.office.rules.blanks import Blank, Spot, Taken
from ui.office.rules.choosing import SomeOf


class OtherRules(Blank):
    """Kept by their ids, shown by their names."""

    order: ClassVar[int] = 10

    @classmethod
    def fits(cls, spot: Spot) -> bool:
        """By its form."""
        return spot.form == "rules"

    def worded(self, value: Any) -> str:
        """Their names; none means something of its own."""
        if not value:
            return _(self.spot.metadata.get("none", "nothing"))
        return value_in_words([_(self.choices.rules.get(one, one)) for one in value])

    def start(self) -> tuple[str, ...]:
        """None."""
        return ()

    def chooser(self, value: Any, taken: Taken) -> QWidget:
        """A chip for each; those that are gone stay while they are chosen."""
        ids = dict.fromkeys([*self.choices.rules, *value])
        words = {one: _(self.choices.rules.get(one, one)) for one in ids}
        if not words:
            return Text(_("There is no other rule yet."), "body", "ink2")
        return SomeOf(_(self.spot.label), words, tuple(value), taken)
