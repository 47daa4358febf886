"""Another till gave the last one at the same moment: give it all the same, of one's own budget."""

from functools import partial

from pos_companion.i18n import _, fill
from pos_companion.rules import Offer, Redemption
from pos_companion.services.giving import honour_offer
from pos_companion.services.offers import release_offers
from ui.counter.errands import Errand
from ui.counter.open_visit import OpenVisit
from ui.counter.sheet_desk import SheetDesk


class Honour(Errand):
    """What they saw on the card is still given; a manager sees it the day after."""

    def __init__(self, desk: SheetDesk) -> None:
        super().__init__(desk)
        self._beaten: tuple[OpenVisit, Offer] | None = None
        self.journey.beaten.connect(self._on_beaten)
        self.journey.closed.connect(self._withdraw)

    def start(self) -> None:
        """Give what another till was quicker with; nothing when nothing was refused."""
        beaten, self._beaten = self._beaten, None
        if beaten is None or self.visit is None or self.visit.uid != beaten[0].uid:
            return
        work = partial(honour_offer, self.shop, beaten[0].found, beaten[1])
        self.desk.run(work, partial(self._on_given, beaten[1]))

    def _on_beaten(self, offer: Offer, error: Exception) -> None:
        if self.visit is not None:
            self._beaten = (self.visit, offer)
            self.desk.notices.show_error(error, _("Give it all the same"), self.start)

    def _withdraw(self) -> None:
        """Their visit is over, and so is what was said about it."""
        if self._beaten is not None:
            self._beaten = None
            self.desk.notices.clear_error()

    def _on_given(self, offer: Offer, line: Redemption) -> None:
        self.journey.gifts.add(offer)
        text = fill(_("{gift} goes with this visit, of your own budget."), gift=offer.title)
        self.desk.done(text, partial(release_offers, self.shop, line.visit, offer.id))
