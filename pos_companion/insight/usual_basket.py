"""Which products make "the usual", and how sure we are that Enter would record the truth.

The basket is built greedily in order of chance while one more product raises its expected F1.

*The chance that it is right* cannot be the product of the products' chances: whoever has a
croissant has the coffee too. So the customer's own visits answer: the share of past visits for
which this basket would have been right, weighed by recency (and by nothing else than ended habits
and other selves, see `usual_selves`), smoothed with two pseudo-visits at the product of chances.
The smoothing is what keeps three visits from looking like a certainty, and it pulls a basket that
fits the record by luck towards what its products promise one by one.

Right means: everything in it was taken, no main item of that visit was missing, and at most one
thing came on top. A main item is what the customer has on at least 15 % of the visits; a birthday
cake once a year does not make the usual wrong, a trolley with eight other things does.

On grocery households hardly anything reaches 60 %; a café's regular with nine of ten visits alike
does after the third visit. `tests/bench/usual_quality.py` prints promised against true shares.
"""

from collections.abc import Iterable, Mapping, Sequence
from math import prod

from pos_companion.insight.usual_past import Past
from pos_companion.insight.usual_score import Ranked

LARGEST_BASKET = 6
_MAIN_SHARE = 0.15
_PSEUDO_VISITS = 2.0
_ON_TOP = 1


def likely_basket(past: Past, ranked: Iterable[Ranked]) -> tuple[int, ...]:
    """The products to expect together; only ones the customer has had.

    Args:
        past: the customer's visits as seen from now.
        ranked: the products, best first.

    Returns:
        At most six product ids, best first; empty only when none of the ranked ones is known.
    """
    known = [one for one in ranked if one.product_id in past.positions]
    known.sort(key=lambda one: (-one.chance, one.product_id))
    expected = sum(one.chance for one in known)
    chosen: list[int] = []
    sure = best = 0.0
    for one in known[:LARGEST_BASKET]:
        sure += one.chance
        # F1 of expected counts: twice the common ones over those shown and those taken.
        f1 = 2 * sure / (len(chosen) + 1 + expected)
        if f1 <= best:
            break
        best = f1
        chosen.append(one.product_id)
    return tuple(chosen)


def chance_right(past: Past, basket: Sequence[int], ranked: Iterable[Ranked]) -> float:
    """The calibrated chance that a basket is what this visit takes, 0 to 1.

    Args:
        past: the customer's visits as seen from now.
        basket: product ids.
        ranked: the chance of each product.
    """
    total = sum(past.weights)
    wanted = frozenset(basket)
    main = _main_items(past, total) - wanted
    chances = {one.product_id: one.chance for one in ranked}
    alone = _product_of_chances(chances, wanted, main)
    right = sum(
        weight * min((past.doubt(item, place) for item in wanted), default=1.0)
        for place, (visit, weight) in enumerate(zip(past.visits, past.weights, strict=True))
        if _would_have_been_right(frozenset(visit.items), wanted, main)
    )
    return (right + _PSEUDO_VISITS * alone) / (total + _PSEUDO_VISITS)


def _main_items(past: Past, total: float) -> frozenset[int]:
    weights = past.weights
    return frozenset(
        item
        for item, places in past.positions.items()
        if sum(weights[place] for place in places) >= _MAIN_SHARE * total
    )


def _product_of_chances(
    chances: Mapping[int, float], wanted: frozenset[int], main: frozenset[int]
) -> float:
    # In a fixed order: the last digit of a product depends on it.
    return prod(chances.get(item, 0.0) for item in sorted(wanted)) * prod(
        1 - chances.get(item, 0.0) for item in sorted(main)
    )


def _would_have_been_right(
    taken: frozenset[int], wanted: frozenset[int], main: frozenset[int]
) -> bool:
    on_top = taken - wanted
    return wanted <= taken and len(on_top) <= _ON_TOP and on_top.isdisjoint(main)
