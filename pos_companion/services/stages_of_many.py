"""Where many customers stand, read together.

Where nothing was told, owed or pinned and nobody was sent, a standing goes by the days of the
visits alone; so it does up to the visits a friend of the shop takes, unless it is pinned or
something is owed. Only the others are read one by one.
"""

from collections.abc import Generator, Mapping, Sequence
from datetime import date

from pos_companion.insight.stages import VISITS, standing
from pos_companion.model.people import Customer
from pos_companion.model.stages import Seen, Stage, Standing
from pos_companion.services import Shop
from pos_companion.services.standings import everything_seen

_AT_ONCE = 50
_ONE_BY_ONE = 10


def stages_of(
    shop: Shop, ids: Sequence[int], days: Mapping[int, Sequence[date]]
) -> Generator[int, None, dict[int, tuple[Customer, Standing]]]:
    """Where customers stand today.

    Args:
        ids: those who were forgotten are left out of the answer.
        days: of all visits that count, oldest first, by customer; those not in it have none.

    Yields:
        How many were looked at so far.
    """
    told, more = shop.storage.gestures.told_about(), shop.storage.gestures.pinned_or_owed()
    found: dict[int, tuple[Customer, Standing]] = {}
    for at in range(0, len(ids), _AT_ONCE):
        for number, customer in enumerate(shop.storage.people.some(ids[at : at + _AT_ONCE])):
            own = tuple(days.get(customer.id, ()))
            is_long = len(own) >= VISITS[Stage.FRIEND] and customer.id in told
            if is_long or customer.id in more:
                seen = everything_seen(shop, customer, own)
                if number % _ONE_BY_ONE == 0:
                    yield at + number
            else:
                seen = Seen(own, len(own), own[0] if own else None)
            found[customer.id] = customer, standing(seen, shop.today)
        yield min(at + _AT_ONCE, len(ids))
    return found
