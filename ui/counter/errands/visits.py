"""The last visits of whoever is open, to put one right."""

from collections.abc import Callable
from functools import partial

from pos_companion.i18n import N_, FullDay, Phrase, _, fill, words
from pos_companion.model.card import Hit
from pos_companion.model.visits import BasketLine, Impression
from pos_companion.services import Shop
from pos_companion.services.catalogue import find_products, money_typed
from pos_companion.services.correct_visit import (
    CorrectedVisit,
    PutRight,
    correct_visit,
    undo_correction,
)
from pos_companion.services.finding import display_name, find
from pos_companion.services.impressions import (
    ChangedImpression,
    say_of_visit,
    unsay_of_visit,
)
from pos_companion.services.move_visit import MovedVisit, move_back, move_visit
from pos_companion.services.past_visits import LastVisit, came_along, last_visits
from pos_companion.services.take_back import TakenBack, WhyBack, put_back_visit, take_back_visit
from pos_companion.services.visit_forms import way_of
from pos_companion.services.withheld import is_forgetful
from ui.counter.commands import Place
from ui.counter.errands import Errand
from ui.counter.sheet_desk import SheetDesk
from ui.counter.sheets.correct_visit import CorrectVisitSheet, VisitForm
from ui.counter.sheets.item_rows import ItemForm
from ui.counter.sheets.visits import VisitRow, VisitsSheet
from ui.panels import Intent, Wish

_OFFERED = 6


class LastVisits(Errand):
    """What they had and were given; put right, taken back, or moved to whose it was."""

    key = "Ctrl+J"
    label = N_("their last visits: put one right, take it back, or move it")
    place = Place.CARD
    wish = Wish.VISITS

    def __init__(self, desk: SheetDesk) -> None:
        super().__init__(desk)
        self._back: Callable[[], object] | None = None
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
        home = None if is_forgetful(card.customer) else card.household
        sheet = VisitsSheet(words(display_name(card.customer)), card.today, home)
        self._back = back
        sheet.wrong.connect(self._correct)
        sheet.felt.connect(self._feel)
        sheet.coupon.connect(lambda code: self.desk.wished.emit(Intent(Wish.COUPON, code)))
        sheet.taken_back.connect(self._take_back)
        sheet.moved.connect(self._move)
        sheet.sought.connect(partial(self._look_for, card.customer.id))
        self.desk.open(sheet, back)
        self._read(sheet, card.customer.id)

    def _read(self, sheet: VisitsSheet, customer: int) -> None:
        tasks = self.journey.tasks
        work = partial(last_visits, self.shop, customer)
        tasks.run(work, sheet.show_visits, self.desk.refused, sheet)
        along = partial(came_along, self.shop, customer)
        tasks.run(along, sheet.show_along, self.desk.refused, sheet)

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

    def _correct(self, shown: LastVisit) -> None:
        if self.visit is None:
            return
        found = self.visit.found
        ranked = [item.product for item in found.card.usual.ranked[:_OFFERED]]
        best = {one.id: one for one in (*ranked, *found.best_sellers)}
        sheet = CorrectVisitSheet(shown, found.card.today, tuple(best.values())[:_OFFERED])
        sheet.put_right.connect(self._put_right)
        sheet.sought.connect(partial(self._seek, sheet))
        self.desk.open(sheet, self._again)

    def _again(self) -> None:
        self._open(self._back)

    def _seek(self, sheet: CorrectVisitSheet, text: str) -> None:
        work = partial(find_products, self.shop, text)
        done = partial(sheet.show_found, text)
        self.journey.tasks.run(work, done, self.desk.refused, sheet)

    def _put_right(self, form: VisitForm) -> None:
        self.desk.run(partial(_corrected, self.shop, form), self._on_put_right)

    def _on_put_right(self, corrected: CorrectedVisit) -> None:
        self._again()
        day = FullDay(corrected.after.day)
        text = words(Phrase(N_("Put right: the visit of {day}"), {"day": day}))
        if corrected.exceptions:
            text = f"{text}. {words(corrected.exceptions[0])}"
        self.desk.done(text, partial(undo_correction, self.shop, corrected))

    def _feel(self, uid: str, felt: Impression) -> None:
        self.desk.run(partial(say_of_visit, self.shop, uid, felt), self._on_felt)

    def _on_felt(self, changed: ChangedImpression) -> None:
        self.desk.done(_("Noted"), partial(unsay_of_visit, self.shop, changed))

    def _on_changed(self, _visit: object) -> None:
        """The card was read again: so are the visits, if they are on the screen."""
        sheet = self.desk.sheet
        if isinstance(sheet, VisitsSheet) and self.visit is not None:
            self._read(sheet, self.visit.found.card.customer.id)


def _corrected(shop: Shop, form: VisitForm) -> CorrectedVisit:
    """Put a visit right as the sheet says."""
    lines = None
    if form.items is not None:
        lines = tuple(_line(shop, item) for item in form.items if item.quantity)
    right = PutRight(
        lines=lines,
        total=money_typed(shop, form.total) if form.total else None,
        kind=form.kind,
        at=None if form.at is None else shop.time.instant(form.at),
    )
    return correct_visit(shop, form.uid, right, form.why)


def _line(shop: Shop, item: ItemForm) -> BasketLine:
    amount = money_typed(shop, item.amount) if item.amount else None
    return BasketLine(item.product, item.quantity, amount, way_of(item.way))


def _others(shop: Shop, customer: int, text: str) -> tuple[Hit, ...]:
    return tuple(hit for hit in find(shop, text) if hit.customer.id != customer)
