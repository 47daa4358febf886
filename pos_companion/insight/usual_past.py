"""The visits of one customer, weighed as seen from now; usual.md §2."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise
from math import exp, log
from statistics import median

from pos_companion.insight.usual_selves import (
    FORGETTING,
    Self,
    fading,
    hour_of,
    hours_apart,
    is_weekend,
    selves_now,
    weight_by_self,
)
from pos_companion.insight.usual_wrong import DOUBT, put_right
from pos_companion.model.visits import PastVisit

MOST_VISITS = 100
"""More visits than these give the same result."""
NOTHING_WRONG: Mapping[int, datetime] = {}

_LATELY = 0.8
_CURIOUS = 0.2


@dataclass(frozen=True, slots=True)
class Past:
    """One customer's visits and what each of them says about this one. All lists: oldest first.

    Attributes:
        now: the shop's wall clock.
        visits: the last 100 that hold something, without what was said to be wrong.
        positions: for each product the indexes of the visits that hold it, ascending.
        today, days: moments as days; only differences mean something.
        sizes: ln of the number of products.
        mean_size: their mean.
        kept: what each counts for the self that comes now, after habits that ended; mostly 1.
        weights: the same with recency, each visit counting 0.98 times the one after it.
        lately: the same fading fast, 0.8 times; they add up to 1.
        recency: sum of the weights, the latest visit counting 1.
        hours: nearness of the time of the day, 0 to 1.
        same_weekday: whether it was the same weekday as now.
        big: whether it held more than the customer's median.
        expected_size: ln size expected now, less the mean.
        small_chance: chance that this visit is a small one.
        curiosity: share of a visit that is new to them, lately, 0 to 1.
        selves: those that differ from the customer's other visits.
        with_ways: products they ever had in their own way.
        out: products that are not considered, because they were said to be wrong.
        doubted: products considered again after that: how many visits were before the word.
    """

    now: datetime
    visits: list[PastVisit]
    positions: Mapping[int, list[int]]
    today: float
    days: list[float]
    sizes: list[float]
    mean_size: float
    kept: list[float]
    weights: list[float]
    lately: list[float]
    recency: float
    hours: list[float]
    same_weekday: list[bool]
    big: list[bool]
    expected_size: float
    small_chance: float
    curiosity: float
    selves: tuple[Self, ...]
    with_ways: frozenset[int]
    out: frozenset[int]
    doubted: Mapping[int, int]

    def doubt(self, item: int, place: int) -> float:
        """What a purchase of a product counts: 1, or half when it was said to be wrong since."""
        return DOUBT if place < self.doubted.get(item, 0) else 1.0


def past_of(
    history: Sequence[PastVisit], now: datetime, wrong: Mapping[int, datetime] = NOTHING_WRONG
) -> Past:
    """Weigh a customer's visits.

    Args:
        history: visits that count, oldest first; those without products are passed over.
        now: the shop's wall clock, without zone.
        wrong: when a product was last said not to be their usual; the shop's wall clock.
    """
    right = put_right([visit for visit in history if visit.items][-MOST_VISITS:], wrong)
    visits = right.visits
    positions: dict[int, list[int]] = {}
    for index, visit in enumerate(visits):
        for item in set(visit.items):
            positions.setdefault(item, []).append(index)
    sizes = [log(len(set(visit.items))) for visit in visits]
    mean_size = sum(sizes) / len(sizes) if sizes else 0.0
    ages = range(len(visits), 0, -1)
    recent = [FORGETTING**age for age in ages]
    selves = selves_now(visits, positions, now)
    own = weight_by_self(selves, len(visits))
    kept = [factor * share for factor, share in zip(fading(visits), own, strict=True)]
    weights = [factor * weight for factor, weight in zip(kept, recent, strict=True)]
    hours = [exp(-0.125 * hours_apart(hour_of(visit.at), hour_of(now)) ** 2) for visit in visits]
    big = _big(sizes)
    like = _likeness(visits, now, [near * far for near, far in zip(hours, weights, strict=True)])
    expected_size, small_chance = _size_now(like, sizes, big)
    return Past(
        now=now,
        visits=visits,
        positions=positions,
        today=_day(now),
        days=[_day(visit.at) for visit in visits],
        sizes=sizes,
        mean_size=mean_size,
        kept=kept,
        weights=weights,
        lately=_lately(kept),
        recency=sum(weights) / FORGETTING,
        hours=hours,
        same_weekday=[visit.at.weekday() == now.weekday() for visit in visits],
        big=big,
        expected_size=expected_size,
        small_chance=small_chance,
        curiosity=_curiosity(visits),
        selves=selves,
        with_ways=frozenset(item for visit in visits for item in visit.ways),
        out=right.out,
        doubted=right.doubted,
    )


def _day(at: datetime) -> float:
    return at.toordinal() + (at.hour * 60 + at.minute) / 1440


def _big(sizes: Sequence[float]) -> list[bool]:
    if not sizes:
        return []
    middle = median(sizes)
    return [size > middle for size in sizes]


def _likeness(visits: Sequence[PastVisit], now: datetime, weights: Sequence[float]) -> list[float]:
    """How far each visit was one like this: time of day and age in `weights`, day and gap here."""
    if not visits:
        return []
    days = [_day(visit.at) for visit in visits]
    gaps = [max(0.0, late - early) for early, late in pairwise(days)]
    gap_now = max(0.0, _day(now) - days[-1])
    # Nobody knows how long they had been away before the first visit: as long as they usually are.
    gaps.insert(0, median(gaps) if gaps else gap_now)
    usual = log(gap_now + 0.3)
    return [
        weight * exp(-(((usual - log(gap + 0.3)) / 0.7) ** 2) / 2) * _same_day(visit.at, now)
        for visit, gap, weight in zip(visits, gaps, weights, strict=True)
    ]


def _same_day(at: datetime, now: datetime) -> float:
    if at.weekday() == now.weekday():
        return 1.0
    return 0.6 if is_weekend(at) is is_weekend(now) else 0.3


def _size_now(
    like: Sequence[float], sizes: Sequence[float], big: Sequence[bool]
) -> tuple[float, float]:
    if not sizes:
        return 0.0, 0.5
    visits = len(sizes)
    mean = sum(sizes) / visits
    total = sum(like) + 1
    size = sum(weight * size for weight, size in zip(like, sizes, strict=True)) + mean
    small = sum(weight for weight, large in zip(like, big, strict=True) if not large)
    return size / total - mean, (small + (visits - sum(big)) / visits) / total


def _lately(kept: Sequence[float]) -> list[float]:
    ages = range(len(kept), 0, -1)
    weights = [share * _LATELY**age for share, age in zip(kept, ages, strict=True)]
    total = sum(weights) or 1.0
    return [weight / total for weight in weights]


def _curiosity(visits: Sequence[PastVisit]) -> float:
    """A running mean over the visits, the latest counting a fifth."""
    known: set[int] = set()
    mean = 0.0
    for place, visit in enumerate(visits):
        items = set(visit.items)
        if place:
            mean += _CURIOUS * (len(items - known) / len(items) - mean)
        known |= items
    return mean
