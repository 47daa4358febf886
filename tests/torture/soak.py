"""T27: a whole day at the window: visits, copies, a computer that sleeps, a clock that is set.

A day is eight hours; in fewer minutes the same day passes faster, and the clock is set forward
by what is left out.
"""

import os
import signal
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import partial
from glob import glob
from pathlib import Path

from pos_companion.services.opening import PASSPHRASE_VARIABLE
from pos_companion.storage import STORE
from pos_companion.storage.copies import copies_in
from tests.torture.at_work import CLOCK
from tests.torture.program import PASSPHRASE, ROOT, command, write
from tests.torture.told import Told

DAY_MINUTES = 480
_VISITS, _SLEEPS, _COPIES = 600, 6, 4
"""In a day; further copies are made by themselves, every hour."""
_HOUR, _NAP = 3600, 3.0
_WARM = 60
"""From this visit on memory is compared: until then everything is loaded once."""
_FAKES = "/usr/lib/*/faketime/libfaketime*.so.1"


@dataclass
class Soak:
    """How it went.

    Attributes:
        copies: how many were made, by themselves and on demand.
        wal: most bytes that the log had.
        grown: bytes of memory between the early and the last visits.
        clock: what set it.
    """

    visits: int = 0
    copies: int = 0
    sleeps: int = 0
    wal: int = 0
    grown: int = 0
    clock: str = ""
    bad: list[str] = field(default_factory=list)


def soak(place: Path, minutes: int, seed: int) -> Soak:
    """A day of so many minutes; 480 are a real one."""
    went, folder = Soak(), place / "shop"
    write(folder, seed, 3, Told())
    visits = min(_VISITS, minutes * 60)
    seconds = minutes * 60 / visits
    left_out = max(round(DAY_MINUTES * 60 / _VISITS - seconds), 0)
    day = _Day(folder, place / "clock", left_out, went)
    words = [str(folder), str(visits), str(seconds), str(left_out)]
    day.live(words, _events(visits, day))
    if went.visits != visits:
        went.bad.append(f"LOST {visits - went.visits} visits")
    said = command(folder, "check")
    if said != ["The records are sound."]:
        went.bad.append(f"BROKEN {said}")
    return went


class _Day:
    """The process with the window, and what happens to it."""

    def __init__(self, folder: Path, clock: Path, left_out: int, went: Soak) -> None:
        self._folder, self._clock, self._left_out, self._went = folder, clock, left_out, went
        self._wrong = 0
        self._early = 0
        self._seen: set[str] = set()
        self._process: subprocess.Popen[str] | None = None

    def live(self, words: list[str], events: Mapping[int, list[Callable[[], None]]]) -> None:
        """From the first visit to the last; events come after their visit."""
        self.set_clock(0)
        environment = {**os.environ, **self._faked(), PASSPHRASE_VARIABLE: PASSPHRASE}
        environment["QT_QPA_PLATFORM"] = "offscreen"
        with subprocess.Popen(
            [sys.executable, "tests/torture/at_work.py", *words],
            cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True,
        ) as self._process:  # fmt: skip
            assert self._process.stdout is not None
            for line in self._process.stdout:
                if line.startswith("VISIT"):
                    self._look()
                    self.set_clock(self._left_out)
                    for happen in events.get(self._went.visits, ()):
                        happen()
                else:
                    self._went.bad.append(line.strip())
        if self._process.returncode:
            self._went.bad.append(f"DEAD {self._process.returncode}")

    def sleep(self) -> None:
        """The computer sleeps for half an hour; of that a few seconds are real."""
        assert self._process is not None
        self._process.send_signal(signal.SIGSTOP)
        time.sleep(_NAP)
        self.set_clock(_HOUR // 2)
        self._process.send_signal(signal.SIGCONT)
        self._went.sleeps += 1

    def set_clock(self, by: int) -> None:
        """Forward, or back."""
        self._wrong += by
        fresh = self._clock.with_suffix(".new")
        fresh.write_text(f"{self._wrong:+d}\n")
        fresh.replace(self._clock)

    def copy(self) -> None:
        """Somebody asks for a copy while the window is open."""
        said = command(self._folder, "backup")
        if any(line.startswith("EXIT") for line in said):
            self._went.bad.append(f"NONE copied: {said}")

    def _look(self) -> None:
        assert self._process is not None
        self._went.visits += 1
        log = self._folder / f"{STORE}-wal"
        self._went.wal = max(self._went.wal, log.stat().st_size if log.exists() else 0)
        size = _resident(self._process.pid)
        if self._went.visits <= _WARM:
            self._early = size
        self._went.grown = max(size - self._early, 0)
        self._seen |= {one.path.name for one in copies_in(self._folder / "backups")}
        self._went.copies = len(self._seen)

    def _faked(self) -> Mapping[str, str]:
        """What sets the clock wrong: libfaketime for all of the process, else for the shop."""
        found = sorted(glob(_FAKES))
        self._went.clock = "libfaketime" if found else "the clock of the shop"
        if not found:
            return {CLOCK: str(self._clock)}
        return {
            "LD_PRELOAD": found[0],
            "FAKETIME_TIMESTAMP_FILE": str(self._clock),
            "FAKETIME_NO_CACHE": "1",
            "FAKETIME_DONT_FAKE_MONOTONIC": "1",
            "NO_FAKE_STAT": "1",
        }


def _events(visits: int, day: _Day) -> Mapping[int, list[Callable[[], None]]]:
    """After which visit what happens, spread over the day."""
    events = defaultdict[int, list[Callable[[], None]]](list)
    for number in range(1, _SLEEPS + 1):
        events[visits * number // (_SLEEPS + 1)].append(day.sleep)
    for number in range(1, _COPIES + 1):
        events[visits * number // (_COPIES + 1)].append(day.copy)
    for part, by in ((2, _HOUR), (4, -_HOUR), (5, -_HOUR), (7, _HOUR)):
        events[visits * part // 9].append(partial(day.set_clock, by))
    return events


def _resident(process: int) -> int:
    """Bytes of memory that a process has; 0 where nobody tells."""
    try:
        return int(Path(f"/proc/{process}/statm").read_text().split()[1]) * 4096
    except OSError:
        return 0
