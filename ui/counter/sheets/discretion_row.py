"""Say, Know or Locked: who may learn a thing."""

from collections.abc import Mapping

from PySide6.QtCore import Signal

from pos_companion.i18n import N_, _
from pos_companion.model.facts import Discretion
from ui.kit import Chip, Flow

ICONS: Mapping[Discretion, str] = {
    Discretion.SAY: "quote",
    Discretion.KNOW: "eye-off",
    Discretion.LOCKED: "lock",
}
MEANINGS: Mapping[Discretion, str] = {
    Discretion.SAY: N_("May be said aloud."),
    Discretion.KNOW: N_("Know it, do not say it."),
    Discretion.LOCKED: N_("Not on the card. It only keeps a gift back."),
}
_LABELS: Mapping[Discretion, str] = {
    Discretion.SAY: N_("Say"),
    Discretion.KNOW: N_("Know"),
    Discretion.LOCKED: N_("Locked"),
}


class DiscretionChips(Flow):
    """Three chips, one of them on, or none while nothing is known.

    Signals:
        chosen: the `Discretion` somebody tapped.
    """

    chosen = Signal(object)

    def __init__(self, at_first: Discretion | None = None) -> None:
        super().__init__(6)
        self.chips: dict[Discretion, Chip] = {}
        for level, label in _LABELS.items():
            chip = Chip(_(label), icon=ICONS[level])
            chip.setToolTip(_(MEANINGS[level]))
            chip.setAccessibleDescription(_(MEANINGS[level]))
            chip.clicked.connect(lambda _on=False, one=level: self._choose(one))
            self.chips[level] = chip
            self.add(chip)
        self.show_discretion(at_first)

    def discretion(self) -> Discretion | None:
        """The one that is on."""
        return next((level for level, chip in self.chips.items() if chip.isChecked()), None)

    def show_discretion(self, chosen: Discretion | None) -> None:
        """Turn one on, or none; nothing is emitted."""
        for level, chip in self.chips.items():
            chip.setChecked(level is chosen)

    def _choose(self, level: Discretion) -> None:
        # A button group would let Tab reach one chip only.
        self.show_discretion(level)
        self.chosen.emit(level)
