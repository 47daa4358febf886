"""Fills a whole table in the order of its key.

A page that is filled from end to end holds half as much again as one filled here and there, and
SQLite only packs pages when a table is copied whole from one of the very same shape.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from playhouse.sqlcipher_ext import SqlCipherDatabase

_SHAPE = "SELECT sql FROM sqlite_master WHERE type = 'table' AND name = ?"
Add = Callable[[Iterable[Sequence[Any]]], None]


@contextmanager
def gathered(db: SqlCipherDatabase, table: str) -> Iterator[Add]:
    """Replace all rows of a table by those added inside; in the caller's transaction."""
    shape = db.execute_sql(_SHAPE, (table,)).fetchone()[0]
    db.execute_sql(f"DROP TABLE IF EXISTS temp.{table}")
    db.execute_sql(shape.replace("CREATE TABLE", "CREATE TEMP TABLE", 1))
    columns = len(db.execute_sql(f"PRAGMA temp.table_info({table})").fetchall())
    insert = f"INSERT OR IGNORE INTO temp.{table} VALUES ({', '.join('?' * columns)})"

    def add(rows: Iterable[Sequence[Any]]) -> None:
        db.connection().executemany(insert, rows)

    try:
        yield add
        db.execute_sql(f"DELETE FROM main.{table}")
        db.execute_sql(f"INSERT INTO main.{table} SELECT * FROM temp.{table}")
    finally:
        db.execute_sql(f"DROP TABLE temp.{table}")
