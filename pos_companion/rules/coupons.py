"""What was promised for the next visit, and can be used now."""

from collections.abc import Iterable, Mapping
from typing import Any

from pos_companion.errors import BadInputError
from pos_companion.i18n import N_, Phrase
from pos_companion.rules.as_json import effect_from_json
from pos_companion.rules.effects.amount_off import AmountOff
from pos_companion.rules.effects.coupon import Coupon
from pos_companion.rules.effects.percent_off import PercentOff
from pos_companion.rules.facts import Facts
from pos_companion.rules.ledger import Ledger, Redemption, RedemptionState
from pos_companion.rules.limits import Limits
from pos_companion.rules.occasions import SELF
from pos_companion.rules.offering import explanation
from pos_companion.rules.once import COUPON_USE
from pos_companion.rules.parts import Effect
from pos_companion.rules.results import Offer
from pos_companion.rules.rule import Rule


def held_coupons(
    facts: Facts, rulebook: Iterable[Rule], ledger: Ledger, limits: Limits
) -> list[Offer]:
    """The coupons of this customer that are good today, oldest first.

    A coupon is good on a later visit than the one that earned it, within its dates, and once: its
    use is a Redemption of its own whose period key names the earning one. What it is worth was set
    aside when it was earned, so it costs nothing now and no cap of its rule stands against it; the
    visit's own limit on discounts does.
    """
    rules = {rule.id: rule for rule in rulebook}
    used = {row.period_key for row in ledger.own if row.state.counts}
    offers = []
    for row in ledger.own:
        coupon = _coupon_of(row, facts)
        rule = rules.get(row.rule)
        if coupon is None or rule is None or use_key(row) in used:
            continue
        discount = _discount(coupon)
        if discount.available(facts).is_yes and _is_free(facts, limits):
            offers.append(_offer(row, rule, discount, facts))
    return offers


def use_key(earned: Redemption) -> str:
    """The period key of the use of a coupon: nobody uses it twice."""
    return f"{COUPON_USE}{earned.key}"


def _is_free(facts: Facts, limits: Limits) -> bool:
    return not facts.customer.no_offers and limits.visit_is_full(is_discount=True) is None


def _coupon_of(row: Redemption, facts: Facts) -> Coupon | None:
    """The coupon that a line of the ledger earned, by its terms of then, if it is good today."""
    written: Any = row.reason.get("effect")
    earned_before = row.customer == facts.customer.id and row.visit != facts.visit_uid
    if row.state is not RedemptionState.GIVEN or not earned_before:
        return None
    if not isinstance(written, Mapping) or written.get("kind") != "coupon":
        return None
    try:
        coupon = effect_from_json(dict(written))
    except BadInputError:
        # Terms written by another version: no reason to keep the whole card from the counter.
        return None
    if not isinstance(coupon, Coupon):
        return None
    return coupon if coupon.valid(row.day).days_from(facts.today) == 0 else None


def _discount(coupon: Coupon) -> Effect:
    if coupon.basis_points:
        return PercentOff(max_amount=coupon.amount, basis_points=coupon.basis_points)
    return AmountOff(coupon.amount)


def _offer(row: Redemption, rule: Rule, discount: Effect, facts: Facts) -> Offer:
    value = discount.value(facts)
    return Offer(
        id=f"{rule.id}:{SELF}:{COUPON_USE}{row.id}",
        rule=rule,
        effect=discount,
        title=discount.title(facts),
        reason=Phrase(N_("Promised on {day}"), {"day": row.day}),
        say=Phrase(N_("This is what we promised you last time.")),
        cost=value - value,
        value=value,
        period_key=use_key(row),
        on_the_till=discount.on_the_till(facts),
        explanation=explanation(rule, discount, {"kind": "coupon", "earned": row.key}),
    )
