"""One window, or one long job, per data folder."""

import subprocess
import sys
import threading
from pathlib import Path

import pytest

from pos_companion.errors import BusyError, NotSavedError
from pos_companion.storage.lock import FILE, FolderLock

ROOT = Path(__file__).parents[3]
HOLDER = """
import sys
from pathlib import Path
from pos_companion.storage.lock import FolderLock
lock = FolderLock(Path(sys.argv[1]))
lock.take()
sys.stdout.write("taken\\n")
sys.stdout.flush()
sys.stdin.readline()
"""


def other_process(folder: Path) -> subprocess.Popen[str]:
    """A process that takes the lock and keeps it until it hears a line, or is killed."""
    process = subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(folder)],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT,
    )  # fmt: skip
    assert process.stdout is not None
    assert process.stdout.readline() == "taken\n"
    return process


@pytest.mark.parametrize("end", ["politely", "killed"])
def test_a_second_process_hears_that_the_window_is_open_until_that_ends(
    tmp_path: Path, end: str
) -> None:
    with other_process(tmp_path) as holder:
        with pytest.raises(BusyError, match="already running"):
            FolderLock(tmp_path).take()
        if end == "killed":
            holder.kill()
        else:
            holder.communicate("go\n")
    lock = FolderLock(tmp_path)
    lock.take()
    lock.free()


def test_a_second_window_of_the_same_process_is_refused_too(tmp_path: Path) -> None:
    first, second = FolderLock(tmp_path), FolderLock(tmp_path)
    first.take()
    with pytest.raises(BusyError):
        second.take()
    first.free()
    second.take()
    second.free()


def test_freeing_twice_does_no_harm(tmp_path: Path) -> None:
    lock = FolderLock(tmp_path)
    lock.free()
    lock.take()
    lock.free()
    lock.free()


def test_a_folder_that_cannot_be_written_to_is_not_a_running_window(tmp_path: Path) -> None:
    (tmp_path / FILE).mkdir()
    with pytest.raises(NotSavedError, match="cannot be written to"):
        FolderLock(tmp_path).take()
    with pytest.raises(NotSavedError):
        FolderLock(tmp_path / "missing").take()


def test_whoever_has_patience_gets_the_lock_when_it_is_freed(tmp_path: Path) -> None:
    with other_process(tmp_path) as holder:
        threading.Timer(0.2, holder.kill).start()
        lock = FolderLock(tmp_path)
        lock.take(patience=60)
        lock.free()
