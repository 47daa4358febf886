"""What gifts and discounts cost: whole minor units, summed over lines of the ledger and no more.

The margin on what was bought is not in the records, so a cost is set against what the visits
concerned sold. Where a till told no amounts there is nothing to set it against, and that is said.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from pos_companion.model.gestures import Came, Gesture

_WHOLE = 10_000


@dataclass(frozen=True)
class Spent:
    """Some gestures together.

    Attributes:
        cost, value: minor units.
        visits: on how many visits they were given.
        known: on how many of those it is known what was bought.
        sales: of those, in minor units.
        against: what was given on those cost, in minor units.
    """

    times: int = 0
    cost: int = 0
    value: int = 0
    people: int = 0
    visits: int = 0
    known: int = 0
    sales: int = 0
    against: int = 0

    @property
    def share(self) -> int | None:
        """The cost in hundredths of a per cent of what was bought; None where that is not known."""
        return share_of(self.against, self.sales)


@dataclass(frozen=True)
class Costs:
    """What was given in some days.

    Attributes:
        by_rule, by_staff, by_reason: by id, by name, by `OwnReason`; the empty one where there is
            no name or no reason. The dearest first.
        exceptions: what went beyond what was planned, part of `all`.
        by_exception: the same by the way in which it went beyond.
        visits: all visits of those days.
        known: of how many of them it is known what was bought.
        sales: of those, in minor units.
    """

    all: Spent = Spent()
    by_rule: Mapping[str, Spent] = field(default_factory=dict)
    by_staff: Mapping[str, Spent] = field(default_factory=dict)
    by_reason: Mapping[str, Spent] = field(default_factory=dict)
    exceptions: Spent = Spent()
    by_exception: Mapping[str, Spent] = field(default_factory=dict)
    visits: int = 0
    known: int = 0
    sales: int = 0

    @property
    def share(self) -> int | None:
        """All of it in hundredths of a per cent of what was sold in those days; None: not known."""
        return share_of(self.all.against, self.sales)


def share_of(cost: int, sales: int) -> int | None:
    """A cost in hundredths of a per cent of sales, half up; None where nothing was sold."""
    return None if sales <= 0 else (2 * cost * _WHOLE + sales) // (2 * sales)


def costs(gestures: Sequence[Gesture], visits: Iterable[Came]) -> Costs:
    """Sum what was given.

    Args:
        gestures: those that count, all in the shop's currency.
        visits: of the same days.
    """
    came = tuple(visits)
    sold = {one.visit: one.sales for one in came if one.sales is not None}
    beyond = [one for one in gestures if one.exception]
    return Costs(
        spent(gestures, sold),
        _by(gestures, sold, lambda one: one.rule),
        _by(gestures, sold, lambda one: one.staff),
        _by(gestures, sold, lambda one: one.reason),
        spent(beyond, sold),
        _by(beyond, sold, lambda one: one.exception),
        len(came),
        len(sold),
        sum(sold.values()),
    )


def spent(gestures: Sequence[Gesture], sold: Mapping[str, int]) -> Spent:
    """Sum some gestures.

    Args:
        sold: what was bought on the visits of which it is known, by uid.
    """
    visits = {one.visit for one in gestures}
    known = visits & sold.keys()
    return Spent(
        len(gestures),
        sum(one.cost for one in gestures),
        sum(one.value for one in gestures),
        len({one.customer for one in gestures}),
        len(visits),
        len(known),
        sum(sold[one] for one in known),
        sum(one.cost for one in gestures if one.visit in known),
    )


def _by(
    gestures: Sequence[Gesture], sold: Mapping[str, int], key: Callable[[Gesture], str]
) -> dict[str, Spent]:
    parts: dict[str, list[Gesture]] = defaultdict(list)
    for one in gestures:
        parts[key(one)].append(one)
    sums = {name: spent(part, sold) for name, part in parts.items()}
    return dict(sorted(sums.items(), key=lambda one: (-one[1].cost, -one[1].times, one[0])))
