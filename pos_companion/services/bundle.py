"""A report for whoever helps: saved by hand, never sent, and with nothing about anybody in it."""

import json
import platform
import re
import sys
import zipfile
from collections.abc import Mapping
from dataclasses import fields
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import Any

from pos_companion import __version__
from pos_companion.errors import NotSavedError
from pos_companion.i18n import N_
from pos_companion.services.logbook import FOLDER, redacted
from pos_companion.settings import Settings
from pos_companion.storage.sqlite import versions

REPORTS = "reports"
_AS_THEY_ARE = (bool, int)
_OURS = re.compile(
    r"((backups|logs|samples|before-restore-\w+)/)*(companion|shop|settings|faults|forgotten)[\w.-]*"
)
"""Names that the program gives; whatever else lies there may be called like somebody."""
_LAST = 400_000
"""So many letters of each log at most."""


def save_report(settings: Settings, others: Mapping[str, str], path: Path | None = None) -> Path:
    """Write versions, settings, sizes of files and logs into one file that can be looked at.

    Args:
        others: further versions by name, such as that of the window's library.
        path: a file that is not there yet; None chooses one beside the records.

    Returns:
        Where it is.

    Raises:
        NotSavedError: it cannot be written there, or something is there already.
    """
    at = datetime.now(UTC)
    path = path or settings.data_dir / REPORTS / f"report-{at:%Y%m%dT%H%M%SZ}.zip"
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with zipfile.ZipFile(path, "x", zipfile.ZIP_DEFLATED) as report:
            report.writestr("about.json", _as_text(_about(at, others)))
            report.writestr("settings.json", _as_text(_settings(settings)))
            report.writestr("files.json", _as_text(_files(settings.data_dir)))
            for log in sorted((settings.data_dir / FOLDER).glob("*.log*")):
                text = log.read_text(encoding="utf-8", errors="replace")[-_LAST:]
                report.writestr(f"{FOLDER}/{log.name}", redacted(text))
    except OSError as error:
        raise NotSavedError(
            N_("The report could not be saved: {why}"), why=error.strerror or error
        ) from error
    return path


def _about(at: datetime, others: Mapping[str, str]) -> dict[str, str]:
    return {
        "made": at.isoformat(timespec="seconds"),
        "program": __version__,
        "python": sys.version.split()[0],
        "system": f"{platform.system()} {platform.release()} {platform.machine()}",
        "peewee": version("peewee"),
        **versions(),
        **others,
    }


def _settings(settings: Settings) -> dict[str, Any]:
    """Figures and choices as they are; of what was typed only whether there is something."""
    told: dict[str, Any] = {}
    for one in fields(settings):
        value = getattr(settings, one.name)
        plain = isinstance(value, _AS_THEY_ARE) or one.name in {"language", "theme", "window"}
        told[one.name] = value if plain else bool(value)
    return told


def _files(folder: Path) -> dict[str, int]:
    """Names and sizes in bytes of what lies in the folder; what is not ours is one sum."""
    sizes: dict[str, int] = {}
    for path in sorted(folder.rglob("*")):
        if path.is_file() and path.parent.name != REPORTS:
            name = path.relative_to(folder).as_posix()
            shown = name if _OURS.fullmatch(name) else "other"
            sizes[shown] = sizes.get(shown, 0) + path.stat().st_size
    return sizes


def _as_text(values: Mapping[str, Any]) -> str:
    return json.dumps(values, indent=2, ensure_ascii=False)
