"""How people found the shop, to what lengths they went, and how far it has come with them.

Somebody counts for the way they named first, whatever they say later.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from pos_companion.model.people import Source
from pos_companion.model.stages import Stage


@dataclass(frozen=True)
class Effort:
    """To what lengths somebody went, or what was in their way; in the shop's words."""

    customer: int
    day: date
    text: str


@dataclass(frozen=True)
class Found:
    """How one customer found the shop.

    Attributes:
        source: the way they named first.
        furthest: the furthest step they reached; None before a first visit.
        was_sent: another customer sent them.
    """

    customer: int
    source: Source
    furthest: Stage | None = None
    was_sent: bool = False
    efforts: tuple[Effort, ...] = ()


@dataclass(frozen=True)
class Channel:
    """All who found the shop in one way.

    Attributes:
        reached: how many reached which step and none beyond it; None is no visit yet.
        efforts: the latest first.
    """

    source: Source
    people: int
    was_sent: int = 0
    reached: Mapping[Stage | None, int] = field(default_factory=dict)
    efforts: tuple[Effort, ...] = ()


def by_source(found: Iterable[Found]) -> tuple[Channel, ...]:
    """One channel for each way that was named, the one with the most people first."""
    parts: dict[Source, list[Found]] = defaultdict(list)
    for one in found:
        parts[one.source].append(one)
    channels = [_channel(source, part) for source, part in parts.items()]
    return tuple(sorted(channels, key=lambda one: (-one.people, one.source)))


def _channel(source: Source, people: list[Found]) -> Channel:
    efforts = [effort for one in people for effort in one.efforts]
    return Channel(
        source,
        len(people),
        sum(one.was_sent for one in people),
        dict(Counter(one.furthest for one in people)),
        tuple(sorted(efforts, key=lambda one: (one.day, one.customer), reverse=True)),
    )
