"""Which past visits still speak for the person who comes in now.

A habit ends, and a person can have more than one. Both are handled as a factor on the weight of
past visits, so that everything worked out from them follows.

*A habit that ended.* When somebody with a steady habit comes twice in a row without any of it,
what was before the run counts 0.15 times, and with each further such visit 0.3 times that, up to
the fourth. So after fifty lattes and three teas the tea is first. A habit is steady when one thing
was on 85 % of the visits of that kind of day (weekend or not) as it was known at the time; people
who fill a trolley hardly ever have one, so nothing of theirs is forgotten by a shop without milk.

*More than one self.* The visits of a weekend, of this weekday or of this time of the day are a
self of their own when something is on at least 60 % of them and on at most a sixth of the others,
or the other way round (both shares drawn towards the overall one by two visits, and at least four
visits on either side). Then the other visits hardly count.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from itertools import compress
from math import log

from pos_companion.model.visits import PastVisit

FORGETTING = 0.98
"""Weight of a visit against the one after it."""

OTHER_SELF = 0.03
"""What a visit of another self still counts."""

_STEADY, _PART = 0.85, 0.6
_LONGEST_RUN = 4
_TWICE_WITHOUT, _ONCE_MORE = 0.15, 0.3
_FEWEST = 4
_OWN, _FOREIGN = 0.6, 1 / 6
_SAME_TIME = 2.0


class SelfKind(StrEnum):
    """What tells one self of a customer from another."""

    KIND_OF_DAY = "kind_of_day"
    WEEKDAY = "weekday"
    TIME = "time"


@dataclass(frozen=True)
class Self:
    """A self of the customer that comes now.

    Attributes:
        kind: what tells it from the others.
        near: for each visit whether it was this self, oldest first.
    """

    kind: SelfKind
    near: tuple[bool, ...]


def is_weekend(at: datetime) -> bool:
    """Whether a moment lies on a Saturday or Sunday."""
    return at.weekday() >= 5


def hour_of(at: datetime) -> float:
    """The time of the day in hours, 0 to 24."""
    return at.hour + at.minute / 60


def hours_apart(one: float, other: float) -> float:
    """The distance of two times of the day around the clock, 0 to 12 hours."""
    apart = abs(one - other)
    return min(apart, 24 - apart)


def fading(visits: Sequence[PastVisit]) -> list[float]:
    """By how much each visit lost weight because a habit ended after it.

    Args:
        visits: of one customer, oldest first, none of them empty.

    Returns:
        One factor for each visit, 1 where nothing was lost.
    """
    factors = [1.0] * len(visits)
    habits = {False: _Habit(), True: _Habit()}
    run: list[int] = []
    # The first weekends say nothing about the habit of the week, neither for nor against, until
    # a day of the week goes the same way.
    unsaid: list[int] = []
    for index, visit in enumerate(visits):
        habit = habits[is_weekend(visit.at)]
        if not habit.is_known:
            habit.add(visit.items, index)
            unsaid.append(index)
            continue
        core = habit.core()
        if core and core.isdisjoint(visit.items):
            before = len(run)
            run += [one for one in unsaid if core.isdisjoint(visits[one].items)]
            run.append(index)
            _forget(factors, habits, run, before)
            learnt = run if len(run) >= _LONGEST_RUN else []
        else:
            learnt = [*run, index]
        if learnt:
            run = []
        for late in learnt:
            habits[is_weekend(visits[late].at)].add(visits[late].items, late)
        unsaid = []
    return factors


def _forget(
    factors: list[float], habits: Mapping[bool, "_Habit"], run: Sequence[int], before: int
) -> None:
    """Let everything before a run fade; `before` says how long it was at the last visit."""
    loss = _left_after(len(run)) / _left_after(before)
    for older in range(run[0]):
        factors[older] *= loss
    for habit in habits.values():
        habit.fade(loss)


def _left_after(run: int) -> float:
    return 1.0 if run < 2 else _TWICE_WITHOUT * _ONCE_MORE ** (min(run, _LONGEST_RUN) - 2)


class _Habit:
    """What one kind of day usually held, as far as the visits added tell."""

    def __init__(self) -> None:
        self._weights: dict[int, float] = {}
        self._total = 0.0
        self._heaviest = 0.0
        self._latest: list[tuple[int, ...]] = []

    def add(self, items: tuple[int, ...], index: int) -> None:
        weights, weight = self._weights, FORGETTING**-index
        self._total += weight
        for item in items:
            weights[item] = heavy = weights.get(item, 0.0) + weight
            if heavy > self._heaviest:
                self._heaviest = heavy
        self._latest = [*self._latest[-2:], items]

    def fade(self, factor: float) -> None:
        self._total *= factor
        self._heaviest *= factor
        for item in self._weights:
            self._weights[item] *= factor

    @property
    def is_known(self) -> bool:
        return len(self._latest) == 3

    def core(self) -> set[int]:
        """The things most visits held, when one of them is steady; else empty."""
        if self._heaviest < _STEADY * self._total:
            return set()
        # What is on six visits of ten was on one of the last ones: no need to look at the rest.
        recent = {item for items in self._latest for item in items}
        return {item for item in recent if self._weights[item] >= _PART * self._total}


def selves_now(
    visits: Sequence[PastVisit], positions: Mapping[int, Sequence[int]], now: datetime
) -> tuple[Self, ...]:
    """The selves the customer shows now, if there is more than one.

    Args:
        visits: oldest first, none of them empty.
        positions: for each product the indexes of the visits that hold it.
        now: the shop's wall clock.

    Returns:
        Those that differ from the customer's other visits; usually none.
    """
    weekend, weekday, hour = is_weekend(now), now.weekday(), hour_of(now)
    ways = {
        SelfKind.KIND_OF_DAY: [is_weekend(visit.at) is weekend for visit in visits],
        SelfKind.WEEKDAY: [visit.at.weekday() == weekday for visit in visits],
        SelfKind.TIME: [hours_apart(hour_of(visit.at), hour) <= _SAME_TIME for visit in visits],
    }
    found = []
    # A narrower self is told from the visits of the wider one only: a Saturday differs from
    # working days because it is at the weekend.
    pool = frozenset(range(len(visits)))
    for kind, flags in ways.items():
        near = frozenset(compress(range(len(visits)), flags)) & pool
        if _differs(near, pool - near, positions):
            found.append(Self(kind, tuple(at in near for at in range(len(visits)))))
            pool = near
    return tuple(found)


def _differs(
    near: frozenset[int], far: frozenset[int], positions: Mapping[int, Sequence[int]]
) -> bool:
    here, away = len(near), len(far)
    if here < _FEWEST or away < _FEWEST:
        return False
    fewest = _OWN * (min(here, away) + 2) - 2
    tried = [places for places in positions.values() if len(places) >= fewest]
    # The more products are looked at, the more of them differ by chance.
    needed = 2 * log(100 * max(1, len(tried)))
    for places in tried:
        inside, outside = len(near.intersection(places)), len(far.intersection(places))
        overall = 2 * (inside + outside) / (here + away)
        own, other = (inside + overall) / (here + 2), (outside + overall) / (away + 2)
        if max(own, other) < _OWN or min(own, other) > _FOREIGN:
            continue
        if _evidence((inside, here), (outside, away)) >= needed:
            return True
    return False


def _evidence(one: tuple[int, int], other: tuple[int, int]) -> float:
    """Twice the log-likelihood ratio of two shares against one common share."""
    times, visits = one[0] + other[0], one[1] + other[1]
    apart = _likelihood(*one) + _likelihood(*other)
    return 2 * (apart - _likelihood(times, visits))


def _likelihood(times: int, visits: int) -> float:
    share = times / visits
    if share in {0.0, 1.0}:
        return 0.0
    return times * log(share) + (visits - times) * log(1 - share)


def weight_by_self(selves: Sequence[Self], visits: int) -> list[float]:
    """What each visit counts for the self that comes now: 1, or next to nothing."""
    weights = [1.0] * visits
    for known in selves:
        for foreign in compress(range(visits), [not near for near in known.near]):
            weights[foreign] = OTHER_SELF
    return weights
