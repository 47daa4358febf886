"""The usual order held against what was taken: each visit is judged by what came before it alone.

The same functions as at the counter, so the mirror shows what the counter showed. What the shop as
a whole buys is taken as it is known now.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime

from pos_companion.insight.stages import standing, until
from pos_companion.insight.usual import usual_order
from pos_companion.insight.usual_past import MOST_VISITS
from pos_companion.model.mirror import Tally
from pos_companion.model.stages import Seen, Stage
from pos_companion.model.visits import PastVisit, Product, ShopHabits, UsualOrder, UsualState

Said = tuple[int, datetime]
"""A product that is not the usual any more, and when that was said; the shop's wall clock."""


def judged(order: UsualOrder, taken: Sequence[int]) -> Tally:
    """One visit.

    Args:
        taken: the products of the visit.
    """
    had = set(taken)
    if order.state is UsualState.ARMED:
        right = all(item.product.id in had for item in order.basket)
        return Tally(1, armed=1, right=int(right))
    if order.often:
        hit = any(item.product.id in had for item in order.often)
        return Tally(1, often=1, hit=int(hit))
    return Tally(1)


def replay(
    history: Sequence[PastVisit],
    wanted: Sequence[int],
    habits: ShopHabits,
    products: Mapping[int, Product],
    said: Sequence[Said] = (),
) -> Iterator[tuple[PastVisit, Tally]]:
    """Judge some visits of one customer, each from those before it.

    Args:
        history: visits that count, oldest first; 100 before the first wanted one are enough.
        wanted: their places in the history; what they hold must not be empty.
        said: what was ever said not to be their usual; before that day it was not known.
    """
    for place in wanted:
        visit = history[place]
        before = history[max(0, place - MOST_VISITS) : place]
        wrong = wrong_then(said, visit.at)
        yield visit, judged(usual_order(before, visit.at, habits, products, wrong), visit.items)


def wrong_then(said: Iterable[Said], at: datetime) -> dict[int, datetime]:
    """When each product was last said to be wrong, as it was known at a moment."""
    moments: dict[int, datetime] = {}
    for product, moment in said:
        if moment <= at:
            moments[product] = max(moment, moments.get(product, moment))
    return moments


def stage_at_end(seen: Seen, day: date) -> Stage | None:
    """Where somebody stood at the end of a day; None before their first visit."""
    then = until(seen, day)
    return standing(then, day).stage if then.days else None
