"""Something the shop sells, on the house."""

from dataclasses import dataclass, field
from decimal import Decimal

from pos_companion.i18n import N_, Phrase
from pos_companion.model.money import Money
from pos_companion.rules import Answer, Effect, Facts, Ticket, Turn
from pos_companion.rules.currency import in_shop_currency
from pos_companion.rules.products import fits
from pos_companion.rules.suitability import suits


@dataclass(frozen=True)
class FreeItem(Effect):
    """One piece of a product at no price, up to `max_value`.

    `tags` say what it contains ("nuts", "milk"), as on a gift.
    """

    product: str = field(metadata={"label": N_("Product"), "form": "product"})
    max_value: Money = field(metadata={"label": N_("Worth at most")})
    tags: tuple[str, ...] = field(
        default=(),
        metadata={"label": N_("Contains"), "form": "tags", "none": N_("nothing to mind")},
    )
    label = N_("Something free")
    sentence = N_("{product} for free, worth at most {max_value}, with {tags} in it")
    turn = Turn.ITEM

    def cost(self, facts: Facts) -> Money:  # noqa: ARG002 - the base's shape
        """Its highest price."""
        return self.max_value

    def value(self, facts: Facts) -> Money:  # noqa: ARG002 - the base's shape
        """Its highest price."""
        return self.max_value

    def taken_off(self, ticket: Ticket) -> tuple[Money, ...]:
        """One piece of the first line that has it; nothing when it is not on the ticket."""
        off = list(ticket.nothing)
        for at, line in enumerate(ticket.lines):
            if line.line.quantity > 0 and fits(line.line.product, self.product, ""):
                pieces = max(line.line.quantity, Decimal(1))
                price = Money(int(line.left.amount // pieces), ticket.currency)
                off[at] = max(ticket.zero, price.at_most(self.max_value).at_most(ticket.remaining))
                break
        return tuple(off)

    def title(self, facts: Facts) -> Phrase:  # noqa: ARG002 - the base's shape
        """The product's name."""
        return Phrase(N_("{product}, on us"), {"product": self.product})

    def available(self, facts: Facts) -> Answer:
        """No when it does not suit them, or in another currency than the shop's."""
        fitting = suits(self.product, frozenset(self.tags), facts)
        return fitting if not fitting.is_yes else in_shop_currency(self.max_value, facts)

    def on_the_till(self, facts: Facts) -> Phrase:  # noqa: ARG002 - the base's shape
        """Which line to set to nothing."""
        values = {"product": self.product, "most": self.max_value}
        return Phrase(N_("Till: {product} at no charge, up to {most}"), values)
