"""They were here, or called, and bought nothing; that is a visit too."""

from pos_companion.i18n import N_
from pos_companion.model.visits import VisitKind
from ui.counter.commands import Place
from ui.counter.errands import Errand
from ui.counter.sheets.no_purchase import NoPurchaseSheet


class NoPurchase(Errand):
    """Two taps: this, and what it was."""

    key = "Shift+F4"
    label = N_("here without buying: looked, talked, phoned")
    place = Place.CARD

    def start(self) -> None:
        """Ask what it was."""
        if self.visit is not None:
            sheet = NoPurchaseSheet()
            sheet.chosen.connect(self._record)
            self.desk.open(sheet)

    def _record(self, kind: VisitKind) -> None:
        self.desk.close()
        self.journey.record(kind)
