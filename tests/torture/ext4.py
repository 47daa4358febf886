"""T3: the power is cut under a real ext4: its image is cloned while the program writes.

The clone holds what the file system had handed to its disk by then, and nothing that was still in
the memory of the computer; mounting it plays the journal back, as after a power cut. It is taken
on an XFS of its own, which clones a file in one moment (`cp --reflink=always`).
"""

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from tests.torture.power import Cuts, judged
from tests.torture.program import Writer, moments
from tests.torture.told import Told

_TOOLS = ("mkfs.ext4", "mkfs.xfs", "mount", "umount", "cp")
_MEGABYTES = {"xfs": 1_500, "ext4": 160}
_LIFE = 10
"""So many clones of one shop, then an empty disk."""
_START, _WORK = 1.5, 0.4


def why_not(place: Path) -> str:
    """Why this torture cannot run here; empty when it can. Mounts a disk to find out."""
    if os.name != "posix" or os.uname().sysname != "Linux":
        return "it needs Linux"
    if os.geteuid() != 0:
        return "only root may mount"
    missing = [name for name in _TOOLS if shutil.which(name) is None]
    if missing:
        return f"there is no {', '.join(missing)}"
    place.mkdir(parents=True, exist_ok=True)
    try:
        with _mounted(_image(place / "xfs"), place / "outside"):
            return ""
    except OSError as error:
        return f"no disk can be mounted ({error})"


def clone_often(
    place: Path, clones: int, seed: int, program: tuple[str, ...] = ("main.py",)
) -> Cuts:
    """Clone the disk under the writer so often, a quarter while it starts, and look at each.

    Raises:
        OSError: no disk can be mounted here.
    """
    went, chance = Cuts(), moments(seed)
    place.mkdir(parents=True, exist_ok=True)
    with _mounted(_image(place / "xfs"), place / "outside") as outside:
        while went.cuts < clones:
            disk = _image(outside / "ext4")
            with _mounted(disk, place / "disk") as inside:
                told = Told()
                writer = Writer(inside / "shop", seed * 1_000 + went.cuts, told, program)
                try:
                    for number in range(min(_LIFE, clones - went.cuts)):
                        at_start = number < _LIFE / 4
                        writer.hear(chance.uniform(0, _START if at_start else _WORK))
                        _clone(disk, outside, writer, went)
                finally:
                    writer.kill()
            disk.unlink()
    return went


def _clone(disk: Path, outside: Path, writer: Writer, went: Cuts) -> None:
    """What was saved before is in the clone; what was tried by the end of it may be."""
    before, cut = writer.told.copy(), outside / "cut"
    subprocess.run(["cp", "--reflink=always", disk, cut], check=True)
    writer.hear(0.01)
    heard = replace(before, tried=dict(writer.told.tried))
    with _mounted(cut, outside / "after") as after:
        bad = judged(after / "shop", heard)
    cut.unlink()
    went.cuts += 1
    went.saved += len(before.saved)
    went.bad_cuts += bool(bad)
    went.bad += [f"{one} (clone {went.cuts})" for one in bad]


def _image(path: Path) -> Path:
    """A new disk as a file, with the file system that it is named after."""
    with path.open("wb") as file:
        file.truncate(_MEGABYTES[path.name] * 1_000_000)
    _run(f"mkfs.{path.name}", "-q", str(path))
    return path


@contextmanager
def _mounted(image: Path, place: Path) -> Iterator[Path]:
    place.mkdir(exist_ok=True)
    _run("mount", "-o", "loop", str(image), str(place))
    try:
        yield place
    finally:
        _run("umount", str(place))


def _run(*words: str) -> None:
    done = subprocess.run(words, capture_output=True, text=True)
    if done.returncode:
        raise OSError(f"{words[0]}: {done.stderr.strip() or done.returncode}")
