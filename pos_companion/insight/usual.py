"""The usual order: what somebody will most likely take, and why; usual.md.

`rank` puts products in order, `usual_order` says what the card shows. Pure and explainable, nothing
is learnt at run time, and silent when unsure. How the pieces fit: `usual_selves` says which past
visits still speak for the customer, `usual_past` weighs them, `usual_score` is the model,
`usual_basket` what Enter may record, `usual_words` the reasons.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime

from pos_companion.insight.usual_basket import LARGEST_BASKET, chance_right, likely_basket
from pos_companion.insight.usual_past import NOTHING_WRONG, Past, past_of
from pos_companion.insight.usual_score import Ranked, rank, rank_past
from pos_companion.insight.usual_words import POPULAR, Reasons, instead_of, their_way
from pos_companion.model.visits import (
    PastVisit,
    Product,
    ShopHabits,
    UsualItem,
    UsualOrder,
    UsualState,
)

__all__ = ["Ranked", "rank", "usual_order"]

ARMED_CHANCE, OFTEN_CHANCE, MAYBE_CHANCE = 0.60, 0.30, 0.15
FEWEST_VISITS = 3


def usual_order(
    history: Sequence[PastVisit],
    now: datetime,
    habits: ShopHabits,
    products: Mapping[int, Product],
    wrong: Mapping[int, datetime] = NOTHING_WRONG,
) -> UsualOrder:
    """Work out what somebody will most likely take.

    Args:
        history: visits that count, oldest first; the last 100 are enough.
        now: the shop's wall clock, without zone.
        habits: what the shop as a whole buys.
        products: the products of the history and the shop's best sellers, by id. What is not in
            here is left out.
        wrong: when a product was last said not to be their usual; the shop's wall clock.

    Returns:
        `ranked` holds every product of the last 100 visits, best first, then best sellers new to
        the customer, then what is not to be had today. `basket` is filled only when armed, `often`
        only when it is not. What was said to be wrong is in none of them.
    """
    past = past_of(history, now, wrong)
    reasons = Reasons(past)
    places = [one for one in rank_past(past, habits) if one.product_id in products]
    items = [_item(past, reasons, one, products[one.product_id]) for one in places]
    ranked = tuple(sorted(items, key=lambda item: _shelf(item, past)))
    if len(past.visits) < FEWEST_VISITS:
        return UsualOrder(ranked=ranked)
    wanted = likely_basket(past, places)
    basket = tuple(item for item in items if item.product.id in wanted)
    chance = chance_right(past, wanted, places)
    if basket and chance >= ARMED_CHANCE and all(item.product.available for item in basket):
        return UsualOrder(
            state=UsualState.ARMED,
            basket=basket,
            ranked=ranked,
            confidence=chance,
            reason=reasons.for_basket(wanted),
        )
    # What they never had may be likely, yet nobody "often has" it.
    known = [item for item in items if item.product.id in past.positions]
    often = _often(known, ranked)
    return UsualOrder(state=_state(known, often), often=often, ranked=ranked)


def _item(past: Past, reasons: Reasons, one: Ranked, product: Product) -> UsualItem:
    known = one.product_id in past.positions
    reason = reasons.for_product(one.product_id) if known else POPULAR
    return UsualItem(product, one.score, one.chance, reason, their_way(past, one.product_id))


def _shelf(item: UsualItem, past: Past) -> int:
    if not item.product.available:
        return 2
    return 0 if item.product.id in past.positions else 1


def _state(items: Sequence[UsualItem], often: Sequence[UsualItem]) -> UsualState:
    if often:
        return UsualState.OFTEN
    likely = any(item.confidence >= MAYBE_CHANCE for item in items if item.product.available)
    return UsualState.MAYBE if likely else UsualState.SILENT


def _often(items: Sequence[UsualItem], ranked: Sequence[UsualItem]) -> tuple[UsualItem, ...]:
    """What they often have; the next of the same group stands in for what is out today."""
    chosen: dict[int, UsualItem] = {}
    for item in items:
        if item.confidence < OFTEN_CHANCE or len(chosen) == LARGEST_BASKET:
            continue
        if item.product.available:
            chosen[item.product.id] = item
        elif other := _stand_in(item.product, ranked, chosen):
            chosen[other.product.id] = other
    return tuple(chosen.values())


def _stand_in(
    missing: Product, ranked: Sequence[UsualItem], chosen: Mapping[int, UsualItem]
) -> UsualItem | None:
    if not missing.group:
        return None
    for item in ranked:
        product = item.product
        if product.available and product.group == missing.group and product.id not in chosen:
            return UsualItem(
                product, item.score, item.confidence, instead_of(missing.name), item.their_way
            )
    return None
