"""Promises Offers: accepted, released, declined, and judged again by what other tills did.

A limit that another till used up meanwhile is found out inside the transaction; the unique keys of
the ledger have the last word.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from pos_companion.errors import (
    CompanionError,
    LimitReachedError,
    NotFoundError,
    OutOfStockError,
    RefusedError,
)
from pos_companion.i18n import N_, Phrase
from pos_companion.model.giving import Beyond, OwnReason
from pos_companion.model.staff import Approval, Right
from pos_companion.rules import Evaluation, Offer, Redemption, RedemptionState, Rule, WhyNot
from pos_companion.rules.coupons import COUPON_EXPIRED, use_key
from pos_companion.rules.evaluate import evaluate
from pos_companion.rules.once import COUPON_USE
from pos_companion.services import Shop
from pos_companion.services.approvals import NEEDS_APPROVAL, require_approval
from pos_companion.services.counting import ledger_for
from pos_companion.services.coupons import give_coupon_back, offer_of, use_coupon
from pos_companion.services.ledger_lines import key_of, line_for, note_line
from pos_companion.services.look_up import Found
from pos_companion.services.sign_in import require


def accept_offer(
    shop: Shop,
    found: Found,
    offer: Offer,
    approval: Approval | None = None,
    reason: OwnReason | None = None,
) -> Redemption:
    """Promise an offer: from now on its gift and its budget are reserved for this visit.

    Args:
        approval: a second person's yes, for an offer of `Evaluation.to_approve`.
        reason: why; it is kept, and a rule that requires one gives nothing without.

    Raises:
        LimitReachedError, OutOfStockError: somebody else was quicker; nothing was reserved.
        NotAllowedError: whoever is at the counter may not give, or a yes is missing.
        RefusedError: the visit is recorded already, or a reason is missing.
    """
    require(shop, Right.GIVE)
    with shop.storage.transaction():
        require_open(shop, found.visit_uid)
        redemption = promise(shop, found, offer, approval, reason)
        note_line(shop, "accept", redemption)
    return redemption


def release_offers(shop: Shop, visit_uid: str, offer_id: str = "") -> None:
    """Give back what was promised to a visit that is not recorded; all of it, or one offer."""
    with shop.storage.transaction():
        gone: set[str] = set()
        for row in shop.storage.ledger.of_visit(visit_uid):
            # With a coupon goes its use on the same visit.
            wanted = offer_id in {"", row.offer} or row.period_key in gone
            if row.state is RedemptionState.ACCEPTED and wanted:
                _release(shop, row)
                gone.add(use_key(row))


def release_forgotten(shop: Shop) -> None:
    """Give back what was promised to visits of an earlier day that were never recorded."""
    start = shop.time.day_start(shop.today)
    for uid in shop.storage.ledger.forgotten_visits(start):
        release_offers(shop, uid)


def end_shift(shop: Shop, keep: str = "") -> int:
    """Give back what this till promised to visits that are not recorded.

    Args:
        keep: uid of the visit that goes on with whoever comes next; empty for none.

    Returns:
        How many promises were given back.
    """
    with shop.storage.transaction():
        rows = [
            row for row in shop.storage.ledger.promised_at(shop.settings.till) if row.visit != keep
        ]
        for row in rows:
            _release(shop, row)
    return len(rows)


def _release(shop: Shop, row: Redemption) -> None:
    shop.storage.ledger.settle(row.id, RedemptionState.RELEASED, shop.clock.now())
    give_coupon_back(shop, row)
    note_line(shop, "release", row)


def offer_called(result: Evaluation | Found, wanted: str) -> Offer:
    """The offer with this id, or the first of the rule with this id.

    Raises:
        NotFoundError, OutOfStockError, LimitReachedError: it is not to be had now, and why.
    """
    for offer in result.offers:
        if wanted in {offer.id, offer.rule.id}:
            return offer
    rule = wanted.partition(":")[0]
    why = next((no for no in result.why_not if no.rule.id == rule), None)
    if f":{COUPON_USE}" in wanted:
        raise LimitReachedError(N_("This coupon was used already, or it is not good today."))
    if why is None:
        raise NotFoundError(N_("There is no offer called {offer}."), offer=wanted)
    raise _refusal(why.code)(
        N_("{offer} cannot be given now. {why}"), offer=Phrase(why.rule.name), why=why.sentence
    )


def _refusal(code: str) -> type[CompanionError]:
    """What stands in the way, for programs: nothing on the shelf, used up, or not fulfilled."""
    if code == "out_of_stock":
        return OutOfStockError
    used_up = code == "already_given" or code.startswith(("cap_", "budget_"))
    return LimitReachedError if used_up else NotFoundError


def require_open(shop: Shop, visit_uid: str) -> None:
    """Go on only while a visit is not recorded.

    Raises:
        RefusedError: it is.
    """
    if shop.storage.visits.get(visit_uid) is not None:
        raise RefusedError(N_("This visit is recorded already."))


def promise(
    shop: Shop,
    found: Found,
    offer: Offer,
    approval: Approval | None = None,
    reason: OwnReason | None = None,
) -> Redemption:
    """Judge the offer again by the ledger as it is now, and write it down.

    Whoever calls it has made sure that whoever is at the counter may give.
    """
    ledger = shop.storage.ledger
    rows = ledger.of_visit(found.visit_uid)
    again = promised_already(rows, offer)
    if again is not None:
        return again
    _require_reason(offer, reason)
    by = _agreed(shop, found, offer, approval)
    key = key_of(found, offer)
    before = next((row for row in rows if row.key == key), None)
    if before is not None and before.state.counts:
        if before.state is RedemptionState.GIVEN:
            raise LimitReachedError(N_("This was already given on this visit."))
        # Another gift of the same rule was chosen instead.
        ledger.settle(before.id, RedemptionState.RELEASED, shop.clock.now())
    exception = _judge_again(shop, found, offer)
    line = line_for(shop, found, offer, RedemptionState.ACCEPTED)
    if by or exception:
        line = replace(line, approver=by, exception=exception)
    if reason is not None:
        line = replace(line, reason={**line.reason, "own": reason.value})
    now = shop.clock.now()
    written = ledger.revive(before.id, line, now) if before else ledger.add(line, now)
    use_coupon(shop, written)
    return written


def promised_already(rows: Iterable[Redemption], offer: Offer) -> Redemption | None:
    """The line of a visit by which an offer was promised or given; None when it was not.

    Args:
        rows: of the visit.
    """
    return next((row for row in rows if row.offer == offer.id and row.state.counts), None)


def write_line(shop: Shop, line: Redemption) -> Redemption:
    """Write a line of the ledger, or the one of its key anew."""
    before = shop.storage.ledger.by_key(line.key)
    if before is not None:
        return shop.storage.ledger.revive(before.id, line, shop.clock.now())
    return shop.storage.ledger.add(line, shop.clock.now())


def _require_reason(offer: Offer, reason: OwnReason | None) -> None:
    """Whoever brings a coupon was given it before."""
    if offer.rule.reason_required and reason is None and not _is_use(offer):
        raise RefusedError(N_("Choose why first: “{rule}” asks for a reason."),
                           rule=Phrase(offer.rule.name))  # fmt: skip


def _is_use(offer: Offer) -> bool:
    return offer.period_key.startswith(COUPON_USE)


def _agreed(shop: Shop, found: Found, offer: Offer, approval: Approval | None) -> str:
    """Who agreed to an offer that needs it; empty when nobody has to."""
    if offer.needs in NEEDS_APPROVAL:
        return require_approval(shop, found, offer, approval)
    if _is_use(offer):
        return ""
    if offer.needs or not offer.rule.version:
        raise RefusedError(N_("Choose a reason first: no rule of the shop gives this."))
    return ""


def _judge_again(shop: Shop, found: Found, offer: Offer) -> str:
    """Whether the offer still stands, by the shelf and the ledger as they are now.

    Returns:
        In which way it goes beyond what was planned; empty when it does not.
    """
    if _is_use(offer):
        return _judge_coupon(shop, found, offer)
    if _stands_as_read(shop, found, offer):
        return ""
    result = judged_now(shop, found, offer)
    if offer.id in {one.id for one in result.offers}:
        return ""
    why = why_gone(result, offer)
    kind = OutOfStockError if why and why.code == "out_of_stock" else LimitReachedError
    raise kind(
        N_("{gift} cannot be given any more. {why}"),
        gift=offer.title,
        why=why.sentence if why else "",
    )


def _stands_as_read(shop: Shop, found: Found, offer: Offer) -> bool:
    """Whether judging again would ask the same and so answer the same, inside the transaction.

    Nobody, at this till or another one, has written anything since the card was read, the facts
    are those that were made of it, and the day is the same. A server never tells so much.
    """
    if found.as_read is None or offer.needs or not any(one is offer for one in found.offers):
        return False
    version, facts = found.as_read
    same_facts = facts is found.facts and facts.today == shop.today
    return same_facts and version == shop.storage.ledger.version()


def judged_now(shop: Shop, found: Found, offer: Offer) -> Evaluation:
    """The rule of an offer and its rivals, by the shelf and the ledger as they are now."""
    facts = replace(
        found.facts,
        gifts=shop.storage.stock.gifts(shop.profile.currency),
        today=shop.today,
        approved=frozenset({offer.id} if offer.needs else ()),
    )
    rivals = _rivals(offer.rule, found.rules)
    now = ledger_for(shop, facts.customer, found.rules, found.visit_uid)
    return evaluate(facts, rivals, now)


def why_gone(result: Evaluation, offer: Offer) -> WhyNot | None:
    """Why the rule of an offer makes none any more; None when it was not said."""
    return next((no for no in result.why_not if no.rule.id == offer.rule.id), None)


def _rivals(rule: Rule, rulebook: Sequence[Rule]) -> tuple[Rule, ...]:
    """The rule and all that may stand in its way: its group, and whatever excludes others."""
    return tuple(
        one
        for one in rulebook
        if one.id == rule.id or one.excludes or (rule.group and one.group == rule.group)
    )


def _judge_coupon(shop: Shop, found: Found, offer: Offer) -> str:
    kept = shop.storage.coupons.earned_by(offer.period_key.removeprefix(COUPON_USE))
    if kept is None and offer.id in {one.id for one in judged_now(shop, found, offer).offers}:
        # It is earned on this visit, and made when the visit is recorded.
        return ""
    if kept is None:
        raise LimitReachedError(N_("This coupon was used already, or it is not good today."))
    now = ledger_for(shop, found.facts.customer, found.rules, found.visit_uid)
    fresh = offer_of(shop, found, kept, now)
    return Beyond.OLD_COUPON.value if fresh.needs == COUPON_EXPIRED else ""
