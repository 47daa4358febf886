"""What a line of the ledger says about something that is offered, given or declined."""

from pos_companion.rules import Offer, Redemption, RedemptionState
from pos_companion.rules.once import COUPON_USE
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
