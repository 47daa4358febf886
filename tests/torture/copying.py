"""T8: backups killed while the shop writes, each restored and each damaged; and a key changed."""

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path

from pos_companion.services.opening import PASSPHRASE_VARIABLE
from pos_companion.storage.copies import Copy, copies_in
from tests.torture.program import PASSPHRASE, ROOT, Writer, command, dump, moments
from tests.torture.told import Told, verdicts

_MOMENTS = (0.4, 1.8)
"""A kill falls into this part of the time that a whole run takes."""


@dataclass
class Copying:
    """How it went.

    Attributes:
        listed, restored, flips: backups that were listed, came back whole, and whose damage was
            noticed.
    """

    kills: int = 0
    listed: int = 0
    restored: int = 0
    flips: int = 0
    bad: list[str] = field(default_factory=list)


def back_up_under_kills(place: Path, kills: int, seed: int) -> Copying:
    """Kill `backup` at any moment while a writer goes on; every listed copy must be whole."""
    went, chance, folder, told = Copying(), moments(seed), place / "shop", Told()
    writer = Writer(folder, seed, told)
    writer.hear(60, answers=3)
    words = [sys.executable, "main.py", "backup", "--data-dir", str(folder)]
    longest, seen = _duration(words), set[str]()
    for number in range(kills):
        before = set(told.saved)
        _killed(words, chance.uniform(*_MOMENTS) * longest)
        writer.hear(0.01)
        went.kills += 1
        fresh = [one for one in copies_in(folder / "backups") if one.path.name not in seen]
        for copy in fresh:
            seen.add(copy.path.name)
            went.listed += 1
            bad = _restored(place / "other", copy, told, before)
            went.restored += not bad
            went.flips += _flip_noticed(place / "other", copy, chance)
            went.bad += [f"{one} (kill {number})" for one in bad]
    writer.kill()
    went.bad += verdicts(told, dump(folder))
    return went


def rekey_under_kills(place: Path, kills: int, seed: int) -> Copying:
    """Kill `rekey` at any moment; whichever key the file has, the next start opens it."""
    went, chance, folder, told = Copying(), moments(seed), place / "shop", Told()
    Writer(folder, seed, told, ops=60).end()
    words = [sys.executable, "main.py", "rekey", "--data-dir", str(folder)]
    longest = _duration(words)
    for number in range(kills):
        _killed(words, chance.uniform(*_MOMENTS) * longest)
        went.kills += 1
        went.bad += [f"{one} (kill {number})" for one in verdicts(told, dump(folder))]
    return went


def _killed(words: list[str], after: float) -> None:
    environment = {**os.environ, PASSPHRASE_VARIABLE: PASSPHRASE}
    process = subprocess.Popen(
        words, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        start_new_session=True,
    )  # fmt: skip
    try:
        process.wait(after)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def _duration(words: list[str]) -> float:
    started = time.monotonic()
    _killed(words, 120)
    return time.monotonic() - started


def _restored(folder: Path, copy: Copy, told: Told, before: set[str]) -> list[str]:
    """Put it back on another computer; what was saved before it began must be in it."""
    command(folder, "restore", str(copy.path), "--yes")
    found = dump(folder)
    bad = [one for one in verdicts(told.copy(), found) if not one.startswith("LOST")]
    bad += [f"LOST {one}" for one in sorted(before - found.have.keys())]
    shutil.rmtree(folder, ignore_errors=True)
    return bad


def _flip_noticed(folder: Path, copy: Copy, chance: random.Random) -> bool:
    stick = folder.with_name("stick")
    stick.mkdir()
    content = bytearray(copy.path.read_bytes())
    content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
    damaged = stick / copy.path.name
    damaged.write_bytes(content)
    shutil.copyfile(copy.keys, damaged.with_suffix(copy.keys.suffix))
    said = command(folder, "restore", str(damaged), "--yes")
    shutil.rmtree(stick)
    shutil.rmtree(folder, ignore_errors=True)
    return bool(said) and said[-1].startswith("EXIT")
