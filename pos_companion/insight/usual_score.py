"""How likely each product is on this visit: the terms of `usual_terms`, weighed in two ways.

The order of the list asks "which things first?" and counts a visit with few things as much as one
with many; the chance asks "will it be taken?" and counts every thing alike. Both look at the same
terms, each with constants of its own.

The constants were fitted once on grocery households and hold for products and product groups
alike; nothing is learnt at run time but the two numbers that fit a shop's chances to its own
visits. `tests/bench/usual_quality.py` judges them on households that had no part in fitting.
"""

from collections.abc import Sequence
from datetime import datetime
from math import exp, log
from operator import mul
from typing import NamedTuple

from pos_companion.insight.usual_past import Past, past_of
from pos_companion.insight.usual_terms import BEST_SELLERS, Terms, known_terms, new_terms
from pos_companion.model.visits import PastVisit, ShopHabits

ORDER = Terms(
    mix=0.5630, sure=0.0, known=-1.2948, visits=0.7306, curiosity=0.5096, rebuy=0.2313,
    again=0.2784, lately=0.1293, hour=0.2813, weekday=0.1266, due=0.1613, overdue=-0.1431,
    size=-0.3867, size_now=0.3120, size_early=0.6505, own_size=-0.2583, expected=0.0, always=0.0,
)  # fmt: skip
CHANCE = Terms(
    mix=0.4865, sure=0.8851, known=0.0, visits=0.2765, curiosity=0.0, rebuy=0.2647,
    again=0.2847, lately=0.2556, hour=0.2083, weekday=0.2211, due=0.4075, overdue=-0.1769,
    size=0.0, size_now=0.0, size_early=0.0, own_size=0.0, expected=0.1476, always=-0.4114,
)  # fmt: skip


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
    """The same for visits already weighed; without what was said to be wrong."""
    if not past.visits:
        best = [item for item in habits.best if item not in past.out]
        return [_by_popularity(item, habits) for item in best[:BEST_SELLERS]]
    ranked = [
        Ranked(item, sum(map(mul, ORDER, terms)), calibrated(raw_chance(terms), habits))
        for terms_of in (known_terms, new_terms)
        for item, terms in terms_of(past, habits)
    ]
    # Equal scores: the smaller number first, so that the same visits always give the same order.
    ranked.sort(key=lambda one: (-one.score, one.product_id))
    return ranked


def raw_chance(terms: Terms) -> float:
    """The chance in log-odds, as it is for the households it was fitted on."""
    return float(sum(map(mul, CHANCE, terms)))


def calibrated(raw: float, habits: ShopHabits) -> float:
    """The chance in this shop, 0 to 1."""
    return 1 / (1 + exp(-(habits.slope * raw + habits.shift)))


def _by_popularity(item: int, habits: ShopHabits) -> Ranked:
    share = min(0.999, max(1e-5, habits.popularity.get(item, 0.0)))
    return Ranked(item, log(share / (1 - share)), share)
