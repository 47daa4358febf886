"""The journey at the counter, without its looks: what is open, and every deed about it.

The page draws what the signals bring and calls the verbs; all work runs through `Tasks`.
"""

from dataclasses import replace
from datetime import date
from functools import partial

from PySide6.QtCore import QObject, Signal

from pos_companion.errors import RefusedError
from pos_companion.model.people import Customer
from pos_companion.model.visits import Basket, Impression, VisitKind
from pos_companion.services import Shop
from pos_companion.services.coupon_scan import ScannedCoupon, coupon_scanned
from pos_companion.services.finding import LookedUp, as_typed, look_up
from pos_companion.services.look_up import Found, open_card
from pos_companion.services.looks import note_look
from pos_companion.services.record_visit import (
    Recorded,
    Undone,
    VisitDeed,
    record_visit,
    release_offers,
    undo_visit,
)
from pos_companion.services.take_again import TakenAgain, take_again
from ui.counter.choice import Choice
from ui.counter.current import Current
from ui.counter.gifts import Gifts
from ui.counter.open_visit import Done, OpenVisit
from ui.counter.recorder import Recorder
from ui.tasks import Tasks

_SHORTEST_CODE = 8


class Journey(Current):
    """One customer after the other.

    Attributes:
        gifts: the offer on the open card.
        choice: something else than the usual.
        left_open: customers whose card gave way to the next scan today, and nothing was recorded.

    Signals:
        found: the answer to a search and the text it belongs to.
        opened: a card was opened.
        closed: nobody is open any more.
        recorded: a `Done`.
        undone: a visit was taken back.
        waiting: how many visits are not saved yet, and why.
        coupon: a `ScannedCoupon`: what was scanned or typed is the code of one.
    """

    found = Signal(object, str)
    opened = Signal(object)
    closed = Signal()
    recorded = Signal(object)
    undone = Signal(object)
    waiting = Signal(int, str)
    coupon = Signal(object)

    def __init__(self, shop: Shop, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(shop, tasks, parent)
        self.gifts = Gifts(self)
        self.choice = Choice(self)
        self.left_open: dict[int, tuple[Customer, date]] = {}
        self._writing: dict[str, OpenVisit] = {}
        self._recorder = Recorder(tasks, partial(record_visit, shop), self)
        self._recorder.saved.connect(self._on_saved)
        self._recorder.refused.connect(self._on_refused)
        self._recorder.waiting.connect(
            lambda count: self.waiting.emit(count, self._recorder.trouble)
        )

    def search(self, text: str, submitted: bool = False) -> None:
        """Look somebody up.

        Args:
            submitted: scanned, or typed and ended with Enter: a whole card code opens at once, and
                so does the first hit of what was typed. Before that only a text as long as a code.
        """
        whole = submitted or len(text.strip()) >= _SHORTEST_CODE
        if submitted:
            self.run(partial(_submitted, self.shop, text), partial(self._on_submitted, text))
            return
        work = partial(look_up if whole else as_typed, self.shop, text)
        self.run(work, partial(self._on_found, text, False))

    def open(self, customer_id: int) -> None:
        """Open a card; one that is open and not recorded gives way and is remembered."""
        self.leave(remember=True)
        self.run(partial(open_card, self.shop, customer_id), self._on_opened)

    def read_again(self) -> None:
        """Read the open card once more, after something about the customer has changed."""
        if self.visit is None:
            return
        work = partial(
            open_card, self.shop, self.visit.found.card.customer.id, visit_uid=self.visit.uid
        )
        self.run(work, self._on_read_again)

    def leave(self, remember: bool = False) -> None:
        """Close the card without recording; what was reserved is free again.

        Args:
            remember: keep them in `left_open`, because nobody said that they only looked.
        """
        left, self.visit = self.visit, None
        if left is None or left.uid in self._writing:
            return
        if left.taken:
            self.do(partial(release_offers, self.shop, left.uid))
        if remember:
            customer = left.found.card.customer
            self.left_open[customer.id] = (customer, left.found.card.today)

    def close(self) -> None:
        """Close the card because somebody said so."""
        self.leave()
        self.closed.emit()

    def next_greeting(self) -> None:
        """Show another way to greet."""
        if self.visit is not None:
            self.show(replace(self.visit, greeting_at=self.visit.greeting_at + 1))

    def feel(self, felt: Impression) -> None:
        """Say who came along and how they seem; it is kept with the visit."""
        if self.visit is not None:
            self.show(replace(self.visit, impression=felt))

    def record(self, kind: VisitKind = VisitKind.BOUGHT) -> None:
        """Write what the primary button says; asked again meanwhile, nothing happens.

        Args:
            kind: anything else than bought has no basket.
        """
        if self.visit is None or self.visit.uid in self._writing:
            return
        before = self.visit
        self._writing[before.uid] = before
        basket = before.basket if kind is VisitKind.BOUGHT else Basket()
        customer = before.found.card.customer.id
        felt = before.impression
        deed = VisitDeed(before.uid, customer, basket, kind, before.taken, felt)
        self._recorder.record(deed)

    @property
    def all_saved(self) -> bool:
        """Whether every visit that was recorded is on the disk."""
        return self._recorder.is_idle

    def try_again(self) -> None:
        """Try to save what is not saved yet, now instead of in a moment."""
        self._recorder.try_again()

    def undo(self, done: Done) -> None:
        """Take a recorded visit back and show its card as it was."""
        work = partial(undo_visit, self.shop, done.recorded.uid)
        self.run(work, partial(self._on_undone, done))

    def _on_submitted(self, text: str, found: LookedUp | ScannedCoupon) -> None:
        if isinstance(found, ScannedCoupon):
            self.coupon.emit(found)
        else:
            self._on_found(text, True, found)

    def _on_found(self, text: str, submitted: bool, looked_up: LookedUp) -> None:
        if looked_up.card_of is not None:
            self.open(looked_up.card_of)
        elif submitted and looked_up.hits:
            self.open(looked_up.hits[0].customer.id)
        else:
            self.found.emit(looked_up, text)

    def _on_opened(self, found: Found) -> None:
        self.visit = OpenVisit.of(found)
        self.opened.emit(self.visit)
        self.do(partial(note_look, self.shop, found.card.customer.id))

    def _on_read_again(self, found: Found) -> None:
        if self.visit is None or self.visit.uid != found.visit_uid:
            return
        self.show(self.visit.with_found(found))

    def _on_saved(self, deed: VisitDeed, recorded: Recorded) -> None:
        before = self._writing.pop(deed.uid)
        self.left_open.pop(deed.customer, None)
        if self.visit is not None and self.visit.uid == deed.uid:
            self.visit = None
            self.closed.emit()
        self.recorded.emit(Done(before, recorded))

    def _on_refused(self, deed: VisitDeed, error: Exception) -> None:
        before = self._writing.pop(deed.uid)
        self.fail(error)
        if self.visit is None:
            self.visit = before
            self.opened.emit(before)
        self.read_again()

    def _on_undone(self, done: Done, _undone: Undone) -> None:
        self.leave(remember=True)
        customer = done.before.found.card.customer.id
        work = partial(take_again, self.shop, done.recorded.uid, customer)
        self.run(work, partial(self._on_shown_again, done))

    def _on_shown_again(self, done: Done, again: TakenAgain) -> None:
        visit = replace(done.before, found=again.found, taken=again.offers)
        first = next((one for one in visit.taken if one.rule.version), None)
        self.visit = visit if first is None else visit.showing(first)
        self.undone.emit(done)
        self.opened.emit(self.visit)
        for why in again.gone:
            self.fail(RefusedError(why.text, **why.values))


def _submitted(shop: Shop, text: str) -> LookedUp | ScannedCoupon:
    return coupon_scanned(shop, text) or look_up(shop, text)
