"""Records the visit with all that is given on it, and takes it back.

A visit and everything given on it are written in one transaction. The visit's uid is made when
the card opens, so the same deed sent twice is the same visit.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from pos_companion.errors import NotFoundError, OutOfStockError, RefusedError
from pos_companion.i18n import N_, Phrase
from pos_companion.insight.celebrations import coming_up
from pos_companion.insight.closing import closing
from pos_companion.model.facts import FactKind
from pos_companion.model.people import Customer
from pos_companion.model.staff import Right
from pos_companion.model.visits import NOTHING_SAID, Basket, Impression, Visit, VisitKind
from pos_companion.rules import Offer, Redemption, RedemptionState, Turn
from pos_companion.rules.settle import settle
from pos_companion.services import Shop
from pos_companion.services.coupons import close_coupon, give_coupon_back, make_coupon
from pos_companion.services.declining import decline_offer
from pos_companion.services.finding import whoever
from pos_companion.services.impressions import to_keep
from pos_companion.services.look_up import open_card
from pos_companion.services.offers import (
    accept_offer,
    promise,
    promised_already,
    release_forgotten,
    release_offers,
)
from pos_companion.services.prompts import hushed_keys, without_hushed
from pos_companion.services.sign_in import require
from pos_companion.services.withheld import celebrations_for, facts_for

__all__ = [
    "Recorded",
    "Undone",
    "VisitDeed",
    "accept_offer",
    "decline_offer",
    "record_visit",
    "release_forgotten",
    "release_offers",
    "undo_visit",
]


@dataclass(frozen=True)
class VisitDeed:
    """What the button says will be written.

    Attributes:
        uid: of this visit; sent again it is the same visit.
        take: the offers that go with it, promised before or not.
        impression: who came along and how they seemed; nothing of it has to be said.
    """

    uid: str
    customer: int
    basket: Basket = field(default_factory=Basket)
    kind: VisitKind = VisitKind.BOUGHT
    take: tuple[Offer, ...] = ()
    impression: Impression = NOTHING_SAID


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


_TAKEN = {RedemptionState.ACCEPTED, RedemptionState.GIVEN, RedemptionState.VOIDED}


def record_visit(shop: Shop, deed: VisitDeed) -> Recorded:
    """Write a visit with all that was given on it; returns when it is on the disk.

    Raises:
        NotFoundError: there is no such customer.
        RefusedError: this visit was taken back, or belongs to somebody else.
        LimitReachedError, OutOfStockError: an offer has just gone; nothing was written.
        NotSavedError, BusyError: it could not be written; nothing was.
    """
    with shop.storage.transaction():
        # The card may have been open while their record became part of another one.
        customer = whoever(shop, deed.customer)
        if customer is None:
            raise NotFoundError(N_("This customer is not in the records any more."))
        felt = to_keep(shop, customer, deed.impression)
        deed = replace(deed, customer=customer.id, impression=felt)
        before = shop.storage.visits.get(deed.uid)
        if before is not None:
            given = _same_again(shop, before, deed)
        else:
            given = _write(shop, deed)
            customer = replace(customer, visits=customer.visits + 1)
    return Recorded(deed.uid, deed.customer, _last_words(shop, customer), given)


def undo_visit(shop: Shop, uid: str) -> Undone:
    """Take a visit back: counts, caps, gifts, coupons and wishes are as they were before it.

    Raises:
        NotFoundError: there is no such visit.
    """
    with shop.storage.transaction():
        visit = shop.storage.visits.get(uid)
        if visit is None:
            raise NotFoundError(N_("There is no visit with this id."))
        rows = shop.storage.ledger.of_visit(uid)
        offers = tuple(row.offer for row in rows if row.state in _TAKEN)
        if visit.voided_at is None:
            shop.storage.visits.void(uid, shop.clock.now())
            for row in rows:
                _take_back(shop, row)
            shop.storage.wishes.drop_of_visit(visit.customer, uid)
            shop.storage.audit.note(shop.clock.now(), shop.staff, "undo", visit=uid)
    return Undone(visit, offers)


def _last_words(shop: Shop, customer: Customer) -> Phrase:
    """What to say at the end.

    Args:
        customer: with this visit counted.
    """
    members = shop.storage.people.members(customer.household)
    told = celebrations_for(customer, shop.storage.people.celebrations(customer, members))
    remarks = shop.storage.care.open_remarks(customer.id)
    hushed = hushed_keys(remarks.asked, customer, members, shop.today)
    told = without_hushed(told, hushed, customer, members)
    coming = (
        () if customer.no_celebrations else coming_up(told, members, shop.today, shop.profile.leap)
    )
    told_us = facts_for(customer, remarks.facts)
    is_tender = any(
        fact.kind is FactKind.TENDER and not fact.is_over(shop.today) for fact in told_us
    )
    return closing(customer, shop.wall, coming, is_tender)


def _write(shop: Shop, deed: VisitDeed) -> tuple[Redemption, ...]:
    deed = replace(deed, take=tuple({offer.id: offer for offer in deed.take}.values()))
    rows = shop.storage.ledger.of_visit(deed.uid)
    given = [_give(shop, deed, offer, rows) for offer in deed.take]
    for row in given:
        close_coupon(shop, row)
    _settle_amounts(shop, deed, given)
    kept = {row.id for row in given}
    for row in rows:
        if row.state is RedemptionState.ACCEPTED and row.id not in kept:
            shop.storage.ledger.settle(row.id, RedemptionState.RELEASED, shop.clock.now())
            give_coupon_back(shop, row)
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
            impression=deed.impression,
        )
    )
    shop.storage.audit.note(
        shop.clock.now(), shop.staff, "visit", visit=deed.uid, customer=deed.customer,
        given=[row.id for row in given],
    )  # fmt: skip
    return _as_kept(shop, deed, rows, given)


def _as_kept(
    shop: Shop, deed: VisitDeed, rows: Sequence[Redemption], given: Sequence[Redemption]
) -> tuple[Redemption, ...]:
    """The lines as they are in the ledger now; a gift promised before changed in nothing else."""
    promised = {row.id for row in rows}
    is_gift = all(offer.effect.taken_from_shelf for offer in deed.take)
    if is_gift and all(row.id in promised for row in given):
        return tuple(given)
    return tuple(shop.storage.ledger.by_key(row.key) or row for row in given)


def _same_again(shop: Shop, before: Visit, deed: VisitDeed) -> tuple[Redemption, ...]:
    if before.customer != deed.customer:
        raise RefusedError(N_("A visit with this id was recorded for somebody else."))
    if before.voided_at is not None:
        raise RefusedError(
            N_("This visit was taken back. Open the card again to record a new one.")
        )
    rows = shop.storage.ledger.of_visit(deed.uid)
    return tuple(row for row in rows if row.state is RedemptionState.GIVEN)


def _give(shop: Shop, deed: VisitDeed, offer: Offer, rows: Sequence[Redemption]) -> Redemption:
    """Hand over an offer, promised before or only now; inside the visit's transaction."""
    redemption = promised_already(rows, offer) or _promise_now(shop, deed, offer)
    if redemption.state is RedemptionState.GIVEN:
        return redemption
    if redemption.gift is not None and not shop.storage.stock.take(redemption.gift):
        raise OutOfStockError(N_("The last {gift} has just gone."), gift=offer.title)
    shop.storage.ledger.settle(redemption.id, RedemptionState.GIVEN, shop.clock.now())
    make_coupon(shop, offer, redemption)
    return replace(redemption, state=RedemptionState.GIVEN)


