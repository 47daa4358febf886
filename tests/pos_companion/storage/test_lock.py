"""One window, or one long job, per data folder; and nobody beside a change of everything."""

import subprocess
import sys
import threading
from pathlib import Path

import pytest

from pos_companion.errors import BusyError, NotSavedError
from pos_companion.storage.lock import FILE, IN_USE, FolderLock, FolderUse

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


def begun(folder: Path) -> FolderUse:
    use = FolderUse(folder)
    use.begin(patience=0)
    return use


def test_many_have_the_records_open_and_the_first_knows_that_it_was_alone(tmp_path: Path) -> None:
    uses = [begun(tmp_path) for _ in range(5)]
    assert [one.found_alone for one in uses] == [True, False, False, False, False]
    for one in uses:
        one.free()
        one.free()
    last = begun(tmp_path)
    assert last.found_alone
    last.free()


def test_nobody_changes_everything_while_somebody_else_has_it_open(tmp_path: Path) -> None:
    script, rekey = begun(tmp_path), begun(tmp_path)
    for use in (rekey, FolderUse(tmp_path)):
        with pytest.raises(BusyError, match="open on this folder"), use.alone():
            pytest.fail("somebody else had it open")
    assert not rekey.is_alone()
    script.free()
    with rekey.alone(), pytest.raises(BusyError, match="being put back or locked by a new key"):
        begun(tmp_path)
    late = begun(tmp_path)
    assert not rekey.is_alone()
    late.free()
    assert rekey.is_alone()
    rekey.free()


def test_whoever_refused_keeps_a_share(tmp_path: Path) -> None:
    first, second = begun(tmp_path), begun(tmp_path)
    assert not first.is_alone()
    second.free()
    with pytest.raises(BusyError), FolderUse(tmp_path).alone():
        pytest.fail("the first still has its share")
    first.free()


def test_a_folder_where_no_share_can_be_noted_is_said(tmp_path: Path) -> None:
    (tmp_path / IN_USE).mkdir()
    with pytest.raises(NotSavedError, match="cannot be written to"):
        FolderUse(tmp_path).begin()
