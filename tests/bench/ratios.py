"""A figure is only worth something beside its floor, taken in the same loop."""

import gc
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import median

SLACK = 2.0
"""A goal missed by more than this factor fails the run; less is the machine's mood."""
WARMING_UP = 20
"""So many samples come before any counts."""


@dataclass(frozen=True)
class Figure:
    """One line of the table.

    Attributes:
        name: what was done.
        typical, slow: seconds, median and 99th of 100; the same where it was done once.
        floor: what it is compared with, in words.
        floor_seconds: the median of the floor.
        goal, slow_goal: how many times the floor it may take; None where nothing was promised.
        most_seconds: how long the median may take at most; None where nothing was promised.
        count: how much of `unit` was done in `typical`, for a speed; 0 for none.
    """

    name: str
    typical: float
    slow: float
    floor: str
    floor_seconds: float
    goal: float | None = None
    slow_goal: float | None = None
    most_seconds: float | None = None
    count: int = 0
    unit: str = ""

    @property
    def ratio(self) -> float:
        """How many times the floor's median the median takes."""
        return self.typical / self.floor_seconds

    @property
    def slow_ratio(self) -> float:
        """How many times the floor's median the 99th of 100 takes."""
        return self.slow / self.floor_seconds

    @property
    def misses(self) -> list[str]:
        """The goals that were missed by more than the machine's mood."""
        judged = [
            (self.ratio, self.goal, "× the floor"),
            (self.slow_ratio, self.slow_goal, "× the floor at the 99th of 100"),
            (self.typical, self.most_seconds, "s"),
        ]
        return [
            f"{self.name}: {value:.3g} {what}, wanted {goal:.3g}"
            for value, goal, what in judged
            if goal is not None and value > goal * SLACK
        ]


def in_turns(
    name: str,
    floor_name: str,
    work: Sequence[tuple[Callable[[], object], ...]],
    clock: Callable[[], float] = time.thread_time,
    **goals: float | None,
) -> Figure:
    """Time floor and deed in turns.

    Args:
        work: (floor, deed) for each sample, 400 or more; a third is done before either of them and
            is not timed.
        clock: `time.perf_counter` where a disk is waited for.
        goals: `goal`, `slow_goal`, `most_seconds` of the figure.
    """
    if len(work) < 400:
        raise ValueError(f"{len(work)} samples are too few")
    floors: list[float] = []
    deeds: list[float] = []
    for at, (floor, deed, *before) in enumerate(work):
        if at == WARMING_UP:
            floors, deeds = [], []
            gc.collect()
        for one, kept in ((floor, floors), (deed, deeds)):
            for get_ready in before:
                get_ready()
            start = clock()
            one()
            kept.append(clock() - start)
    deeds.sort()
    slow = deeds[min(len(deeds) - 1, len(deeds) * 99 // 100)]
    return Figure(name, median(deeds), slow, floor_name, median(floors), **goals)


def table(figures: Sequence[Figure]) -> str:
    """The figures as a Markdown table."""
    head = [
        "| deed | median | p99 | its floor | floor | median ÷ floor | p99 ÷ floor | goal |",
        "|--|--|--|--|--|--|--|--|",
    ]
    return "\n".join([*head, *(_row(figure) for figure in figures)])


def _row(figure: Figure) -> str:
    speed = f" ({figure.count / figure.typical:,.0f} {figure.unit}/s)" if figure.count else ""
    once = figure.typical == figure.slow
    goals = [
        text.format(goal)
        for text, goal in (
            ("≤ {:.3g} ×", figure.goal),
            ("p99 ≤ {:.3g} ×", figure.slow_goal),
            ("≤ {:.3g} s", figure.most_seconds),
        )
        if goal is not None
    ]
    cells = [
        figure.name,
        _time(figure.typical) + speed,
        "" if once else _time(figure.slow),
        figure.floor,
        _time(figure.floor_seconds),
        f"{figure.ratio:.1f} ×",
        "" if once else f"{figure.slow_ratio:.1f} ×",
        ", ".join(goals) or "–",
    ]
    return f"| {' | '.join(cells)} |"


def _time(seconds: float) -> str:
    for size, unit in ((1, "s"), (1e-3, "ms"), (1e-6, "µs")):
        if seconds >= size:
            return f"{seconds / size:.3g} {unit}"
    return f"{seconds * 1e9:.0f} ns"
