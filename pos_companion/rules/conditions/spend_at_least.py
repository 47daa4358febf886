"""A larger ticket."""

from dataclasses import dataclass, field

from pos_companion.i18n import N_
from pos_companion.model.money import Money
from pos_companion.rules import Answer, Condition, Facts
from pos_companion.rules.currency import in_shop_currency


@dataclass(frozen=True)
class SpendAtLeast(Condition):
    """This ticket comes to at least `amount`, tax included; what is brought back subtracts.

    It is tested after what the gestures of this visit take off.
    """

    amount: Money = field(metadata={"label": N_("At least")})
    label = N_("They spend at least …")
    sentence = N_("they spend at least {amount}")

    def judge(self, facts: Facts) -> Answer:
        """Unknown without a ticket, and while a missing price could still decide it."""
        same_currency = in_shop_currency(self.amount, facts)
        if not same_currency.is_yes:
            return same_currency
        if facts.basket is None:
            return Answer.unknown(N_("Not known yet: what are they taking?")).coded("basket")
        total = facts.basket.total(facts.shop.currency) - Money(facts.off, facts.shop.currency)
        if any(line.amount is None for line in facts.basket.lines):
            return Answer.unknown(N_("Not known yet: what does it all cost?")).coded("prices")
        if total >= self.amount:
            return Answer.of(True, N_("The ticket comes to {total}"), total=total)
        if facts.off:
            off = Money(facts.off, facts.shop.currency)
            text = N_("After {off} off the ticket comes to {total}; {missing} are missing.")
            return Answer.of(False, text, off=off, total=total, missing=self.amount - total)
        text = N_("The ticket comes to {total}; {missing} are missing.")
        return Answer.of(False, text, total=total, missing=self.amount - total)
