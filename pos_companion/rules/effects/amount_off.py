"""A fixed amount off the ticket."""

from dataclasses import dataclass, field

from pos_companion.i18n import N_, Phrase
from pos_companion.model.money import Money
from pos_companion.rules import Answer, Effect, Facts, Ticket, Turn
from pos_companion.rules.currency import in_shop_currency


@dataclass(frozen=True)
class AmountOff(Effect):
    """A fixed amount, never more than the ticket comes to."""

    amount: Money = field(metadata={"label": N_("Amount")})
    label = N_("An amount off")
    sentence = N_("{amount} off the ticket")
    is_discount = True
    turn = Turn.AMOUNT

    def cost(self, facts: Facts) -> Money:  # noqa: ARG002 - the base's shape
        """The whole amount."""
        return self.amount

    def value(self, facts: Facts) -> Money:
        """What it comes to on this ticket; the whole amount while the ticket is not known."""
        if facts.basket is None or facts.shop.currency != self.amount.currency:
            return self.amount
        return self.amount.at_most(Ticket.of(facts.basket, facts.shop.currency).remaining)

    def taken_off(self, ticket: Ticket) -> tuple[Money, ...]:
        """The amount, shared out to the lines so that it adds up."""
        return ticket.shared(self.amount)

    def title(self, facts: Facts) -> Phrase:  # noqa: ARG002 - the base's shape
        """The amount."""
        return Phrase(N_("{amount} off today"), {"amount": self.amount})

    def available(self, facts: Facts) -> Answer:
        """No in another currency than the shop's."""
        return in_shop_currency(self.amount, facts)

    def on_the_till(self, facts: Facts) -> Phrase:
        """The real amount once the ticket is known."""
        known = facts.basket is not None and bool(facts.basket.lines)
        amount = self.value(facts) if known else self.amount
        return Phrase(N_("Till: {amount} off"), {"amount": amount})
