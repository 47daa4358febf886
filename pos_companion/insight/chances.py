"""Fits the chances of the usual order to a shop, by two numbers from its last 90 days; usual.md §1.

A café's regulars are steadier than the grocery households the constants were fitted on, and a kiosk
on a railway station's are not. Only what may be shown is looked at; how unlikely something unlikely
is does not matter at the counter.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from math import exp

from pos_companion.insight.usual_past import MOST_VISITS, past_of
from pos_companion.insight.usual_score import raw_chance
from pos_companion.insight.usual_terms import known_terms
from pos_companion.model.visits import PastVisit, ShopHabits

FEWEST_VISITS = 300
"""A shop with fewer keeps the numbers of the others."""
FEWEST_BEFORE = 3
DAYS = 90

_UNLIKELY = -2.6
_STEP = 0.1
_PRIOR = 20.0
_ROUNDS = 25
_STEEPEST, _FURTHEST = 3.0, 3.0


class ChanceSums:
    """What was said and what came true, counted; small whatever the shop sold.

    Attributes:
        visits: how many were judged.
    """

    def __init__(self) -> None:
        self.visits = 0
        # By log-odds in tenths: how often they were said, and how often it was taken.
        self._counts: dict[int, list[int]] = defaultdict(lambda: [0, 0])

    def add(self, history: Sequence[PastVisit], places: Iterable[int], habits: ShopHabits) -> None:
        """Judge visits of one customer, each by what came before it.

        Args:
            history: visits that count and hold something, oldest first.
            places: which of them to judge; those with fewer than three before are passed over.
        """
        for place in places:
            if place < FEWEST_BEFORE:
                continue
            visit = history[place]
            past = past_of(history[max(0, place - MOST_VISITS) : place], visit.at)
            taken = set(visit.items)
            self.visits += 1
            for item, terms in known_terms(past, habits):
                raw = raw_chance(terms)
                if raw > _UNLIKELY:
                    counts = self._counts[round(raw / _STEP)]
                    counts[0] += 1
                    counts[1] += item in taken

    def fitted(self, habits: ShopHabits, stands_for: int = 1) -> ShopHabits:
        """The habits with a slope and a shift of the shop's own, where it has visits enough.

        Args:
            stands_for: how many visits each judged one stands for.
        """
        if self.visits * stands_for < FEWEST_VISITS:
            return habits
        slope, shift = 1.0, 0.0
        for _ in range(_ROUNDS):
            ahead = self._step(slope, shift)
            slope = max(1 / _STEEPEST, min(_STEEPEST, slope + ahead[0]))
            shift = max(-_FURTHEST, min(_FURTHEST, shift + ahead[1]))
        return replace(habits, slope=slope, shift=shift)

    def _step(self, slope: float, shift: float) -> tuple[float, float]:
        """One of Newton's steps towards the likeliest numbers, drawn towards 1 and 0."""
        up, aside = _PRIOR * (1 - slope), -_PRIOR * shift
        steep, mixed, flat = _PRIOR, 0.0, _PRIOR
        for tenths, (said, taken) in self._counts.items():
            raw = tenths * _STEP
            chance = 1 / (1 + exp(-(slope * raw + shift)))
            miss, spread = taken - said * chance, said * chance * (1 - chance)
            up += miss * raw
            aside += miss
            steep += spread * raw * raw
            mixed += spread * raw
            flat += spread
        scale = steep * flat - mixed * mixed
        return (flat * up - mixed * aside) / scale, (steep * aside - mixed * up) / scale
