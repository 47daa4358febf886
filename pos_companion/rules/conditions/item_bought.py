"""Something is in the basket."""

from dataclasses import dataclass, field

from pos_companion.i18n import N_
from pos_companion.model.visits import Basket, Product
from pos_companion.rules import Answer, Condition, Facts
from pos_companion.rules.facts import WORDLESS_NO, WORDLESS_YES
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
        taken = self._taken(facts.basket)
        if taken is not None:
            return Answer.of(True, N_("They take {product}"), product=taken.name)
        wanted = self.product or self.group
        if not wanted:
            return Answer.of(False, N_("The basket is empty."))
        return Answer.of(False, N_("There is no {wanted} in the basket."), wanted=wanted)

    def glance(self, facts: Facts) -> Answer:
        """Nobody has to be told what it is."""
        if facts.basket is None:
            return self.judge(facts)
        return WORDLESS_NO if self._taken(facts.basket) is None else WORDLESS_YES

    def _taken(self, basket: Basket) -> Product | None:
        for line in basket.lines:
            if line.quantity > 0 and fits(line.product, self.product, self.group):
                return line.product
        return None
