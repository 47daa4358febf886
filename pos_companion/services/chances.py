"""Once a day the chances of the usual order are fitted to what the shop itself saw lately."""

from collections.abc import Generator
from datetime import timedelta

from pos_companion.insight.chances import DAYS, FEWEST_BEFORE, ChanceSums
from pos_companion.insight.usual_past import MOST_VISITS
from pos_companion.model.visits import ShopHabits
from pos_companion.services import Shop

MOST_JUDGED = 2000
"""About so many visits are looked at; in a large shop those of some customers only."""
_LATEST_OF_ONE = 10


def fitted_to_the_shop(shop: Shop, habits: ShopHabits) -> Generator[None, None, ShopHabits]:
    """Fit the chances to the last 90 days, customer by customer.

    Returns:
        The habits with a slope and a shift; as they were in a shop with too few visits.
    """
    since = shop.today - timedelta(days=DAYS)
    every = 1 + shop.storage.visits.count_since(since) // MOST_JUDGED
    sums = ChanceSums()
    for customer in shop.storage.visits.regulars(FEWEST_BEFORE + 1, since):
        if customer % every == 0:
            history = [
                visit
                for visit in shop.storage.visits.history(
                    customer, shop.clock.now(), shop.time, MOST_VISITS + _LATEST_OF_ONE
                )
                if visit.items
            ]
            recent = [at for at, visit in enumerate(history) if visit.day > since]
            sums.add(history, recent[-_LATEST_OF_ONE:], habits)
            yield
    return sums.fitted(habits, every)
