"""Show which key does what."""

from pos_companion.i18n import N_
from ui.counter.errands import Errand
from ui.counter.sheets.keyboard_map import KeyboardMap


class ShowKeys(Errand):
    """The list of keys."""

    key = "F1"
    label = N_("this list")

    def start(self) -> None:
        """Open the list."""
        self.desk.open(KeyboardMap(self.desk.commands))
