"""What a till last knew of the people on a server: they are shown though the line is down.

Copies of a few tables lie beside the look-up tables, of those who may be found and of no others.
While the server answers it is asked, because it knows better; when it does not, nobody waits for
it for a while.
"""

import logging
import time
from collections.abc import Callable, Sequence
from typing import Any

import peewee
from sqlcipher3 import dbapi2 as sqlcipher

from pos_companion.errors import CompanionError, ServerGoneError
from pos_companion.storage import faults
from pos_companion.storage.columns import marks, parts
from pos_companion.storage.searchables import all_customers
from pos_companion.storage.sqlite import EncryptedDatabase
from pos_companion.storage.tables import ConsentRow, CustomerRow, MemberRow, VisitRow

TABLES = (CustomerRow, MemberRow, ConsentRow, VisitRow)
"""The visits stay empty: nobody is expected while nobody can say who came."""
AGAIN = 15.0
"""Seconds until the server is tried again."""
_HOMES = "SELECT household_id FROM customer WHERE id IN (%s) AND household_id IS NOT NULL"
_COPIED = (
    (CustomerRow, "id", "erased IS NULL"),
    (ConsentRow, "customer_id", "customer_id IN (SELECT id FROM customer WHERE erased IS NULL)"),
)

_log = logging.getLogger(__name__)


class LastKnown:
    """Asks the server, or the copies.

    Args:
        db: the till's own file.
        records: the server.
    """

    def __init__(self, db: EncryptedDatabase, records: Any) -> None:
        self._db = db
        self._records = records
        self._again = 0.0
        self._is_made = False
        self._has_answered = False

    @property
    def is_cut_off(self) -> bool:
        """Whether the server did not answer a moment ago."""
        return time.monotonic() < self._again

    def cut_off(self, error: CompanionError) -> None:
        """Ask the copies for a while."""
        _log.info("people are shown as they were last known: %s", error)
        self._again = time.monotonic() + AGAIN

    def answered(self) -> bool:
        """Ask the server again; returns whether the copies were asked meanwhile."""
        meanwhile, self._has_answered, self._again = self._has_answered, False, 0.0
        return meanwhile

    def fetch(self, sql: str, values: Sequence[object]) -> list[Any]:
        """The rows of a reading statement."""
        rows: list[Any] = self._ask(lambda db: db.fetch(sql, values))
        return rows

    def execute_sql(self, sql: str, values: Sequence[object] = ()) -> Any:
        """Run a reading statement."""
        return self._ask(lambda db: db.execute_sql(sql, values))

    def in_transaction(self) -> bool:
        """Whether the server is being written to from here."""
        return bool(self._records.in_transaction())

    def is_made(self) -> bool:
        """Whether there are copies, with the columns of today."""
        self._is_made = self._is_made or all(
            [column.name for column in self._db.get_columns(table._meta.table_name)]
            == [field.column_name for field in table._meta.sorted_fields]
            for table in TABLES
        )
        return self._is_made

    def make(self) -> None:
        """Lay the tables out, empty; in the caller's transaction."""
        with self._db.bind_ctx(TABLES):
            self._db.drop_tables(TABLES, safe=True)
            self._db.create_tables(TABLES)

    def copy_all(self) -> None:
        """Copy everybody; in the caller's transaction."""
        self.make()
        self.copy(all_customers(self._records))

    def copy(self, customers: Sequence[int]) -> None:
        """Copy some people and whom they live with; of those who are gone nothing stays."""
        for some in parts(customers):
            homes = set(self._column(self._db, some)) | set(self._column(self._records, some))
            for table, key, who in _COPIED:
                self._replace(table, key, some, f" AND {who}")
            for few in parts(sorted(homes)):
                self._replace(MemberRow, "household_id", few)

    def _column(self, db: Any, customers: Sequence[int]) -> list[int]:
        return [row[0] for row in db.execute_sql(_HOMES % marks(customers), customers).fetchall()]

    def _replace(self, table: Any, key: str, wanted: Sequence[int], who: str = "") -> None:
        name = table._meta.table_name
        where = f"WHERE {key} IN ({marks(wanted)})"
        columns = [field.column_name for field in table._meta.sorted_fields]
        rows = self._records.execute_sql(
            f"SELECT {', '.join(columns)} FROM {name} {where}{who}", wanted
        ).fetchall()
        self._db.execute_sql(f"DELETE FROM {name} {where}", wanted)
        self._db.connection().executemany(
            f"INSERT INTO {name} ({', '.join(columns)}) VALUES ({marks(columns)})", rows
        )

    def _ask(self, question: Callable[[Any], Any]) -> Any:
        if not self.is_cut_off:
            try:
                return question(self._records)
            except (peewee.DatabaseError, sqlcipher.DatabaseError, ServerGoneError) as error:
                worded = error if isinstance(error, CompanionError) else faults.word(error)
                if not isinstance(worded, ServerGoneError):
                    raise
                self.cut_off(worded)
        self._has_answered = True
        return question(self._db)
