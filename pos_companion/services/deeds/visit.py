"""Record a visit, and take it back."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from pos_companion.errors import BadInputError, NotFoundError
from pos_companion.i18n import N_
from pos_companion.model.visits import Basket, BasketLine, UsualState, VisitKind
from pos_companion.rules import Offer, RedemptionState
from pos_companion.rules.evaluate import evaluate
from pos_companion.services import Shop, deed
from pos_companion.services.coupon_scan import coupons_of
from pos_companion.services.coupons import coupon_offer, looks_like_code, promise_of
from pos_companion.services.finding import resolve
from pos_companion.services.forms import kind_of, texts_of, uid_of
from pos_companion.services.ledger_lines import offer_of_line
from pos_companion.services.look_up import Found, new_visit_uid, open_card
from pos_companion.services.offers import offer_called
from pos_companion.services.record_visit import VisitDeed, record_visit, undo_visit
from pos_companion.services.visit_forms import Felt, impression_of, lines_of


@deed
def visit(  # noqa: PLR0913 - the form is agreed with the scripts that send it
    shop: Shop,
    customer: str | int,
    items: Sequence[str | Mapping[str, Any]] = (),
    usual: bool = False,
    take: Sequence[str] = (),
    uid: str = "",
    kind: str = VisitKind.BOUGHT.value,
    with_: Sequence[str | int] = (),
    mood_in: str = "",
    mood_out: str = "",
) -> Mapping[str, Any]:
    """Record a visit; answers only once it is on the disk.

    Args:
        customer: who was here; see the package.
        items: each `PRODUCT[:QUANTITY[:AMOUNT]]`, such as `Flat white:2:7.80`, or an object with
            product, quantity, amount and way (how they have it).
        usual: take what the button on the card would record.
        take: ids of offers on the card, of what was accepted before, or of rules; or the code of a
            coupon.
        uid: made by the caller; the same uid is the same visit. Empty makes one.
        kind: bought, looked, chatted or phoned.
        with_: sent as `with`: the people and pets who came along, by their name or id.
        mood_in: how they seemed as they came: good, fine or low.
        mood_out: the same, as they left.

    Returns:
        `{"visit": uid, "redemptions": [{"id", "rule", "offer"}], "coupons": [code]}`: what was
        given on it, and the codes of the coupons for next time among it.
    """
    uid = uid_of(uid) or new_visit_uid()
    wanted = texts_of(take, "take")
    with shop.storage.transaction():
        found = open_card(shop, resolve(shop, customer), uid)
        again = shop.storage.visits.get(uid)
        lines = [] if again else [*_usual_lines(found, usual), *lines_of(shop, items)]
        basket = Basket(tuple(lines))
        offers = () if again else _offers(shop, found, basket, wanted)
        felt = impression_of(shop, found.card.customer, Felt(with_, mood_in, mood_out))
        wish = VisitDeed(uid, found.card.customer.id, basket, kind_of(kind), offers, felt)
        recorded = record_visit(shop, wish)
    return {
        "visit": recorded.uid,
        "redemptions": [
            {"id": str(row.id), "rule": row.rule, "offer": row.offer}
            for row in recorded.redemptions
        ],
        "coupons": list(coupons_of(shop, recorded)),
    }


@deed
def undo(shop: Shop, uid: str) -> Mapping[str, Any]:
    """Take a visit back, with what was given on it; doing so twice changes nothing more.

    Args:
        uid: of the visit.

    Returns:
        `{"visit": uid, "customer": id, "undone": true}`.
    """
    undone = undo_visit(shop, uid_of(uid))
    return {"visit": undone.visit.uid, "customer": str(undone.visit.customer), "undone": True}


def _usual_lines(found: Found, wanted: object) -> list[BasketLine]:
    if not isinstance(wanted, bool):
        raise BadInputError(N_("{name} must be true or false."), name="usual")
    if not wanted:
        return []
    order = found.card.usual
    if order.state is not UsualState.ARMED:
        raise NotFoundError(N_("There is no usual order yet that could be recorded as it is."))
    return [BasketLine(item.product, their_way=item.their_way) for item in order.basket]


def _offers(shop: Shop, found: Found, basket: Basket, wanted: Sequence[str]) -> tuple[Offer, ...]:
    facts = found.facts.with_basket(basket) if basket.lines else found.facts
    found = replace(found, facts=facts)
    result = evaluate(facts, found.rules, found.ledger)
    promised = {
        row.offer: row
        for row in shop.storage.ledger.of_visit(found.visit_uid)
        if row.state is RedemptionState.ACCEPTED
    }
    offers = []
    for one in wanted:
        line = promised.get(one) or (promise_of(shop, found, one) if looks_like_code(one) else None)
        again = offer_of_line(found, line) if line else None
        if again is None and looks_like_code(one):
            again = coupon_offer(shop, found, one)
        offers.append(again or offer_called(result, one))
    return tuple(offers)
