"""The records of a shop with several tills: a PostgreSQL database.

Everything above works as on the encrypted file: the same statements, one till at a time in a deed.
Loaded by its name only when a shop has an address, because the driver costs time at the start.
"""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import peewee
import psycopg
from psycopg.pq import TransactionStatus

from pos_companion.errors import UncertainError
from pos_companion.i18n import N_
from pos_companion.servers import Server
from pos_companion.storage.server.dialect import COLUMN_TYPES, JsonText
from pos_companion.storage.server.notes import ONE_AT_A_TIME
from pos_companion.storage.server.schema import bring_up_to_date
from pos_companion.storage.server.session import (
    STATEMENT_SECONDS,
    Session,
    open_session,
)

# One message for both. The lock first: what a deed counts must be what the deed before it left.
_BEGIN_DEED = f"""
BEGIN ISOLATION LEVEL READ COMMITTED; SELECT pg_advisory_xact_lock({ONE_AT_A_TIME})
"""
_BEGIN = "BEGIN ISOLATION LEVEL READ COMMITTED"
_READS = ("SELECT", "WITH")
_PATIENCE_SECONDS = 120
_COUNTS_ON = "SELECT pg_get_serial_sequence(?, ?)"
_GO_ON = """
SELECT setval(CAST(? AS regclass), (SELECT coalesce(max({key}), 0) + 1 FROM {table}), FALSE)
"""
_UNCERTAIN = N_(
    "The connection to the database was lost while this was being saved. "
    "Please do it once more; it is never counted twice."
)


class _Adapter(peewee.Psycopg3Adapter):
    """peewee's own, which has no driver because it was kept out of the start."""

    txn_idle = TransactionStatus.IDLE
    txn_inerror = TransactionStatus.INERROR
    txn_unknown = TransactionStatus.UNKNOWN

    def check_driver(self) -> None:
        """It is there."""

    def get_binary_type(self) -> type:
        """For columns of bytes."""
        return bytes


class ServerDatabase(peewee.PostgresqlDatabase):
    """A database that several tills share; every thread has a connection of its own."""

    param = "?"
    field_types = peewee.PostgresqlDatabase.field_types | COLUMN_TYPES
    json_methods = JsonText
    psycopg2_adapter = psycopg3_adapter = _Adapter

    def __init__(self, server: Server) -> None:
        self._server = server
        super().__init__(server.name)

    def _connect(self) -> Session:
        return open_session(self._server)

    def open_records(self) -> None:
        """Connect.

        Raises:
            PasswordRequiredError: the password is missing or wrong.
            ServerGoneError: nobody answers at this address.
            DamagedError: the server is not fit to keep records.
        """
        self.connect()

    def bring_up_to_date(self, steps: Path) -> None:
        """Make the tables, or run the steps that are missing; one till at a time.

        Raises:
            NewerStoreError: a newer version of the program wrote the records.
        """
        bring_up_to_date(self, steps)

    def begin(self, kind: str | None = None) -> None:
        """Begin a transaction; every kind but None takes the lock of the deeds first."""
        try:
            self._begin(_BEGIN_DEED if kind else _BEGIN)
        except (peewee.OperationalError, peewee.InterfaceError):
            if not self.is_lost():
                raise
            self._connect_again()
            self._begin(_BEGIN_DEED if kind else _BEGIN)

    def _begin(self, statement: str) -> None:
        try:
            super().execute_sql(statement)  # type: ignore[no-untyped-call]
        except BaseException:
            self.rollback()
            raise

    def commit(self) -> None:
        """Commit.

        Raises:
            UncertainError: the connection was lost meanwhile; whether it was kept is not known.
        """
        try:
            super().commit()
        except (peewee.OperationalError, peewee.InterfaceError) as error:
            if self.is_lost():
                raise UncertainError(_UNCERTAIN) from error
            raise

    def rollback(self) -> None:
        """Roll back; a server that lost the connection has done so already."""
        if not self.is_lost():
            super().rollback()

    def execute_sql(self, sql: str, params: Sequence[object] | None = None) -> Any:
        """Run a statement; one that only reads is asked again when the connection was lost."""
        try:
            return super().execute_sql(sql, params)  # type: ignore[no-untyped-call]
        except (peewee.OperationalError, peewee.InterfaceError):
            if self.in_transaction() or not self.is_lost():
                raise
            self._connect_again()
            if not sql.lstrip().upper().startswith(_READS):
                raise
            return super().execute_sql(sql, params)  # type: ignore[no-untyped-call]

    def fetch(self, sql: str, values: Sequence[object]) -> list[Any]:
        """The rows of a reading statement."""
        return list(self.execute_sql(sql, values).fetchall())

    def take_in(self, table: str, columns: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
        """Fill a table, and number on from there; in the caller's transaction.

        Args:
            rows: as a file keeps them; yes and no may be 1 and 0.
        """
        connection: Session = self.connection()  # type: ignore[no-untyped-call]
        try:
            connection.take_in(f"COPY {table} ({', '.join(columns)}) FROM STDIN", rows)
        except psycopg.Error as error:
            raise peewee.DatabaseError(str(error)) from error
        key = columns[0]
        if sequence := self.execute_sql(_COUNTS_ON, (table, key)).fetchone()[0]:
            self.execute_sql(_GO_ON.format(key=key, table=table), (sequence,))

    @contextmanager
    def patient(self) -> Iterator[None]:
        """What is asked inside may take its time: whole tables are read, and nobody waits."""
        self._set_limit(_PATIENCE_SECONDS)
        try:
            yield
        finally:
            if not self.is_lost():
                self._set_limit(STATEMENT_SECONDS)

    def _set_limit(self, seconds: int) -> None:
        self.execute_sql(f"SET statement_timeout = '{seconds}s'")

    def version(self) -> object:
        """Equal to nothing: a server does not tell whether anybody has written."""
        return object()

    def is_lost(self) -> bool:
        """Whether the connection of this thread cannot be used any more."""
        return self.is_closed() or self.connection().is_lost  # type: ignore[no-untyped-call]

    def _connect_again(self) -> None:
        if not self.is_closed():
            self.close()
        self.connect()

    def inspect(self) -> list[str]:
        """What the server says is wrong with its own files: it looks after them itself."""
        return []

    def wipe(self) -> None:
        """Nothing: a server frees what was deleted in its own time."""

    def tidy_up(self) -> None:
        """Nothing: the server does it while nobody is there."""


__all__ = ["ServerDatabase"]
