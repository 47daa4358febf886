"""Something small from the shelf."""

from dataclasses import dataclass, field

from pos_companion.i18n import N_, Phrase
from pos_companion.model import stock
from pos_companion.model.money import Money
from pos_companion.rules import Answer, Effect, Facts, Verdict
from pos_companion.rules.currency import in_shop_currency
from pos_companion.rules.suitability import suits


@dataclass(frozen=True)
class Gift(Effect):
    """One piece of a gift; promised when accepted, taken from the shelf when handed over."""

    gift: int = field(metadata={"label": N_("Which gift"), "least": 1, "form": "gift"})
    label = N_("A gift from the shelf")
    sentence = N_("{gift}")

    @property
    def taken_from_shelf(self) -> int:
        """The gift's number."""
        return self.gift

    def cost(self, facts: Facts) -> Money:
        """What one costs the shop."""
        gift = self._found(facts)
        return gift.cost if gift else Money(0, facts.shop.currency)

    def value(self, facts: Facts) -> Money:
        """The same: gifts have no price."""
        return self.cost(facts)

    def title(self, facts: Facts) -> Phrase:
        """The gift's name as the shop wrote it."""
        gift = self._found(facts)
        return Phrase("{what}", {"what": gift.name}) if gift else Phrase(N_("A gift"))

    def available(self, facts: Facts) -> Answer:
        """No when it does not suit them or none is left to promise."""
        gift = self._found(facts)
        if gift is None:
            text = N_("This gift is not on the shelf any more.")
            return Answer.of(False, text).coded("out_of_stock")
        same_currency = in_shop_currency(gift.cost, facts)
        if not same_currency.is_yes:
            return same_currency
        fitting = suits(gift.name, gift.tags, facts)
        if not fitting.is_yes or gift.free > 0:
            return fitting
        return Answer(Verdict.NO, _none_left(gift), code="out_of_stock")

    def on_the_till(self, facts: Facts) -> Phrase | None:  # noqa: ARG002 - the base's shape
        """Nothing: a gift never enters the sale."""
        return None

    def _found(self, facts: Facts) -> stock.Gift | None:
        return facts.gifts.get(self.gift)


def _none_left(gift: stock.Gift) -> Phrase:
    values = {"gift": gift.name, "count": gift.on_order}
    if gift.on_hand > 0:
        return Phrase(N_("The last “{gift}” is promised to somebody else."), values)
    if not gift.on_order:
        return Phrase(N_("“{gift}” has run out."), values)
    return Phrase(
        "“{gift}” has run out; {count} is on order.",
        values,
        "“{gift}” has run out; {count} are on order.",
    )
