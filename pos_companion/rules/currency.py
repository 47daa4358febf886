"""One shop, one currency."""

from pos_companion.i18n import N_
from pos_companion.model.money import Money
from pos_companion.rules.facts import Answer, Facts


def in_shop_currency(amount: Money, facts: Facts) -> Answer:
    """Yes for the shop's own currency; else no, with a sentence. Nothing is ever converted."""
    if amount.currency == facts.shop.currency:
        return Answer.of(True, N_("It is in the shop’s currency"))
    text = N_("This counts {theirs}; the shop sells in {ours}.")
    answer = Answer.of(False, text, theirs=amount.currency, ours=facts.shop.currency)
    return answer.coded("wrong_currency")
