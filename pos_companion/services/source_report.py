"""How people found the shop, and how far it has come with them; over all the time there is."""

from collections.abc import Generator, Mapping, Sequence
from dataclasses import dataclass, field

from pos_companion.insight.source_report import Channel, Effort, Found, by_source
from pos_companion.model.people import Customer, SourceTouch
from pos_companion.model.staff import Right
from pos_companion.model.stages import Standing
from pos_companion.services import Shop
from pos_companion.services.sign_in import require
from pos_companion.services.stages_of_many import stages_of
from pos_companion.services.withheld import is_forgetful


@dataclass(frozen=True)
class SourceReport:
    """The channels through which people found the shop.

    Attributes:
        channels: the one with the most people first.
        never_asked: of how many customers it is not known.
        people: those whose efforts are told, by number.
    """

    channels: tuple[Channel, ...] = ()
    never_asked: int = 0
    people: Mapping[int, Customer] = field(default_factory=dict)


def source_report(shop: Shop) -> Generator[int, None, SourceReport]:
    """Count who found the shop how, and the furthest step each of them reached.

    Whoever does not want to be remembered counts, but what they went through is not told.

    Yields:
        How many customers were looked at so far.

    Raises:
        NotAllowedError: only who may agree to exceptions sees it.
    """
    require(shop, Right.APPROVE)
    drawer = shop.storage.gestures
    touches = drawer.touches()
    days = drawer.days_of_asked(shop.clock.now())
    standings = yield from stages_of(shop, list(touches), days)
    found = [_found(customer, standing, touches[who])
             for who, (customer, standing) in standings.items()]  # fmt: skip
    channels = by_source(found)
    told = {effort.customer for one in channels for effort in one.efforts}
    people = {who: standings[who][0] for who in told}
    return SourceReport(channels, max(0, drawer.customers() - len(found)), people)


def _found(customer: Customer, standing: Standing, touches: Sequence[SourceTouch]) -> Found:
    efforts = () if is_forgetful(customer) else touches
    return Found(
        customer.id,
        touches[0].source,
        standing.reached[-1].stage if standing.reached else None,
        any(one.referred_by is not None for one in touches),
        tuple(Effort(customer.id, one.day, one.effort) for one in efforts if one.effort),
    )
