"""The shop itself: what all its tills share."""

from dataclasses import dataclass
from enum import StrEnum

from pos_companion.model.dates import LeapPolicy
from pos_companion.model.giving import WhenLastIsGone


class WhileConcernOpen(StrEnum):
    """What is withheld while we owe a customer something; rules.md §2."""

    NOTHING = "none"
    DISCOUNTS = "discounts"
    ALL = "all"


@dataclass(frozen=True)
class ShopProfile:
    """What the shop decided once for all its tills.

    Attributes:
        name: for slips and cards; may be empty.
        currency: ISO 4217 code of everything the shop sells.
        country: ISO 3166 code, for phone numbers without a country code.
        zone: IANA name of the time zone; empty means the zone of the computer.
        day_starts_at: hour at which the business day begins.
        leap: when birthdays of 29 February are kept, unless the person said otherwise.
        while_concern_open: what is withheld while we owe something.
        gestures_per_visit: how many gifts and discounts one visit may bring.
        discounts_per_visit: how many of them may be discounts.
        banned_tags: what the shop gives nobody (`alcohol`), by the tags of gifts.
        when_last_is_gone: what becomes of a gesture when two tills use up its limit at the same
            moment; see `WhenLastIsGone`.
        coupon_grace: so many days after its last day a coupon may still be honoured by a cashier.
        card_prefix: how the shop's own customer cards begin, to tell them from products.
        keep_months: who was not here for so long is proposed to be forgotten.
        keep_concerns_months: what was put right so long ago is proposed to go.
    """

    name: str = ""
    currency: str = "EUR"
    country: str = "DE"
    zone: str = ""
    day_starts_at: int = 4
    leap: LeapPolicy = LeapPolicy.FEBRUARY
    while_concern_open: WhileConcernOpen = WhileConcernOpen.DISCOUNTS
    gestures_per_visit: int = 2
    discounts_per_visit: int = 1
    card_prefix: str = ""
    banned_tags: tuple[str, ...] = ()
    when_last_is_gone: WhenLastIsGone = WhenLastIsGone.HONOUR
    coupon_grace: int = 7
    keep_months: int = 24
    keep_concerns_months: int = 12
