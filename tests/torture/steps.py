"""T6: the program is killed while it brings older records up to date."""

import hashlib
import shutil
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pos_companion.errors import NewerStoreError
from pos_companion.storage import STEPS, STORE
from pos_companion.storage.keys import confirm, open_keys
from pos_companion.storage.lean import Runner
from pos_companion.storage.sqlite import EncryptedDatabase
from tests.torture.program import PASSPHRASE, command, kill, moments

_COUNTED = ("customer", "visit")
_COUNT_UP = """
UPDATE customer SET
    visits = (SELECT count(*) FROM visit v WHERE v.customer_id = customer.id),
    first_visit = (SELECT min(day) FROM visit v WHERE v.customer_id = customer.id),
    last_visit = (SELECT max(ts) FROM visit v WHERE v.customer_id = customer.id)
"""


@dataclass
class Steps:
    """How it went.

    Attributes:
        states: how many steps there were after each kill, and how often.
        refused: how often a version that is older than the records would not open them.
    """

    kills: int = 0
    refused: int = 0
    states: Counter[int] = field(default_factory=Counter)
    bad: list[str] = field(default_factory=list)


def step_under_kills(place: Path, kills: int, seed: int, visits: int, first: int = 1) -> Steps:
    """Kill the first start of a newer version over records of every earlier one, in turn."""
    went, chance = Steps(), moments(seed)
    every = sorted(STEPS.glob("[0-9]*.py"))
    olds: Sequence[int] = range(first, len(every))
    if kills < len(olds):
        olds = sorted(chance.sample(olds, kills))
    made, rows = {}, {}
    for old in olds:
        _some_steps(place / f"steps{old}", every[:old])
        made[old], rows[old] = _old_shop(place / f"old{old}", place / f"steps{old}", visits)
    longest = {old: _duration(place / f"old{old}", place / "timed") for old in olds}
    for number in range(kills):
        old, folder = olds[number % len(olds)], place / f"trial{number}"
        shutil.copytree(place / f"old{old}", folder)
        kill(folder, chance.uniform(0.1, 1.0) * longest[old], "find", "nobody")
        went.kills += 1
        steps = _applied(folder)
        went.states[steps] += 1
        if steps not in (old, len(every)):
            went.bad.append(f"BETWEEN {steps} of {old} (kill {number})")
        problems = command(folder, "check")
        if problems != ["The records are sound."]:
            went.bad.append(f"BROKEN {problems} (kill {number})")
        with _opened(folder) as db:
            now = {name: _digest(db, name, columns) for name, columns in made[old].items()}
            went.refused += _is_refused(db, place / f"steps{old}")
        lost = [name for name in _COUNTED if now[name] != rows[old][name]]
        went.bad += [f"LOST something of {name} (kill {number})" for name in lost]
        shutil.rmtree(folder)
    return went


def _some_steps(folder: Path, steps: list[Path]) -> None:
    folder.mkdir(parents=True)
    for path in steps:
        shutil.copy(path, folder)


def _old_shop(
    folder: Path, steps: Path, visits: int
) -> tuple[dict[str, list[str]], dict[str, str]]:
    """Records as only these steps left them, filled: the columns of its tables, and their rows."""
    folder.mkdir(parents=True)
    keys = open_keys(folder, folder / STORE, PASSPHRASE)
    db = EncryptedDatabase(folder / STORE, keys.derive("db"))
    db.open_records()
    with db.atomic("IMMEDIATE"):
        Runner(db, str(steps)).up()
        _fill(db, "customer", max(visits // 50, 1), {})
        _fill(db, "visit", visits, {"customer_id": max(visits // 50, 1)})
        db.execute_sql(_COUNT_UP)
    columns = {name: _columns(db, name) for name in _COUNTED}
    rows = {name: _digest(db, name, columns[name]) for name in _COUNTED}
    db.close()
    confirm(keys)
    return columns, rows


def _fill(db: Any, table: str, rows: int, within: dict[str, int]) -> None:
    """Rows with something in every column that must have something."""
    columns = db.execute_sql(f"PRAGMA table_info({table})").fetchall()
    needed = [(name, kind) for _, name, kind, must, given, _ in columns if must and given is None]
    names = ", ".join(name for name, _ in needed)
    marks = ", ".join("?" for _ in needed)
    for number in range(1, rows + 1):
        values = [_value(table, name, kind, number, within) for name, kind in needed]
        db.execute_sql(f"INSERT INTO {table} ({names}) VALUES ({marks})", values)


def _value(table: str, name: str, kind: str, number: int, within: dict[str, int]) -> object:
    if name in within:
        return 1 + number % within[name]
    if name in {"id", "n", "ts"}:
        return number
    if name == "day":
        return 738_000 + number % 700
    if kind.upper() == "TEXT":
        texts = {"uid": f"{table}-{number}", "kind": "bought", "currency": "EUR"}
        return texts.get(name, "Ana" if name == "name" else "")
    return 0


@contextmanager
def _opened(folder: Path) -> Iterator[Any]:
    keys = open_keys(folder, folder / STORE, PASSPHRASE)
    db = EncryptedDatabase(folder / STORE, keys.derive("db"))
    db.open_records()
    try:
        yield db
    finally:
        db.close()


def _applied(folder: Path) -> int:
    with _opened(folder) as db:
        return _count(db, "schema_migration")


def _columns(db: Any, table: str) -> list[str]:
    return [str(row[1]) for row in db.execute_sql(f"PRAGMA table_info({table})").fetchall()]


def _digest(db: Any, table: str, columns: list[str]) -> str:
    """Of every row, in the columns that it had before."""
    digest = hashlib.sha256()
    for row in db.execute_sql(f"SELECT {', '.join(columns)} FROM {table} ORDER BY 1, 2"):
        digest.update(repr(row).encode())
    return digest.hexdigest()


def _is_refused(db: Any, steps: Path) -> bool:
    """Whether the version with only these steps leaves the records alone."""
    try:
        db.bring_up_to_date(steps)
    except NewerStoreError:
        return True
    return False


def _count(db: Any, table: str) -> int:
    return int(db.execute_sql(f"SELECT count(*) FROM {table}").fetchone()[0])


def _duration(folder: Path, there: Path) -> float:
    shutil.copytree(folder, there)
    lasted = kill(there, 120, "find", "nobody")
    shutil.rmtree(there)
    return lasted
