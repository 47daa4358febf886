"""Today without their usual."""

from dataclasses import dataclass, field

from pos_companion.i18n import N_
from pos_companion.model.visits import UsualState
from pos_companion.rules import Answer, Condition, Facts
from pos_companion.rules.products import fits


@dataclass(frozen=True)
class UsualMissed(Condition):
    """They take something, and something of their usual order is not with it.

    With a product or a kind of product, only that part of the usual counts.
    """

    label = N_("Without their usual …")
    sentence = N_("they do not take their usual {product} of {group}")
    product: str = field(
        default="", metadata={"label": N_("Product"), "none": N_("thing"), "form": "product"}
    )
    group: str = field(
        default="",
        metadata={"label": N_("Or kind of product"), "none": N_("any kind"), "form": "group"},
    )

    def judge(self, facts: Facts) -> Answer:
        """Unknown while we are not sure of their usual, and before there is a basket."""
        if facts.usual.state is not UsualState.ARMED:
            return Answer.unknown(N_("Not known yet: what is their usual?")).coded("usual")
        if facts.basket is None or not facts.basket.lines:
            return Answer.unknown(N_("Not known yet: what are they taking?")).coded("basket")
        taken = {line.product.id for line in facts.basket.lines if line.quantity > 0}
        usual = [
            item.product
            for item in facts.usual.basket
            if fits(item.product, self.product, self.group)
        ]
        for product in usual:
            if product.id not in taken:
                return Answer.of(True, N_("Without their usual {product}"), product=product.name)
        if not usual:
            text = N_("Their usual has no {wanted}.")
            return Answer.of(False, text, wanted=self.product or self.group)
        return Answer.of(False, N_("They take their usual."))
