"""Takes a file in from the command line: counts, the first problems, a progress bar."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn

from pos_companion.errors import BadInputError
from pos_companion.i18n import N_, words
from pos_companion.importers import Kind
from pos_companion.importers.mapping import parse_wanted
from pos_companion.services import Shop
from pos_companion.services.imports import ImportJob, Report, import_steps


@dataclass(frozen=True)
class ImportRequest:
    """What was asked for on the command line.

    Attributes:
        what: `sales` or `customers`.
        mapping: pairs of `FIELD=COLUMN`.
        yes: write; else only count.
    """

    file: str
    what: str
    mapping: tuple[str, ...]
    currency: str
    source: str
    yes: bool


def take_in(shop: Shop, request: ImportRequest, quiet: bool) -> Mapping[str, Any]:
    """Take the file in, or count what taking it in would do.

    Args:
        quiet: no progress bar.

    Raises:
        CompanionError: nothing of the file was taken in.
    """
    kind = _kind(request.what)
    job = ImportJob(
        path=Path(request.file),
        kind=kind,
        columns=parse_wanted(kind, request.mapping),
        source=request.source,
        currency=request.currency,
        apply=request.yes,
    )
    console = Console(stderr=True, quiet=quiet)
    bar = Progress(
        TextColumn("{task.description}"), BarColumn(), TaskProgressColumn(), console=console
    )
    with bar:
        return report_values(_run(shop, job, bar))


def report_values(report: Report) -> dict[str, Any]:
    """A report in plain values."""
    return {
        "created": report.created,
        "updated": report.updated,
        "unchanged": report.unchanged,
        "rejected": report.rejected,
        "seconds": round(report.seconds, 3),
        "rows": report.rows,
        "applied": report.applied,
        "problems": [{"row": one.row, "why": words(one.reason)} for one in report.problems],
        "notes": [words(note) for note in report.notes],
        "rejected_file": str(report.rejected_path) if report.rejected_path else "",
    }


def _run(shop: Shop, job: ImportJob, bar: Progress) -> Report:
    task = bar.add_task("", total=1.0)
    steps = import_steps(shop, job)
    while True:
        try:
            step = next(steps)
        except StopIteration as finished:
            report: Report = finished.value
            bar.update(task, completed=1.0)
            return report
        bar.update(task, completed=step.done, description=words(step.doing))


def _kind(text: str) -> Kind:
    try:
        return Kind(text)
    except ValueError as error:
        raise BadInputError(N_("Say what the file holds: --as sales or --as customers.")) from error
