"""How well the shop knows its people: counts only, nobody is named."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date

from pos_companion.model.stages import STEPS, Stage

Fits = Callable[[Stage | None, Stage], bool]


@dataclass(frozen=True)
class Tally:
    """What the usual order said on some visits, against what was taken.

    Attributes:
        visits: how many were looked at.
        armed: on so many a whole basket was offered to Enter.
        right: on so many of those everything in it was taken.
        often: on so many "Often has" was shown instead.
        hit: on so many of those at least one thing of it was taken.
    """

    visits: int = 0
    armed: int = 0
    right: int = 0
    often: int = 0
    hit: int = 0

    @property
    def silent(self) -> int:
        """On so many visits it kept silent."""
        return self.visits - self.armed - self.often

    @property
    def right_share(self) -> float | None:
        """Share of the armed baskets that were taken, 0 to 1; None when none was armed."""
        return self.right / self.armed if self.armed else None

    @property
    def hit_share(self) -> float | None:
        """Share of visits on which what was shown was taken, at least one thing of it."""
        shown = self.armed + self.often
        return (self.right + self.hit) / shown if shown else None

    def __add__(self, other: "Tally") -> "Tally":
        """Both together."""
        return Tally(
            self.visits + other.visits,
            self.armed + other.armed,
            self.right + other.right,
            self.often + other.often,
            self.hit + other.hit,
        )


@dataclass(frozen=True)
class Mirror:
    """The usual order on the shop's own visits of some days.

    Attributes:
        first, last: business days, both included.
        visits: with something in them, of customers; more than were judged in a large shop.
        judged: what was judged, by weekday (0 is Monday) and hour of the day.
    """

    first: date
    last: date
    visits: int = 0
    judged: Mapping[tuple[int, int], Tally] = field(default_factory=dict)

    @property
    def all(self) -> Tally:
        """All that was judged."""
        return sum(self.judged.values(), Tally())

    def on(self, weekday: int) -> Tally:
        """Of one day of the week."""
        return sum((one for (day, _), one in self.judged.items() if day == weekday), Tally())

    def at(self, hour: int) -> Tally:
        """Of one hour of the day."""
        return sum((one for (_, at), one in self.judged.items() if at == hour), Tally())

    @property
    def hours(self) -> tuple[int, ...]:
        """The hours in which anything was judged."""
        return tuple(sorted({hour for _, hour in self.judged}))


@dataclass(frozen=True)
class Movement:
    """How many customers stood where at the end of a month, and a month later.

    Attributes:
        before, after: the last day of either month.
        moves: how many went from a stage to a stage; from None came somebody new.
    """

    before: date
    after: date
    moves: Mapping[tuple[Stage | None, Stage], int] = field(default_factory=dict)

    @property
    def customers(self) -> int:
        """All of them."""
        return sum(self.moves.values())

    @property
    def up(self) -> int:
        """A step further, or back again."""
        return self._count(_is_up)

    @property
    def down(self) -> int:
        """At risk since, or a step back."""
        return self._count(_is_down)

    @property
    def lapsed(self) -> int:
        """Not seen any more since."""
        return self._count(lambda was, now: now is Stage.LAPSED and was is not Stage.LAPSED)

    @property
    def came(self) -> int:
        """New faces of the month."""
        return self._count(lambda was, _now: was is None)

    def _count(self, fits: Fits) -> int:
        return sum(count for (was, now), count in self.moves.items() if fits(was, now))


def _is_up(was: Stage | None, now: Stage) -> bool:
    if was is None or was is now:
        return False
    if now is Stage.BACK or (now.is_step and not was.is_step):
        return True
    return now.is_step and was.is_step and STEPS.index(now) > STEPS.index(was)


def _is_down(was: Stage | None, now: Stage) -> bool:
    if was is None or was is now:
        return False
    if now is Stage.AT_RISK:
        return True
    return now.is_step and was.is_step and STEPS.index(now) < STEPS.index(was)
