"""Promises an Offer, records the visit, and takes it back.

A visit and everything given on it are written in one transaction. The visit's uid is made when
the card opens, so the same deed sent twice is the same visit. A limit that another till used up
meanwhile is found out inside the transaction; the unique keys of the ledger have the last word.
"""

from dataclasses import dataclass, field, replace

from pos_companion.errors import LimitReachedError, NotFoundError, OutOfStockError, RefusedError
from pos_companion.i18n import N_, Phrase
from pos_companion.insight.greeting import closing
from pos_companion.model.visits import Basket, Visit, VisitKind
from pos_companion.rules import Offer, Redemption, RedemptionState
from pos_companion.rules.evaluate import evaluate
from pos_companion.services import Shop
from pos_companion.services.coupons import make_coupon
from pos_companion.services.look_up import Found, ledger_for, open_card


@dataclass(frozen=True)
class VisitDeed:
    """What the button says will be written.

    Attributes:
        uid: of this visit; sent again it is the same visit.
        take: the offers that go with it, promised before or not.
    """

    uid: str
    customer: int
    basket: Basket = field(default_factory=Basket)
    kind: VisitKind = VisitKind.BOUGHT
    take: tuple[Offer, ...] = ()


@dataclass(frozen=True)
class Recorded:
    """A visit that is on the disk.

    Attributes:
        closing: what to say at the end.
        redemptions: what was given on it.
    """

    uid: str
    customer: int
    closing: Phrase
    redemptions: tuple[Redemption, ...] = ()


@dataclass(frozen=True)
class Undone:
    """A visit that no longer counts.

    Attributes:
        visit: as it was, for putting it back on the counter.
        offers: ids of the offers that had been given on it.
    """

    visit: Visit
    offers: tuple[str, ...] = ()


def accept_offer(shop: Shop, found: Found, offer: Offer) -> Redemption:
    """Promise an offer: from now on its gift and its budget are reserved for this visit.

    Raises:
        LimitReachedError, OutOfStockError: somebody else was quicker; nothing was reserved.
    """
    with shop.storage.transaction():
        redemption = _promise(shop, found, offer)
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


def record_visit(shop: Shop, deed: VisitDeed) -> Recorded:
    """Write a visit with all that was given on it; returns when it is on the disk.

    Raises:
        NotFoundError: there is no such customer.
        RefusedError: this visit was taken back, or belongs to somebody else.
        LimitReachedError, OutOfStockError: an offer has just gone; nothing was written.
        NotSavedError, BusyError: it could not be written; nothing was.
    """
    with shop.storage.transaction():
        before = shop.storage.visits.get(deed.uid)
        given = _write(shop, deed) if before is None else _same_again(shop, before, deed)
    customer = shop.storage.people.get(deed.customer)
    if customer is None:
        raise NotFoundError(N_("This customer is not in the records any more."))
    return Recorded(deed.uid, deed.customer, closing(customer, shop.wall), given)


def undo_visit(shop: Shop, uid: str) -> Undone:
    """Take a visit back: counts, caps, gifts and coupons are as they were before it.

    Raises:
        NotFoundError: there is no such visit.
    """
    with shop.storage.transaction():
        visit = shop.storage.visits.get(uid)
        if visit is None:
            raise NotFoundError(N_("There is no visit with this id."))
        rows = shop.storage.ledger.of_visit(uid)
        offers = tuple(row.offer for row in rows if row.state is not RedemptionState.DECLINED)
        if visit.voided_at is None:
            shop.storage.visits.void(uid, shop.clock.now())
            for row in rows:
                _take_back(shop, row)
            shop.storage.audit.note(shop.clock.now(), shop.staff, "undo", visit=uid)
    return Undone(visit, offers)


def release_forgotten(shop: Shop) -> None:
    """Give back what was promised to visits of an earlier day that were never recorded."""
    start = shop.time.day_start(shop.today)
    for uid in shop.storage.ledger.forgotten_visits(start):
        release_offers(shop, uid)


