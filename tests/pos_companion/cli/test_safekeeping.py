"""Backup, restore and new keys from the command line; the restore drill on a new computer."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from pos_companion.cli import run
from pos_companion.services import open_shop
from pos_companion.settings import Settings
from pos_companion.storage.lock import FolderUse
from tests.pos_companion.cli.conftest import Terminal
from tests.quick_words import stretch_quickly


@pytest.fixture(autouse=True)
def _stretches_quickly(monkeypatch: pytest.MonkeyPatch) -> None:
    stretch_quickly(monkeypatch)


@pytest.fixture
def with_backup(own_terminal: Callable[[], Terminal]) -> Callable[[], Terminal]:
    """A shop with two deeds in its backup and two after it."""
    own_terminal().types("torture-write", "--seed", "1", "--ops", "2")
    own_terminal().types("backup")
    own_terminal().types("torture-write", "--seed", "2", "--ops", "2")
    return own_terminal


def deeds(terminal: Terminal) -> int:
    terminal.types("torture-dump")
    return terminal.out.count("HAVE")


def test_a_backup_is_listed_looked_at_and_put_back(with_backup: Callable[[], Terminal]) -> None:
    terminal = with_backup()
    assert terminal.asks("restore")["backups"][0]["sound"]
    assert with_backup().types("restore", "1") == 0
    assert deeds(with_backup()) == 4
    assert with_backup().asks("restore", "1", "--yes")["done"]
    assert deeds(with_backup()) == 2
    assert with_backup().asks("backup", "--content") == {"dropped": 1}


def test_the_restore_drill(
    with_backup: Callable[[], Terminal], tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    terminal = with_backup()
    code = terminal.asks("recovery-code")["code"]
    made = with_backup().asks("backup")["backup"]
    stick, other = tmp_path / "stick", tmp_path / "new computer"
    shutil.copytree(Path(made).parent, stick)
    shutil.rmtree(terminal.folder)
    copy = str(stick / Path(made).name)
    for typed, ends_with, says in (
        ("0" * 26, 1, "not the recovery code"),
        (code[:-1], 1, "mistyped"),
        (code, 0, "The recovery code fits it."),
    ):
        monkeypatch.setenv("POS_COMPANION_CODE", typed)
        monkeypatch.delenv("POS_COMPANION_PASSPHRASE", raising=False)
        assert run(["restore", copy, "--code", "--data-dir", str(other)]) == ends_with
        assert says in "".join(capsys.readouterr())
        assert not (other / "companion.db").exists()
    monkeypatch.setenv("POS_COMPANION_CODE", code)
    monkeypatch.setenv("POS_COMPANION_PASSPHRASE", "for the command line")
    assert run(["restore", copy, "--code", "--yes", "--data-dir", str(other)]) == 0
    capsys.readouterr()
    monkeypatch.setenv("POS_COMPANION_PASSPHRASE", "for the command line")
    assert deeds(Terminal(other, capsys, samples=False)) == 4


def test_a_new_key_leaves_everything_there(with_backup: Callable[[], Terminal]) -> None:
    assert len(with_backup().asks("rekey")["code"]) == 30
    assert deeds(with_backup()) == 4
    assert all(one["sound"] for one in with_backup().asks("restore")["backups"])


def test_damage_that_a_reading_comes_upon_is_a_sentence(
    with_backup: Callable[[], Terminal],
) -> None:
    terminal = with_backup()
    store = terminal.folder / "companion.db"
    content = bytearray(store.read_bytes())
    content[8192:] = bytes(len(content) - 8192)
    store.write_bytes(content)
    assert terminal.types("check") == 3
    assert "The records are damaged" in terminal.err
    assert "Traceback" not in terminal.err
    terminal = with_backup()
    assert terminal.types("restore", "1", "--yes") == 0
    assert deeds(with_backup()) == 2


def test_lost_deeds_stop_the_start_until_somebody_goes_on(
    own_terminal: Callable[[], Terminal],
) -> None:
    terminal = own_terminal()
    terminal.types("torture-write", "--seed", "1", "--ops", "1")
    old = (terminal.folder / "companion.db").read_bytes()
    own_terminal().types("torture-write", "--seed", "2", "--ops", "2")
    (terminal.folder / "companion.db").write_bytes(old)
    terminal = own_terminal()
    assert terminal.types("check") == 3
    assert "saved deeds are missing" in terminal.err
    assert own_terminal().types("check", "--go-on") == 0
    assert own_terminal().types("check") == 0


def test_a_new_key_and_a_restore_wait_until_nothing_else_has_the_records_open(
    with_backup: Callable[[], Terminal], monkeypatch: pytest.MonkeyPatch
) -> None:
    terminal = with_backup()
    script = open_shop(Settings(data_dir=terminal.folder), "for the command line")
    for command in (["rekey"], ["restore", "1", "--yes"]):
        terminal = with_backup()
        assert terminal.types(*command) == 1
        assert "is open on this folder in another window or command." in terminal.err
    assert script.storage.check() == []
    script.close()
    monkeypatch.setattr(FolderUse.begin, "__defaults__", (0,))
    with FolderUse(terminal.folder).alone():
        terminal = with_backup()
        assert terminal.types("find", "anybody") == 1
        assert "being put back or locked by a new key just now" in terminal.err
    assert with_backup().types("restore", "1", "--yes") == 0


def test_a_report_is_saved_without_opening_the_records(
    own_terminal: Callable[[], Terminal], tmp_path: Path
) -> None:
    terminal = own_terminal()
    made = Path(terminal.asks("report", str(tmp_path / "report.zip"))["report"])
    assert made.stat().st_size > 0
    assert not (terminal.folder / "companion.db").exists()
    assert own_terminal().types("report", str(made)) == 1
    assert own_terminal().types("report") == 0
