"""The offer on the open card: taken, left, exchanged for another, or not today."""

from dataclasses import replace
from functools import partial

from pos_companion.rules import Offer, Redemption
from pos_companion.services.record_visit import accept_offer, decline_offer, release_offers
from ui.counter.current import Current
from ui.counter.open_visit import OpenVisit


class Gifts:
    """What can be done with the offer that is shown.

    Args:
        current: the visit it belongs to.
    """

    def __init__(self, current: Current) -> None:
        self._current = current

    def toggle(self) -> None:
        """Take the offer that is shown, or leave it again."""
        offer, visit = self._offer(), self._current.visit
        if visit is None or offer is None:
            return
        if visit.is_taken(offer):
            self._release(visit, offer)
            return
        self._current.show(replace(visit, taken=(*visit.taken, offer)))
        self._current.tasks.run(
            partial(accept_offer, self._current.shop, visit.found, offer),
            self._on_accepted,
            partial(self._on_not_accepted, offer),
            self._current,
        )

    def another(self) -> None:
        """Show the next offer; the one shown is left."""
        offer, visit = self._offer(), self._current.visit
        if visit is None or offer is None or len(visit.offers) < 2:
            return
        if visit.is_taken(offer):
            visit = self._release(visit, offer)
        self._current.show(replace(visit, offer_at=(visit.offer_at + 1) % len(visit.offers)))

    def not_today(self, why: str = "") -> None:
        """They do not want it; it is not offered again on this visit."""
        offer, visit = self._offer(), self._current.visit
        if visit is None or offer is None:
            return
        if visit.is_taken(offer):
            visit = self._release(visit, offer)
        self._current.do(partial(decline_offer, self._current.shop, visit.found, offer, why))
        self._current.show(replace(visit, dismissed=visit.dismissed | {offer.id}, offer_at=0))

    def _offer(self) -> Offer | None:
        visit = self._current.visit
        return visit.offer if visit else None

    def _release(self, visit: OpenVisit, offer: Offer) -> OpenVisit:
        """Leave an offer; returns the visit without it."""
        self._current.do(partial(release_offers, self._current.shop, visit.uid, offer.id))
        without = _without(visit, offer)
        self._current.show(without)
        return without

    def _on_accepted(self, _redemption: Redemption) -> None:
        """Nothing to do: the card has shown it since the key was pressed."""

    def _on_not_accepted(self, offer: Offer, error: Exception) -> None:
        if self._current.visit is not None:
            self._current.show(_without(self._current.visit, offer))
        self._current.fail(error)


def _without(visit: OpenVisit, offer: Offer) -> OpenVisit:
    return replace(visit, taken=tuple(taken for taken in visit.taken if taken.id != offer.id))
