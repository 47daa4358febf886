"""Who gets something and who never does: counts alone, and nobody is measured by them.

A visit has a gesture when anything that counts was given on it. Groups are set beside each other
as they are; what makes them differ (a birthday, a quiet hour) is for people to know.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from pos_companion.model.gestures import Came, Gesture

_WHOLE = 10_000
_Group = TypeVar("_Group", str, int)


@dataclass(frozen=True)
class Known:
    """What is known of a customer beside their visits.

    Attributes:
        stage: where they stand, as one of `Stage`; empty when it was not looked at.
        tags: the shop's own words about them.
        left_out: they want no gifts, are no longer with us, or work here: nothing is missing.
    """

    stage: str = ""
    tags: frozenset[str] = frozenset()
    left_out: bool = False


@dataclass(frozen=True)
class Share:
    """How many visits of a group had a gesture."""

    visits: int
    gifted: int

    @property
    def points(self) -> int:
        """In hundredths of a per cent, half up."""
        if not self.visits:
            return 0
        return (2 * self.gifted * _WHOLE + self.visits) // (2 * self.visits)


@dataclass(frozen=True)
class Never:
    """Somebody who comes regularly and was given nothing.

    Attributes:
        said_no: so often they were offered something and did not want it.
    """

    customer: int
    visits: int
    said_no: int = 0


@dataclass(frozen=True)
class Fairness:
    """Who was given something in some days.

    Attributes:
        by_stage, by_weekday, by_staff, by_tag: 0 is Monday; the empty name is nobody signed in.
        regulars: how many came often enough to be asked about.
        never: those of them who were given nothing, who came most often first.
    """

    all: Share = Share(0, 0)
    by_stage: Mapping[str, Share] = field(default_factory=dict)
    by_weekday: Mapping[int, Share] = field(default_factory=dict)
    by_staff: Mapping[str, Share] = field(default_factory=dict)
    by_tag: Mapping[str, Share] = field(default_factory=dict)
    regulars: int = 0
    never: tuple[Never, ...] = ()


def fairness(
    visits: Sequence[Came],
    gestures: Iterable[Gesture],
    known: Mapping[int, Known],
    noes: Mapping[int, int],
    least: int,
) -> Fairness:
    """Set the groups beside each other, and find who was passed over.

    Args:
        known: by customer; those not in it have no stage and no tags.
        noes: how often customers did not want what was offered.
        least: so many visits make somebody a regular here.
    """
    given = tuple(gestures)
    gifted = {one.visit for one in given}
    nobody = Known()
    of = {one.customer: known.get(one.customer, nobody) for one in visits}
    often = Counter(one.customer for one in visits)
    regulars = [who for who, times in often.items() if times >= least and not of[who].left_out]
    reached = {one.customer for one in given}
    never = [Never(who, often[who], noes.get(who, 0)) for who in regulars if who not in reached]
    return Fairness(
        Share(len(visits), sum(one.visit in gifted for one in visits)),
        _shares(visits, gifted, lambda one: [of[one.customer].stage]),
        _shares(visits, gifted, lambda one: [one.day.weekday()]),
        _shares(visits, gifted, lambda one: [one.staff]),
        _shares(visits, gifted, lambda one: of[one.customer].tags),
        len(regulars),
        tuple(sorted(never, key=lambda one: (-one.visits, one.customer))),
    )


def shares_of(
    visits: Iterable[Came], gestures: Iterable[Gesture], groups: Mapping[str, Collection[int]]
) -> dict[str, Share]:
    """How many visits of some groups of people had a gesture; one may be in several.

    Args:
        groups: the customers in each, by its name.
    """
    came, gifted = tuple(visits), {one.visit for one in gestures}
    shares = {}
    for name, people in groups.items():
        theirs = [one.visit in gifted for one in came if one.customer in people]
        shares[name] = Share(len(theirs), sum(theirs))
    return shares


def _shares(
    visits: Iterable[Came], gifted: set[str], groups: Callable[[Came], Iterable[_Group]]
) -> dict[_Group, Share]:
    counts: dict[_Group, list[int]] = defaultdict(lambda: [0, 0])
    for one in visits:
        for group in groups(one):
            counts[group][0] += 1
            counts[group][1] += one.visit in gifted
    return {group: Share(*count) for group, count in sorted(counts.items())}
