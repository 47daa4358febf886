"""Looks for damage a part at a time, so that whoever wants a card goes first between two parts.

Every page carries a seal, which tells a flipped bit, a torn or a swapped page; the structure, the
counters and the audit trail tell an old page that was put back whole.
"""

from collections.abc import Callable, Generator
from typing import Any

from pos_companion.storage import faults
from pos_companion.storage.sqlite import EncryptedDatabase

_TABLES = (
    "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite@_%' "
    "ESCAPE '@' ORDER BY name"
)

Steps = Generator[None, None, list[str]]
"""Yields between two parts; returns what is wrong, one short English line each."""


def quickly(db: Any) -> Steps:
    """The tables and their indexes as the database finds its way through them; 1 s at 70 MB.

    Records on a server are looked after by the server.
    """
    return (yield from _each_table(db, "quick_check"))


def thoroughly(db: Any, others: tuple[Callable[[], list[str]], ...]) -> Steps:
    """Every page, every table with its indexes, what points where, and other looks after that.

    Args:
        others: further parts, each a look of its own: counters, search, audit trail.
    """
    if isinstance(db, EncryptedDatabase):
        with faults.worded():
            db.execute_sql("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
            broken = [str(row[0]) for row in db.execute_sql("PRAGMA cipher_integrity_check")]
        yield
        broken += yield from _each_table(db, "integrity_check")
        with faults.worded():
            astray = db.execute_sql("PRAGMA foreign_key_check").fetchall()
        broken += [f"foreign key in {row[0]}" for row in astray]
        yield
    else:
        broken = list(db.inspect())
    for other in others:
        with faults.worded():
            broken += other()
        yield
    return broken


def _each_table(db: Any, look: str) -> Steps:
    broken: list[str] = []
    if not isinstance(db, EncryptedDatabase):
        return broken
    with faults.worded():
        names = [row[0] for row in db.execute_sql(_TABLES).fetchall()]
    for name in names:
        with faults.worded():
            found = db.execute_sql(f'PRAGMA {look}("{name}")').fetchall()
        broken += [str(row[0]) for row in found if row[0] != "ok"]
        yield
    return broken
