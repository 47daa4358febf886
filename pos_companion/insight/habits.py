"""What the shop as a whole buys, in one pass over all its visits; usual.md §2."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from itertools import groupby
from math import log
from operator import itemgetter

from pos_companion.model.visits import ShopHabits

KEPT_BEST = 400

_REBUY_VISITS = 20
_GAP_TIMES = 5
_SIZE_TIMES = 5
_LEAST_REBUY = 1e-4

ShopVisit = tuple[int, date | float, Sequence[int]]
"""Customer id, local day (a date, or days as a number), product ids."""


def habits_from(visits: Iterable[ShopVisit]) -> ShopHabits:
    """Work out what the shop as a whole buys.

    Args:
        visits: visits that count, grouped by customer, oldest first within a customer. Read once
            and not kept; visits without products are passed over.

    Returns:
        Tables over every product sold, smoothed towards the shop's mean; a shop without visits
        gets the empty tables and their usual means.
    """
    sums = HabitSums()
    sums.add(visits)
    return sums.habits()


class HabitSums:
    """Running sums, for reading a large shop in pieces; one list per product keeps them quick."""

    def __init__(self) -> None:
        self.visits = 0
        # Per product: visits with it, sum of ln size, times bought again, later visits, days.
        self.products: dict[int, list[float]] = {}

    def add(self, visits: Iterable[ShopVisit]) -> None:
        """Add visits as `habits_from` takes them; a customer's visits all come in one piece."""
        for _, own in groupby(visits, key=itemgetter(0)):
            self._add_customer(own)

    def _add_customer(self, own: Iterable[ShopVisit]) -> None:
        known: dict[int, list[float]] = {}  # first visit, first day, last day, times
        count = 0
        for _, day, items in own:
            distinct = set(items)
            if not distinct:
                continue
            moment = float(day.toordinal()) if isinstance(day, date) else day
            size = log(len(distinct))
            for item in distinct:
                self._add_line(item, size)
                seen = known.get(item)
                if seen is None:
                    known[item] = [count, moment, moment, 1]
                else:
                    seen[2] = moment
                    seen[3] += 1
            count += 1
        self.visits += count
        for item, (first_visit, first_day, last_day, times) in known.items():
            sums = self.products[item]
            sums[2] += times - 1
            sums[3] += count - 1 - first_visit
            sums[4] += last_day - first_day

    def _add_line(self, item: int, size: float) -> None:
        sums = self.products.get(item)
        if sums is None:
            self.products[item] = [1, size, 0, 0, 0.0]
        else:
            sums[0] += 1
            sums[1] += size

    def habits(self) -> ShopHabits:
        """The tables as far as visits were added."""
        plain = ShopHabits()
        if not self.visits:
            return plain
        lines, sizes, again, later, days = (
            sum(sums[column] for sums in self.products.values()) for column in range(5)
        )
        mean_rebuy = max(_LEAST_REBUY, again / later) if later else plain.mean_rebuy
        mean_gap = days / again if again else plain.mean_gap
        mean_size = sizes / lines
        products = self.products.items()
        popularity = {item: sums[0] / self.visits for item, sums in products}
        return ShopHabits(
            popularity=popularity,
            rebuy={
                item: (sums[2] + _REBUY_VISITS * mean_rebuy) / (sums[3] + _REBUY_VISITS)
                for item, sums in products
            },
            gap={
                item: (sums[4] + _GAP_TIMES * mean_gap) / (sums[2] + _GAP_TIMES)
                for item, sums in products
            },
            size={
                item: (sums[1] + _SIZE_TIMES * mean_size) / (sums[0] + _SIZE_TIMES)
                for item, sums in products
            },
            mean_rebuy=mean_rebuy,
            mean_gap=mean_gap,
            mean_size=mean_size,
            best=_best(popularity),
        )


def _best(popularity: Mapping[int, float]) -> tuple[int, ...]:
    order = sorted(popularity, key=lambda item: (-popularity[item], item))
    return tuple(order[:KEPT_BEST])
