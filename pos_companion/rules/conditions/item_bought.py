"""Something is in the basket."""

from dataclasses import dataclass, field

from pos_companion.i18n import N_
from pos_companion.rules import Answer, Condition, Facts
from pos_companion.rules.products import fits


@dataclass(frozen=True)
class ItemBought(Condition):
    """The basket holds a product or a kind of product; with neither, anything at all."""

    label = N_("They take …")
    sentence = N_("they take {product} of {group}")
    product: str = field(
        default="", metadata={"label": N_("Product"), "none": N_("anything"), "form": "product"}
    )
    group: str = field(
        default="",
        metadata={"label": N_("Or kind of product"), "none": N_("any kind"), "form": "group"},
    )

    def judge(self, facts: Facts) -> Answer:
        """Unknown before there is a basket; what is brought back does not count."""
        if facts.basket is None:
            return Answer.unknown(N_("Not known yet: what are they taking?")).coded("basket")
        for line in facts.basket.lines:
            if line.quantity > 0 and fits(line.product, self.product, self.group):
                return Answer.of(True, N_("They take {product}"), product=line.product.name)
        wanted = self.product or self.group
        if not wanted:
            return Answer.of(False, N_("The basket is empty."))
        return Answer.of(False, N_("There is no {wanted} in the basket."), wanted=wanted)
