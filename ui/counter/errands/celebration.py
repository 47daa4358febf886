"""Days worth remembering of whoever is open and of those around them."""

from functools import partial

from pos_companion.errors import RefusedError
from pos_companion.i18n import N_, _, fill, words
from pos_companion.insight.celebration_words import celebration_title
from pos_companion.model.celebrations import Celebration
from pos_companion.model.people import Species
from pos_companion.services.celebration_days import known_birthday
from pos_companion.services.celebrations import (
    ChangedDays,
    NewCelebration,
    add_celebration,
    edit_celebration,
    remove_celebration,
    take_back,
)
from ui.counter.commands import Place
from ui.counter.errands import Errand
from ui.counter.sheets.celebration import CelebrationSheet
from ui.panels import Wish


class Celebrations(Errand):
    """A new day, or one that is known: another date, a surprise, gone again."""

    key = "Ctrl+D"
    label = N_("add a day worth remembering")
    place = Place.CARD
    wish = Wish.CELEBRATION

    def start(self) -> None:
        """Ask for a new one."""
        self._open(None)

    def wished(self, about: object) -> None:
        """Open the one that was tapped, or ask for a new one."""
        self._open(about if isinstance(about, Celebration) else None)

    def _open(self, before: Celebration | None) -> None:
        if self.visit is None:
            return
        sheet = CelebrationSheet(self.visit.found.card, before)
        sheet.added.connect(partial(self._add, sheet))
        sheet.changed.connect(self._change)
        sheet.removed.connect(self._remove)
        self.desk.open(sheet)
        sheet.start()

    def _add(self, sheet: CelebrationSheet, new: NewCelebration, correct: bool) -> None:
        if self.visit is None:
            return
        customer = self.visit.found.card.customer.id
        self.journey.tasks.run(
            partial(add_celebration, self.shop, customer, new, correct),
            partial(self._done, _("Kept: {what}")),
            partial(self._on_refused, sheet, new),
            sheet,
        )

    def _on_refused(self, sheet: CelebrationSheet, new: NewCelebration, error: Exception) -> None:
        """Another day of it is known: it can be corrected. Everything else is just said."""
        if isinstance(error, RefusedError) and self._is_known(new):
            sheet.offer_correction(str(error))
        else:
            self.desk.refused(error)

    def _is_known(self, new: NewCelebration) -> bool:
        if self.visit is None:
            return False
        found = self.visit.found
        customer = found.card.customer.id
        probe = Celebration(customer, 0, "", new.kind, new.date, new.being, Species.PERSON)
        return known_birthday(found, probe) is not None

    def _change(self, after: Celebration) -> None:
        if self.visit is not None:
            work = partial(edit_celebration, self.shop, self.visit.found.card.customer.id, after)
            self.desk.run(work, partial(self._done, _("Kept: {what}")))

    def _remove(self, celebration: Celebration) -> None:
        if self.visit is None:
            return
        customer = self.visit.found.card.customer.id
        said = fill(_("Removed: {what}"), what=words(celebration_title(celebration)))
        work = partial(remove_celebration, self.shop, customer, celebration)
        self.desk.run(work, partial(self._done, said))

    def _done(self, said: str, done: ChangedDays) -> None:
        self.desk.close()
        if done.celebrations:
            said = fill(said, what=words(celebration_title(done.celebrations[0])))
        self.desk.done(said, partial(take_back, self.shop, done))
