"""Taking Offers: the ledger line one leaves, and whether several go together."""

from collections.abc import Iterable
from dataclasses import replace

from pos_companion.i18n import N_, Phrase
from pos_companion.rules.facts import Facts
from pos_companion.rules.ledger import Ledger, Redemption, RedemptionState, Tally
from pos_companion.rules.limits import Limits, Refusal
from pos_companion.rules.once import COUPON_USE, Wish
from pos_companion.rules.results import Offer


def redemption_of(offer: Offer, facts: Facts, state: RedemptionState) -> Redemption:
    """The line an Offer leaves in the ledger when it is taken on this visit.

    Its key names visit, rule and beneficiary: taken twice, it is the same deed.
    """
    return Redemption(
        key=f"{facts.visit_uid}:{offer.rule.id}:{offer.beneficiary}",
        rule=offer.rule.id,
        version=offer.rule.version,
        customer=facts.customer.id,
        beneficiary=offer.beneficiary,
        visit=facts.visit_uid,
        day=facts.today,
        state=state,
        cost=offer.cost.amount,
        value=offer.value.amount,
        currency=offer.cost.currency,
        household=facts.customer.household,
        celebration_year=offer.celebration_year,
        period_key=offer.period_key,
        gift=offer.effect.taken_from_shelf,
        staff=facts.staff,
        offer=offer.id,
        reason=offer.explanation,
    )


def refuse_together(offers: Iterable[Offer], facts: Facts, ledger: Ledger) -> Refusal | None:
    """Whether several Offers can be taken on one visit, each counted after the ones before.

    Args:
        offers: in the order in which they were chosen.
        facts: of the visit, with the shelf as it is.
        ledger: without these offers.

    Returns:
        The first reason against one of them; None when all of them can be given.
    """
    for offer in offers:
        refusal = _refused(offer, facts, ledger)
        if refusal is not None:
            return refusal
        facts, ledger = _after(offer, facts, ledger)
    return None


def _refused(offer: Offer, facts: Facts, ledger: Ledger) -> Refusal | None:
    limits = Limits(facts, ledger)
    gift = facts.gifts.get(offer.effect.taken_from_shelf or 0)
    if gift is not None and gift.free == 0:
        text = N_("“{gift}” has run out.")
        return Refusal("out_of_stock", Phrase(text, {"gift": gift.name}), {"gift": gift.id})
    if offer.period_key.startswith(COUPON_USE):
        return limits.visit_is_full(is_discount=True)
    return limits.refusal(
        Wish(
            offer.rule,
            offer.beneficiary,
            offer.cost,
            offer.value,
            offer.effect.is_discount,
            offer.celebration_year,
        )
    )


def _after(offer: Offer, facts: Facts, ledger: Ledger) -> tuple[Facts, Ledger]:
    row = redemption_of(offer, facts, RedemptionState.ACCEPTED)
    tally = Tally(row.rule, row.day, row.staff, 1, row.cost, row.value)
    gift = facts.gifts.get(row.gift or 0)
    if gift is not None:
        taken = replace(gift, reserved=gift.reserved + 1)
        facts = replace(facts, gifts={**facts.gifts, gift.id: taken})
    return facts, replace(ledger, own=(*ledger.own, row), shop=(*ledger.shop, tally))
