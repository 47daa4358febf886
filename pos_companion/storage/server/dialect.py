"""One SQL for both databases: what is written for SQLite, said as PostgreSQL wants it.

Statements are written so that both understand them. What is left: the marks of values,
`WITHOUT ROWID`, which PostgreSQL needs no word for, and the types of columns.
"""

import json
import re
from collections.abc import Callable
from functools import lru_cache
from typing import Any

_MARKS = re.compile(r"'[^']*'|\"[^\"]*\"|\?(\d*)|%s")
_KEY_ORDER = " WITHOUT ROWID"
_YES_OR_NO = re.compile(r"(BOOLEAN\b[^,)]* DEFAULT )([01])\b")
_MAKES = ("CREATE TABLE", "ALTER TABLE")
_MOST = 2048

COLUMN_TYPES = {
    # By bytes, as SQLite compares: names stand in the same order whatever the server's language.
    "TEXT": 'TEXT COLLATE "C"',
    "JSON": 'TEXT COLLATE "C"',
    "SMALLINT": "INTEGER",
    # As exact as in a file.
    "FLOAT": "DOUBLE PRECISION",
}


@lru_cache(maxsize=_MOST)
def for_server(sql: str) -> str:
    """A statement with `$1` for each `?`, `?1` or `%s`, whatever stands in quotes left alone."""
    highest = 0

    def mark(found: re.Match[str]) -> str:
        nonlocal highest
        if found[0][0] in "'\"":
            return found[0]
        number = int(found[1]) if found[1] else highest + 1
        highest = max(highest, number)
        return f"${number}"

    said = _MARKS.sub(mark, sql)
    if said.startswith(_MAKES):
        said = _YES_OR_NO.sub(lambda found: found[1] + ("FALSE", "TRUE")[int(found[2])], said)
    return said.removesuffix(_KEY_ORDER)


class JsonText:
    """JSON columns as peewee wants them, kept as the same text as in SQLite."""

    def __init__(self, database: object) -> None:
        self.database = database

    def make_value_wrapper(self, _: object) -> Callable[[Any], str]:
        """Write values without blanks, as SQLite does."""
        return lambda value: json.dumps(value, separators=(",", ":"))

    def make_value_reader(self, loads: Callable[[str], Any]) -> Callable[[str], Any]:
        """Read what was written."""
        return loads

    def cast_for_case(self, _: object, value: object) -> None:
        """Text needs no hint of what it is."""
