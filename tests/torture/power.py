"""T2: the power is cut at any moment, and the disk keeps what it must and a little more."""

import os
import random
import shutil
import subprocess
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from pos_companion.storage import STORE
from tests.torture.disk import MODES, Disk, Note, read_notes
from tests.torture.program import Writer, dump, moments, write
from tests.torture.told import Told, verdicts

_LOG = f"{STORE}-wal"
RECORDER = Path(__file__).with_name("recorder.c")


@dataclass
class Cuts:
    """How it went.

    Attributes:
        saved: deeds acknowledged before the cuts, all cuts together.
        modes: how many cuts there were of each mode.
        bad: every verdict, with its cut; `bad_cuts` counts cuts with any.
    """

    cuts: int = 0
    bad_cuts: int = 0
    saved: int = 0
    modes: Counter[str] = field(default_factory=Counter)
    bad: list[str] = field(default_factory=list)


def why_not() -> str:
    """Why this torture cannot run here; empty when it can."""
    if os.name != "posix" or os.uname().sysname != "Linux":
        return "it needs Linux"
    return "" if shutil.which("gcc") else "there is no gcc"


def cut_often(
    place: Path, cuts: int, seed: int, ops: int = 60, program: tuple[str, ...] = ("main.py",),
    in_deeds: bool = False,
) -> Cuts:  # fmt: skip
    """Record a new shop and its second day, and cut the power at so many moments of both.

    Args:
        in_deeds: only while a deed is on its way to the disk: something of it is in the log, and
            not all of that is flushed. At any other moment a cut has no deed to take away.
    """
    went, chance = Cuts(), moments(seed)
    recorded = _record(place, seed, ops, program)
    possible = recorded.in_deeds() if in_deeds else range(1, len(recorded.notes) + 1)
    told = Told()
    for at in sorted(chance.choice(possible) for _ in range(cuts)):
        recorded.go_on(at, told)
        mode = MODES[went.cuts % len(MODES)]
        went.cuts += 1
        went.modes[mode] += 1
        went.saved += len(told.saved)
        folder = place / f"cut{went.cuts}"
        # The folder as one and the other kind of file system may show it.
        recorded.disks[chance.randrange(2)].cut(folder, mode, chance)
        bad = judged(folder, told.copy())
        shutil.rmtree(folder)
        went.bad_cuts += bool(bad)
        went.bad += [f"{one} (cut {went.cuts} at {at}, {mode})" for one in bad]
    return went


@dataclass
class _Recorded:
    notes: list[Note]
    disks: tuple[Disk, Disk]
    at: int = 0
    heard: int = 0

    def in_deeds(self) -> list[int]:
        """The numbers of notes, from 1, after which something of a deed is not flushed yet."""
        disk, found = Disk(self.disks[0].root, strict=False), []
        for number, note in enumerate(self.notes, start=1):
            disk.take(note)
            if b"TRY" in disk.said and not disk.is_flushed(_LOG):
                found.append(number)
        return found

    def go_on(self, to: int, told: Told) -> None:
        """Let everything happen up to a note; whole lines that were said by then are heard."""
        for note in self.notes[self.at : to]:
            for disk in self.disks:
                disk.take(note)
        self.at = to
        said = self.disks[0].said
        end = said.rfind(b"\n") + 1
        for line in said[self.heard : end].decode().splitlines():
            told.hear(line)
        self.heard = max(end, self.heard)


def _record(place: Path, seed: int, ops: int, program: tuple[str, ...]) -> _Recorded:
    place.mkdir(parents=True, exist_ok=True)
    library, notes, folder = place / "recorder.so", place / "notes", place / "shop"
    subprocess.run(
        ["gcc", "-O1", "-shared", "-fPIC", "-o", library, RECORDER, "-ldl", "-lpthread"], check=True
    )
    watched = {
        "LD_PRELOAD": str(library),
        "POS_TORTURE_FOLDER": str(folder),
        "POS_TORTURE_LOG": str(notes),
    }
    told = Told()
    for day in range(2):
        code = Writer(folder, 2 * seed + day, told, program, ops=ops // 2, more=watched).end()
        if code:
            raise RuntimeError(f"the writer ended with {code}: {told.stopped}")
    disks = Disk(str(folder), strict=True), Disk(str(folder), strict=False)
    return _Recorded(read_notes(notes), disks)


def judged(folder: Path, told: Told) -> list[str]:
    """Everything that is not as it was told, after the power came back."""
    found = dump(folder)
    if not told.saved and found.stopped:
        # Cut before there was a shop: then the next start has to make one.
        write(folder, random.Random(0).randrange(10**6), 1, told)
        found = dump(folder)
    return verdicts(told, found)
