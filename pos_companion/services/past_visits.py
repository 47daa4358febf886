"""The last visits of a customer, with what they had and what was given: for putting one right."""

from dataclasses import dataclass
from datetime import date, time

from pos_companion.errors import NotFoundError
from pos_companion.i18n import N_, Phrase
from pos_companion.model.money import Money
from pos_companion.model.stock import Gift
from pos_companion.model.visits import Visit
from pos_companion.rules import Redemption, RedemptionState
from pos_companion.services import Shop
from pos_companion.services.finding import whoever

MOST = 20


@dataclass(frozen=True)
class LastVisit:
    """A visit as the list of them says it.

    Attributes:
        day: its business date.
        at: what the shop's clock showed.
        had: what they had, in the words of the shop, with their way of having it; may be empty.
        given: what was given on it; may be empty.
        staff: who recorded it; empty when nobody was signed in.
    """

    uid: str
    day: date
    at: time
    had: tuple[Phrase, ...] = ()
    given: tuple[Phrase, ...] = ()
    staff: str = ""


def last_visits(shop: Shop, customer_id: int, most: int = MOST) -> tuple[LastVisit, ...]:
    """The visits that count, the latest first.

    Raises:
        NotFoundError: there is no such customer.
    """
    customer = whoever(shop, customer_id)
    if customer is None:
        raise NotFoundError(N_("This customer is not in the records any more."))
    past = shop.storage.visits.history(customer.id, shop.clock.now(), shop.time)
    gifts = shop.storage.stock.known(shop.profile.currency)
    visits = (shop.storage.visits.get(one.uid) for one in past[::-1][:most])
    return tuple(_shown(shop, visit, gifts) for visit in visits if visit is not None)


def _shown(shop: Shop, visit: Visit, gifts: dict[int, Gift]) -> LastVisit:
    given = [
        _given(row, gifts)
        for row in shop.storage.ledger.of_visit(visit.uid)
        if row.state is RedemptionState.GIVEN
    ]
    had = [_had(line.product.name, line.their_way) for line in visit.basket.lines]
    return LastVisit(
        uid=visit.uid,
        day=visit.day,
        at=shop.time.local(visit.at).time(),
        had=tuple(had),
        given=tuple(given),
        staff=visit.staff,
    )


def _had(product: str, way: str) -> Phrase:
    if way:
        return Phrase(N_("{product} ({way})"), {"product": product, "way": way})
    return Phrase("{product}", {"product": product})


def _given(row: Redemption, gifts: dict[int, Gift]) -> Phrase:
    gift = gifts.get(row.gift or 0)
    if gift is not None:
        return Phrase("{gift}", {"gift": gift.name})
    if row.coupon:
        return Phrase(N_("a coupon for the next visit"))
    if row.is_discount:
        return Phrase(N_("{amount} off"), {"amount": Money(row.value, row.currency)})
    return Phrase(N_("a little something"))