def _write(shop: Shop, deed: VisitDeed) -> tuple[Redemption, ...]:
    if shop.storage.people.get(deed.customer) is None:
        raise NotFoundError(N_("This customer is not in the records any more."))
    given = [_give(shop, deed, offer) for offer in deed.take]
    kept = {row.id for row in given}
    for row in shop.storage.ledger.of_visit(deed.uid):
        if row.state is RedemptionState.ACCEPTED and row.id not in kept:
            shop.storage.ledger.settle(row.id, RedemptionState.RELEASED, shop.clock.now())
    shop.storage.visits.record(
        Visit(
            uid=deed.uid,
            customer=deed.customer,
            at=shop.clock.now(),
            day=shop.today,
            basket=deed.basket,
            kind=deed.kind,
            till=shop.settings.till,
            staff=shop.staff,
        )
    )
    shop.storage.audit.note(
        shop.clock.now(), shop.staff, "visit", visit=deed.uid, customer=deed.customer,
        given=[row.id for row in given],
    )  # fmt: skip
    return tuple(given)


def _same_again(shop: Shop, before: Visit, deed: VisitDeed) -> tuple[Redemption, ...]:
    if before.customer != deed.customer:
        raise RefusedError(N_("A visit with this id was recorded for somebody else."))
    if before.voided_at is not None:
        raise RefusedError(
            N_("This visit was taken back. Open the card again to record a new one.")
        )
    rows = shop.storage.ledger.of_visit(deed.uid)
    return tuple(row for row in rows if row.state is RedemptionState.GIVEN)


def _give(shop: Shop, deed: VisitDeed, offer: Offer) -> Redemption:
    """Hand over an offer, promised before or only now; inside the visit's transaction."""
    found = open_card(shop, deed.customer, deed.uid)
    redemption = shop.storage.ledger.by_key(_key(found, offer))
    if redemption is None or redemption.state is not RedemptionState.ACCEPTED:
        redemption = _promise(shop, found, offer)
    if redemption.gift is not None and not shop.storage.stock.take(redemption.gift):
        raise OutOfStockError(N_("The last {gift} has just gone."), gift=offer.title)
    facts = found.facts.with_basket(deed.basket)
    if offer.effect.is_discount and deed.basket.lines:
        worth = offer.effect.value(facts).at_most(offer.cost)
        shop.storage.ledger.settle_amount(redemption.id, worth.amount)
    shop.storage.ledger.settle(redemption.id, RedemptionState.GIVEN, shop.clock.now())
    make_coupon(shop, offer, redemption)
    return shop.storage.ledger.by_key(redemption.key) or redemption


def _promise(shop: Shop, found: Found, offer: Offer) -> Redemption:
    """Judge the offer again by the ledger as it is now, and write it down."""
    ledger = shop.storage.ledger
    before = ledger.by_key(_key(found, offer))
    if before is not None and before.state in {RedemptionState.ACCEPTED, RedemptionState.GIVEN}:
        return before
    facts = replace(
        found.facts, gifts=shop.storage.stock.gifts(shop.profile.currency), today=shop.today
    )
    now = ledger_for(shop, facts.customer, found.rules, found.visit_uid)
    result = evaluate(facts, found.rules, now)
    if offer.id not in {one.id for one in result.offers}:
        why = next((no for no in result.why_not if no.rule.id == offer.rule.id), None)
        kind = OutOfStockError if why and why.code == "out_of_stock" else LimitReachedError
        raise kind(
            N_("{gift} cannot be given any more. {why}"),
            gift=offer.title,
            why=why.sentence if why else "",
        )
    redemption = _redemption(shop, found, offer, RedemptionState.ACCEPTED)
    if before is not None:
        return ledger.revive(before.id, redemption, shop.clock.now())
    return ledger.add(redemption, shop.clock.now())


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


def _take_back(shop: Shop, row: Redemption) -> None:
    if row.state is RedemptionState.GIVEN and row.gift is not None:
        shop.storage.stock.put_back(row.gift)
    if row.coupon:
        shop.storage.ledger.drop_coupon(row.coupon)
    if row.state in {RedemptionState.GIVEN, RedemptionState.ACCEPTED}:
        shop.storage.ledger.settle(row.id, RedemptionState.VOIDED, shop.clock.now())


def _note(shop: Shop, what: str, row: Redemption) -> None:
    shop.storage.audit.note(
        shop.clock.now(), shop.staff, what, redemption=row.id, rule=row.rule, visit=row.visit,
        customer=row.customer, cost=row.cost,
    )  # fmt: skip
