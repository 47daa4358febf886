"""What was promised for the next visit, and can be used now."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from pos_companion.i18n import N_, Phrase
from pos_companion.rules.effects.amount_off import AmountOff
from pos_companion.rules.effects.coupon import Coupon
from pos_companion.rules.effects.percent_off import PercentOff
from pos_companion.rules.facts import Facts
from pos_companion.rules.ledger import Ledger, Redemption, RedemptionState, Slip
from pos_companion.rules.limits import Limits, Refusal
from pos_companion.rules.occasions import SELF
from pos_companion.rules.offering import explanation
from pos_companion.rules.once import COUPON_USE
from pos_companion.rules.parts import Effect
from pos_companion.rules.results import Offer
from pos_companion.rules.rule import Rule
from pos_companion.rules.settle import effect_of

COUPON_EXPIRED = "coupon_expired"
_COUPON = "coupon"


def held_coupons(
    facts: Facts, rulebook: Iterable[Rule], ledger: Ledger, limits: Limits
) -> list[Offer]:
    """The coupons of this customer that are good today, oldest first.

    A coupon is good on a later visit than the one that earned it unless its terms say otherwise,
    within its dates, and once: its use is a Redemption of its own whose period key names the
    earning one. What it is worth was set
    aside when it was earned, so it costs nothing now and no cap of its rule stands against it; the
    visit's own limit on discounts does. One for whoever brings it stands on nobody's card.
    """
    if facts.customer.no_offers:
        return []
    rules = {rule.id: rule for rule in rulebook}
    used = {row.period_key for row in ledger.own if row.state.counts}
    offers = []
    for row in ledger.own:
        slip, rule = slip_of(row), rules.get(row.rule)
        is_earned = row.state is RedemptionState.GIVEN or (
            row.visit == facts.visit_uid and row.state.counts and is_good_at_once(row)
        )
        theirs = row.customer == facts.customer.id and is_earned
        if slip is None or slip.is_bearer or rule is None or not theirs or use_key(row) in used:
            continue
        brought = brought_coupon(Brought(row, slip, rule, row.customer), facts, limits)
        if isinstance(brought, Offer):
            offers.append(brought)
    return offers


def held_at_once(
    facts: Facts, rulebook: Iterable[Rule], lines: Sequence[Redemption]
) -> list[Offer]:
    """The coupons that lines of a visit have just earned and that are good on it."""
    if not any(map(is_good_at_once, lines)):
        return []
    ledger = Ledger(tuple(lines))
    return held_coupons(facts, rulebook, ledger, Limits(facts, ledger))


def use_key(earned: Redemption) -> str:
    """The period key of the use of a coupon: nobody uses it twice."""
    return f"{COUPON_USE}{earned.key}"


def is_good_at_once(row: Redemption) -> bool:
    """Whether a line earns a coupon of their own that may be used on the same visit."""
    coupon = _terms(row)
    return coupon is not None and coupon.same_visit and not coupon.bearer


@dataclass(frozen=True)
class Brought:
    """A coupon that is laid on the counter.

    Attributes:
        row: the line that earned it.
        owner: whom it is bound to; None for whoever brings it.
        grace: so many days after its last it may still be honoured.
    """

    row: Redemption
    slip: Slip
    rule: Rule
    owner: int | None
    grace: int = 0


def brought_coupon(brought: Brought, facts: Facts, limits: Limits) -> Offer | Refusal:
    """What a coupon is worth today, by its terms of then; or why it is not good.

    Returns:
        An offer that `needs` the reason when it is honoured after its last day.
    """
    coupon = _terms(brought.row)
    if coupon is None:
        text = N_("This coupon was made by another version of the program.")
        return Refusal("unknown_kind", Phrase(text))
    discount = _discount(coupon)
    refusal = (
        _spent(brought.slip)
        or _foreign(brought, discount, facts)
        or _outside_its_days(brought, facts, coupon)
        or limits.visit_is_full(is_discount=True, besides=brought.row.key)
    )
    if refusal is not None and refusal.code != COUPON_EXPIRED:
        return refusal
    late = 0 if refusal is None else (facts.today - brought.slip.last).days
    if late > brought.grace and refusal is not None:
        return refusal
    offer = _offer(brought.row, brought.rule, discount, facts)
    return offer if refusal is None else replace(offer, needs=refusal.code)


def slip_of(row: Redemption) -> Slip | None:
    """The coupon a line made: as it stands, or as its terms say when it was not read along."""
    if row.slip is not None:
        return row.slip
    coupon = _terms(row)
    if coupon is None:
        return None
    span = coupon.valid(row.day)
    return Slip(row.coupon, "open", span.first, span.last, coupon.bearer)


def _spent(slip: Slip) -> Refusal | None:
    if slip.state == "used":
        return Refusal("coupon_used", Phrase(N_("This coupon was used already.")))
    if slip.state == "void":
        text = N_("This coupon was taken back with the visit that made it.")
        return Refusal("coupon_void", Phrase(text))
    return None


def _foreign(brought: Brought, discount: Effect, facts: Facts) -> Refusal | None:
    if brought.owner not in {None, facts.customer.id}:
        return Refusal("coupon_other_person", Phrase(N_("This coupon was made for somebody else.")))
    if not discount.available(facts).is_yes:
        text = N_("This coupon is in {theirs}; the shop sells in {ours}.")
        values = {"theirs": brought.row.currency, "ours": facts.shop.currency}
        return Refusal("coupon_currency", Phrase(text, values), values)
    return None


def _outside_its_days(brought: Brought, facts: Facts, coupon: Coupon) -> Refusal | None:
    slip = brought.slip
    if brought.row.visit == facts.visit_uid and not coupon.same_visit:
        text = N_("This coupon is for another visit than the one that earned it.")
        return Refusal("coupon_not_yet", Phrase(text))
    if facts.today < slip.first:
        text = N_("This coupon is good from {day} on.")
        return Refusal("coupon_not_yet", Phrase(text, {"day": slip.first}),
                       {"day": slip.first.isoformat()})  # fmt: skip
    if facts.today > slip.last:
        text = N_("This coupon was good until {day}.")
        return Refusal(COUPON_EXPIRED, Phrase(text, {"day": slip.last}),
                       {"day": slip.last.isoformat()})  # fmt: skip
    return None


def _terms(row: Redemption) -> Coupon | None:
    """The coupon that a line of the ledger earned, by its terms of then."""
    written = row.reason.get("effect")
    if not isinstance(written, Mapping) or written.get("kind") != _COUPON:
        return None
    effect = effect_of(row)
    return effect if isinstance(effect, Coupon) else None


def _discount(coupon: Coupon) -> Effect:
    if coupon.basis_points:
        return PercentOff(max_amount=coupon.amount, basis_points=coupon.basis_points)
    return AmountOff(coupon.amount)


def _offer(row: Redemption, rule: Rule, discount: Effect, facts: Facts) -> Offer:
    value = discount.value(facts)
    reason = Phrase(N_("Promised on {day}"), {"day": row.day})
    say = Phrase(N_("This is what we promised you last time."))
    if row.visit == facts.visit_uid:
        reason = Phrase(N_("Earned on this visit, and good at once"))
        say = Phrase(N_("You can use it right away."))
    return Offer(
        id=f"{rule.id}:{SELF}:{COUPON_USE}{row.id}",
        rule=rule,
        effect=discount,
        title=discount.title(facts),
        reason=reason,
        say=say,
        cost=value - value,
        value=value,
        period_key=use_key(row),
        on_the_till=discount.on_the_till(facts),
        explanation=explanation(rule, discount, {"kind": "coupon", "earned": row.key}),
    )
