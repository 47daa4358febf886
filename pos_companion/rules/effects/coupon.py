"""Something for the next time."""

from dataclasses import dataclass, field
from datetime import date, timedelta

from pos_companion.i18n import N_, Percent, Phrase
from pos_companion.model.dates import Span
from pos_companion.model.money import Money
from pos_companion.rules import Answer, Effect, Facts
from pos_companion.rules.currency import in_shop_currency

BEARERS = {True: N_("for whoever brings it"), False: N_("for them alone")}
AT_ONCE = {True: N_("also on this very visit"), False: N_("not on this visit")}


@dataclass(frozen=True)
class Coupon(Effect):
    """A discount for a later visit, of the same customer or of whoever brings it.

    `amount` is what it is worth; with `basis_points` it is that share of the ticket, and `amount`
    the most it may come to. Days are counted from the visit that earns it, both included. With
    `same_visit` one of their own is good on that visit already; one for whoever brings it is paper
    and good from the next visit of that day on.
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
    bearer: bool = field(
        default=False, metadata={"label": N_("Good for whoever brings it"), "words": BEARERS}
    )
    same_visit: bool = field(
        default=False,
        metadata={"label": N_("Good on the visit that earns it"), "words": AT_ONCE},
    )
    label = N_("A coupon for the next visit")
    sentence = N_(
        "a coupon for next time: {amount}, {basis_points}, {bearer}, "
        "good from {from_days} to {through_days}, {same_visit}"
    )
    is_discount = True

    def valid(self, earned: date) -> Span:
        """The business dates on which it can be used.

        It never begins on the day it is earned unless it is good on that visit.
        """
        first = earned if self.same_visit else earned + timedelta(days=max(1, self.from_days))
        return Span(first, max(first, earned + timedelta(days=self.through_days)))

    def cost(self, facts: Facts) -> Money:  # noqa: ARG002 - the base's shape
        """The whole amount is set aside when it is earned."""
        return self.amount

    def value(self, facts: Facts) -> Money:  # noqa: ARG002 - the base's shape
        """The whole amount."""
        return self.amount

    def title(self, facts: Facts) -> Phrase:
        """What it is worth and until when."""
        values: dict[str, object] = {
            "amount": self.amount,
            "percent": Percent(self.basis_points),
            "last": self.valid(facts.today).last,
        }
        if self.same_visit and self.basis_points:
            return Phrase(N_("{percent} off now or next time, until {last}"), values)
        if self.same_visit:
            return Phrase(N_("{amount} off now or next time, until {last}"), values)
        if self.basis_points:
            return Phrase(N_("{percent} off next time, until {last}"), values)
        return Phrase(N_("{amount} off next time, until {last}"), values)

    def available(self, facts: Facts) -> Answer:
        """No in another currency than the shop's."""
        return in_shop_currency(self.amount, facts)

    def on_the_till(self, facts: Facts) -> Phrase | None:  # noqa: ARG002 - the base's shape
        """Nothing on this visit."""
        return None
