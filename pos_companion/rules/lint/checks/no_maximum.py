"""Per cent off have a maximum, and amounts are more than nothing."""

from collections.abc import Iterator

from pos_companion.i18n import N_, Phrase
from pos_companion.rules.effects.amount_off import AmountOff
from pos_companion.rules.effects.coupon import Coupon
from pos_companion.rules.effects.free_item import FreeItem
from pos_companion.rules.effects.percent_off import PercentOff
from pos_companion.rules.lint.check import Around, Check
from pos_companion.rules.parts import Effect
from pos_companion.rules.rule import Rule


class NoMaximum(Check):
    """What is taken off a ticket is limited in money."""

    def complaints(self, rule: Rule, around: Around) -> Iterator[Phrase]:  # noqa: ARG002
        """Each sort once."""
        texts = filter(None, (_wrong(effect) for effect in rule.effects))
        for text in dict.fromkeys(texts):
            yield Phrase(text)


def _wrong(effect: Effect) -> str:
    if isinstance(effect, PercentOff) and effect.max_amount.amount <= 0:
        return N_("Per cent off need a maximum. Say how much it may come to at most.")
    if isinstance(effect, Coupon) and effect.amount.amount <= 0:
        return N_("The coupon is worth nothing. Say what it is worth, or may come to at most.")
    if isinstance(effect, AmountOff) and effect.amount.amount <= 0:
        return N_("The amount off is nothing. Say how much it is.")
    if isinstance(effect, FreeItem) and effect.max_value.amount <= 0:
        return N_("Say what the free item may be worth at most.")
    return ""
