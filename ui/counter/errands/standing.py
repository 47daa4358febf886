"""How well we know whoever is open: shown with its evidence, pinned, taken off again."""

from functools import partial

from pos_companion.i18n import N_, _, fill
from pos_companion.model.stages import Stage
from pos_companion.services.standings import (
    PinChange,
    pin_stage,
    standing_page,
    undo_pin,
    unpin_stage,
)
from ui.counter.commands import Place
from ui.counter.errands import Errand
from ui.counter.sheet_desk import SheetDesk
from ui.counter.sheets.standing import StandingSheet
from ui.panels import Wish


class HowWellWeKnowThem(Errand):
    """Started by a tap on how they come."""

    label = N_("how well we know them, with the evidence")
    place = Place.CARD
    wish = Wish.STANDING

    def __init__(self, desk: SheetDesk) -> None:
        super().__init__(desk)
        self.journey.changed.connect(self._on_changed)

    def start(self) -> None:
        """Show it."""
        if self.visit is None:
            return
        card = self.visit.found.card
        sheet = StandingSheet(card.customer.called, card.cadence)
        sheet.pinned.connect(partial(self._pin, card.customer.id))
        sheet.taken_off.connect(partial(self._take_off, card.customer.id))
        self.desk.open(sheet)
        self._read(sheet, card.customer.id)

    def _read(self, sheet: StandingSheet, customer: int) -> None:
        work = partial(standing_page, self.shop, customer, here=True)
        self.journey.tasks.run(work, sheet.show_page, self.desk.refused, sheet)

    def _pin(self, customer: int, stage: Stage, reason: str) -> None:
        work = partial(pin_stage, self.shop, customer, stage, reason)
        self.desk.run(work, self._on_pinned)

    def _on_pinned(self, change: PinChange) -> None:
        stage = change.after.stage if change.after else Stage.NEW
        text = fill(_("Pinned: {stage}"), stage=_(stage.label))
        self.desk.done(text, partial(undo_pin, self.shop, change))

    def _take_off(self, customer: int) -> None:
        self.desk.run(partial(unpin_stage, self.shop, customer), self._on_taken_off)

    def _on_taken_off(self, change: PinChange) -> None:
        self.desk.done(_("The records count again"), partial(undo_pin, self.shop, change))

    def _on_changed(self, _visit: object) -> None:
        """The card was read again: so is this, if it is on the screen."""
        sheet = self.desk.sheet
        if isinstance(sheet, StandingSheet) and self.visit is not None:
            self._read(sheet, self.visit.found.card.customer.id)
