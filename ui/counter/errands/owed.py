"""What we owe whoever is open."""

from functools import partial

from pos_companion.i18n import N_, _, fill
from pos_companion.model.care import Concern
from pos_companion.services.concerns import put_right, reopen
from ui.counter.commands import Place
from ui.counter.errands import Errand
from ui.counter.sheets.concern import ConcernSheet
from ui.panels import Wish


class Owed(Errand):
    """One concern: the words to say, and putting it right."""

    key = "F6"
    label = N_("what we owe them")
    place = Place.CARD
    wish = Wish.OWED

    def start(self) -> None:
        """Open the one that is due first."""
        if self.visit is not None and self.visit.found.card.concerns:
            self.wished(self.visit.found.card.concerns[0])

    def wished(self, about: object) -> None:
        """Open the one that was tapped."""
        if self.visit is not None and isinstance(about, Concern):
            sheet = ConcernSheet(about, self.visit.found.card)
            sheet.put_right.connect(self._put_right)
            self.desk.open(sheet)

    def _put_right(self, concern: Concern) -> None:
        def done(_nothing: None) -> None:
            self.desk.close()
            self.desk.done(
                fill(_("Put right: {what}"), what=concern.title),
                partial(reopen, self.shop, concern),
            )

        self.desk.run(partial(put_right, self.shop, concern), done)
