"""A disk of a few megabytes, in memory; where none can be mounted the test is not run."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest


@contextmanager
def small_disk(place: Path, megabytes: int) -> Iterator[Path]:
    """Mount one for as long as it is needed."""
    why = _why_not()
    if why:
        pytest.skip(f"not run: {why}")
    place.mkdir()
    made = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", f"size={megabytes}m", "tmpfs", str(place)],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    if made.returncode:
        pytest.skip(f"not run: no disk can be mounted here ({made.stderr.strip()})")
    try:
        yield place
    finally:
        subprocess.run(["umount", "--lazy", str(place)], check=False)


def fill_up(place: Path) -> Path:
    """Write until nothing more has room; the file can be deleted again."""
    path = place / "holiday films"
    with path.open("wb", buffering=0) as file:
        while True:
            try:
                file.write(bytes(min(shutil.disk_usage(place).free, 1_000_000) or 4096))
            except OSError:
                return path


def _why_not() -> str:
    if not sys.platform.startswith("linux"):
        return "disks are mounted by hand here"
    return "" if os.geteuid() == 0 else "only root may mount a disk"
