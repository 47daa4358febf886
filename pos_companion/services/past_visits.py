"""The last visits of a customer, with what they had and what was given: for putting one right."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from decimal import Decimal

from pos_companion.errors import NotFoundError
from pos_companion.i18n import N_, FullDay, Phrase
from pos_companion.model.money import Money
from pos_companion.model.staff import Right
from pos_companion.model.stock import Gift
from pos_companion.model.visits import BasketLine, Visit, VisitKind
from pos_companion.rules import Redemption, RedemptionState
from pos_companion.services import Shop
from pos_companion.services.catalogue import money_typed
from pos_companion.services.finding import whoever
from pos_companion.services.impressions import around
from pos_companion.services.sign_in import allowed
from pos_companion.services.withheld import members_for
from pos_companion.storage.corrections import KeptCorrection

MOST = 20
_MOST_ALONG = 3
KINDS = {
    VisitKind.BOUGHT: N_("They bought something"),
    VisitKind.LOOKED: N_("They only looked"),
    VisitKind.CHATTED: N_("We talked"),
    VisitKind.PHONED: N_("They phoned"),
}
"""What sort of visit it was, in words."""


@dataclass(frozen=True)
class LastVisit:
    """A visit as the list of them says it.

    Attributes:
        day: its business date.
        at: what the shop's clock showed.
        had: what they had, in the words of the shop, with their way of having it; may be empty.
        given: what was given on it; may be empty.
        staff: who recorded it; empty when nobody was signed in.
        visit: what is written down of it.
        company: the names of who came along, as far as they are still around.
        was: how it was before it was put right, the first time first; for managers alone.
        was_said: the same in words.
        coupons: the codes of those it earned that are still to be used.
    """

    uid: str
    day: date
    at: time
    visit: Visit
    had: tuple[Phrase, ...] = ()
    given: tuple[Phrase, ...] = ()
    staff: str = ""
    company: tuple[str, ...] = ()
    was: tuple[KeptCorrection, ...] = ()
    was_said: tuple[Phrase, ...] = ()
    coupons: tuple[str, ...] = ()


@dataclass(frozen=True)
class CameAlong:
    """A day on which somebody was here with another customer, whose visit it was."""

    customer: int
    name: str
    day: date


def last_visits(shop: Shop, customer_id: int, most: int = MOST) -> tuple[LastVisit, ...]:
    """The visits that count, the latest first.

    Raises:
        NotFoundError: there is no such customer.
    """
    customer = whoever(shop, customer_id)
    if customer is None:
        raise NotFoundError(N_("This customer is not in the records any more."))
    past = shop.storage.visits.history(customer.id, shop.clock.now(), shop.time)
    visits = (shop.storage.visits.get(one.uid) for one in past[::-1][:most])
    return _all_shown(shop, customer.id, (visit for visit in visits if visit is not None))


def came_along(shop: Shop, customer_id: int) -> tuple[CameAlong, ...]:
    """When a customer was here with somebody they live with, the latest first.

    Raises:
        NotFoundError: there is no such customer.
    """
    customer = whoever(shop, customer_id)
    if customer is None:
        raise NotFoundError(N_("This customer is not in the records any more."))
    members = members_for(customer, shop.storage.people.members(customer.household))
    own = next((one.id for one in members if one.customer == customer.id), None)
    others = {one.customer: one.name for one in members if one.customer and not one.gone}
    others.pop(customer.id, None)
    if own is None:
        return ()
    found = shop.storage.moods.came_along(own, list(others), _MOST_ALONG)
    return tuple(CameAlong(who, others[who], day) for who, day in found)


def last_visit(shop: Shop, uid: str) -> LastVisit:
    """One visit, as the list shows it.

    Raises:
        NotFoundError: there is no such visit, or its customer is not in the records any more.
    """
    visit = shop.storage.visits.get(uid)
    if visit is None:
        raise NotFoundError(N_("There is no visit with this id."))
    return _all_shown(shop, visit.customer, (visit,))[0]


def _all_shown(shop: Shop, customer_id: int, visits: Iterable[Visit]) -> tuple[LastVisit, ...]:
    customer = whoever(shop, customer_id)
    if customer is None:
        raise NotFoundError(N_("This customer is not in the records any more."))
    gifts = shop.storage.stock.known(shop.profile.currency)
    home = around(customer, shop.storage.people.members(customer.household))
    names = {member.id: member.name for member in home}
    was = shop.storage.corrections.of_customer(customer.id)
    was = was if was and allowed(shop, Right.APPROVE) else ()
    return tuple(
        replace(
            _shown(shop, visit, gifts),
            company=tuple(names[one] for one in visit.impression.company if one in names),
            was=tuple(one for one in was if one.visit == visit.uid),
            was_said=tuple(_was(shop, one) for one in was if one.visit == visit.uid),
        )
        for visit in visits
    )


def _shown(shop: Shop, visit: Visit, gifts: dict[int, Gift]) -> LastVisit:
    rows = [
        row for row in shop.storage.ledger.of_visit(visit.uid) if row.state is RedemptionState.GIVEN
    ]
    given = [_given(row, gifts) for row in rows]
    codes = [row.coupon for row in rows if row.coupon]
    had = [_had(line) for line in visit.basket.lines]
    return LastVisit(
        uid=visit.uid,
        day=visit.day,
        at=shop.time.local(visit.at).time(),
        visit=visit,
        had=tuple(had),
        given=tuple(given),
        staff=visit.staff,
        coupons=tuple(one for one in codes if shop.storage.ledger.coupon_state(one) == "open"),
    )


def _had(line: BasketLine) -> Phrase:
    return _counted(line.quantity, line.product.name, line.their_way)


def _counted(quantity: Decimal, product: str, way: str) -> Phrase:
    text = N_("{product} ({way})") if way else "{product}"
    if quantity != 1:
        text = N_("{count} × {product} ({way})") if way else N_("{count} × {product}")
    return Phrase(text, {"product": product, "way": way, "count": f"{quantity.normalize():f}"})


def _was(shop: Shop, kept: KeptCorrection) -> Phrase:
    things = [_counted(Decimal(one["quantity"]), one["product"], one["way"])
              for one in kept.was["items"]]  # fmt: skip
    said = things or [Phrase(KINDS[VisitKind(kept.was["kind"])])]
    if kept.was["total"]:
        came_to = {"amount": money_typed(shop, str(kept.was["total"]))}
        said = [*said, Phrase("{amount}", came_to)]
    values = {
        "day": FullDay(shop.time.local(kept.at).date()),
        "then": FullDay(shop.time.local(datetime.fromisoformat(kept.was["at"])).date()),
        "things": said,
        "staff": kept.staff,
    }
    if kept.staff:
        return Phrase(N_("Until {staff} put it right on {day}: {then}, {things}"), values)
    return Phrase(N_("Until it was put right on {day}: {then}, {things}"), values)


def _given(row: Redemption, gifts: dict[int, Gift]) -> Phrase:
    gift = gifts.get(row.gift or 0)
    if gift is not None:
        return Phrase("{gift}", {"gift": gift.name})
    if row.coupon:
        return Phrase(N_("a coupon for the next visit"))
    if row.is_discount:
        return Phrase(N_("{amount} off"), {"amount": Money(row.value, row.currency)})
    return Phrase(N_("a little something"))
