"""The program as its own process: a writer that can be killed, and a dump of what is left."""

import contextlib
import io
import multiprocessing
import os
import random
import selectors
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from multiprocessing.connection import Connection
from pathlib import Path

from pos_companion.cli import run
from pos_companion.services.opening import PASSPHRASE_VARIABLE
from tests.torture.told import Found, Told, found_in

ROOT = Path(__file__).resolve().parents[2]
PASSPHRASE = "for torture only"
PATIENCE = 60.0
_FORKS = multiprocessing.get_context("forkserver" if sys.platform != "win32" else "spawn")
if sys.platform != "win32":
    _FORKS.set_forkserver_preload(["tests.torture.program"])


class Writer:
    """`torture-write` in a process group of its own.

    Args:
        told: hears every line.
        program: what is started with Python; `wrong.py` and the name of a mistake, say.
        more: variables for its environment.

    Attributes:
        answers: how often it said that something was saved, or was refused.
        came_up: seconds from its start to its first word, without those in which it waited for a
            processor that others had; None while it is silent.
    """

    def __init__(
        self,
        folder: Path,
        seed: int,
        told: Told,
        program: Sequence[str] = ("main.py",),
        ops: int | None = None,
        more: Mapping[str, str] | None = None,
    ) -> None:
        retry = [part for one in told.unknown for part in ("--retry", one)]
        limit = [] if ops is None else ["--ops", str(ops)]
        words = ["torture-write", "--data-dir", str(folder), "--seed", str(seed), *limit, *retry]
        environment = {**os.environ, PASSPHRASE_VARIABLE: PASSPHRASE, **(more or {})}
        self.told = told
        self.answers = 0
        self.came_up: float | None = None
        self._rest = b""
        self._begun = time.monotonic()
        self.process = subprocess.Popen(
            [sys.executable, *program, *words],
            cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
            start_new_session=True,
        )  # fmt: skip

    def hear(self, seconds: float, answers: int | None = None) -> None:
        """Listen for so long, or until it ended, or until it answered so often."""
        assert self.process.stdout is not None
        until = time.monotonic() + seconds
        with selectors.DefaultSelector() as selector:
            selector.register(self.process.stdout, selectors.EVENT_READ)
            while (left := until - time.monotonic()) > 0:
                if answers is not None and self.answers >= answers:
                    return
                if selector.select(left) and not self._take():
                    return

    def kill(self) -> None:
        """SIGKILL to the whole group; what it had said before is still heard."""
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self.process.pid, signal.SIGKILL)
        while self._take():
            pass
        self.process.wait()
        assert self.process.stdout is not None
        self.process.stdout.close()

    def end(self) -> int:
        """Wait until it comes to its end by itself."""
        self.hear(PATIENCE)
        self.kill()
        return self.process.returncode

    def _take(self) -> bool:
        assert self.process.stdout is not None
        piece = os.read(self.process.stdout.fileno(), 65536)
        *lines, self._rest = (self._rest + piece).split(b"\n")
        if lines and self.came_up is None:
            self.came_up = time.monotonic() - self._begun - waited(self.process.pid)
        for line in lines:
            self.told.hear(line.decode())
            self.answers += line[:3] in {b"ACK", b"ERR"}
        return bool(piece)


def dump(folder: Path) -> Found:
    """What `torture-dump` finds, in a process that has the program loaded already."""
    return found_in(_command(["torture-dump", "--data-dir", str(folder)]))


def write(folder: Path, seed: int, ops: int, told: Told) -> None:
    """`torture-write` to its end, in such a process."""
    retry = [part for one in told.unknown for part in ("--retry", one)]
    words = ["torture-write", "--data-dir", str(folder), "--seed", str(seed), "--ops", str(ops)]
    for line in _command([*words, *retry]):
        told.hear(line)


def command(folder: Path, *words: str, patience: float = PATIENCE) -> list[str]:
    """What any command prints; nothing when it takes longer than that."""
    return _command([*words, "--data-dir", str(folder)], patience)


def kill(
    folder: Path, after: float, *words: str, meanwhile: Callable[[], None] | None = None
) -> float:
    """Run any command in such a process, and kill -9 it when it takes longer than that.

    Args:
        meanwhile: is done again and again while it runs.

    Returns:
        How many seconds it took, without those in which it waited for a processor that others
        had; when it was killed, how many it lived.
    """
    ours, theirs = _FORKS.Pipe()
    process = _FORKS.Process(target=_run, args=([*words, "--data-dir", str(folder)], theirs))
    process.start()
    begun = time.monotonic()
    while process.is_alive() and (left := begun + after - time.monotonic()) > 0:
        if meanwhile is not None:
            meanwhile()
        process.join(0 if meanwhile else left)
    lived = time.monotonic() - begun
    process.kill()
    process.join()
    with ours, contextlib.suppress(EOFError):
        if ours.poll():
            lived = ours.recv()[1]
    theirs.close()
    return lived


def moments(seed: int) -> random.Random:
    """The chance of one torture."""
    return random.Random(f"torture {seed}")


def waited(process: int | str = "self") -> float:
    """Seconds for which a process could have run and had no processor; 0 where nobody counts."""
    try:
        return int(Path(f"/proc/{process}/schedstat").read_text().split()[1]) / 1e9
    except OSError:
        return 0.0


def _command(words: list[str], patience: float = PATIENCE) -> list[str]:
    ours, theirs = _FORKS.Pipe()
    process = _FORKS.Process(target=_run, args=(words, theirs))
    process.start()
    theirs.close()
    try:
        text = ours.recv()[0] if ours.poll(patience) else ""
    except EOFError:
        text = ""
    process.join(PATIENCE)
    process.kill()
    return [str(line) for line in text.splitlines()]


def _run(words: list[str], answer: Connection) -> None:
    os.environ[PASSPHRASE_VARIABLE] = PASSPHRASE
    said, begun = io.StringIO(), time.monotonic() - waited()
    with contextlib.redirect_stdout(said), contextlib.redirect_stderr(said):
        code = run(words)
    text = said.getvalue() + ("" if code == 0 else f"EXIT {code}\n")
    answer.send((text, time.monotonic() - waited() - begun))
