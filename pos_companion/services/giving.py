"""Kindness beyond the rules: a cashier's own budget, a yes against a no, the last one honoured.

Inside the own budget nobody is asked; a reason is always chosen. Beyond it a second person agrees,
or it is given anyway and a manager sees it the day after. What is firm stays firm (`rules/beyond`).
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from pos_companion.errors import (
    CompanionError,
    LimitReachedError,
    NotFoundError,
    OutOfStockError,
    RefusedError,
)
from pos_companion.i18n import N_
from pos_companion.model.giving import Beyond, OwnReason, Waiver, WhenLastIsGone
from pos_companion.model.money import Money
from pos_companion.model.staff import Approval, Right
from pos_companion.rules import Facts, Offer, Redemption, RedemptionState, WhyNot
from pos_companion.rules.beyond import offers_beyond
from pos_companion.rules.guards import refused_by_approval
from pos_companion.rules.own_budget import OWN, OwnChoice, own_choice, own_rule
from pos_companion.services import Shop
from pos_companion.services.approvals import require_approval
from pos_companion.services.counting import ledger_for
from pos_companion.services.ledger_lines import key_of, line_for, note_line
from pos_companion.services.look_up import Found
from pos_companion.services.offers import judged_now, require_open, why_gone, write_line
from pos_companion.services.sign_in import require

_AMOUNTS = (50, 100, 200, 300, 500)
"""Minor units that can be taken off without a rule, as far as the shop allows."""
_USED_UP = (
    "budget_", "cap_rule", "cap_group", "cap_all", "cap_staff", "cap_till", "cap_shop",
)  # fmt: skip
"""Limits another till can use up; what somebody has had already is no last one."""


@dataclass(frozen=True)
class Given:
    """How something beyond the rules comes to be given.

    Attributes:
        reason: always chosen.
        approval: a second person's yes; None when nobody was asked.
        waiver: why it is given although it is known not to suit them.
    """

    reason: OwnReason
    approval: Approval | None = None
    waiver: Waiver = Waiver.NONE


def own_budget(shop: Shop, found: Found, waiver: Waiver = Waiver.NONE) -> OwnChoice:
    """What whoever is at the counter may give of their own accord now, and what is left of it.

    Args:
        waiver: also what is known not to suit them, for this reason.
    """
    facts = _facts_now(shop, found, waiver)
    return own_choice(facts, ledger_for(shop, facts.customer, found.rules, found.visit_uid),
                      _amounts(facts))  # fmt: skip


def ways_to_say_yes(shop: Shop, found: Found, rule: str = "") -> tuple[Offer, ...]:
    """What can be done when a rule says no, the ones that need nothing more first.

    Args:
        rule: of a `WhyNot`; empty asks for the own budget alone.

    Returns:
        What fits the own budget; what a second person may agree to; what the rule would give
        against its no.
    """
    own = own_budget(shop, found).offers
    inside = tuple(one for one in own if not one.needs)
    asking = tuple(one for one in found.to_approve if one.rule.id == rule)
    return (*inside, *asking, *against_the_rule(found, rule))


def against_the_rule(found: Found, rule: str, waiver: Waiver = Waiver.NONE) -> tuple[Offer, ...]:
    """What a rule that says no would give; nothing when a firm reason stands against it."""
    why = next((no for no in found.why_not if no.rule.id == rule), None)
    facts = replace(found.facts, waived=bool(waiver))
    return () if why is None else offers_beyond(why, facts)


def give_own(shop: Shop, found: Found, offer: Offer, how: Given) -> Redemption:
    """Promise something of the own budget, judged again by what was given meanwhile.

    Args:
        offer: of `own_budget`; one beyond the budget needs an approval, or is flagged.

    Raises:
        NotAllowedError: whoever is at the counter may not give, or has to ask first.
        OutOfStockError, NotFoundError: it cannot be given any more.
        RefusedError: the visit is recorded already.
    """
    require(shop, Right.GIVE)
    with shop.storage.transaction():
        require_open(shop, found.visit_uid)
        again = _same(shop, found, offer)
        if again is not None:
            return again
        now = own_budget(shop, found, how.waiver).offers
        offer = _still(offer, now)
        return _give(shop, found, offer, how)


def give_anyway(shop: Shop, found: Found, offer: Offer, how: Given) -> Redemption:
    """Say yes although a rule says no; a manager sees it the day after.

    Args:
        offer: of `against_the_rule`.

    Raises:
        as `give_own`.
    """
    require(shop, Right.GIVE)
    with shop.storage.transaction():
        require_open(shop, found.visit_uid)
        again = _same(shop, found, offer)
        if again is not None:
            return again
        fresh = replace(found, facts=_facts_now(shop, found, how.waiver))
        now = against_the_rule(fresh, offer.rule.id, how.waiver)
        return _give(shop, fresh, _still(offer, now), how)


def honour_offer(shop: Shop, found: Found, offer: Offer) -> Redemption:
    """Two tills gave the last one at the same moment: honour it out of the own budget.

    The limit of the rule is not overshot: it is the cashier who gives, and a manager sees it.

    Args:
        offer: as shown before another till was quicker.

    Raises:
        RefusedError: the shop is strict about it, or nobody was quicker.
        LimitReachedError: the own budget has no room either.
        OutOfStockError: what is not there cannot be given.
        NotAllowedError: whoever is at the counter may not give.
    """
    require(shop, Right.GIVE)
    with shop.storage.transaction():
        own = _honoured(shop, found, offer)
        line = line_for(shop, found, own, RedemptionState.ACCEPTED)
        line = replace(line, exception=Beyond.LAST_ONE.value)
        return _written(shop, replace(line, reason={**line.reason, "own": Beyond.LAST_ONE.value}))


def can_be_honoured(shop: Shop, found: Found, offer: Offer) -> bool:
    """Whether `honour_offer` would give it now."""
    try:
        require(shop, Right.GIVE)
        _honoured(shop, found, offer)
    except CompanionError:
        return False
    return True


def _honoured(shop: Shop, found: Found, offer: Offer) -> Offer:
    """The same thing out of the own budget; refused as `honour_offer` says."""
    require_open(shop, found.visit_uid)
    if shop.profile.when_last_is_gone is WhenLastIsGone.STRICT:
        raise RefusedError(N_("Somebody else was quicker, and this shop is strict about it."))
    facts = _facts_now(shop, found, Waiver.NONE)
    if not offer.effect.available(facts).is_yes:
        raise OutOfStockError(N_("The last {gift} has just gone."), gift=offer.title)
    gone = why_gone(judged_now(shop, found, offer), offer)
    if offer.needs or gone is None or not _used_up(gone):
        raise RefusedError(N_("Nobody else was quicker: only what was used up can be honoured."))
    left = own_budget(shop, found)
    room = min(left.left_today.amount, left.left_for_them.amount)
    if offer.cost.amount > room:
        raise LimitReachedError(N_("Your own budget has no room for this today."))
    own = own_rule(facts, offer.effect)
    return replace(offer, rule=own, period_key="", needs=Beyond.LAST_ONE.value)


def _used_up(gone: WhyNot) -> bool:
    """Whether a limit was used up that others use as well; one of this visit says no figures."""
    figures = gone.explanation.get("with")
    return bool(figures) and gone.code.startswith(_USED_UP) and gone.code != "budget_visit"


def _give(shop: Shop, found: Found, offer: Offer, how: Given) -> Redemption:
    line = line_for(shop, found, offer, RedemptionState.ACCEPTED)
    firm = refused_by_approval(offer.rule, found.facts) is not None
    if firm or (offer.needs and how.approval is not None):
        line = replace(line, approver=require_approval(shop, found, offer, how.approval))
    elif offer.needs:
        line = replace(line, exception=Beyond.YES_ANYWAY.value)
    if how.waiver:
        line = replace(line, exception=Beyond.WAIVED.value)
    reason = {**line.reason, "own": how.reason.value, "waiver": how.waiver.value}
    return _written(shop, replace(line, reason=reason))


def _written(shop: Shop, line: Redemption) -> Redemption:
    before = shop.storage.ledger.by_key(line.key)
    if before is not None and before.state is RedemptionState.GIVEN:
        raise LimitReachedError(N_("This was already given on this visit."))
    line = write_line(shop, line)
    note_line(shop, "give_beyond" if line.exception else "give_own", line)
    return line


def _same(shop: Shop, found: Found, offer: Offer) -> Redemption | None:
    """What the same deed wrote before."""
    row = shop.storage.ledger.by_key(key_of(found, offer))
    return row if row is not None and row.state.counts and row.offer == offer.id else None


def _still(offer: Offer, now: Sequence[Offer]) -> Offer:
    found = next((one for one in now if one.id == offer.id), None)
    if found is None and offer.effect.taken_from_shelf:
        raise OutOfStockError(N_("{gift} cannot be given now."), gift=offer.title)
    if found is None:
        raise NotFoundError(N_("{gift} cannot be given now."), gift=offer.title)
    return found


def _facts_now(shop: Shop, found: Found, waiver: Waiver) -> Facts:
    gifts = shop.storage.stock.gifts(shop.profile.currency)
    return replace(
        found.facts, gifts=gifts, today=shop.today, staff=shop.staff, waived=bool(waiver)
    )


def _amounts(facts: Facts) -> tuple[Money, ...]:
    """What can be taken off at once; nothing is tempting beyond what the shop allows."""
    most = facts.circumstances.own.most_off
    return tuple(Money(one, facts.shop.currency) for one in _AMOUNTS if one <= most)


__all__ = [
    "OWN", "Given", "against_the_rule", "can_be_honoured", "give_anyway", "give_own",
    "honour_offer", "own_budget", "ways_to_say_yes",
]  # fmt: skip
