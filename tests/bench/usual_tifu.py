"""TIFU-kNN, a published baseline to be measured against; our own words for its formulas.

A customer is a vector over the products: visits are taken in groups of `group`, the latest group
full; within a group each visit counts `within` times the one after it, and each group `between`
times the next. What is foreseen is `own` times the customer's vector and the rest the mean of the
`neighbours` customers with the nearest vectors.

Source: Hu, He, Gao, Zhang, *Modeling Personalized Item Frequency Information for Next-basket
Recommendation*, SIGIR 2020, formulas 1 to 3.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import product
from typing import Any

import numpy as np
import numpy.typing as npt

from pos_companion.model.visits import PastVisit

Vectors = npt.NDArray[np.float32]
LISTED = 10


@dataclass(frozen=True)
class Tifu:
    """The five numbers of the model, as `usual_quality --tune` found them."""

    group: int = 3
    within: float = 1.0
    between: float = 0.9
    own: float = 0.3
    neighbours: int = 100

    def vector(self, visits: Sequence[PastVisit], items: int) -> Vectors:
        """One customer; `items` is one more than the largest product id."""
        found = np.zeros(items, np.float32)
        groups = -(-len(visits) // self.group)
        for place, visit in enumerate(reversed(visits)):
            older, at = divmod(place, self.group)
            # The oldest group may hold fewer.
            filled = min(self.group, len(visits) - older * self.group)
            found[list(visit.items)] += self.within**at * self.between**older / (filled * groups)
        return found

    def vectors(self, customers: Iterable[Sequence[PastVisit]], items: int) -> Vectors:
        """Many customers, one row each."""
        return np.array([self.vector(visits, items) for visits in customers], np.float32)

    def foresee(self, asked: Vectors, others: Vectors) -> list[list[int]]:
        """The ten likeliest products of each row of `asked`, best first."""
        blend = self.own * asked + (1 - self.own) * self._near(asked, others)
        best = np.argsort(-blend, axis=1, kind="stable")[:, :LISTED]
        return [[int(item) for item in row] for row in best]

    def _near(self, asked: Vectors, others: Vectors) -> Any:
        if not len(others):
            return np.zeros_like(asked)
        apart = (others**2).sum(axis=1)[None, :] - 2 * asked @ others.T
        count = min(self.neighbours, len(others))
        nearest = np.argpartition(apart, count - 1, axis=1)[:, :count]
        chosen = np.zeros_like(apart)
        np.put_along_axis(chosen, nearest, 1 / count, axis=1)
        return chosen @ others


def coarse() -> list[Tifu]:
    """What is tried first when it is tuned: how fast the past fades."""
    numbers = product((3, 7, 10), (0.9, 1.0), (0.6, 0.7, 0.8, 0.9))
    return [Tifu(*three) for three in numbers]


def fine(best: Tifu) -> list[Tifu]:
    """What is tried then: how much the neighbours count."""
    numbers = product((0.3, 0.5, 0.7, 0.9), (50, 100, 300, 600))
    return [replace(best, own=own, neighbours=neighbours) for own, neighbours in numbers]
