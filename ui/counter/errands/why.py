"""Show why this offer, and why not the others."""

from pos_companion.i18n import N_
from ui.counter.commands import Place
from ui.counter.errands import Errand
from ui.counter.sheets.why import Why
from ui.panels import Wish


class ShowWhy(Errand):
    """Every rule with its sentence."""

    key = "Shift+F3"
    label = N_("why this gift, and why not the others")
    place = Place.CARD
    wish = Wish.WHY

    def start(self) -> None:
        """Open the sentences."""
        if self.visit is not None:
            found = self.visit.found
            sheet = Why(self.visit.offers, found.why_not, found.to_approve)
            sheet.wished.connect(self.desk.wished)
            self.desk.open(sheet)
