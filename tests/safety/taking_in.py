"""Hostile files are taken in: T14."""

import logging
import random
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from pos_companion.errors import CompanionError
from pos_companion.i18n import words
from pos_companion.importers import Kind
from pos_companion.services import Shop
from pos_companion.services.imports import ImportJob, import_file
from tests.safety.hostile import hostile_file, is_dirty

_DERIVED = ("name_fts", "sqlite_", "contact_key", "search_doc")
"""Keys packed out of what stands in other tables, never shown."""
_APPLIED = 25
"""Each so many-th file is written into the records; the others are only compared with them."""
_TOLD = 3
_STATUS = Path("/proc/self/status")


@dataclass
class Went:
    """What came of it.

    Attributes:
        taken, refused: files.
        bad: a sentence for everything that must not happen.
        slowest: seconds of work for one file.
        grown: bytes by which the process became larger.
    """

    taken: int = 0
    refused: int = 0
    bad: list[str] = field(default_factory=list)
    slowest: float = 0.0
    grown: int = 0
    refusals: Counter[str] = field(default_factory=Counter)


def take_in_hostile_files(shop: Shop, folder: Path, times: int, seed: int) -> Went:
    """Take in so many files, and look at everything the shop keeps of them."""
    went, before = Went(), _largest()
    for number in range(times):
        dice = random.Random(seed * 1_000_003 + number)
        kind = dice.choice(list(Kind))
        path = folder / "export.csv"
        path.write_bytes(hostile_file(dice, kind))
        _take_in(shop, ImportJob(path, kind, apply=number % _APPLIED == 0), went, number)
    dirty = [f"{place} keeps {cell!r}" for place, cell in kept_cells(shop) if is_dirty(cell)]
    went.bad += [*dirty, *shop.storage.check()]
    went.grown = _largest() - before
    return went


def _take_in(shop: Shop, job: ImportJob, went: Went, number: int) -> None:
    started = time.process_time()
    try:
        report = import_file(shop, job)
    except CompanionError as error:
        went.refused += 1
        went.refusals[type(error).__name__] += 1
        sentence = str(error)
        if not sentence.endswith((".", "!", "?")) or "Traceback" in sentence or is_dirty(sentence):
            went.bad.append(f"file {number} was refused by {sentence!r}")
    except Exception as error:
        logging.getLogger(__name__).exception("file %d", number)
        went.bad.append(f"file {number}: {error!r}")
    else:
        went.taken += 1
        notes = [words(one) for one in (*report.notes, *(no.reason for no in report.problems))]
        went.bad += [f"file {number} says {one!r}" for one in notes if is_dirty(one)]
    went.slowest = max(went.slowest, time.process_time() - started)


def kept_cells(shop: Shop) -> Iterator[tuple[str, str]]:
    """Every text in the records, with its table."""
    names = shop.storage.rows("SELECT name FROM sqlite_master WHERE type = 'table'")
    for (name,) in names:
        if not name.startswith(_DERIVED):
            for row in shop.storage.rows(f"SELECT * FROM {name}"):
                yield from ((name, cell) for cell in row if isinstance(cell, str))


def _largest() -> int:
    """The most memory this process ever had, in bytes; 0 where the system does not tell."""
    if not _STATUS.exists():
        return 0
    return int(_STATUS.read_text().partition("VmHWM:")[2].split()[0]) * 1024


def told(went: Went) -> str:
    """One line for who runs it."""
    return (
        f"{went.taken} taken, {went.refused} refused, slowest {went.slowest:.2f} s, "
        f"grown by {went.grown // 2**20} MiB, bad {len(went.bad)} {went.bad[:_TOLD]}"
    )
