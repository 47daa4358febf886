"""T10 and T21: names on no disk and in no log. Source: safety.md §6.1, §6.6, §10."""

import logging
import tempfile
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from pos_companion.errors import NotFoundError
from pos_companion.i18n import N_
from pos_companion.services import Shop
from pos_companion.services.bundle import save_report
from pos_companion.services.custody import print_recovery_code
from pos_companion.services.logbook import keep_log
from pos_companion.services.people import NewCustomer, add_customer
from pos_companion.storage import STORE
from tests.kept_log import log_of_its_own
from tests.plain_pages import plain_pages
from tests.safety.marked_day import MARKED, live_through, marker

__all__ = ["log_of_its_own"]


def hits(folders: list[Path]) -> dict[str, set[bytes]]:
    """By file, the words that stand in it, in UTF-8 or UTF-16, capitals or not."""
    found: dict[str, set[bytes]] = {}
    for path in sorted(path for folder in folders for path in folder.rglob("*") if path.is_file()):
        raw = path.read_bytes()
        if seen := {*MARKED.findall(raw), *MARKED.findall(raw.replace(b"\0", b""))}:
            found[path.name] = seen
    return found


def test_t10_t21_a_day_with_500_marked_people_leaves_no_name_on_a_disk_or_in_a_log(
    shop: Shop,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
    log_of_its_own: None,
    capfd: pytest.CaptureFixture[str],
) -> None:
    temporary, stick, files = (tmp_path / name for name in ("tmp", "stick", "files"))
    for folder in (temporary, stick, files):
        folder.mkdir()
    monkeypatch.setenv("TMPDIR", str(temporary))
    monkeypatch.setenv("SQLITE_TMPDIR", str(temporary))
    monkeypatch.setattr(tempfile, "tempdir", None)
    shop.settings = replace(shop.settings, backup_to=str(stick))
    keep_log(shop.settings.data_dir)
    caplog.set_level(logging.WARNING)
    for name in ("pos_companion", "ui"):
        caplog.set_level(logging.DEBUG, name)
    live_through(shop, files, 500)
    folders = [shop.settings.folder, stick, temporary]
    print_recovery_code(shop)
    add_customer(shop, NewCustomer(f"{marker(7)} Ruiz", remember=True))
    assert (shop.settings.folder / f"{STORE}-wal").stat().st_size > 0
    while_open = hits(folders)
    shop.storage.wipe()
    # The search itself finds what is there: in the pages in the clear, and in the user's own file.
    assert len(set(MARKED.findall(plain_pages(shop)))) > 900
    assert set(hits([files])) == {"export.csv", "export.rejected.csv"}
    shop.close()
    assert (while_open, hits(folders)) == ({}, {})
    assert [path.suffix for path in stick.iterdir() if path.suffix == ".backup"]
    told = caplog.text + "".join(capfd.readouterr())
    assert MARKED.findall(told.encode()) == []


def test_t21_the_log_and_the_report_of_a_bad_day_hold_no_name(
    shop: Shop, tmp_path: Path, log_of_its_own: None
) -> None:
    keep_log(shop.settings.data_dir)
    live_through(shop, tmp_path, 25)
    for number in range(500):
        _go_wrong(f"{marker(number)} Almeida", f"+49 30 5550{number:06d}")
    with zipfile.ZipFile(save_report(shop.settings, {})) as report:
        inside = {name: report.read(name) for name in report.namelist()}
    assert inside["logs/companion.log"].count(b"a deed went wrong") >= 100
    assert [name for name, told in inside.items() if MARKED.search(told)] == []
    raw = (shop.settings.data_dir / "logs" / "companion.log").read_bytes()
    assert MARKED.findall(raw) == []


def _go_wrong(name: str, phone: str) -> None:
    """Mistakes of the program with somebody's name and number in their insides."""
    log = logging.getLogger("pos_companion")
    try:
        try:
            raise KeyError(name)
        except KeyError as error:
            raise NotFoundError(N_("There is nobody called {name}."), name=name) from error
    except NotFoundError as error:
        log.warning("a deed went wrong: %s", error, exc_info=error)
        log.warning("somebody at %s called about PIN %s", phone, "739152")
