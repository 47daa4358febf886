"""The offer on the open card: taken, left, exchanged for another, or not today."""

from dataclasses import replace
from functools import partial

from pos_companion.errors import LimitReachedError, RefusedError
from pos_companion.i18n import N_
from pos_companion.model.giving import NotToday, OwnReason
from pos_companion.rules import Offer, Redemption
from pos_companion.rules.coupons import is_good_at_once
from pos_companion.rules.effects.coupon import Coupon
from pos_companion.services import Shop
from pos_companion.services.declining import decline_offer, take_back_decline
from pos_companion.services.giving import can_be_honoured
from pos_companion.services.look_up import Found, open_card
from pos_companion.services.offers import accept_offer, release_offers
from ui.counter.current import Current
from ui.counter.open_visit import OpenVisit

_NO_OTHER = N_("There is no other gift for them now.")
_ONLY_THESE = N_("Nothing else fits now. Choose one of the gifts that are shown.")


class Gifts:
    """What can be done with the offer that is shown.

    Args:
        current: the visit it belongs to.
    """

    def __init__(self, current: Current) -> None:
        self._current = current
        self._why: tuple[int, str, OwnReason] | None = None

    def toggle(self) -> None:
        """Take the offer that is shown, or leave it again; it may be asked first why."""
        offer, visit = self._offer(), self._current.visit
        if visit is None or offer is None:
            return
        if visit.is_taken(offer):
            self.leave(offer)
        elif offer.rule.reason_required:
            self._current.why_wanted.emit(offer)
        else:
            self._take(visit, offer)

    def take(self, offer: Offer, reason: OwnReason) -> None:
        """Take an offer whose rule asks why."""
        visit = self._current.visit
        if visit is not None and not visit.is_taken(offer):
            self._why = (visit.found.card.customer.id, offer.rule.id, reason)
            self._take(visit, offer, reason)

    def again(self) -> None:
        """Take the offer that is shown as it was taken before, for the reason that was given."""
        offer, visit = self._offer(), self._current.visit
        if visit is None or offer is None or visit.is_taken(offer):
            return
        who = visit.found.card.customer.id
        known = self._why is not None and self._why[:2] == (who, offer.rule.id)
        if self._why is not None and known and offer.rule.reason_required:
            self._take(visit, offer, self._why[2])
        else:
            self.toggle()

    def another(self) -> None:
        """Show the next reason to give something; the offer shown is left."""
        offer, visit = self._offer(), self._current.visit
        if visit is None:
            return
        if offer is None or len(visit.reasons) < 2:
            self._current.fail(RefusedError(_ONLY_THESE if visit.instead else _NO_OTHER))
            return
        if visit.is_taken(offer):
            visit = self._release(visit, offer)
        firsts = visit.reasons
        same = (at for at, one in enumerate(firsts) if one.rule.id == offer.rule.id)
        following = firsts[(next(same, -1) + 1) % len(firsts)]
        self._current.show(replace(visit.showing(following), refused=None))

    def pick(self, offer: Offer) -> None:
        """They choose this one of several; one that was taken gives way to it."""
        visit, before = self._current.visit, self._offer()
        if visit is None or before is None or offer.id == before.id:
            return
        was_taken = visit.is_taken(before)
        if was_taken:
            visit = self._release(visit, before)
        self._current.show(visit.showing(offer))
        if was_taken:
            self.again()

    def add(self, offer: Offer) -> None:
        """Something beyond the rules was promised: it goes with this visit."""
        visit = self._current.visit
        if visit is not None and not visit.is_taken(offer):
            self._current.show(replace(visit, taken=(*visit.taken, offer)))

    def leave(self, offer: Offer) -> None:
        """It is not given with this visit after all."""
        if self._current.visit is not None:
            self._release(self._current.visit, offer)

    def not_today(self) -> None:
        """They do not want it; it is not offered again on this visit."""
        offer, visit = self._offer(), self._current.visit
        if visit is None or offer is None:
            return
        if visit.is_taken(offer):
            visit = self._release(visit, offer)
        self._do(partial(decline_offer, self._current.shop, visit.found, offer))
        dismissed = visit.dismissed | {offer.id}
        self._current.show(replace(visit, dismissed=dismissed, refused=offer, offer_at=0))

    def said_no(self, why: NotToday) -> None:
        """Why they did not want what they have just said no to."""
        visit = self._current.visit
        if visit is not None and visit.refused is not None:
            self._do(partial(_say_why, self._current.shop, visit.found, visit.refused, why))
            self._current.show(replace(visit, refused=None))

    def after_all(self) -> None:
        """They want it after all: it is offered again."""
        visit = self._current.visit
        if visit is None or visit.refused is None:
            return
        offer = visit.refused
        self._do(partial(_take_back, self._current.shop, visit.found, offer))
        visit = replace(visit, dismissed=visit.dismissed - {offer.id}, refused=None)
        self._current.show(visit.showing(offer))

    def _take(self, visit: OpenVisit, offer: Offer, reason: OwnReason | None = None) -> None:
        self._current.show(replace(visit, taken=(*visit.taken, offer), refused=None))
        self._current.tasks.run(
            partial(accept_offer, self._current.shop, visit.found, offer, reason=reason),
            self._on_accepted,
            partial(self._on_not_accepted, offer),
            self._current,
        )

    def _offer(self) -> Offer | None:
        visit = self._current.visit
        return visit.offer if visit else None

    def _do(self, work: partial[Redemption] | partial[None]) -> None:
        self._current.run(work, lambda _line: None)

    def _release(self, visit: OpenVisit, offer: Offer) -> OpenVisit:
        """Leave an offer; returns the visit without it."""
        self._current.do(partial(release_offers, self._current.shop, visit.uid, offer.id))
        without = _without(visit, offer)
        self._current.show(without)
        if isinstance(offer.effect, Coupon) and offer.effect.same_visit:
            # What it is used for on this visit goes with it.
            self._read_again()
        return without

    def _on_accepted(self, redemption: Redemption) -> None:
        """The card has shown it since the key was pressed; a coupon may be good at once."""
        if is_good_at_once(redemption):
            self._read_again()

    def _read_again(self) -> None:
        visit = self._current.visit
        if visit is not None:
            customer = visit.found.card.customer.id
            work = partial(open_card, self._current.shop, customer, visit_uid=visit.uid)
            self._current.run(work, self._on_read_again)

    def _on_read_again(self, found: Found) -> None:
        visit = self._current.visit
        if visit is not None and visit.uid == found.visit_uid:
            self._current.show(visit.with_found(found))

    def _on_not_accepted(self, offer: Offer, error: Exception) -> None:
        visit = self._current.visit
        if visit is None:
            self._current.fail(error)
            return
        self._current.show(_without(visit, offer))
        if not isinstance(error, LimitReachedError):
            self._current.fail(error)
            return
        work = partial(can_be_honoured, self._current.shop, visit.found, offer)
        self._current.run(work, partial(self._on_beaten, visit.uid, offer, error))

    def _on_beaten(self, uid: str, offer: Offer, error: Exception, can: bool) -> None:
        visit = self._current.visit
        if can and visit is not None and visit.uid == uid:
            self._current.beaten.emit(offer, error)
        else:
            self._current.fail(error)


def _without(visit: OpenVisit, offer: Offer) -> OpenVisit:
    return replace(visit, taken=tuple(taken for taken in visit.taken if taken.id != offer.id))


def _say_why(shop: Shop, found: Found, offer: Offer, why: NotToday) -> Redemption:
    """The no is written already; it is written again with its reason."""
    _take_back(shop, found, offer)
    return decline_offer(shop, found, offer, why.value)


def _take_back(shop: Shop, found: Found, offer: Offer) -> None:
    take_back_decline(shop, decline_offer(shop, found, offer))
