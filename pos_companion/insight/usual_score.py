"""How likely each product is on this visit: the ten terms of usual.md §3.

The constants were fitted once on grocery households and hold for products and product groups
alike; nothing is learnt at run time. `tests/bench/usual_quality.py` judges them on households
that had no part in fitting.
"""

from collections.abc import Sequence
from datetime import datetime
from math import exp, log
from typing import NamedTuple

from pos_companion.insight.usual_past import Past, past_of
from pos_companion.model.visits import PastVisit, ShopHabits

BEST_SELLERS = 60
"""How many of the shop's best sellers are considered for somebody who has not had them."""

_MIX, _KNOWN, _REBUY, _HOUR, _WEEKDAY = 0.7969, -1.5797, 0.4011, 0.2022, 0.1034
_SIZE, _SIZE_NOW, _DUE, _LAST_THREE, _OWN_SIZE, _BIAS = (
    -0.1278,
    0.2397,
    0.1399,
    0.7286,
    -0.2286,
    2.057,
)
_SLOPE, _SHIFT = 0.996, 0.526


class Ranked(NamedTuple):
    """One product's place.

    Attributes:
        score: log-odds; only for sorting.
        chance: calibrated chance that it is bought on this visit, 0 to 1.
    """

    product_id: int
    score: float
    chance: float


def rank(history: Sequence[PastVisit], now: datetime, habits: ShopHabits) -> list[Ranked]:
    """Put products in the order in which they are to be expected.

    Args:
        history: visits of one customer that count, oldest first.
        now: the shop's wall clock, without zone.
        habits: what the shop as a whole buys.

    Returns:
        Every product of the last 100 visits and the shop's best sellers they never had, best
        first; on the first visit ever the best sellers by popularity.
    """
    return rank_past(past_of(history, now), habits)


def rank_past(past: Past, habits: ShopHabits) -> list[Ranked]:
    """The same for visits already weighed."""
    if not past.visits:
        return [_by_popularity(item, habits) for item in habits.best[:BEST_SELLERS]]
    scores = _scores(past, habits)
    scores.extend(_new_scores(past, habits))
    # Equal scores: the smaller number first, so that the same visits always give the same order.
    scores.sort(key=lambda scored: (-scored[1], scored[0]))
    return [
        Ranked(item, score, 1 / (1 + exp(-(_SLOPE * score + _SHIFT)))) for item, score in scores
    ]


def _by_popularity(item: int, habits: ShopHabits) -> Ranked:
    share = min(0.999, max(1e-5, habits.popularity.get(item, 0.0)))
    return Ranked(item, log(share / (1 - share)), share)


def _scores(past: Past, habits: ShopHabits) -> list[tuple[int, float]]:
    """Products the customer had; one long sum, because it is read by every look-up."""
    weights, visits = past.weights, len(past.visits)
    all_big = sum(weight for weight, big in zip(weights, past.big, strict=True) if big)
    all_small = sum(weights) - all_big
    all_hours = sum(past.hours) + 2
    all_weekdays = sum(past.same_weekday) + 4
    half, chance_small = past.recency / 2, past.small_chance
    rows = list(
        zip(
            weights,
            past.big,
            past.hours,
            past.same_weekday,
            past.sizes,
            past.last_three,
            strict=True,
        )
    )
    popularity, rebuy, size_of = habits.popularity.get, habits.rebuy.get, habits.size.get
    scores = []
    for item, places in past.positions.items():
        small = large = hours = sizes = last = 0.0
        weekdays = 0
        for place in places:
            weight, big, hour, weekday, size, recent = rows[place]
            if big:
                large += weight
            else:
                small += weight
            hours += hour
            weekdays += weekday
            sizes += size
            last += recent
        times = len(places)
        share = times / visits
        lately = 2 * (small + large) / (all_small + all_big)
        mix = chance_small * (small + lately) / (all_small + 2) + (1 - chance_small) * (
            large + lately
        ) / (all_big + 2)
        size = size_of(item, habits.mean_size)
        usual = max(share, 0.001) + 0.01
        score = (
            _BIAS
            + _KNOWN
            + _MIX * log(max(1e-5, (mix * half + 0.3 * popularity(item, 0.0)) / (half + 1)))
            + _REBUY * log(rebuy(item, habits.mean_rebuy))
            + _HOUR * _clip(log(((hours + 2 * share) / all_hours + 0.01) / usual))
            + _WEEKDAY * _clip(log(((weekdays + 4 * share) / all_weekdays + 0.01) / usual))
            + (_SIZE + _SIZE_NOW * past.expected_size) * size
            + _LAST_THREE * last
            + _OWN_SIZE * (sizes / times - past.mean_size)
        )
        if times > 1:
            score += _DUE * _due(past, places, habits.gap.get(item, habits.mean_gap))
        scores.append((item, score))
    return scores


def _clip(value: float) -> float:
    return max(-2.0, min(2.0, value))


def _due(past: Past, places: Sequence[int], shop_gap: float) -> float:
    first, last = past.days[places[0]], past.days[places[-1]]
    gap = max(0.5, (last - first + shop_gap) / len(places))
    due = max(0.0, past.today - last) / gap
    return max(-3.0, min(0.0, log(min(6.0, due) + 0.05)))


def _new_scores(past: Past, habits: ShopHabits) -> list[tuple[int, float]]:
    """Best sellers the customer never had."""
    scores: list[tuple[int, float]] = []
    half = past.recency / 2
    for item in habits.best:
        if len(scores) == BEST_SELLERS:
            break
        if item in past.positions:
            continue
        size = habits.size.get(item, habits.mean_size)
        share = 0.3 * habits.popularity.get(item, 0.0) / (half + 1)
        score = (
            _BIAS
            + _MIX * log(max(1e-5, share))
            + _REBUY * log(habits.rebuy.get(item, habits.mean_rebuy))
            + (_SIZE + _SIZE_NOW * past.expected_size) * size
            + _OWN_SIZE * (size - past.mean_size)
        )
        scores.append((item, score))
    return scores
