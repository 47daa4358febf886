"""Copies of the records as files: their names, what is inside them, and whether they are sound.

A copy is `shop-<time>-<last deed>.backup`, with the key file of that moment beside it under the
same name: copy, key file and recovery code together are the shop, on any computer.
"""

import re
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from playhouse.sqlcipher_ext import sqlcipher

from pos_companion.errors import DamagedError, KeyRequiredError
from pos_companion.i18n import N_
from pos_companion.storage import faults
from pos_companion.storage.audit import AuditDrawer
from pos_companion.storage.guard import Head

COPY, KEYS, PART = ".backup", ".keys", ".part"
FROZEN = "before-restore-"
"""How folders with the copies of an earlier series begin."""
_TIME = "%Y%m%dT%H%M%SZ"
_NAME = re.compile(r"shop-(\d{8}T\d{6}Z)-(\d+)")
_CACHE = 200_000
"""Kilobytes while every page is read: 1 GB is through in a quarter of a minute, not in minutes."""
_COUNTS = "SELECT (SELECT count(*) FROM customer), (SELECT count(*) FROM visit)"

Derive = Callable[[str], bytes]


@dataclass(frozen=True)
class Copy:
    """One finished copy.

    Attributes:
        at: when it was made, UTC.
        number: of the last deed in it.
    """

    path: Path
    at: datetime
    number: int

    @property
    def keys(self) -> Path:
        """The key file of that moment."""
        return self.path.with_suffix(KEYS)

    @property
    def is_frozen(self) -> bool:
        """Whether it belongs to a series before the last restore."""
        return self.path.parent.name.startswith(FROZEN)


@dataclass(frozen=True)
class Inside:
    """What a copy holds.

    Attributes:
        head: number and seal of its last deed.
    """

    customers: int
    visits: int
    head: Head


def name_of(at: datetime, number: int) -> str:
    """What a copy of this moment is called."""
    return f"shop-{at.astimezone(UTC).strftime(_TIME)}-{number}{COPY}"


def copy_at(path: Path) -> Copy | None:
    """The copy of a file; None when the name is not one of a finished copy."""
    found = _NAME.fullmatch(path.stem)
    if path.suffix != COPY or found is None:
        return None
    try:
        at = datetime.strptime(found[1], _TIME).replace(tzinfo=UTC)
    except ValueError:
        return None
    return Copy(path, at, int(found[2]))


def copies_in(place: Path) -> tuple[Copy, ...]:
    """The finished copies of a place and of its frozen series, newest first."""
    folders = [place, *place.glob(f"{FROZEN}*")] if place.is_dir() else []
    found = [copy_at(path) for folder in folders for path in folder.glob(f"*{COPY}")]
    return tuple(sorted((one for one in found if one), key=lambda one: one.at, reverse=True))


def look_into(path: Path, derive: Derive) -> Inside:
    """Count what a copy holds, without proving it.

    Raises:
        KeyRequiredError: it is locked by another key.
        DamagedError: it cannot be read.
    """
    with faults.worded(), closing(_opened(path, derive)) as raw:
        return _inside(raw)


def verify(path: Path, derive: Derive) -> Inside:
    """Read every page of a copy, and follow its audit trail.

    Raises:
        KeyRequiredError: it is locked by another key.
        DamagedError: it is not what it was when it was made.
    """
    with faults.worded(), closing(_opened(path, derive)) as raw:
        raw.execute(f"PRAGMA cache_size = -{_CACHE}")
        problems = _broken_pages(raw, "integrity_check")
        problems += [row[0] for row in raw.execute("PRAGMA foreign_key_check")]
        if not problems:
            problems += AuditDrawer(_Reading(raw), audit_key(raw, derive)).check()
        _require_none(problems, path)
        return _inside(raw)


def verify_again(path: Path, derive: Derive) -> Inside:
    """Read every page of a copy that was verified when it was made.

    Since then only its bytes can have become others, and every page carries a seal: what the
    pages say to each other need not be proved a second time, which takes three times as long.

    Raises:
        KeyRequiredError, DamagedError: as `verify`.
    """
    with faults.worded(), closing(_opened(path, derive)) as raw:
        raw.execute(f"PRAGMA cache_size = -{_CACHE}")
        _require_none(_broken_pages(raw, "quick_check"), path)
        return _inside(raw)


def audit_key(raw: Any, derive: Derive) -> bytes:
    """The key of the audit trail: it outlives a change of the key of the file."""
    found = raw.execute("SELECT value FROM setting WHERE key = 'carried_keys'").fetchone()
    carried = re.search(r'"audit": ?"([0-9a-f]{64})"', found[0]) if found else None
    return bytes.fromhex(carried[1]) if carried else derive("audit")


class _Reading:
    """A bare connection where a drawer expects a database."""

    def __init__(self, raw: Any) -> None:
        self._raw = raw

    def execute_sql(self, sql: str, values: Sequence[object] = ()) -> Any:
        """Run a reading statement."""
        return self._raw.execute(sql, values)


def _opened(path: Path, derive: Derive) -> Any:
    """Read only, and without leaving a file beside it."""
    raw = sqlcipher.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True)
    try:
        raw.execute("PRAGMA cipher_log_level = NONE")
        raw.execute(f"PRAGMA key = \"x'{derive('db').hex()}'\"")
        raw.execute("PRAGMA temp_store = 2")
        raw.execute("PRAGMA cell_size_check = 1")
        raw.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except sqlcipher.DatabaseError as error:
        raw.close()
        if "not a database" in str(error):
            raise KeyRequiredError(
                N_("The key does not fit the copy {file}, or the copy is damaged."), file=path.name
            ) from error
        raise
    return raw


def _broken_pages(raw: Any, check: str) -> list[str]:
    broken = [str(row[0]) for row in raw.execute("PRAGMA cipher_integrity_check")]
    return broken + [str(row[0]) for row in raw.execute(f"PRAGMA {check}") if row[0] != "ok"]


def _require_none(problems: Sequence[object], path: Path) -> None:
    if problems:
        raise DamagedError(
            N_("The copy {file} is damaged: {why}"), file=path.name, why=str(problems[0])
        )


def _inside(raw: Any) -> Inside:
    customers, visits = raw.execute(_COUNTS).fetchone()
    drawer = AuditDrawer(_Reading(raw), b"")
    return Inside(customers, visits, drawer.head())
