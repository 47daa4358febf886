"""What somebody said is not their usual any more; usual.md §5.

For five visits it is as if they had never had it: the rest of their visits decides what is usual.
After that it is considered again, and what was bought before the word counts half.
"""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from pos_companion.model.visits import PastVisit

VISITS_WITHOUT = 5
DOUBT = 0.5
"""What a purchase before the word counts once the product is considered again."""


@dataclass(frozen=True)
class PutRight:
    """Visits as they count after what was said.

    Attributes:
        visits: without the products that are out, and without visits that held nothing else.
        out: products that are not considered now.
        doubted: for products considered again, how many of the visits were before the word.
    """

    visits: list[PastVisit]
    out: frozenset[int]
    doubted: Mapping[int, int]


def put_right(visits: Sequence[PastVisit], wrong: Mapping[int, datetime]) -> PutRight:
    """Leave out what was said to be wrong.

    Args:
        visits: of one customer, oldest first.
        wrong: when the latest such word was said, by product id; the shop's wall clock.
    """
    moments = [visit.at for visit in visits]
    before = {item: bisect_right(moments, at) for item, at in wrong.items()}
    out = frozenset(item for item, count in before.items() if len(visits) - count < VISITS_WITHOUT)
    if not out:
        return PutRight(list(visits), out, before)
    left = [_without(visit, out) for visit in visits]
    kept = [visit for visit in left if visit.items]
    moments = [visit.at for visit in kept]
    again = {item: bisect_right(moments, wrong[item]) for item in wrong.keys() - out}
    return PutRight(kept, out, again)


def _without(visit: PastVisit, out: frozenset[int]) -> PastVisit:
    if out.isdisjoint(visit.items):
        return visit
    return replace(visit, items=tuple(item for item in visit.items if item not in out))
