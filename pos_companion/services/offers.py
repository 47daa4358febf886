"""Promises Offers: accepted, released, declined, and judged again by what other tills did.

A limit that another till used up meanwhile is found out inside the transaction; the unique keys of
the ledger have the last word.
"""

from dataclasses import replace

from pos_companion.errors import (
    CompanionError,
    LimitReachedError,
    NotFoundError,
    OutOfStockError,
    RefusedError,
)
from pos_companion.i18n import N_, Phrase
from pos_companion.rules import Evaluation, Offer, Redemption, RedemptionState
from pos_companion.rules.evaluate import evaluate
from pos_companion.rules.once import COUPON_USE
from pos_companion.services import Shop
from pos_companion.services.look_up import Found, ledger_for


def accept_offer(shop: Shop, found: Found, offer: Offer) -> Redemption:
    """Promise an offer: from now on its gift and its budget are reserved for this visit.

    Raises:
        LimitReachedError, OutOfStockError: somebody else was quicker; nothing was reserved.
        RefusedError: the visit is recorded already.
    """
    with shop.storage.transaction():
        if shop.storage.visits.get(found.visit_uid) is not None:
            raise RefusedError(N_("This visit is recorded already."))
        redemption = promise(shop, found, offer)
        _note(shop, "accept", redemption)
    return redemption


def release_offers(shop: Shop, visit_uid: str, offer_id: str = "") -> None:
    """Give back what was promised to a visit that is not recorded; all of it, or one offer."""
    with shop.storage.transaction():
        for row in shop.storage.ledger.of_visit(visit_uid):
            if row.state is RedemptionState.ACCEPTED and offer_id in {"", row.offer}:
                shop.storage.ledger.settle(row.id, RedemptionState.RELEASED, shop.clock.now())
                _note(shop, "release", row)


def decline_offer(shop: Shop, found: Found, offer: Offer, why: str = "") -> None:
    """Note that they did not want it; it is not offered again on this visit."""
    redemption = _redemption(shop, found, offer, RedemptionState.DECLINED)
    redemption = replace(redemption, key=redemption.key + "/declined", period_key="")
    redemption = replace(redemption, reason={**redemption.reason, "declined": why})
    with shop.storage.transaction():
        if shop.storage.ledger.by_key(redemption.key) is None:
            _note(shop, "decline", shop.storage.ledger.add(redemption, shop.clock.now()))


def release_forgotten(shop: Shop) -> None:
    """Give back what was promised to visits of an earlier day that were never recorded."""
    start = shop.time.day_start(shop.today)
    for uid in shop.storage.ledger.forgotten_visits(start):
        release_offers(shop, uid)


def offer_called(result: Evaluation, wanted: str) -> Offer:
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


def promise(shop: Shop, found: Found, offer: Offer) -> Redemption:
    """Judge the offer again by the ledger as it is now, and write it down."""
    ledger = shop.storage.ledger
    before = ledger.by_key(_key(found, offer))
    if before is not None and before.state.counts:
        if before.offer == offer.id:
            return before
        if before.state is RedemptionState.GIVEN:
            raise LimitReachedError(N_("This was already given on this visit."))
        # Another gift of the same rule was chosen instead.
        ledger.settle(before.id, RedemptionState.RELEASED, shop.clock.now())
    _judge_again(shop, found, offer)
    redemption = _redemption(shop, found, offer, RedemptionState.ACCEPTED)
    if before is not None:
        return ledger.revive(before.id, redemption, shop.clock.now())
    return ledger.add(redemption, shop.clock.now())


def _judge_again(shop: Shop, found: Found, offer: Offer) -> None:
    """Whether the offer still stands, by the shelf and the ledger as they are now."""
    facts = replace(
        found.facts, gifts=shop.storage.stock.gifts(shop.profile.currency), today=shop.today
    )
    now = ledger_for(shop, facts.customer, found.rules, found.visit_uid)
    result = evaluate(facts, found.rules, now)
    if offer.id in {one.id for one in result.offers}:
        return
    why = next((no for no in result.why_not if no.rule.id == offer.rule.id), None)
    kind = OutOfStockError if why and why.code == "out_of_stock" else LimitReachedError
    raise kind(
        N_("{gift} cannot be given any more. {why}"),
        gift=offer.title,
        why=why.sentence if why else "",
    )


def _redemption(shop: Shop, found: Found, offer: Offer, state: RedemptionState) -> Redemption:
    return Redemption(
        key=_key(found, offer),
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
        offer=offer.id,
        reason=offer.explanation,
    )


def _key(found: Found, offer: Offer) -> str:
    return f"{found.visit_uid}/{offer.rule.id}/{offer.beneficiary}"


def _note(shop: Shop, what: str, row: Redemption) -> None:
    shop.storage.audit.note(
        shop.clock.now(), shop.staff, what, redemption=row.id, rule=row.rule, visit=row.visit,
        customer=row.customer, cost=row.cost,
    )  # fmt: skip
