"""A coupon in the search: whose it is, how it stands in one sentence, and its use on a visit."""

from dataclasses import dataclass

from pos_companion.errors import NotFoundError
from pos_companion.i18n import N_, Percent, Phrase
from pos_companion.model.money import Money
from pos_companion.model.staff import Right
from pos_companion.rules import Offer
from pos_companion.services import Shop
from pos_companion.services.coupons import coupon_called, coupon_offer, looks_like_code
from pos_companion.services.look_up import Found
from pos_companion.services.offers import accept_offer
from pos_companion.services.record_visit import Recorded
from pos_companion.services.sign_in import require
from pos_companion.storage.coupons import KeptCoupon

_OPEN = "open"


@dataclass(frozen=True)
class ScannedCoupon:
    """A coupon whose code was scanned, or typed to the last letter.

    Attributes:
        customer: whose card it belongs to; None for whoever brings it.
        sentence: what it is, or why it is good no more.
        is_good: it can still be used, today or with grace.
    """

    code: str
    customer: int | None
    sentence: Phrase
    is_good: bool


def coupon_scanned(shop: Shop, text: str) -> ScannedCoupon | None:
    """The coupon of a code; None for a text that is the code of none made here."""
    if not looks_like_code(text):
        return None
    try:
        kept = coupon_called(shop, text)
    except NotFoundError:
        return None
    sentence, is_good = _how_it_stands(shop, kept)
    return ScannedCoupon(kept.code, kept.customer, sentence, is_good)


def bring_coupon(shop: Shop, found: Found, code: str) -> Offer:
    """Use a coupon on an open visit: from now on it is promised.

    Raises:
        NotAllowedError: whoever is at the counter may not give.
        CompanionError: a sentence says why it is not good for them today.
    """
    require(shop, Right.GIVE)
    offer = coupon_offer(shop, found, code)
    accept_offer(shop, found, offer)
    return offer


def coupons_of(shop: Shop, recorded: Recorded) -> tuple[str, ...]:
    """The codes of the coupons a visit earned."""
    kept = (shop.storage.coupons.earned_by(row.key) for row in recorded.redemptions)
    return tuple(one.code for one in kept if one is not None)


def _how_it_stands(shop: Shop, kept: KeptCoupon) -> tuple[Phrase, bool]:
    worth: object = Money(kept.amount, kept.currency)
    if kept.basis_points:
        worth = Percent(kept.basis_points)
    values = {"worth": worth, "first": kept.first, "last": kept.last}
    if kept.state != _OPEN or not kept.was_given:
        used = kept.state == "used"
        text = N_("This coupon was used already.") if used else N_("This coupon was taken back.")
        return Phrase(text), False
    if shop.today < kept.first:
        return Phrase(N_("A coupon of {worth}, good from {first} on."), values), False
    if (shop.today - kept.last).days > shop.profile.coupon_grace:
        return Phrase(N_("A coupon of {worth}; it was good until {last}."), values), False
    return Phrase(N_("A coupon of {worth}, good until {last}."), values), True
