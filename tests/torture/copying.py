"""T8: backups killed while the shop writes, each restored, compared and damaged; and a key changed.

The writer stands still (SIGSTOP) while copies are looked at, and goes on while one is made.
"""

import os
import random
import shutil
import signal
from dataclasses import dataclass, field
from pathlib import Path

from pos_companion.storage import STORE
from pos_companion.storage.copies import Copy, copies_in
from pos_companion.storage.keys import open_keys
from tests.torture.program import PASSPHRASE, Writer, command, dump, kill, moments
from tests.torture.rows import differences, rows_of
from tests.torture.told import Told, verdicts

_KEPT = ("audit", "visit", "visit_line", "redemption", "remark")
"""Tables whose rows never change while the torture writes."""
_RESTORED = {"audit": (0, 1)}
"""All that a restore may add: its own line in the trail."""


@dataclass
class Copying:
    """How it went.

    Attributes:
        listed, restored, flips: backups that were listed, came back with every row, and whose
            damage was noticed.
        rows: how many were compared.
    """

    kills: int = 0
    listed: int = 0
    restored: int = 0
    flips: int = 0
    rows: int = 0
    bad: list[str] = field(default_factory=list)


def back_up_under_kills(place: Path, kills: int, seed: int) -> Copying:
    """Kill `backup` at any moment while a writer goes on, then let one be; look at every copy."""
    went, chance, folder, told = Copying(), moments(seed), place / "shop", Told()
    writer = Writer(folder, seed, told)
    writer.hear(60, answers=3)
    look = _Look(place, open_keys(folder, folder / STORE, PASSPHRASE).derive("db"), chance, went)
    longest = kill(folder, 120, "backup")
    for number in range(kills):
        for patience in (chance.uniform(0.05, 1.2) * longest, 120):
            before = set(told.saved)
            kill(folder, patience, "backup")
            _stand_still(writer)
            went.bad += [f"{one} (kill {number})" for one in look.at_all(before)]
            _go_on(writer)
        went.kills += 1
    writer.kill()
    went.bad += verdicts(told, dump(folder))
    if went.listed < kills:
        went.bad.append(f"NONE listed {kills - went.listed} times")
    return went


def rekey_under_kills(place: Path, kills: int, seed: int) -> Copying:
    """Kill `rekey` at any moment; whichever key the file has, the next start opens it."""
    went, chance, folder, told = Copying(), moments(seed), place / "shop", Told()
    Writer(folder, seed, told, ops=60).end()
    longest = kill(folder, 120, "rekey")
    for number in range(kills):
        kill(folder, chance.uniform(0.1, 1.1) * longest, "rekey")
        went.kills += 1
        went.bad += [f"{one} (kill {number})" for one in verdicts(told, dump(folder))]
    return went


def _stand_still(writer: Writer) -> None:
    """Between two of its words, so that nobody waits for a lock that it has."""
    writer.hear(0.05)
    os.killpg(writer.process.pid, signal.SIGSTOP)
    writer.hear(0.05)


def _go_on(writer: Writer) -> None:
    os.killpg(writer.process.pid, signal.SIGCONT)
    writer.hear(0.05)


@dataclass
class _Look:
    """What is done with a copy as soon as it is listed."""

    place: Path
    key: bytes
    chance: random.Random
    went: Copying
    seen: set[str] = field(default_factory=set)

    def at_all(self, before: set[str]) -> list[str]:
        """At every copy that is listed for the first time; these deeds have to be in it."""
        bad = []
        for copy in copies_in(self.place / "shop" / "backups"):
            if copy.path.name not in self.seen:
                self.seen.add(copy.path.name)
                self.went.listed += 1
                found = self._restored(copy, before)
                self.went.restored += not found
                self.went.flips += self._flip_noticed(copy)
                bad += found
        return bad

    def _restored(self, copy: Copy, before: set[str]) -> list[str]:
        """Put back on another computer it has every row, and each was a row of the shop."""
        folder, inside = self.place / "other", rows_of(copy.path, self.key)
        now = rows_of(self.place / "shop" / STORE, self.key, at_rest=False)
        bad = [f"INVENTED rows of {name}" for name in _KEPT if inside[name] - now[name]]
        command(folder, "restore", str(copy.path), "--yes")
        apart = differences(inside, rows_of(folder / STORE, self.key))
        if apart != _RESTORED:
            bad.append(f"OTHER rows {apart}")
        found = dump(folder)
        bad += [f"LOST {one}" for one in sorted(before - found.have.keys())]
        if found.check != "ok":
            bad.append(f"BROKEN {found.check or found.stopped}")
        self.went.rows += sum(map(len, inside.values()))
        shutil.rmtree(folder, ignore_errors=True)
        return bad

    def _flip_noticed(self, copy: Copy) -> bool:
        folder, stick = self.place / "other", self.place / "stick"
        stick.mkdir()
        content = bytearray(copy.path.read_bytes())
        content[self.chance.randrange(len(content))] ^= 1 << self.chance.randrange(8)
        damaged = stick / copy.path.name
        damaged.write_bytes(content)
        shutil.copyfile(copy.keys, damaged.with_suffix(copy.keys.suffix))
        said = command(folder, "restore", str(damaged), "--yes")
        shutil.rmtree(stick)
        shutil.rmtree(folder, ignore_errors=True)
        return bool(said) and said[-1].startswith("EXIT")
