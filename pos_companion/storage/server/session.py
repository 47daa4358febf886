"""One connection to the server, set up so that what is saved is saved and nobody waits for ever."""

from collections.abc import Iterable, Sequence
from typing import Any

import psycopg
from psycopg.abc import Params, Query
from psycopg.adapt import Loader
from psycopg.pq import TransactionStatus

from pos_companion.errors import DamagedError, PasswordRequiredError, ServerGoneError
from pos_companion.i18n import N_
from pos_companion.servers import Server
from pos_companion.storage.server.dialect import for_server

OLDEST = 150_000
LOCK_SECONDS = 3
STATEMENT_SECONDS = 5
_CONNECT_SECONDS = 5
_SILENT_SECONDS = 10
_SETTLE = f"""
SET default_transaction_isolation = 'read committed';
SET lock_timeout = '{LOCK_SECONDS}s';
SET statement_timeout = '{STATEMENT_SECONDS}s';
SET standard_conforming_strings = on;
SET client_min_messages = warning
"""
_LASTING = ("fsync", "synchronous_commit", "full_page_writes")
_WRONG_PASSWORD = ("28P01", "28000")


class _Number(Loader):
    """Sums come as text of any length; whole ones are whole numbers, as they are in SQLite."""

    def load(self, data: Any) -> int | float:
        text = bytes(data).decode()
        return int(text) if text.lstrip("-").isdigit() else float(text)


class Statement(psycopg.RawCursor[Any]):
    """A cursor that understands statements as they are written for SQLite."""

    def execute(self, query: Query, params: Params | None = None, **options: Any) -> "Statement":
        """Run one statement."""
        values = [_without_nul(one) for one in params] if params else None
        super().execute(for_server(str(query)), values, **options)
        return self

    def executemany(
        self, query: Query, params_seq: Iterable[Params], *, returning: bool = False
    ) -> None:
        """Run one statement for many rows."""
        super().executemany(for_server(str(query)), params_seq, returning=returning)

    def fetchall(self) -> list[Any]:
        """The rows; none of a statement that only writes."""
        return super().fetchall() if self.description is not None else []


def _without_nul(value: Any) -> Any:
    """A server keeps no text with this sign in it, so nothing is found by one either."""
    return value.replace("\0", "\ufffd") if isinstance(value, str) else value


class Session(psycopg.Connection[Any]):
    """A connection with the shortcuts that a connection to SQLite has."""

    def executemany(self, sql: str, rows: Iterable[Sequence[Any]]) -> None:
        """Run one statement for many rows."""
        self.cursor().executemany(sql, rows)

    def take_in(self, sql: str, rows: Iterable[Sequence[Any]]) -> None:
        """Send many rows to `COPY … FROM STDIN`."""
        with self.cursor().copy(sql) as copy:
            for row in rows:
                copy.write_row([_without_nul(value) for value in row])

    @property
    def is_lost(self) -> bool:
        """Whether nothing can be asked any more."""
        return self.closed or self.pgconn.transaction_status == TransactionStatus.UNKNOWN


def open_session(server: Server) -> Session:
    """Connect, and refuse a server that might lose what it said was saved.

    Raises:
        PasswordRequiredError: the password is missing or wrong.
        ServerGoneError: nobody answers at this address.
        DamagedError: the server is too old, or set up so that it may lose what was saved.
    """
    try:
        session = Session.connect(
            server.url,
            password=server.password or None,
            autocommit=True,
            cursor_factory=Statement,
            connect_timeout=_CONNECT_SECONDS,
            # A cable that was pulled out says nothing: a till would wait for minutes.
            keepalives_idle=_SILENT_SECONDS,
            keepalives_interval=2,
            keepalives_count=3,
            tcp_user_timeout=_SILENT_SECONDS * 1000,
            application_name="pos-companion",
            client_encoding="utf8",
        )
    except psycopg.OperationalError as error:
        raise _refusal(server, error) from error
    try:
        session.adapters.register_loader("numeric", _Number)
        session.execute(_SETTLE)
        _require_lasting(session)
    except BaseException:
        session.close()
        raise
    return session


def _refusal(server: Server, error: psycopg.OperationalError) -> Exception:
    text = str(error)
    if getattr(error, "sqlstate", None) in _WRONG_PASSWORD or "password" in text:
        return PasswordRequiredError(
            N_("The database wants a password for {name}, or another one. Give it once in the "
               "address: postgresql://name:password@server/database."),
            name=server.name,
        )  # fmt: skip
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    return ServerGoneError(
        N_("The database at {name} cannot be reached: {why}"),
        name=server.name,
        why=lines[-1] if lines else type(error).__name__,
    )


def _require_lasting(session: Session) -> None:
    if session.info.server_version < OLDEST:
        raise DamagedError(N_("This server is too old. PostgreSQL 15 or newer is needed."))
    asked = ", ".join(f"current_setting('{name}')" for name in (*_LASTING, "server_encoding"))
    *lasting, encoding = session.execute(f"SELECT {asked}").fetchall()[0]
    for name, value in zip(_LASTING, lasting, strict=True):
        if value == "off":
            raise DamagedError(
                N_("This server may lose what was saved: its setting {name} is off. "
                   "Please have it switched on."),
                name=name,
            )  # fmt: skip
    if encoding != "UTF8":
        raise DamagedError(N_("The database must keep its letters as UTF8."))
