"""Figures of the usual order: how good an order is, means over households, and how sure we are."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import log2
from typing import Any

import numpy as np
import numpy.typing as npt

MEASURES = ("recall@10", "nDCG@10", "hit@10", "precision@5")
ROUNDS = 2000
Table = npt.NDArray[np.float64]
"""A row for each household, a column for each measure."""


def judge(order: Sequence[int], taken: Sequence[int]) -> tuple[float, ...]:
    """The four measures of one visit."""
    wanted, first = set(taken), order[:10]
    hits = [item in wanted for item in first]
    gain = sum(1 / log2(place + 2) for place, hit in enumerate(hits) if hit)
    ideal = sum(1 / log2(place + 2) for place in range(min(10, len(wanted))))
    return sum(hits) / len(wanted), gain / ideal, float(any(hits)), sum(hits[:5]) / 5


def by_household(households: Iterable[int], judged: Iterable[Sequence[float]]) -> Table:
    """Means of the measures, a row for each household in ascending order."""
    rows: dict[int, list[Sequence[float]]] = defaultdict(list)
    for household, measures in zip(households, judged, strict=True):
        rows[household].append(measures)
    return np.array([np.mean(rows[household], axis=0) for household in sorted(rows)])


@dataclass(frozen=True)
class Figure:
    """A mean or a ratio with its 95 % bootstrap interval over households."""

    value: float
    low: float
    high: float

    def __str__(self) -> str:
        return f"{self.value:.3f} [{self.low:.3f}, {self.high:.3f}]"


def means(table: Table) -> list[Figure]:
    """A figure for each measure."""
    drawn = table[_drawn(len(table))].mean(axis=1)
    return _figures(table.mean(axis=0), drawn)


def ratios(table: Table, other: Table) -> list[Figure]:
    """One table over another of the same households, drawn together."""
    places = _drawn(len(table))
    drawn = table[places].mean(axis=1) / other[places].mean(axis=1)
    return _figures(table.mean(axis=0) / other.mean(axis=0), drawn)


@dataclass(frozen=True)
class Bin:
    """Cases with about the same chance: what was said on average, and what came true."""

    cases: int
    said: float
    true: float

    @property
    def error(self) -> float:
        return abs(self.said - self.true)


def bins(pairs: Iterable[tuple[float, bool]]) -> list[Bin]:
    """Chances and whether each came true, in ten bins of equal width; empty ones left out."""
    sums: dict[int, list[float]] = defaultdict(lambda: [0, 0.0, 0.0])
    for said, true in pairs:
        found = sums[min(9, int(said * 10))]
        found[0] += 1
        found[1] += said
        found[2] += true
    return [Bin(int(n), said / n, true / n) for _, (n, said, true) in sorted(sums.items())]


def _drawn(households: int) -> Any:
    return np.random.default_rng(1).integers(0, households, (ROUNDS, households))


def _figures(values: npt.NDArray[np.float64], drawn: Any) -> list[Figure]:
    low, high = np.quantile(drawn, (0.025, 0.975), axis=0)
    return [Figure(float(v), float(a), float(b)) for v, a, b in zip(values, low, high, strict=True)]
