"""The journey at the counter, without its looks: what is open, and every deed about it.

The page draws what the signals bring and calls the verbs; all work runs through `Tasks`.
"""

import logging
from dataclasses import replace
from datetime import date
from functools import partial

from PySide6.QtCore import QObject, Signal

from pos_companion.errors import CompanionError
from pos_companion.model.people import Customer
from pos_companion.model.visits import Product
from pos_companion.rules import Offer, Redemption
from pos_companion.services import Shop
from pos_companion.services.catalogue import find_products
from pos_companion.services.look_up import Found, LookedUp, find, look_up, open_card
from pos_companion.services.record_visit import (
    Recorded,
    Undone,
    VisitDeed,
    accept_offer,
    decline_offer,
    record_visit,
    release_offers,
    undo_visit,
)
from ui.counter.open_visit import Done, OpenVisit
from ui.counter.recorder import Recorder
from ui.tasks import Tasks

log = logging.getLogger(__name__)

_SHORTEST_CODE = 8


class Journey(QObject):
    """One customer after the other.

    Attributes:
        visit: what is open; None while nobody is.
        left_open: customers whose card gave way to the next scan today, and nothing was recorded.

    Signals:
        found: the answer to a search and the text it belongs to.
        opened: a card was opened.
        changed: the open visit looks different now.
        closed: nobody is open any more.
        recorded: a `Done`.
        undone: a visit was taken back.
        failed: an error to show; what was on the screen is still there.
        waiting: how many visits are not saved yet.
    """

    found = Signal(object, str)
    opened = Signal(object)
    changed = Signal(object)
    closed = Signal()
    recorded = Signal(object)
    undone = Signal(object)
    failed = Signal(object)
    waiting = Signal(int)

    def __init__(self, shop: Shop, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.shop = shop
        self.tasks = tasks
        self.visit: OpenVisit | None = None
        self.left_open: dict[int, tuple[Customer, date]] = {}
        self._writing: dict[str, OpenVisit] = {}
        self._recorder = Recorder(tasks, partial(record_visit, shop), self)
        self._recorder.saved.connect(self._on_saved)
        self._recorder.refused.connect(self._on_refused)
        self._recorder.waiting.connect(self.waiting)

    def search(self, text: str, submitted: bool = False) -> None:
        """Look somebody up.

        Args:
            submitted: scanned, or typed and ended with Enter: a whole card code opens at once, and
                so does the first hit of what was typed. Before that only a text as long as a code.
        """
        whole = submitted or len(text.strip()) >= _SHORTEST_CODE
        work = partial(look_up, self.shop, text) if whole else partial(_find, self.shop, text)
        self.tasks.run(work, partial(self._on_found, text, submitted), self._on_error, self)

    def open(self, customer_id: int) -> None:
        """Open a card; one that is open and not recorded gives way and is remembered."""
        self.leave(remember=True)
        self.tasks.run(
            partial(open_card, self.shop, customer_id), self._on_opened, self._on_error, self
        )

    def read_again(self) -> None:
        """Read the open card once more, after something about the customer has changed."""
        if self.visit is None:
            return
        work = partial(
            open_card, self.shop, self.visit.found.card.customer.id, visit_uid=self.visit.uid
        )
        self.tasks.run(work, self._on_read_again, self._on_error, self)

    def leave(self, remember: bool = False) -> None:
        """Close the card without recording; what was reserved is free again.

        Args:
            remember: keep them in `left_open`, because nobody said that they only looked.
        """
        left, self.visit = self.visit, None
        if left is None or left.uid in self._writing:
            return
        if left.taken:
            self._do(partial(release_offers, self.shop, left.uid))
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
            self._show(replace(self.visit, greeting_at=self.visit.greeting_at + 1))

    def toggle_gift(self) -> None:
        """Take the offer that is shown, or leave it again."""
        offer = self._offer()
        if self.visit is None or offer is None:
            return
        if self.visit.is_taken(offer):
            self._release(offer)
            return
        self._show(replace(self.visit, taken=(*self.visit.taken, offer)))
        work = partial(accept_offer, self.shop, self.visit.found, offer)
        self.tasks.run(work, self._on_accepted, partial(self._on_not_accepted, offer), self)

    def another(self) -> None:
        """Show the next offer; the one shown is left."""
        offer = self._offer()
        if self.visit is None or offer is None or len(self.visit.offers) < 2:
            return
        if self.visit.is_taken(offer):
            self._release(offer)
        self._show(replace(self.visit, offer_at=(self.visit.offer_at + 1) % len(self.visit.offers)))

    def not_today(self, why: str = "") -> None:
        """They do not want it; it is not offered again on this visit."""
        offer = self._offer()
        if self.visit is None or offer is None:
            return
        if self.visit.is_taken(offer):
            self._release(offer)
        self._do(partial(decline_offer, self.shop, self.visit.found, offer, why))
        self._show(replace(self.visit, dismissed=self.visit.dismissed | {offer.id}, offer_at=0))

    def choose(self) -> None:
        """Open the chips for something else."""
        if self.visit is not None:
            self._show(replace(self.visit, choosing=True))

    def choose_no_more(self) -> None:
        """Close the chips; the usual is as it was."""
        if self.visit is not None:
            self._show(self.visit.chosen_no_more())

    def toggle_product(self, product: Product) -> None:
        """Put a product in, or take it out."""
        if self.visit is not None:
            self._show(self.visit.with_toggled(product))

    def seek(self, text: str) -> None:
        """Find products for the chips."""
        if self.visit is None:
            return
        self._show(replace(self.visit, sought=text, sought_products=()))
        if text.strip():
            work = partial(find_products, self.shop, text)
            self.tasks.run(work, partial(self._on_products, text), self._on_error, self)

    def record(self) -> None:
        """Write what the primary button says; asked again meanwhile, nothing happens."""
        if self.visit is None or self.visit.uid in self._writing:
            return
        before = self.visit
        self._writing[before.uid] = before
        deed = VisitDeed(
            before.uid, before.found.card.customer.id, before.basket, take=before.taken
        )
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
        self.tasks.run(work, partial(self._on_undone, done), self._on_error, self)

    def _offer(self) -> Offer | None:
        return self.visit.offer if self.visit else None

    def _show(self, visit: OpenVisit) -> None:
        self.visit = visit
        self.changed.emit(visit)

    def _release(self, offer: Offer) -> None:
        if self.visit is None:
            return
        self._do(partial(release_offers, self.shop, self.visit.uid, offer.id))
        kept = tuple(taken for taken in self.visit.taken if taken.id != offer.id)
        self._show(replace(self.visit, taken=kept))

    def _do(self, work: partial[None]) -> None:
        self.tasks.run(work, lambda _nothing: None, self._on_error, self)

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

    def _on_read_again(self, found: Found) -> None:
        if self.visit is None or self.visit.uid != found.visit_uid:
            return
        kept = tuple(offer for offer in found.offers if self.visit.is_taken(offer))
        self._show(replace(self.visit, found=found, taken=kept))

    def _on_accepted(self, _redemption: Redemption) -> None:
        """Nothing to do: the card has shown it since the key was pressed."""

    def _on_not_accepted(self, offer: Offer, error: Exception) -> None:
        if self.visit is not None:
            kept = tuple(taken for taken in self.visit.taken if taken.id != offer.id)
            self._show(replace(self.visit, taken=kept))
        self._on_error(error)

    def _on_products(self, text: str, products: tuple[Product, ...]) -> None:
        if self.visit is not None and self.visit.sought == text:
            self._show(replace(self.visit, sought_products=products))

    def _on_saved(self, deed: VisitDeed, recorded: Recorded) -> None:
        before = self._writing.pop(deed.uid)
        self.left_open.pop(deed.customer, None)
        if self.visit is not None and self.visit.uid == deed.uid:
            self.visit = None
            self.closed.emit()
        self.recorded.emit(Done(before, recorded))

    def _on_refused(self, deed: VisitDeed, error: Exception) -> None:
        before = self._writing.pop(deed.uid)
        self._on_error(error)
        if self.visit is None:
            self.visit = before
            self.opened.emit(before)
        self.read_again()

    def _on_undone(self, done: Done, _undone: Undone) -> None:
        self.leave(remember=True)
        customer = done.before.found.card.customer.id
        work = partial(open_card, self.shop, customer)
        self.tasks.run(work, partial(self._on_shown_again, done), self._on_error, self)

    def _on_shown_again(self, done: Done, found: Found) -> None:
        before = done.before
        ids = {offer.id for offer in before.taken}
        self.visit = replace(before, found=found, taken=())
        self.undone.emit(done)
        self.opened.emit(self.visit)
        for at, offer in enumerate(self.visit.offers):
            if offer.id in ids:
                self._show(replace(self.visit, offer_at=at))
                self.toggle_gift()

    def _on_error(self, error: Exception) -> None:
        if not isinstance(error, CompanionError):
            log.error("a deed at the counter failed", exc_info=error)
        self.failed.emit(error)


def _find(shop: Shop, text: str) -> LookedUp:
    return LookedUp(hits=find(shop, text))
