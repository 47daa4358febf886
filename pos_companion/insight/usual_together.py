"""What goes with things already in the basket; usual.md §3, at the end."""

from collections.abc import Collection, Sequence
from datetime import datetime
from math import log

from pos_companion.insight.usual_past import Past, past_of
from pos_companion.model.visits import PastVisit, UsualItem

_WEIGHT = 0.6


def going_along(
    ranked: Sequence[UsualItem],
    taken: Collection[int],
    history: Sequence[PastVisit],
    now: datetime,
) -> tuple[UsualItem, ...]:
    """What they have with these things more often than without, likeliest first.

    Args:
        ranked: what they may take.
        taken: product ids in the basket; without any nothing goes along.
        history: visits that count, oldest first.
        now: the shop's wall clock, without zone.

    Returns:
        Of `ranked` what can be had, is not in the basket and rises because of it.
    """
    if not taken:
        return ()
    past = past_of(history, now)
    wanted = frozenset(taken)
    total = sum(past.weights)
    with_them = [at for at, visit in enumerate(past.visits) if wanted.issubset(visit.items)]
    beside = sum(past.weights[at] for at in with_them)
    risen: list[tuple[float, int, UsualItem]] = []
    for item in ranked:
        product = item.product
        if product.id in wanted or not product.available or product.id not in past.positions:
            continue
        rise = _rise(past, product.id, (total, beside), frozenset(with_them))
        if rise > 0:
            risen.append((-item.score - rise, product.id, item))
    return tuple(item for *_, item in sorted(risen, key=lambda one: one[:2]))


def _rise(past: Past, item: int, sums: tuple[float, float], with_them: frozenset[int]) -> float:
    """What the basket adds to a product's log-odds."""
    total, beside = sums
    places = past.positions[item]
    share = sum(past.weights[at] for at in places) / total
    both = sum(past.weights[at] for at in places if at in with_them)
    return _WEIGHT * log(((both + 2 * share) / (beside + 2) + 0.01) / (share + 0.01))
