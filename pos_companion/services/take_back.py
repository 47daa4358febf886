"""A visit that should not have been recorded is taken back, with the reason, days later too.

Counts, caps, the shelf and coupons are as they were before it; and they are as they were with it
when it is put back.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any

from pos_companion.errors import NotFoundError, OutOfStockError, RefusedError
from pos_companion.i18n import N_
from pos_companion.model.visits import Visit
from pos_companion.rules import Redemption, RedemptionState
from pos_companion.services import Shop
from pos_companion.services.coupons import use_coupon
from pos_companion.services.record_visit import undo_visit


class WhyBack(StrEnum):
    """Why a visit is taken back."""

    TWICE = "twice"
    NOT_HERE = "not_here"
    WRONG_ITEMS = "wrong_items"
    OTHER = "other"


WHY_BACK = {
    WhyBack.TWICE: N_("Recorded twice"),
    WhyBack.NOT_HERE: N_("They were not here"),
    WhyBack.WRONG_ITEMS: N_("They had something else"),
    WhyBack.OTHER: N_("Another reason"),
}
"""In words, in the order in which they are offered."""


@dataclass(frozen=True)
class TakenBack:
    """A visit that does not count any more, and what it takes to put it back.

    Attributes:
        visit: as it was.
        given: the lines of the ledger that counted.
        coupons: how the coupons stood that were made on it, by code.
        wishes: what they were wished on it.
    """

    visit: Visit
    why: WhyBack
    given: tuple[Redemption, ...] = ()
    coupons: Mapping[str, str] = field(default_factory=dict)
    wishes: Sequence[Mapping[str, Any]] = ()


def take_back_visit(shop: Shop, uid: str, why: WhyBack) -> TakenBack:
    """Let a visit count no more; what was given on it goes back to the shelf.

    Raises:
        NotFoundError: there is no such visit.
        RefusedError: it was taken back already.
    """
    with shop.storage.transaction():
        visit = shop.storage.visits.get(uid)
        if visit is None:
            raise NotFoundError(N_("There is no visit with this id."))
        if visit.voided_at is not None:
            raise RefusedError(N_("This visit was taken back already."))
        given = tuple(row for row in shop.storage.ledger.of_visit(uid) if row.state.counts)
        codes = [row.coupon for row in given if row.coupon]
        coupons = {code: shop.storage.ledger.coupon_state(code) for code in codes}
        wishes = shop.storage.wishes.take_out(visit.customer, uid)
        undo_visit(shop, uid)
        shop.storage.audit.note(
            shop.clock.now(), shop.staff, "take_back_visit", visit=uid, why=why.value
        )
    return TakenBack(visit, why, given, coupons, wishes)


def put_back_visit(shop: Shop, taken: TakenBack) -> None:
    """Let a visit that was taken back count again, with all that was given on it.

    Raises:
        NotFoundError: there is no such visit any more.
        RefusedError: it counts again already.
        OutOfStockError, LimitReachedError: what was given on it is gone by now.
    """
    uid = taken.visit.uid
    with shop.storage.transaction():
        visit = shop.storage.visits.get(uid)
        if visit is None:
            raise NotFoundError(N_("There is no visit with this id."))
        if visit.voided_at is None:
            raise RefusedError(N_("This visit counts already."))
        shop.storage.visits.void(uid, None)
        for row in taken.given:
            _give_again(shop, row)
        for code, state in taken.coupons.items():
            shop.storage.ledger.settle_coupon(code, state)
        shop.storage.wishes.bring_back([dict(turn) for turn in taken.wishes])
        shop.storage.audit.note(shop.clock.now(), shop.staff, "put_back_visit", visit=uid)


def _give_again(shop: Shop, row: Redemption) -> None:
    # The person may have been joined to another record meanwhile; the line of today knows.
    now = next((one for one in shop.storage.ledger.of_visit(row.visit) if one.id == row.id), row)
    again = replace(now, state=row.state, period_key=row.period_key)
    shop.storage.ledger.revive(row.id, again, shop.clock.now())
    use_coupon(shop, again)
    is_out = row.state is RedemptionState.GIVEN and row.gift is not None
    if is_out and row.gift is not None and not shop.storage.stock.take(row.gift):
        raise OutOfStockError(N_("Nothing is left of what was given on this visit."))
