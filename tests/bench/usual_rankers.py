"""Ways to put products in order: ours, and the simple ones that are hard to beat."""

from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from itertools import groupby

from pos_companion.insight.usual import rank
from tests.bench.usual_sales import Case, Part, Sales
from tests.bench.usual_tifu import Tifu

Orders = list[Sequence[int]]
Ranker = Callable[[Sequence[Case]], Orders]
"""For each visit to foresee the products in order, the likeliest first."""

_RECENT = 0.97


def ours(cases: Sequence[Case]) -> Orders:
    """What the program does."""
    return [
        [one.product_id for one in rank(case.before, case.visit.at, case.habits)] for case in cases
    ]


def own_frequency(cases: Sequence[Case]) -> Orders:
    """P-TopFreq: how often they bought it."""
    orders: Orders = []
    for case in cases:
        times = _times(case)
        orders.append(sorted(times, key=lambda item: (-times[item], item)))
    return orders


def frequency_then_shop(cases: Sequence[Case]) -> Orders:
    """GP-TopFreq: the same, what is popular first among equals, then the shop's best sellers."""
    orders: Orders = []
    for case in cases:
        times, popularity = _times(case), case.habits.popularity
        known = sorted(times, key=lambda i: (-times[i], -popularity.get(i, 0.0), i))
        orders.append(known + [item for item in case.habits.best if item not in times])
    return orders


def recency_weighted(cases: Sequence[Case]) -> Orders:
    """How often they bought it, each visit counting 0.97 times the one after it; chosen so."""
    orders: Orders = []
    for case in cases:
        weights: dict[int, float] = defaultdict(float)
        for age, visit in enumerate(reversed(case.before)):
            for item in visit.items:
                weights[item] += _RECENT**age
        popularity = case.habits.popularity
        known = sorted(weights, key=lambda i: (-weights[i], -popularity.get(i, 0.0), i))
        orders.append(known + [item for item in case.habits.best if item not in weights])
    return orders


class TifuRanker:
    """TIFU-kNN; its neighbours are the households a part may learn from, as of the month before.

    Args:
        model: its five numbers.
        sales: all sales.
        part: whose visits are foreseen.
    """

    def __init__(self, model: Tifu, sales: Sales, part: Part) -> None:
        self._model = model
        self._sales = sales
        self._part = part

    def __call__(self, cases: Sequence[Case]) -> Orders:
        items = len(self._sales.products) + 1
        orders: dict[int, Sequence[int]] = {}
        by_month = sorted(range(len(cases)), key=lambda at: cases[at].month)
        for month, group in groupby(by_month, key=lambda at: cases[at].month):
            places = list(group)
            others = [one for one in self._sales.others(self._part, month).values() if one]
            asked = self._model.vectors((cases[at].before for at in places), items)
            near = self._model.vectors(others, items)
            orders |= zip(places, self._model.foresee(asked, near), strict=True)
        return [orders[at] for at in range(len(cases))]


def _times(case: Case) -> Counter[int]:
    return Counter(item for visit in case.before for item in visit.items)
