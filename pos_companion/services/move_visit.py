"""A visit that was recorded for the wrong person goes over to the right one.

What was given on it was given: the gift is out of the shop. So its lines of the ledger go along,
and where they are more than the right person's caps allow they are flagged as exceptions, never
dropped. A coupon belongs to who was promised it: one that was used already stays, and so does the
use of one on this visit.

How they seemed goes along; who came along does, as far as they are around the right person.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from pos_companion.errors import NotFoundError, RefusedError
from pos_companion.i18n import N_, Phrase
from pos_companion.model.people import Customer
from pos_companion.model.visits import Visit
from pos_companion.rules import Redemption
from pos_companion.rules.coupons import use_key
from pos_companion.rules.once import COUPON_USE
from pos_companion.services import Shop
from pos_companion.services.finding import whoever
from pos_companion.services.impressions import to_keep
from pos_companion.services.too_many import too_many
from pos_companion.storage.handing_over import HandingOver, take_back


@dataclass(frozen=True)
class MovedVisit:
    """A visit that belongs to somebody else now.

    Attributes:
        was: the number of the customer it was recorded for.
        moved: the lines of the ledger that went along.
        stayed: those that stayed, because of coupons.
        exceptions: why lines that went along are more than the caps allow.
        way_back: for undoing it.
    """

    uid: str
    was: int
    customer: Customer
    moved: tuple[int, ...] = ()
    stayed: tuple[int, ...] = ()
    exceptions: tuple[Phrase, ...] = ()
    way_back: Mapping[str, Any] = field(default_factory=dict)


def move_visit(shop: Shop, uid: str, to_customer: int) -> MovedVisit:
    """Give a visit, its lines and what was given on it to the customer whose visit it was.

    Raises:
        NotFoundError: there is no such visit, or no such customer.
        RefusedError: it was taken back, or it is theirs already.
    """
    with shop.storage.transaction():
        visit, customer = _checked(shop, uid, to_customer)
        rows = shop.storage.ledger.of_visit(uid)
        moving, staying = _split(shop, visit, rows)
        handing = HandingOver(shop.storage, uid, visit.customer, customer.id)
        handing.carry([row.id for row in moving])
        felt = to_keep(shop, customer, visit.impression)
        handing.say(felt.company, shop.clock.now())
        exceptions = too_many(shop, customer.id, moving)
        for number, refusal in exceptions.items():
            handing.flag(number, {"code": refusal.code, "moved_from": visit.customer})
        shop.storage.audit.note(
            shop.clock.now(), shop.staff, "move_visit", visit=uid, was=visit.customer,
            customer=customer.id, moved=[row.id for row in moving], exceptions=list(exceptions),
        )  # fmt: skip
        return MovedVisit(
            uid=uid,
            was=visit.customer,
            customer=shop.storage.people.get(customer.id) or customer,
            moved=tuple(row.id for row in moving),
            stayed=tuple(row.id for row in staying),
            exceptions=tuple(refusal.sentence for refusal in exceptions.values()),
            way_back=handing.way_back,
        )


def move_back(shop: Shop, moved: MovedVisit) -> None:
    """Undo a move: both customers are as they were before it.

    Raises:
        RefusedError: the visit belongs to somebody else again by now.
    """
    with shop.storage.transaction():
        visit = shop.storage.visits.get(moved.uid)
        if visit is None or visit.customer != moved.customer.id:
            raise RefusedError(N_("This visit was moved on meanwhile. Move it by hand."))
        if shop.storage.people.get(moved.was) is None:
            raise RefusedError(
                N_("The customer it was recorded for is not in the records any more.")
            )
        take_back(shop.storage, moved.way_back)
        shop.storage.audit.note(
            shop.clock.now(), shop.staff, "move_back", visit=moved.uid, customer=moved.was
        )


def _checked(shop: Shop, uid: str, to_customer: int) -> tuple[Visit, Customer]:
    visit = shop.storage.visits.get(uid)
    if visit is None:
        raise NotFoundError(N_("There is no visit with this id."))
    if visit.voided_at is not None:
        raise RefusedError(N_("This visit was taken back. There is nothing to move."))
    customer = whoever(shop, to_customer)
    if customer is None:
        raise NotFoundError(N_("This customer is not in the records any more."))
    if customer.id == visit.customer:
        raise RefusedError(N_("This visit is theirs already."))
    return visit, customer


def _split(
    shop: Shop, visit: Visit, rows: Sequence[Redemption]
) -> tuple[list[Redemption], list[Redemption]]:
    """The lines of a visit that go along, and those that stay."""
    was = shop.storage.people.get(visit.customer)
    own = shop.storage.ledger.own(visit.customer, was.household if was else None)
    used = {row.period_key for row in own if row.state.counts}
    staying = [row for row in rows if row.period_key.startswith(COUPON_USE) or use_key(row) in used]
    return [row for row in rows if row not in staying], staying
