"""Always has the same."""

from dataclasses import dataclass, field

from pos_companion.i18n import N_
from pos_companion.model.visits import Product, UsualState
from pos_companion.rules import Answer, Condition, Facts
from pos_companion.rules.facts import WORDLESS_NO, WORDLESS_YES
from pos_companion.rules.products import fits

_UNKNOWN = Answer.unknown(N_("Not known yet: what is their usual?")).coded("usual")


@dataclass(frozen=True)
class UsualItem(Condition):
    """Their usual order holds a product or a kind of product; with neither, there is a usual."""

    label = N_("The usual holds …")
    of_person = True
    sentence = N_("their usual has {product} of {group}")
    product: str = field(
        default="", metadata={"label": N_("Product"), "none": N_("anything"), "form": "product"}
    )
    group: str = field(
        default="",
        metadata={"label": N_("Or kind of product"), "none": N_("any kind"), "form": "group"},
    )

    def judge(self, facts: Facts) -> Answer:
        """Unknown while we are not sure of their usual order."""
        if facts.usual.state is not UsualState.ARMED:
            return _UNKNOWN
        known = self._known(facts)
        if known is not None:
            return Answer.of(True, N_("{product} is their usual"), product=known.name)
        products = [item.product for item in facts.usual.basket]
        wanted = self.product or self.group
        text = N_("Their usual is {usual}, without {wanted}.")
        return Answer.of(False, text, usual=[one.name for one in products], wanted=wanted)

    def glance(self, facts: Facts) -> Answer:
        """Nobody has to be told what it is."""
        if facts.usual.state is not UsualState.ARMED:
            return _UNKNOWN
        return WORDLESS_NO if self._known(facts) is None else WORDLESS_YES

    def _known(self, facts: Facts) -> Product | None:
        for item in facts.usual.basket:
            if fits(item.product, self.product, self.group):
                return item.product
        return None
