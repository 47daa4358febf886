"""A second person's yes: first who it is, then their PIN."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QButtonGroup

from pos_companion.i18n import _, words
from pos_companion.model.staff import Staff
from pos_companion.rules import Offer
from ui.counter.pin_pad import PinPad
from ui.kit import Chip, Flow, Panel, Sheet, Text
from ui.theme import theme

_ABOVE_PAD = 360  # px at 100 %: title, what it is about, the people and the dots


class Approval(Sheet):
    """Somebody who may agree chooses themselves and types their PIN; the arrows choose too.

    Args:
        offer: what is to be given.
        staff: who may agree; never empty.

    Signals:
        agreed(int, str): the number of the person, and the digits.
    """

    agreed = Signal(int, str)

    def __init__(self, offer: Offer, staff: Sequence[Staff]) -> None:
        super().__init__(_("Somebody has to agree"), _("Back"))
        self._staff = tuple(staff)
        self.chips = QButtonGroup(self)
        self.pad = PinPad()
        about = Panel("brand", words(offer.reason), "gift")
        about.add_beside(Text(words(offer.title), "strong"))
        people = Flow()
        for at, one in enumerate(self._staff):
            chip = Chip(one.name, at == 0)
            self.chips.addButton(chip, at)
            people.add(chip)
        for widget in (about, Text(_("Who agrees?"), "label", "ink2"), people, self.pad):
            self.add(widget)
        self.pad.set_least(self._staff[0].role.least_digits)
        self.chips.idToggled.connect(self._on_chosen)
        self.pad.entered.connect(self._on_entered)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Digits go to the pad, the arrows choose the person."""
        steps = {int(Qt.Key.Key_Left): -1, int(Qt.Key.Key_Right): 1}
        if event.key() in steps:
            self._step(steps[event.key()])
        elif event.key() == Qt.Key.Key_Escape and not self.pad.digits():
            self.closed.emit()
        elif self.pad.take_key(event):
            event.accept()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a low window the keys are lower."""
        super().resizeEvent(event)
        self.pad.set_room(self.height() - theme().px(_ABOVE_PAD))

    def _step(self, way: int) -> None:
        at = (self.chips.checkedId() + way) % len(self._staff)
        self.chips.button(at).setChecked(True)

    def _on_chosen(self, at: int, on: bool) -> None:
        if on:
            self.pad.clear()
            self.pad.set_least(self._staff[at].role.least_digits)

    def _on_entered(self, digits: str) -> None:
        self.agreed.emit(self._staff[self.chips.checkedId()].id, digits)
