"""Two records of one person become one."""

from collections.abc import Callable
from functools import partial

from pos_companion.i18n import N_, _, fill, words
from pos_companion.services.finding import display_name, find
from pos_companion.services.merging import Joining, Merged, merge, unmerge
from pos_companion.services.side_by_side import side_by_side
from pos_companion.services.similar import Similar, twins_of
from ui.counter.commands import Place
from ui.counter.errands import Errand
from ui.counter.sheets.merge import MergeSheet
from ui.panels import Wish

Back = Callable[[], object]


class SamePerson(Errand):
    """Whoever is open is somebody else in the records as well."""

    label = N_("same person as somebody else: make one record of two")
    place = Place.CARD
    wish = Wish.SAME

    def start(self) -> None:
        """Ask who; the way back leads to the card."""
        self.wished(None)

    def wished(self, about: object) -> None:
        """The same with the number of the other record, and a way back."""
        if self.visit is None:
            return
        other, back = about if isinstance(about, tuple) else (None, about)
        work = partial(twins_of, self.shop, self.visit.found.card.customer)
        self.desk.run(work, partial(self._open, other, back if callable(back) else None))

    def _open(self, other: int | None, back: Back | None, twins: tuple[Similar, ...]) -> None:
        if self.visit is None:
            return
        customer = self.visit.found.card.customer
        sheet = MergeSheet(customer.id, words(display_name(customer)), twins)
        sheet.sought.connect(partial(self._look_for, sheet))
        sheet.chosen.connect(partial(self._compare, sheet, customer.id))
        sheet.joined.connect(partial(self._join, customer.id))
        self.desk.open(sheet, back)
        sheet.start()
        if other is not None:
            self._compare(sheet, customer.id, other)

    def _look_for(self, sheet: MergeSheet, text: str) -> None:
        done = partial(sheet.show_found, text)
        self.journey.tasks.run(partial(find, self.shop, text), done, self.desk.refused, sheet)

    def _compare(self, sheet: MergeSheet, customer: int, other: int) -> None:
        work = partial(side_by_side, self.shop, customer, other)
        self.journey.tasks.run(work, sheet.compare, self.desk.refused, sheet)

    def _join(self, customer: int, joining: Joining) -> None:
        self.desk.run(partial(merge, self.shop, joining), partial(self._on_joined, customer))

    def _on_joined(self, customer: int, merged: Merged) -> None:
        self.desk.close()
        kept = merged.customer
        self.desk.done(
            fill(_("{name} has one record now"), name=words(display_name(kept))),
            partial(unmerge, self.shop, merged.id),
            opens=None if kept.id == customer else kept.id,
        )
