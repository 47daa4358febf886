"""The shop itself: what all its tills share."""

from dataclasses import dataclass, field
from enum import StrEnum

from pos_companion.i18n import N_
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
        languages: tags of the languages spoken with customers, the shop's own first, with commas
            between them ("de, tr"); empty is one language alone.
        keep_months: who was not here for so long is proposed to be forgotten.
        keep_concerns_months: what was put right so long ago is proposed to go.
    """

    name: str = field(default="", metadata={"label": N_("Name of the shop")})
    currency: str = field(default="EUR", metadata={"label": N_("Currency, three letters")})
    country: str = field(default="DE", metadata={"label": N_("Country, two letters")})
    zone: str = field(default="", metadata={"label": N_("Time zone, such as Europe/Lisbon")})
    day_starts_at: int = field(
        default=4,
        metadata={"label": N_("A business day begins at"), "unit": N_("o'clock"), "least": 0,
                  "most": 11},
    )  # fmt: skip
    leap: LeapPolicy = field(
        default=LeapPolicy.FEBRUARY, metadata={"label": N_("Birthdays of 29 February")}
    )
    while_concern_open: WhileConcernOpen = field(
        default=WhileConcernOpen.DISCOUNTS,
        metadata={"label": N_("While we owe somebody something, we hold back")},
    )
    gestures_per_visit: int = field(
        default=2,
        metadata={"label": N_("Gifts and discounts at one visit, at most"), "least": 0, "most": 9},
    )
    discounts_per_visit: int = field(
        default=1,
        metadata={"label": N_("Discounts among them, at most"), "least": 0, "most": 9},
    )
    card_prefix: str = field(default="", metadata={"label": N_("Our customer cards begin with")})
    languages: str = field(
        default="", metadata={"label": N_("Languages you speak with customers, your own first")}
    )
    banned_tags: tuple[str, ...] = ()
    when_last_is_gone: WhenLastIsGone = field(
        default=WhenLastIsGone.HONOUR,
        metadata={"label": N_("When two tills give the last one at once, the second is")},
    )
    coupon_grace: int = field(
        default=7,
        metadata={"label": N_("A coupon may be honoured after its last day for"),
                  "unit": N_("days"), "least": 0, "most": 90},
    )  # fmt: skip
    keep_months: int = field(
        default=24,
        metadata={"label": N_("Propose to forget who was not here for"), "unit": N_("months"),
                  "least": 1, "most": 120},
    )  # fmt: skip
    keep_concerns_months: int = field(
        default=12,
        metadata={"label": N_("Propose to let kept promises go after"), "unit": N_("months"),
                  "least": 1, "most": 120},
    )  # fmt: skip

    @property
    def spoken(self) -> tuple[str, ...]:
        """The tags of `languages`, the shop's own first; none where it is one alone."""
        return tuple(self.languages.replace(",", " ").split())
