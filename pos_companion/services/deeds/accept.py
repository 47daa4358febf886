"""Promise something on a visit, or give it back."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from pos_companion.errors import NotFoundError, WrongPinError
from pos_companion.i18n import N_
from pos_companion.model.giving import OwnReason, Waiver
from pos_companion.model.staff import Approval
from pos_companion.rules import Offer, Redemption, RedemptionState
from pos_companion.services import Shop, deed
from pos_companion.services.approvals import agree
from pos_companion.services.coupons import coupon_offer, looks_like_code, promise_of
from pos_companion.services.finding import resolve
from pos_companion.services.forms import choice_of, text_of, uid_of
from pos_companion.services.giving import (
    OWN,
    Given,
    against_the_rule,
    give_anyway,
    give_own,
    own_budget,
)
from pos_companion.services.look_up import Found, open_card
from pos_companion.services.offers import accept_offer, offer_called, release_offers
from pos_companion.services.sign_in import named


@dataclass(frozen=True)
class _How:
    reason: str
    waiver: Waiver
    approver: str
    pin: str


@deed
def accept(  # noqa: PLR0913 - the form is agreed with the scripts that send it
    shop: Shop,
    customer: str | int,
    visit: str,
    offer: str,
    reason: str = "",
    waiver: str = "",
    approver: str = "",
    pin: str = "",
) -> Mapping[str, Any]:
    """Promise an offer: its gift, its budget or its coupon is reserved for this visit.

    Sent again it is the same promise. It is given with the deed `visit`, which takes its id, and
    given back with `release`.

    Args:
        customer: see the package.
        visit: uid of the visit, made by the caller or answered by `offers`.
        offer: the id of an offer of the deed `offers`, the id of a rule, or the code of a coupon.
        reason: why, for what no rule gives and for a rule that asks for it: rough_day, good_news,
            waited, our_mistake, day_just_learned, old_coupon or thank_you. With it a rule that
            says no is passed over.
        waiver: asked_them or for_somebody_else, for what is known not to suit them.
        approver: the name of a second person who agrees, with their `pin`.
        pin: of the approver.

    Returns:
        `{"redemption": id, "visit": uid, "offer", "rule", "state", "cost": {"amount",
        "currency"}, "approver", "exception"}`; `exception` says in which way it went beyond what
        was planned, for a manager's list.
    """
    found = open_card(shop, resolve(shop, customer), uid_of(visit))
    how = _How(
        text_of(reason, "reason"),
        choice_of(waiver, "waiver", Waiver),
        text_of(approver, "approver"),
        text_of(pin, "pin"),
    )
    return line_values(_promised(shop, found, text_of(offer, "offer"), how))


@deed
def release(shop: Shop, visit: str, offer: str = "") -> Mapping[str, Any]:
    """Give back what was promised to a visit that is not recorded.

    Args:
        visit: its uid.
        offer: the id of one offer; empty gives all back.

    Returns:
        `{"visit": uid, "released": [offer id]}`.
    """
    uid, one = uid_of(visit), text_of(offer, "offer")
    before = shop.storage.ledger.of_visit(uid)
    release_offers(shop, uid, one)
    after = {row.id: row.state for row in shop.storage.ledger.of_visit(uid)}
    gone = [row.offer for row in before if row.state.counts and not after[row.id].counts]
    return {"visit": uid, "released": gone}


def line_values(line: Redemption) -> dict[str, Any]:
    """A line of the ledger in plain values."""
    return {
        "redemption": str(line.id),
        "visit": line.visit,
        "offer": line.offer,
        "rule": line.rule,
        "state": line.state.value,
        "cost": {"amount": line.cost, "currency": line.currency},
        "approver": line.approver,
        "exception": line.exception,
    }


def _promised(shop: Shop, found: Found, wanted: str, how: _How) -> Redemption:
    rule = wanted.partition(":")[0]
    for line in shop.storage.ledger.of_visit(found.visit_uid):
        if line.state is RedemptionState.ACCEPTED and wanted in {line.offer, line.rule}:
            return line
    if looks_like_code(wanted):
        again = promise_of(shop, found, wanted)
        return again or accept_offer(shop, found, coupon_offer(shop, found, wanted))
    if rule == OWN:
        offer = _called(own_budget(shop, found, how.waiver).offers, wanted)
        return give_own(shop, found, offer, _given(shop, found, offer, how))
    asking = [one for one in found.to_approve if wanted in {one.id, one.rule.id}]
    if asking:
        yes = _approval(shop, found, asking[0], how)
        return accept_offer(shop, found, asking[0], yes, _why(how))
    fits = any(wanted in {one.id, one.rule.id} for one in found.offers)
    if how.reason and not fits:
        offer = _called(against_the_rule(found, rule, how.waiver), wanted)
        return give_anyway(shop, found, offer, _given(shop, found, offer, how))
    return accept_offer(shop, found, offer_called(found, wanted), reason=_why(how))


def _why(how: _How) -> OwnReason | None:
    return choice_of(how.reason, "reason", OwnReason) if how.reason else None


def _given(shop: Shop, found: Found, offer: Offer, how: _How) -> Given:
    reason = choice_of(how.reason, "reason", OwnReason)
    return Given(reason, _approval(shop, found, offer, how), how.waiver)


def _approval(shop: Shop, found: Found, offer: Offer, how: _How) -> Approval | None:
    if not how.approver:
        return None
    person = named(shop, how.approver)
    if not person:
        raise WrongPinError(N_("That PIN is not right. Please try again."))
    return agree(shop, found, offer, person, how.pin)


def _called(offers: tuple[Offer, ...], wanted: str) -> Offer:
    for offer in offers:
        if wanted in {offer.id, offer.rule.id}:
            return offer
    raise NotFoundError(N_("There is no offer called {offer}."), offer=wanted)
