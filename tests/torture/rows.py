"""All rows of a store or of a copy, to compare them one by one."""

from collections.abc import Mapping
from contextlib import closing
from pathlib import Path
from typing import Any

from playhouse.sqlcipher_ext import sqlcipher

_TABLES = "SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE '%VIRTUAL%'"
_BY_THE_WAY = ("sqlite_stat", "setting", "schema_migration")
"""What the database and the program keep about themselves, and write when they please."""

Rows = Mapping[str, frozenset[tuple[object, ...]]]


def rows_of(path: Path, key: bytes, at_rest: bool = True) -> Rows:
    """Every row of every table, read without the program.

    Args:
        key: of the file, 32 bytes.
        at_rest: nobody has it open, and there is nothing beside it.
    """
    how = "mode=ro&immutable=1" if at_rest else "mode=ro"
    uri = f"{path.absolute().as_uri()}?{how}"
    with closing(sqlcipher.connect(uri, uri=True, isolation_level=None)) as raw:
        raw.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
        raw.execute("BEGIN")
        names = [name for (name,) in raw.execute(_TABLES) if not name.startswith(_BY_THE_WAY)]
        return {name: _all(raw, name) for name in names}


def differences(one: Rows, other: Rows) -> dict[str, tuple[int, int]]:
    """By table: how many rows only the one has, and how many only the other."""
    tables = sorted(one.keys() | other.keys())
    apart = {
        name: (len(one.get(name, _NONE) - other.get(name, _NONE)),
               len(other.get(name, _NONE) - one.get(name, _NONE)))
        for name in tables
    }  # fmt: skip
    return {name: numbers for name, numbers in apart.items() if any(numbers)}


_NONE: frozenset[tuple[object, ...]] = frozenset()


def _all(raw: Any, table: str) -> frozenset[tuple[object, ...]]:
    return frozenset(tuple(row) for row in raw.execute(f"SELECT * FROM {table}"))