def _promise_now(shop: Shop, deed: VisitDeed, offer: Offer) -> Redemption:
    require(shop, Right.GIVE)
    found = open_card(shop, deed.customer, deed.uid)
    if deed.basket.lines:
        found = replace(found, facts=found.facts.with_basket(deed.basket))
    return promise(shop, found, offer)


def _settle_amounts(shop: Shop, deed: VisitDeed, given: Sequence[Redemption]) -> None:
    """Put what the discounts really came to in place of the most they could have been.

    A basket without prices tells nothing about it, so the most stays set aside.
    """
    if not deed.take or all(line.amount is None for line in deed.basket.lines):
        return
    effects = [offer.effect for offer in deed.take]
    taken = settle(effects, deed.basket, shop.profile.currency).taken
    for offer, redemption, worth in zip(deed.take, given, taken, strict=True):
        if offer.effect.is_discount and offer.effect.turn is not Turn.NEVER:
            shop.storage.ledger.settle_amount(redemption.id, worth.at_most(offer.cost).amount)


def _take_back(shop: Shop, row: Redemption) -> None:
    if row.state is RedemptionState.GIVEN and row.gift is not None:
        shop.storage.stock.put_back(row.gift)
    if row.coupon:
        shop.storage.ledger.drop_coupon(row.coupon)
    if row.state in {RedemptionState.GIVEN, RedemptionState.ACCEPTED}:
        shop.storage.ledger.settle(row.id, RedemptionState.VOIDED, shop.clock.now())
        give_coupon_back(shop, row)
