"""A rule asks why its gift is given: the cashier says so with one tap, and it is given."""

from functools import partial

from pos_companion.model.giving import OwnReason
from pos_companion.rules import Offer
from ui.counter.errands import Errand
from ui.counter.sheet_desk import SheetDesk
from ui.counter.sheets.gift_reason import GiftReason as ReasonSheet


class GiftReason(Errand):
    """Asked by the card itself, when the gift is taken."""

    def __init__(self, desk: SheetDesk) -> None:
        super().__init__(desk)
        self.journey.why_wanted.connect(self._ask)

    def start(self) -> None:
        """There is nothing to ask without a gift."""

    def _ask(self, offer: Offer) -> None:
        sheet = ReasonSheet(offer)
        sheet.chosen.connect(partial(self._give, offer))
        self.desk.open(sheet)
        sheet.start()

    def _give(self, offer: Offer, reason: OwnReason) -> None:
        self.desk.close()
        self.journey.gifts.take(offer, reason)
