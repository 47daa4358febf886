"""The last visits of whoever is open, to put one right."""

from collections.abc import Callable
from functools import partial

from pos_companion.i18n import N_, FullDay, Phrase, _, fill, words
from pos_companion.model.card import Hit
from pos_companion.services import Shop
from pos_companion.services.finding import display_name, find
from pos_companion.services.move_visit import MovedVisit, move_back, move_visit
from pos_companion.services.past_visits import last_visits
from pos_companion.services.take_back import TakenBack, WhyBack, put_back_visit, take_back_visit
from ui.counter.commands import Place
from ui.counter.errands import Errand
from ui.counter.sheet_desk import SheetDesk
from ui.counter.sheets.visits import VisitRow, VisitsSheet
from ui.panels import Wish


class LastVisits(Errand):
    """What they had and were given; taken back, or moved to whose it was."""

    key = "Ctrl+J"
    label = N_("their last visits: take one back, or move it")
    place = Place.CARD
    wish = Wish.VISITS

    def __init__(self, desk: SheetDesk) -> None:
        super().__init__(desk)
        self.journey.changed.connect(self._on_changed)

    def start(self) -> None:
        """Show them; the way back leads to the card."""
        self._open(None)

    def wished(self, about: object) -> None:
        """The same, with a way back of its own."""
        self._open(about if callable(about) else None)

    def _open(self, back: Callable[[], object] | None) -> None:
        if self.visit is None:
            return
        card = self.visit.found.card
        sheet = VisitsSheet(words(display_name(card.customer)), card.today)
        sheet.taken_back.connect(self._take_back)
        sheet.moved.connect(self._move)
        sheet.sought.connect(partial(self._look_for, card.customer.id))
        self.desk.open(sheet, back)
        self._read(sheet, card.customer.id)

    def _read(self, sheet: VisitsSheet, customer: int) -> None:
        work = partial(last_visits, self.shop, customer)
        self.journey.tasks.run(work, sheet.show_visits, self.desk.refused, sheet)

    def _look_for(self, customer: int, row: VisitRow, text: str) -> None:
        done = partial(row.show_found, text)
        work = partial(_others, self.shop, customer, text)
        self.journey.tasks.run(work, done, self.desk.refused, row)

    def _take_back(self, uid: str, why: WhyBack) -> None:
        self.desk.run(partial(take_back_visit, self.shop, uid, why), self._on_taken_back)

    def _on_taken_back(self, taken: TakenBack) -> None:
        day = FullDay(taken.visit.day)
        text = words(Phrase(N_("Taken back: the visit of {day}"), {"day": day}))
        self.desk.done(text, partial(put_back_visit, self.shop, taken))

    def _move(self, uid: str, customer: int) -> None:
        self.desk.run(partial(move_visit, self.shop, uid, customer), self._on_moved)

    def _on_moved(self, moved: MovedVisit) -> None:
        name = words(display_name(moved.customer))
        text = fill(_("The visit is {name}’s now"), name=name)
        if moved.exceptions:
            why = words(moved.exceptions[0])
            text = fill(_("The visit is {name}’s now. {why}"), name=name, why=why)
        self.desk.done(text, partial(move_back, self.shop, moved))

    def _on_changed(self, _visit: object) -> None:
        """The card was read again: so are the visits, if they are on the screen."""
        sheet = self.desk.sheet
        if isinstance(sheet, VisitsSheet) and self.visit is not None:
            self._read(sheet, self.visit.found.card.customer.id)


def _others(shop: Shop, customer: int, text: str) -> tuple[Hit, ...]:
    return tuple(hit for hit in find(shop, text) if hit.customer.id != customer)
