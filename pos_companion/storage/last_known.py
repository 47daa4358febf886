"""What a till knows of the people of a shop on a server: copies, beside what they are found by.

Whoever is found is shown from here, so that no key that is pressed asks across the network, and so
that people are found though the line is down. Only those are copied who may be found, and only
what a line of the search shows or weighs. A card that is opened, and every deed, asks the server.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from pos_companion.insight.likely import WEEKS
from pos_companion.storage.columns import marks, parts
from pos_companion.storage.sqlite import EncryptedDatabase

_COLUMNS = {
    "customer": "id name call_name description phone email card source_id household_id street "
    "visits first_visit last_visit remember erased",
    "consent": "customer_id kind answer",
    "household_member": "household_id n being_id name relation species say_as customer_id gone how "
    "gone_on",
    "visit": "customer_id n ts",
}
_KEYS = {
    "customer": ("id",),
    "consent": ("customer_id", "kind"),
    "household_member": ("household_id", "n"),
    "visit": ("customer_id", "n"),
}
_IS_FOUND = "EXISTS (SELECT 1 FROM customer c WHERE c.erased IS NULL AND {})"
_WHO = {
    "customer": "erased IS NULL",
    "consent": _IS_FOUND.format("c.id = consent.customer_id"),
    "household_member": _IS_FOUND.format("c.household_id = household_member.household_id"),
    "visit": _IS_FOUND.format("c.id = visit.customer_id") + " AND ts >= {since}",
}
COPIED = ("customer", "consent", "visit")
"""The tables that are kept by the number of a customer."""
_BY_TIME = "CREATE INDEX visit_ts ON visit(ts)"
_HOMES = "SELECT household_id FROM customer WHERE id IN (%s) AND household_id IS NOT NULL"
_ANYBODY = "SELECT max(id) FROM customer"
_LATEST = "SELECT max(ts) FROM visit"
_CAME = "SELECT customer_id, n, ts FROM visit WHERE ts >= ? AND ts < ?"
_NOT_FOUND = "DELETE FROM visit WHERE customer_id NOT IN (SELECT id FROM customer)"
_DROP_OLD = "DELETE FROM visit WHERE ts < ?"
_DAY = 86_400
_DAYS = 7 * WEEKS + 1
"""So far back a habit is looked for."""

Rows = Sequence[Sequence[Any]]
Copies = Mapping[str, tuple[Sequence[int], Rows]]
"""By table: for which numbers, and the rows there are to be for them."""


class LastKnown:
    """Answers from the copies.

    Args:
        db: the till's own file.
        records: the server.
    """

    def __init__(self, db: EncryptedDatabase, records: Any) -> None:
        self._db = db
        self._records = records

    def fetch(self, sql: str, values: Sequence[object]) -> list[Any]:
        """The rows of a reading statement."""
        rows: list[Any] = self._source.fetch(sql, values)
        return rows

    def execute_sql(self, sql: str, values: Sequence[object] = ()) -> Any:
        """Run a reading statement."""
        return self._source.execute_sql(sql, values)

    @property
    def _source(self) -> Any:
        """The copies; the server inside a transaction, which alone knows what it has written."""
        return self._records if self._records.in_transaction() else self._db

    def is_made(self) -> bool:
        """Whether there are tables for the copies, with the columns of today."""
        return all(
            " ".join(column.name for column in self._db.get_columns(table)) == columns
            for table, columns in _COLUMNS.items()
        )

    def has_anybody(self) -> bool:
        """Whether anybody was copied."""
        return self._db.execute_sql(_ANYBODY).fetchone()[0] is not None

    def make(self) -> None:
        """Lay the tables out, empty; in the caller's transaction."""
        for table, columns in _COLUMNS.items():
            key = ", ".join(_KEYS[table])
            self._db.execute_sql(f"DROP TABLE IF EXISTS {table}")
            self._db.execute_sql(
                f"CREATE TABLE {table}({', '.join(columns.split())}, PRIMARY KEY ({key})) "
                "WITHOUT ROWID"
            )
        self._db.execute_sql(_BY_TIME)

    def copy_all(self, customers: Sequence[int]) -> None:
        """Copy everybody; in the caller's transaction."""
        for table in _COLUMNS:
            self._db.execute_sql(f"DELETE FROM {table}")
        homes: set[int] = set()
        for some in parts(customers):
            self.put({table: self._of(table, some) for table in ("customer", "consent")})
            homes.update(_homes(self._db, some))
        for few in parts(sorted(homes)):
            self.put({"household_member": self._of("household_member", few)})
        start = self._since()
        for day in range(start, start + (_DAYS + 1) * _DAY, _DAY):
            rows = self._records.execute_sql(_CAME, (day, day + _DAY)).fetchall()
            self.put({"visit": ((), rows)})
        # Left out here: a server that does not know its own tables yet would take minutes for it.
        self._db.execute_sql(_NOT_FOUND)

    def read(self, customers: Sequence[int]) -> Copies:
        """Read some people on the server, whom they live with, and when they came lately.

        Args:
            customers: as many as a statement can take.
        """
        homes = {*_homes(self._db, customers), *_homes(self._records, customers)}
        since = self._since()
        found = {table: self._of(table, customers, since) for table in COPIED}
        return found | {"household_member": self._of("household_member", sorted(homes))}

    def put(self, copies: Copies) -> None:
        """Keep what was read in place of what was kept; in the caller's transaction."""
        for table, (numbers, rows) in copies.items():
            where = f"WHERE {_KEYS[table][0]} IN ({marks(numbers)})"
            self._db.execute_sql(f"DELETE FROM {table} {where}", tuple(numbers))
            if rows:
                sql = f"INSERT INTO {table} VALUES ({marks(rows[0])})"
                self._db.connection().executemany(sql, rows)

    def _of(self, table: str, numbers: Sequence[int], since: int = 0) -> tuple[Sequence[int], Rows]:
        columns = ", ".join(_COLUMNS[table].split())
        where = f"{_KEYS[table][0]} IN ({marks(numbers)}) AND {_WHO[table].format(since=since)}"
        rows = self._records.execute_sql(
            f"SELECT {columns} FROM {table} WHERE {where}", tuple(numbers)
        )
        return numbers, rows.fetchall()

    def _since(self) -> int:
        """From when on visits are of use: no clock is asked, but who came last."""
        latest = self._records.execute_sql(_LATEST).fetchone()[0]
        return int(latest or 0) // _DAY * _DAY - _DAYS * _DAY

    def drop_old_visits(self) -> None:
        """Leave out what is too long ago by now; in the caller's transaction."""
        latest = self._db.execute_sql(_LATEST).fetchone()[0] or 0
        self._db.execute_sql(_DROP_OLD, (latest - (_DAYS + 1) * _DAY,))


def _homes(db: Any, customers: Sequence[int]) -> list[int]:
    rows = db.execute_sql(_HOMES % marks(customers), tuple(customers)).fetchall()
    return [row[0] for row in rows]
