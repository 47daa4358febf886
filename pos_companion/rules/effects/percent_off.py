"""A share of the ticket."""

from dataclasses import dataclass, field
from enum import StrEnum

from pos_companion.i18n import N_, Percent, Phrase
from pos_companion.model.money import Money
from pos_companion.rules import Answer, Effect, Facts, Ticket, Turn
from pos_companion.rules.currency import in_shop_currency


class Base(StrEnum):
    """What the share is counted from when other discounts came first."""

    ORIGINAL = "original"
    REMAINING = "remaining"


BASES = {
    Base.ORIGINAL: N_("the whole ticket"),
    Base.REMAINING: N_("what remains of the ticket"),
}


@dataclass(frozen=True)
class PercentOff(Effect):
    """A share of the ticket, never more than `max_amount`.

    The maximum is set aside; what it really comes to is worked out on the ticket.
    """

    max_amount: Money = field(metadata={"label": N_("At most")})
    basis_points: int = field(
        default=1000,
        metadata={"label": N_("Share"), "unit": N_("basis points"), "least": 1, "most": 10_000},
    )
    base: Base = field(
        default=Base.REMAINING, metadata={"label": N_("Counted from"), "words": BASES}
    )
    label = N_("Per cent off, up to a maximum")
    sentence = N_("{basis_points} off {base}, at most {max_amount}")
    is_discount = True
    turn = Turn.PERCENT

    def cost(self, facts: Facts) -> Money:  # noqa: ARG002 - the base's shape
        """The maximum."""
        return self.max_amount

    def value(self, facts: Facts) -> Money:
        """What it comes to on this ticket; the maximum while the ticket is not known."""
        if facts.basket is None or facts.shop.currency != self.max_amount.currency:
            return self.max_amount
        ticket = Ticket.of(facts.basket, facts.shop.currency)
        return sum(self.taken_off(ticket), ticket.zero)

    def taken_off(self, ticket: Ticket) -> tuple[Money, ...]:
        """The share, shared out to the lines so that it adds up."""
        base = ticket.eligible if self.base is Base.ORIGINAL else ticket.remaining
        return ticket.shared(base.percent(self.basis_points).at_most(self.max_amount))

    def title(self, facts: Facts) -> Phrase:  # noqa: ARG002 - the base's shape
        """The share."""
        return Phrase(N_("{percent} off today"), {"percent": Percent(self.basis_points)})

    def available(self, facts: Facts) -> Answer:
        """No in another currency than the shop's."""
        return in_shop_currency(self.max_amount, facts)

    def on_the_till(self, facts: Facts) -> Phrase:
        """The real amount once the ticket is known."""
        values = {
            "percent": Percent(self.basis_points),
            "most": self.max_amount,
            "amount": self.value(facts),
        }
        if facts.basket is None or not facts.basket.lines:
            return Phrase(N_("Till: {percent} off, at most {most}"), values)
        return Phrase(N_("Till: {amount} off ({percent})"), values)
