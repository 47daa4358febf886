"""Copies the records of a shop from their file to a server, all in one transaction or not at all.

What people are found by stays behind: each till makes that anew for itself.
"""

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from typing import Any, NamedTuple

from pos_companion.errors import NotSavedError, RefusedError
from pos_companion.i18n import N_
from pos_companion.storage import STEPS, Storage, faults
from pos_companion.storage.audit import AuditDrawer
from pos_companion.storage.shared import require_same_shop
from pos_companion.storage.sqlite import EncryptedDatabase
from pos_companion.storage.tables import LOOK_UP, TABLES

_AT_ONCE = 2_000

Derive = Callable[[str], bytes]


class Deed(NamedTuple):
    """When, and by whom."""

    at: datetime
    staff: str


def move_records(
    storage: Storage, server: Any, derive: Derive, deed: Deed, at_last: Callable[[], None]
) -> int:
    """Make the tables on a server, copy every row, and count both sides.

    The file is held meanwhile, and not changed. Once there is more on the server than in it, it is
    not opened by mistake any more: the mark beside it says so.

    Args:
        server: as `shared.connect` opened it.
        derive: as for `Storage.open`.
        deed: is noted on the server, with how many rows there are.
        at_last: is called when all is there and nothing is saved yet.

    Returns:
        How many rows there are.

    Raises:
        RefusedError: there is something on the server already.
        NotSavedError: not every row arrived.
    """
    with faults.worded(), storage.db.atomic("IMMEDIATE"), server.atomic("IMMEDIATE"):
        _require_empty(server)
        server.bring_up_to_date(STEPS)
        rows = sum(_copied(table, storage.db, server) for table in TABLES if table not in LOOK_UP)
        require_same_shop(server, derive("server"))
        trail = AuditDrawer(server, derive("audit"))
        trail.note(deed.at, deed.staff, "moved_to_server", rows=rows)
        head = trail.head()
        at_last()
    storage.guard.mark(head)
    return rows


def _require_empty(server: Any) -> None:
    known = set(server.get_tables())
    if "schema_migration" in known:
        raise RefusedError(
            N_("There is a shop in this database already. Nothing was changed. Please give the "
               "address of an empty one.")
        )  # fmt: skip
    taken = sorted(known.intersection(table._meta.table_name for table in TABLES))
    if taken:
        raise RefusedError(
            N_("Another program keeps a table called {table} in this database. Nothing was "
               "changed. Please give the address of an empty one."),
            table=taken[0],
        )  # fmt: skip


def _copied(table: Any, file: EncryptedDatabase, server: Any) -> int:
    name = str(table._meta.table_name)
    server.take_in(name, *_read(file, table))
    count = f"SELECT count(*) FROM {name}"
    here, there = (int(side.execute_sql(count).fetchone()[0]) for side in (file, server))
    if here != there:
        raise NotSavedError(
            N_(
                "Of {here} rows of {table} only {there} arrived on the server. Nothing was changed."
            ),
            here=here,
            there=there,
            table=name,
        )
    return there


def _read(file: EncryptedDatabase, table: Any) -> tuple[list[str], Iterator[Sequence[Any]]]:
    columns = [field.column_name for field in table._meta.sorted_fields]
    found = file.connection().execute(f"SELECT {', '.join(columns)} FROM {table._meta.table_name}")

    def rows() -> Iterator[Sequence[Any]]:
        while some := found.fetchmany(_AT_ONCE):
            yield from some

    return columns, rows()
