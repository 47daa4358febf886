"""Something for the next time."""

from dataclasses import dataclass, field
from datetime import date, timedelta

from pos_companion.i18n import N_, Percent, Phrase
from pos_companion.model.dates import Span
from pos_companion.model.money import Money
from pos_companion.rules import Answer, Effect, Facts
from pos_companion.rules.currency import in_shop_currency


@dataclass(frozen=True)
class Coupon(Effect):
    """A discount for a later visit, of the same customer or of whoever brings it.

    `amount` is what it is worth; with `basis_points` it is that share of the ticket, and `amount`
    the most it may come to. Days are counted from the visit that earns it, both included.
    """

    amount: Money = field(metadata={"label": N_("Amount, or the most a share may come to")})
    basis_points: int = field(
        default=0,
        metadata={
            "label": N_("Share"),
            "unit": N_("basis points"),
            "least": 0,
            "most": 10_000,
            "none": N_("a fixed amount"),
        },
    )
    from_days: int = field(
        default=1,
        metadata={"label": N_("Valid from"), "unit": N_("days later"), "least": 1, "most": 3660},
    )
    through_days: int = field(
        default=30,
        metadata={"label": N_("Valid through"), "unit": N_("days later"), "least": 1, "most": 3660},
    )
    bearer: bool = field(default=False, metadata={"label": N_("Good for whoever brings it")})
    label = N_("A coupon for the next visit")
    sentence = N_(
        "a coupon for next time: {amount}, {basis_points}, good from {from_days} to {through_days}"
    )
    is_discount = True

    def valid(self, earned: date) -> Span:
        """The business dates on which it can be used; it never begins on the day it is earned."""
        first = earned + timedelta(days=max(1, self.from_days))
        return Span(first, max(first, earned + timedelta(days=self.through_days)))

    def cost(self, facts: Facts) -> Money:  # noqa: ARG002 - the base's shape
        """The whole amount is set aside when it is earned."""
        return self.amount

    def value(self, facts: Facts) -> Money:  # noqa: ARG002 - the base's shape
        """The whole amount."""
        return self.amount

    def title(self, facts: Facts) -> Phrase:
        """What it is worth and until when."""
        last = self.valid(facts.today).last
        if self.basis_points:
            text = N_("{percent} off next time, until {last}")
            return Phrase(text, {"percent": Percent(self.basis_points), "last": last})
        text = N_("{amount} off next time, until {last}")
        return Phrase(text, {"amount": self.amount, "last": last})

    def available(self, facts: Facts) -> Answer:
        """No in another currency than the shop's."""
        return in_shop_currency(self.amount, facts)

    def on_the_till(self, facts: Facts) -> Phrase | None:  # noqa: ARG002 - the base's shape
        """Nothing on this visit."""
        return None
