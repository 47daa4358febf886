"""A visit was taken back a moment ago: whoever it was stands there again, with their gifts.

Everything is promised anew on a visit of its own, by today's rules and limits: nothing of it is
counted twice, and what is gone by now is said.
"""

from dataclasses import dataclass

from pos_companion.errors import CompanionError, NotFoundError
from pos_companion.i18n import N_, Phrase
from pos_companion.model.giving import Beyond, OwnReason, Waiver
from pos_companion.rules import Offer, Redemption, RedemptionState
from pos_companion.rules.once import COUPON_USE
from pos_companion.rules.own_budget import OWN
from pos_companion.services import Shop
from pos_companion.services.coupons import coupon_offer
from pos_companion.services.giving import (
    Given,
    against_the_rule,
    give_anyway,
    give_own,
    own_budget,
)
from pos_companion.services.look_up import Found, open_card
from pos_companion.services.offers import accept_offer

_ANYWAY = {Beyond.YES_ANYWAY.value, Beyond.WAIVED.value}


@dataclass(frozen=True)
class TakenAgain:
    """The card as it is open again.

    Attributes:
        found: as it was read before anything was promised.
        offers: what was promised again, in the order it had been given.
        gone: why the rest was not.
    """

    found: Found
    offers: tuple[Offer, ...] = ()
    gone: tuple[Phrase, ...] = ()


def take_again(shop: Shop, undone: str, customer_id: int) -> TakenAgain:
    """Open a card anew and promise what was given on a visit that was taken back.

    Args:
        undone: uid of that visit.

    Raises:
        NotFoundError: there is no such customer.
    """
    found = open_card(shop, customer_id)
    offers, gone = [], []
    for row in shop.storage.ledger.of_visit(undone):
        if row.state is not RedemptionState.VOIDED:
            continue
        try:
            offers.append(_again(shop, found, row))
        except CompanionError as error:
            gone.append(error.phrase)
    return TakenAgain(found, tuple(offers), tuple(gone))


def _again(shop: Shop, found: Found, row: Redemption) -> Offer:
    reason = _reason(row)
    if row.period_key.startswith(COUPON_USE):
        kept = shop.storage.coupons.earned_by(row.period_key.removeprefix(COUPON_USE))
        offer = coupon_offer(shop, found, kept.code if kept else "")
        accept_offer(shop, found, offer)
        return offer
    if reason is None or (row.rule != OWN and row.exception not in _ANYWAY):
        offer = _named(found.offers + found.to_approve, row)
        accept_offer(shop, found, offer, reason=reason)
        return offer
    waiver = Waiver(str(row.reason.get("waiver", "")))
    how = Given(reason, waiver=waiver)
    if row.rule == OWN:
        offer = _named(own_budget(shop, found, waiver).offers, row)
        give_own(shop, found, offer, how)
    else:
        offer = _named(against_the_rule(found, row.rule, waiver), row)
        give_anyway(shop, found, offer, how)
    return offer


def _reason(row: Redemption) -> OwnReason | None:
    said = row.reason.get("own")
    return OwnReason(str(said)) if said in set(OwnReason) else None


def _named(offers: tuple[Offer, ...], row: Redemption) -> Offer:
    """The offer of a line, while it needs no more than it needed then.

    Raises:
        NotFoundError: there is none, or somebody would have to agree once more.
    """
    for offer in offers:
        if offer.id == row.offer and (not offer.needs or row.exception in _ANYWAY):
            return offer
    raise NotFoundError(N_("Not all they were given could be promised again."))
