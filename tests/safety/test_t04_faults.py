"""T4: what a disk, a folder and other programs do to a till; each answered by one sentence.

F1 is in `services/test_reserve.py`, F7 to F11 and F22, F23 in `storage/test_guard.py`, F12 in the
torture of starts, F13 in `storage/test_lock.py`. Source: safety.md §3.3, §10.
"""

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from pos_companion.cli import run
from tests.quick_words import stretch_quickly
from tests.small_disk import fill_up, small_disk
from tests.torture.program import PATIENCE, Writer, dump
from tests.torture.told import Told, verdicts

STORE = "companion.db"
Undo = Callable[[], None]


@pytest.fixture(autouse=True)
def _stretches_quickly(monkeypatch: pytest.MonkeyPatch) -> None:
    stretch_quickly(monkeypatch)


class Hand:
    """Gives one command after the other on a folder."""

    def __init__(
        self, folder: Path, capture: pytest.CaptureFixture[str], patch: pytest.MonkeyPatch
    ) -> None:
        self.folder, self._capture, self._patch = folder, capture, patch
        self.said = ""

    def types(self, *words: str, passphrase: str = "for faults") -> int:
        self._patch.setenv("POS_COMPANION_PASSPHRASE", passphrase)
        code = run([*words, "--data-dir", str(self.folder)])
        self.said = "".join(self._capture.readouterr())
        return code

    def writes(self, seed: int) -> int:
        return self.types("torture-write", "--seed", str(seed), "--ops", "2")

    def kept(self) -> int:
        assert self.types("torture-dump") == 0, self.said
        assert "CHECK ok" in self.said
        return self.said.count("HAVE")


@pytest.fixture
def hand(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Hand:
    """A small shop with two deeds in it."""
    made = Hand(tmp_path / "shop", capsys, monkeypatch)
    assert made.writes(1) == 0
    return made


@contextmanager
def read_only(path: Path) -> Iterator[None]:
    """By its rights; for root, who may everything, by a mount over it."""
    if sys.platform == "win32":
        pytest.skip("not run: rights are others here")
    if os.geteuid():
        mode = path.stat().st_mode
        path.chmod(mode & ~0o222)
        yield
        path.chmod(mode)
        return
    for more in (["--bind", str(path)], ["-o", "remount,bind,ro"]):
        done = subprocess.run(["mount", *more, str(path)], capture_output=True, check=False)
        if done.returncode:
            pytest.skip("not run: nothing can be mounted here")
    try:
        yield
    finally:
        subprocess.run(["umount", "--lazy", str(path)], check=False)


def one_sentence(hand: Hand) -> None:
    """No traceback, and something a person can read."""
    assert "Traceback" not in hand.said
    assert hand.said.strip().endswith(".")


def test_t04_f2_a_full_disk_at_the_first_start_is_said_and_the_next_one_works(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    with small_disk(tmp_path / "disk", 40) as disk:
        (disk / "shop").mkdir()
        films = fill_up(disk)
        hand = Hand(disk / "shop", capsys, monkeypatch)
        assert hand.types("find", "anybody") == 1
        assert hand.said == "The disk is full. Free 64 MB and try again; nothing was changed.\n"
        films.unlink()
        assert hand.writes(1) == 0
        assert hand.kept() == 2


@pytest.mark.parametrize("what", [STORE, "."])
def test_t04_f3_f4_what_cannot_be_written_to_is_said_and_nothing_is_lost(
    hand: Hand, what: str
) -> None:
    before = (hand.folder / STORE).read_bytes()
    with read_only(hand.folder / what):
        hand.writes(2)
        assert "ACK" not in hand.said
        assert "not_saved" in hand.said
        assert "Traceback" not in hand.said
    assert (hand.folder / STORE).read_bytes() == before
    assert hand.kept() == 2
    assert hand.writes(3) == 0


def test_t04_f5_what_nobody_may_read_is_said(hand: Hand) -> None:
    if sys.platform == "win32" or not os.geteuid():
        pytest.skip("not run: whoever runs this may read everything")
    (hand.folder / STORE).chmod(0)
    assert hand.writes(2) != 0
    one_sentence(hand)
    (hand.folder / STORE).chmod(0o600)
    assert hand.kept() == 2


def a_text(store: Path) -> None:
    store.write_text("Dear shop, " * 900)


def a_folder(store: Path) -> None:
    store.unlink()
    store.mkdir()


def nothing(store: Path) -> None:
    store.write_bytes(b"")


@pytest.mark.parametrize("becomes", [nothing, a_text, a_folder])
def test_t04_f15_f16_f17_something_else_in_the_place_of_the_records_is_never_made_a_new_shop(
    hand: Hand, becomes: Callable[[Path], None]
) -> None:
    store = hand.folder / STORE
    before = store.read_bytes()
    becomes(store)
    assert hand.writes(2) != 0
    one_sentence(hand)
    if store.is_dir():
        store.rmdir()
    store.write_bytes(before)
    assert hand.kept() == 2


def test_t04_f18_the_wrong_key_opens_nothing_and_makes_nothing(hand: Hand) -> None:
    before = (hand.folder / STORE).read_bytes()
    assert hand.types("find", "anybody", passphrase="guessed") == 1
    assert "This passphrase does not open the records." in hand.said
    assert (hand.folder / STORE).read_bytes() == before


def test_t04_f19_a_clock_that_was_set_back_changes_nothing_about_the_order(hand: Hand) -> None:
    assert hand.types("torture-write", "--seed", "4", "--ops", "2", "--at", "2024-01-01T09:00") == 0
    assert hand.writes(5) == 0
    assert hand.kept() == 6
    assert hand.types("check") == 0


def test_t04_f20_too_few_handles_are_a_sentence(hand: Hand) -> None:
    resource = pytest.importorskip("resource", reason="the system has no limits for files")
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    used = len(os.listdir("/dev/fd")) if Path("/dev/fd").is_dir() else 16
    try:
        resource.setrlimit(resource.RLIMIT_NOFILE, (used + 1, hard))
        ended = hand.types("find", "anybody")
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))
    assert ended != 0
    one_sentence(hand)
    assert hand.kept() == 2


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such signals")
def test_t04_f21_who_is_asked_to_end_has_kept_what_it_said_and_nothing_half(tmp_path: Path) -> None:
    told = Told()
    writer = Writer(tmp_path / "shop", 7, told)
    writer.hear(PATIENCE, answers=3)
    writer.process.send_signal(signal.SIGTERM)
    writer.end()
    assert len(told.saved) >= 3
    assert verdicts(told, dump(tmp_path / "shop")) == []
