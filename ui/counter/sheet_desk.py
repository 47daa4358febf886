"""Opens the sheets of the counter and does what they ask for."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from pos_companion.i18n import _, fill
from pos_companion.model.care import Concern
from pos_companion.model.facts import Fact
from pos_companion.model.people import Customer
from pos_companion.model.visits import Basket, BasketLine
from pos_companion.services import Shop
from pos_companion.services.capture import told, untold
from pos_companion.services.catalogue import best_sellers
from pos_companion.services.concerns import put_right, reopen
from pos_companion.services.look_up import Found, open_card
from pos_companion.services.people import (
    add_customer,
    edit_customer,
    forget_addition,
    similar,
)
from pos_companion.services.record_visit import Recorded, VisitDeed, record_visit, undo_visit
from ui.counter.journey import Journey
from ui.counter.sheets.add_customer import AddCustomer, NewFace
from ui.counter.sheets.concern import ConcernSheet
from ui.counter.sheets.edit_customer import EditCustomer
from ui.counter.sheets.keyboard_map import KeyboardMap
from ui.counter.sheets.why import Why
from ui.kit import Sheet
from ui.notices import NoticeBar, Notices, sentence_for
from ui.tasks import Tasks


class SheetDesk(QObject):
    """One sheet at a time.

    Args:
        journey: whose card the sheets are about.
        notices: says what was done, with a way back.
        host: what a sheet covers.

    Attributes:
        sheet: the open one; None else.

    Signals:
        shown: a sheet was opened (True) or closed (False).
    """

    shown = Signal(bool)

    def __init__(self, journey: Journey, notices: Notices, host: QWidget) -> None:
        super().__init__(host)
        self.sheet: Sheet | None = None
        self._journey = journey
        self._notices = notices
        self._host = host

    @property
    def _shop(self) -> Shop:
        return self._journey.shop

    @property
    def _tasks(self) -> Tasks:
        return self._journey.tasks

    def close(self) -> None:
        """Close what is open; nothing in it is kept."""
        sheet, self.sheet = self.sheet, None
        if sheet is not None:
            sheet.hide()
            sheet.deleteLater()
            self.shown.emit(False)

    def keyboard_map(self) -> None:
        """Show which key does what."""
        self._open(KeyboardMap())

    def why(self) -> None:
        """Show why this offer and not the others."""
        visit = self._journey.visit
        if visit is not None:
            self._open(Why(visit.offers, visit.found.why_not))

    def concern(self, concern: Concern) -> None:
        """Show what we owe."""
        visit = self._journey.visit
        if visit is not None:
            sheet = ConcernSheet(concern, visit.found.card)
            sheet.put_right.connect(self._put_right)
            self._open(sheet)

    def add(self, name: str, card: str = "") -> None:
        """Ask for somebody new."""
        self._tasks.run(
            partial(best_sellers, self._shop),
            lambda products: self._open_add(AddCustomer(name, card, products)),
            self._notices.show_error,
            self,
        )

    def edit(self) -> None:
        """Change what we keep about whoever is open."""
        visit = self._journey.visit
        if visit is not None:
            before = visit.found.card.customer
            sheet = EditCustomer(before)
            sheet.edited.connect(lambda after: self._edit(before, after))
            self._open(sheet)
            sheet.start()

    def keep(self, text: str) -> None:
        """Keep what they told us."""
        visit = self._journey.visit
        if visit is not None:
            work = partial(told, self._shop, visit.found.card.customer.id, text)
            self._tasks.run(work, self._on_told, self._notices.show_error, self)

    def give_card(self, customer: int, code: str) -> None:
        """Give a card nobody has to somebody we know, and open them."""

        def work() -> tuple[Customer, Customer]:
            before = open_card(self._shop, customer).card.customer
            return before, edit_customer(self._shop, replace(before, card=code))

        self._tasks.run(work, self._on_card_given, self._notices.show_error, self)

    def scanned(self, code: str) -> bool:
        """Whether the open sheet wants a scanned card for itself."""
        if isinstance(self.sheet, EditCustomer | AddCustomer):
            self.sheet.take_card(code)
            return True
        return False

    def _refused(self, error: Exception) -> None:
        """Say an error where it can be seen: on the sheet that covers the page, if there is one."""
        if self.sheet is None:
            self._notices.show_error(error)
            return
        bar = self.sheet.findChild(NoticeBar)
        if not isinstance(bar, NoticeBar):
            bar = NoticeBar()
            self.sheet.body.column.insertWidget(0, bar)
        bar.say(sentence_for(error))
        self.sheet.body.to_top()
        self._notices.announce(bar.sentence())

    def _open(self, sheet: Sheet) -> None:
        self.close()
        self.sheet = sheet
        sheet.closed.connect(self.close)
        sheet.cover(self._host)
        self.shown.emit(True)

    def _open_add(self, sheet: AddCustomer) -> None:
        sheet.added.connect(self._add)
        sheet.known.connect(self._open_known)
        sheet.similar_asked.connect(partial(self._look_for_similar, sheet))
        self._open(sheet)
        sheet.start()

    def _open_known(self, customer: int) -> None:
        self.close()
        self._journey.open(customer)

    def _look_for_similar(self, sheet: AddCustomer, name: str, phone: str) -> None:
        work = partial(similar, self._shop, name, phone)
        self._tasks.run(work, sheet.show_similar, self._refused, sheet)

    def _add(self, face: NewFace) -> None:
        self._tasks.run(
            partial(_add_and_record, self._shop, face),
            self._on_added,
            self._refused,
            self,
        )

    def _on_added(self, answer: tuple[Customer, Recorded]) -> None:
        customer, recorded = answer
        self.close()
        self._journey.close()
        self._notices.undoable(
            fill(_("{name} is added, and the visit is recorded"), name=customer.called),
            lambda: self._do(partial(_take_back_addition, self._shop, customer.id, recorded.uid)),
        )

    def _edit(self, before: Customer, after: Customer) -> None:
        work = partial(edit_customer, self._shop, after)
        self._tasks.run(work, partial(self._on_edited, before), self._refused, self)

    def _on_edited(self, before: Customer, after: Customer) -> None:
        self.close()
        self._journey.read_again()
        self._notices.undoable(
            fill(_("Saved: {name}"), name=after.name or after.called),
            lambda: self._do(partial(edit_customer, self._shop, before)),
        )

    def _on_card_given(self, answer: tuple[Customer, Customer]) -> None:
        before, after = answer
        self._journey.open(after.id)
        self._notices.undoable(
            fill(_("The card belongs to {name} now"), name=after.name or after.called),
            lambda: self._do(partial(edit_customer, self._shop, before)),
        )

    def _on_told(self, fact: Fact) -> None:
        self._journey.read_again()
        self._notices.undoable(
            fill(_("Kept: {text}"), text=fact.text),
            lambda: self._do(partial(untold, self._shop, fact)),
        )

    def _put_right(self, concern: Concern) -> None:
        def done(_nothing: None) -> None:
            self.close()
            self._journey.read_again()
            self._notices.undoable(
                fill(_("Put right: {what}"), what=concern.title),
                lambda: self._do(partial(reopen, self._shop, concern)),
            )

        self._tasks.run(partial(put_right, self._shop, concern), done, self._refused, self)

    def _do(self, work: Callable[[], object]) -> None:
        """Undo something, and show the card as it is then."""
        self._tasks.run(work, lambda _done: self._journey.read_again(), self._refused, self)


def _add_and_record(shop: Shop, face: NewFace) -> tuple[Customer, Recorded]:
    customer = add_customer(shop, face.customer)
    found: Found = open_card(shop, customer.id)
    basket = Basket(tuple(BasketLine(product, amount=product.price) for product in face.had))
    return customer, record_visit(shop, VisitDeed(found.visit_uid, customer.id, basket))


def _take_back_addition(shop: Shop, customer: int, visit_uid: str) -> None:
    undo_visit(shop, visit_uid)
    forget_addition(shop, customer)
