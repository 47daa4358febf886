"""What a line of the ledger says about something that is offered, given or declined."""

from pos_companion.i18n import N_, Phrase
from pos_companion.model.money import Money
from pos_companion.rules import Offer, Redemption, RedemptionState
from pos_companion.rules.offering import words_to_say
from pos_companion.rules.once import COUPON_USE
from pos_companion.rules.own_budget import OWN, own_rule
from pos_companion.rules.settle import effect_of
from pos_companion.services import Shop
from pos_companion.services.look_up import Found


def line_for(shop: Shop, found: Found, offer: Offer, state: RedemptionState) -> Redemption:
    """The line of an offer on this visit, not written yet."""
    return Redemption(
        key=key_of(found, offer),
        rule=offer.rule.id,
        version=offer.rule.version,
        customer=found.card.customer.id,
        household=found.card.customer.household,
        beneficiary=offer.beneficiary,
        celebration_year=offer.celebration_year,
        period_key=offer.period_key,
        visit=found.visit_uid,
        day=shop.today,
        state=state,
        cost=offer.cost.amount,
        value=offer.value.amount,
        currency=offer.cost.currency,
        gift=offer.effect.taken_from_shelf,
        staff=shop.staff,
        till=shop.settings.till,
        offer=offer.id,
        reason=offer.explanation,
    )


def offer_of_line(found: Found, line: Redemption) -> Offer | None:
    """What was promised, as the offer it was, so that it can be given with the visit.

    Returns:
        None when its rule or its terms cannot be read any more.
    """
    effect = effect_of(line)
    rule = next((one for one in found.rules if one.id == line.rule), None)
    if effect is not None and line.rule == OWN:
        rule = own_rule(found.facts, effect)
    if effect is None or rule is None:
        return None
    return Offer(
        id=line.offer,
        rule=rule,
        effect=effect,
        title=effect.title(found.facts),
        reason=Phrase(N_("Promised on this visit")),
        say=words_to_say(rule.said_in(found.facts.customer.language), found.facts),
        cost=Money(line.cost, line.currency),
        value=Money(line.value, line.currency),
        beneficiary=line.beneficiary,
        celebration_year=line.celebration_year,
        period_key=line.period_key,
        on_the_till=effect.on_the_till(found.facts),
        explanation=line.reason,
    )


def key_of(found: Found, offer: Offer) -> str:
    """The idempotency key: one rule gives one being one thing on one visit.

    The use of a coupon is no gift of its rule: it has a key of its own.
    """
    key = f"{found.visit_uid}/{offer.rule.id}/{offer.beneficiary}"
    return f"{key}/{offer.id}" if offer.period_key.startswith(COUPON_USE) else key


def note_line(shop: Shop, what: str, row: Redemption) -> None:
    """Write down who did what with a line; ids alone."""
    shop.storage.audit.note(
        shop.clock.now(), shop.staff, what, redemption=row.id, rule=row.rule, visit=row.visit,
        customer=row.customer, cost=row.cost,
    )  # fmt: skip
