"""T1: kill -9 at any moment, a quarter of them while it starts."""

import shutil
from dataclasses import dataclass, field
from pathlib import Path

from tests.torture.program import PATIENCE, Writer, dump, moments
from tests.torture.told import Found, Told, verdicts

_START = 1.2
_WORK = 0.5
_FOLDER_LIVES = 12
"""So many kills, then an empty folder."""


@dataclass
class Kills:
    """How it went.

    Attributes:
        deeds: how many were acknowledged.
        starts: seconds from a start over records that were killed to the first deed; as `came_up`.
        bad: every verdict, with the number of its kill.
    """

    kills: int = 0
    at_start: int = 0
    deeds: int = 0
    starts: list[float] = field(default_factory=list)
    bad: list[str] = field(default_factory=list)

    @property
    def slowest(self) -> float:
        """The longest start; 0 when there was none."""
        return max(self.starts, default=0.0)

    @property
    def usually_within(self) -> float:
        """99 of 100 starts took no longer."""
        return sorted(self.starts)[int(0.99 * (len(self.starts) - 1))] if self.starts else 0.0


def kill_often(
    place: Path, kills: int, seed: int, program: tuple[str, ...] = ("main.py",)
) -> Kills:
    """Start the writer, kill it, look, and go on with the same folder."""
    went, chance = Kills(), moments(seed)
    told, folder = Told(), place / "0"
    for number in range(kills):
        if number % _FOLDER_LIVES == 0:
            shutil.rmtree(folder, ignore_errors=True)
            told, folder = Told(), place / str(number)
        before = len(told.saved)
        writer = Writer(folder, seed * 100_000 + number, told, program)
        if chance.random() < 0.25:
            writer.hear(chance.uniform(0, _START))
            went.at_start += 1
        else:
            writer.hear(PATIENCE, answers=1)
            writer.hear(chance.uniform(0, _WORK))
        writer.kill()
        went.kills += 1
        if number % _FOLDER_LIVES and writer.came_up is not None:
            went.starts.append(writer.came_up)
        went.deeds += len(told.saved) - before
        went.bad += [f"{one} (kill {number})" for one in _judged(folder, told)]
    shutil.rmtree(folder, ignore_errors=True)
    return went


def _judged(folder: Path, told: Told) -> list[str]:
    found: Found = dump(folder)
    if not told.tried and found.stopped.startswith("not_found"):
        return []  # killed before there was a shop; the next start shows whether it comes up
    bad = verdicts(told, found)
    if told.stopped:
        bad.append(f"DEAD {told.stopped}")
        told.stopped = ""
    return bad
