"""T7: several starts at the same moment; exactly one may have the records."""

import time
from dataclasses import dataclass, field
from pathlib import Path

from tests.torture.program import PATIENCE, Writer, dump
from tests.torture.told import Told, verdicts


@dataclass
class Starts:
    """How often exactly one ran, and everything that was otherwise."""

    rounds: int = 0
    bad: list[str] = field(default_factory=list)


def start_at_once(place: Path, rounds: int, seed: int, starts: int = 5) -> Starts:
    """Start five writers on one folder, and see four of them refused in a sentence."""
    went, everything = Starts(), Told()
    folder = place / "shop"
    for number in range(rounds):
        tellings = [Told() for _ in range(starts)]
        base = seed * 100_000 + number * starts
        writers = [Writer(folder, base + at, told) for at, told in enumerate(tellings)]
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until and not _is_decided(tellings):
            for writer in writers:
                writer.hear(0.02)
        for writer in writers:
            writer.kill()
        went.rounds += 1
        ran = sum(1 for told in tellings if told.tried)
        refused = sum(1 for told in tellings if told.stopped.startswith("busy"))
        if (ran, refused) != (1, starts - 1):
            went.bad.append(f"{ran} ran, {refused} were refused (round {number})")
        for told in tellings:
            everything.tried |= told.tried
            everything.saved |= told.saved
            everything.refused |= told.refused
        went.bad += [f"{one} (round {number})" for one in verdicts(everything, dump(folder))]
    return went


def _is_decided(tellings: list[Told]) -> bool:
    stopped = sum(1 for told in tellings if told.stopped)
    return stopped == len(tellings) - 1 and any(told.saved for told in tellings)
