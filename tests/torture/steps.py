"""T6: the program is killed while it brings older records up to date."""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pos_companion.services.opening import PASSPHRASE_VARIABLE
from pos_companion.storage import STEPS, STORE
from pos_companion.storage.keys import confirm, open_keys
from pos_companion.storage.lean import Runner
from pos_companion.storage.sqlite import EncryptedDatabase
from tests.torture.program import PASSPHRASE, ROOT, command, moments

_COUNTED = ("customer", "visit")
_COUNT_UP = """
UPDATE customer SET
    visits = (SELECT count(*) FROM visit v WHERE v.customer_id = customer.id),
    first_visit = (SELECT min(day) FROM visit v WHERE v.customer_id = customer.id),
    last_visit = (SELECT max(ts) FROM visit v WHERE v.customer_id = customer.id)
"""


@dataclass
class Steps:
    """How it went; `states` counts how many steps there were after each kill."""

    kills: int = 0
    states: Counter[int] = field(default_factory=Counter)
    bad: list[str] = field(default_factory=list)


def step_under_kills(place: Path, kills: int, seed: int, visits: int, first: int = 1) -> Steps:
    """Kill the first start of a newer version over records of every earlier one, in turn."""
    went, chance = Steps(), moments(seed)
    every = sorted(STEPS.glob("[0-9]*.py"))
    olds = range(first, len(every))
    made = {old: _old_shop(place / f"old{old}", old, visits) for old in olds}
    longest = {old: _duration(place / f"old{old}", place / "timed") for old in olds}
    for number in range(kills):
        old, folder = olds[number % len(olds)], place / f"trial{number}"
        shutil.copytree(place / f"old{old}", folder)
        _killed(folder, chance.uniform(0.35, 1.0) * longest[old])
        went.kills += 1
        steps = _applied(folder)
        went.states[steps] += 1
        if steps not in (old, len(every)):
            went.bad.append(f"BETWEEN {steps} of {old} (kill {number})")
        problems = command(folder, "check")
        if problems != ["The records are sound."]:
            went.bad.append(f"BROKEN {problems} (kill {number})")
        if _counts(folder) != made[old]:
            went.bad.append(f"LOST {_counts(folder)} of {made[old]} (kill {number})")
        shutil.rmtree(folder)
    return went


def _old_shop(folder: Path, steps: int, visits: int) -> dict[str, int]:
    """Records as the first so many steps left them, filled."""
    folder.mkdir(parents=True)
    keys = open_keys(folder, folder / STORE, PASSPHRASE)
    with tempfile.TemporaryDirectory() as some:
        for path in sorted(STEPS.glob("[0-9]*.py"))[:steps]:
            shutil.copy(path, some)
        db = EncryptedDatabase(folder / STORE, keys.derive("db"))
        db.open_records()
        with db.atomic("IMMEDIATE"):
            Runner(db, some).up()
            _fill(db, "customer", max(visits // 50, 1), {})
            _fill(db, "visit", visits, {"customer_id": max(visits // 50, 1)})
            db.execute_sql(_COUNT_UP)
        counts = {name: _count(db, name) for name in _COUNTED}
        db.close()
    confirm(keys)
    return counts


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


def _counts(folder: Path) -> dict[str, int]:
    with _opened(folder) as db:
        return {name: _count(db, name) for name in _COUNTED}


def _count(db: Any, table: str) -> int:
    return int(db.execute_sql(f"SELECT count(*) FROM {table}").fetchone()[0])


def _duration(folder: Path, there: Path) -> float:
    shutil.copytree(folder, there)
    started = time.monotonic()
    _killed(there, 120)
    shutil.rmtree(there)
    return time.monotonic() - started


def _killed(folder: Path, after: float) -> None:
    environment = {**os.environ, PASSPHRASE_VARIABLE: PASSPHRASE}
    process = subprocess.Popen(
        [sys.executable, "main.py", "find", "nobody", "--data-dir", str(folder)],
        cwd=ROOT, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        start_new_session=True,
    )  # fmt: skip
    try:
        process.wait(after)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
