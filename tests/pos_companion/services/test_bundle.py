"""A report for whoever helps, with nothing about anybody in it."""

import json
import zipfile
from pathlib import Path

import pytest

from pos_companion.errors import NotSavedError
from pos_companion.services.bundle import save_report
from pos_companion.settings import Settings


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    folder = tmp_path / "shop"
    (folder / "logs").mkdir(parents=True)
    (folder / "logs" / "companion.log").write_text("WARNING call +49 30 5550000123\n")
    (folder / "companion.db").write_bytes(bytes(8192))
    (folder / "rosa delgado.csv").write_bytes(b"12345")
    (folder / "rosa").mkdir()
    (folder / "rosa" / "companion.db").write_bytes(b"1")
    return Settings(
        folder, till="Rosa's till", backup_to="/media/rosa/stick", text_size=150,
        database="postgresql://mia@db.shop.example/shop",
        database_given="postgresql://mia:secret@db.shop.example/shop",
    )  # fmt: skip


def content(path: Path) -> dict[str, str]:
    with zipfile.ZipFile(path) as report:
        return {name: report.read(name).decode() for name in report.namelist()}


def test_it_holds_versions_settings_sizes_and_logs(settings: Settings) -> None:
    told = content(save_report(settings, {"window": "6.11.3"}))
    about = json.loads(told["about.json"])
    assert about["window"] == "6.11.3"
    assert {"program", "python", "system", "sqlite", "cipher", "peewee"} <= set(about)
    files = json.loads(told["files.json"])
    assert (files["companion.db"], files["other"]) == (8192, 6)
    assert told["logs/companion.log"] == "WARNING call (number)\n"
    kept = json.loads(told["settings.json"])
    assert (kept["text_size"], kept["till"], kept["backup_to"], kept["database"]) == (
        150, True, True, True,
    )  # fmt: skip


def test_nothing_that_was_typed_is_in_it(settings: Settings) -> None:
    told = "\n".join(content(save_report(settings, {})).values()).casefold()
    for secret in ("rosa", "secret", "5550000", "mia", "db.shop", str(settings.data_dir)):
        assert secret not in told


def test_what_is_there_already_is_never_written_over(settings: Settings, tmp_path: Path) -> None:
    path = tmp_path / "report.zip"
    assert save_report(settings, {}, path) == path
    before = path.read_bytes()
    with pytest.raises(NotSavedError, match="could not be saved"):
        save_report(settings, {}, path)
    assert path.read_bytes() == before
