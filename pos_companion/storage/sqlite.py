"""The records as one encrypted file on this computer.

Why the settings are what they are: with WAL and synchronous FULL a commit that has returned
survives a power cut; everything weaker loses acknowledged visits.
"""

import logging
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from playhouse.sqlcipher_ext import SqlCipherDatabase, sqlcipher

from pos_companion.errors import DamagedError, KeyRequiredError, NewerStoreError
from pos_companion.i18n import N_
from pos_companion.storage.lean import Runner, peewee

_log = logging.getLogger(__name__)

MIN_SQLITE = (3, 51, 3)
PAGE = 4096
"""A store is whole pages of so many bytes, whatever its key."""
APPLICATION_ID = 0x504F5343
PRAGMAS: dict[str, int | str] = {
    "journal_mode": "wal",
    "synchronous": 2,
    "foreign_keys": 1,
    "busy_timeout": 5000,
    "cell_size_check": 1,
    "trusted_schema": 0,
    "secure_delete": 1,
    "temp_store": 2,
    "mmap_size": 0,
    "cache_size": -65536,
    "wal_autocheckpoint": 1000,
    "journal_size_limit": 8388608,
}


class EncryptedDatabase(SqlCipherDatabase):  # type: ignore[misc]
    """A file whose every connection proves that it is encrypted and durable.

    Args:
        store: the file.
        key: 32 bytes.

    Attributes:
        before_steps: is called when there are records that steps are about to change.
        is_damaged: damage was come upon; nothing may be written any more.

    Raises:
        DamagedError: this installation is too old to be safe.
    """

    def __init__(self, store: Path, key: bytes) -> None:
        if sqlcipher.sqlite_version_info < MIN_SQLITE:
            raise DamagedError(N_("This installation is too old to be safe. Please update it."))
        self.before_steps: Callable[[], None] | None = None
        self.is_damaged = False
        super().__init__(str(store), passphrase=f"x'{key.hex()}'", pragmas=PRAGMAS)

    def _connect(self) -> Any:
        params = dict(self.connect_params)
        key = params.pop("passphrase")
        connection = sqlcipher.connect(self.database, isolation_level=None, **params)
        try:
            # A wrong key would otherwise print its complaint on standard error.
            connection.execute("PRAGMA cipher_log_level = NONE")
            connection.execute(f'PRAGMA key = "{key}"')
            _require_cipher(connection)
            self._add_conn_hooks(connection)
            _require_durable(connection)
        except BaseException:
            connection.close()
            raise
        return connection

    def open_records(self) -> None:
        """Open the file; what cannot be read is locked by another key, or was never a store.

        Raises:
            KeyRequiredError: the key does not fit this file.
            DamagedError: it is not ours, or a part of it is missing.
        """
        store = Path(self.database)
        size = store.stat().st_size if store.is_file() else 0
        fragment = DamagedError(
            N_("{file} does not hold the records, or a part of it is missing."), file=store.name
        )
        if 0 < size < PAGE:
            raise fragment  # would be taken for a new store and written over
        try:
            self.connect()
        except peewee.DatabaseError as error:
            if "not a database" not in str(error):
                raise
            if size % PAGE:
                raise fragment from error
            raise KeyRequiredError(
                N_("The key does not fit these records. Nothing was changed.")
            ) from error

    def bring_up_to_date(self, steps: Path) -> None:
        """Run the steps that are missing, all in one transaction.

        Raises:
            NewerStoreError: a newer version of the program wrote the records.
        """
        runner = Runner(self, str(steps))
        if not is_behind(runner):
            return
        if self.before_steps and any(step.applied for step in runner.status()):
            self.before_steps()
        with self.atomic("IMMEDIATE"):
            runner.up()
            self.execute_sql(f"PRAGMA application_id = {APPLICATION_ID}")
            if self.execute_sql("PRAGMA foreign_key_check").fetchone() is not None:
                raise DamagedError(
                    N_("The records could not be brought up to date: a part of them is missing.")
                )

    def change_key(self, key: bytes) -> None:
        """Lock the whole file by another key; the connection is closed afterwards.

        Raises:
            peewee.DatabaseError: which key it has has to be found out by trying.
        """
        try:
            # Not through peewee, which would write the new key into its log.
            raw = self.connection()
            raw.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
            raw.execute(f"PRAGMA rekey = \"x'{key.hex()}'\"").fetchall()
            raw.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        finally:
            self.close()

    def fetch(self, sql: str, values: Sequence[object]) -> list[Any]:
        """The rows of a reading statement, by the shortest way."""
        return self.connection().execute(sql, values).fetchall()  # type: ignore[no-any-return]

    def version(self) -> object:
        """Equal to what it was before only when nobody has written anything in between."""
        connection = self.connection()
        others = connection.execute("PRAGMA data_version").fetchone()[0]
        return connection, others, connection.total_changes

    def inspect(self) -> list[str]:
        """Look for damage of the file itself; what is wrong, one short English line each."""
        self.execute_sql("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        broken = [str(row[0]) for row in self.execute_sql("PRAGMA cipher_integrity_check")]
        broken += [
            str(row[0]) for row in self.execute_sql("PRAGMA integrity_check") if row[0] != "ok"
        ]
        return broken + [
            f"foreign key in {row[0]}" for row in self.execute_sql("PRAGMA foreign_key_check")
        ]

    def wipe(self) -> None:
        """Let no page of the write-ahead log hold what was deleted; free pages are zeroes."""
        self.execute_sql("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()

    def tidy_up(self) -> None:
        """Make later questions faster, without waiting for anybody."""
        try:
            self.execute_sql("PRAGMA busy_timeout = 0")
            self.execute_sql("PRAGMA optimize")
        except peewee.DatabaseError as error:
            # Neither a full disk nor another program at work must keep the till open.
            _log.info("the store was closed without being optimized: %s", error)


def versions() -> dict[str, str]:
    """The versions of what the records are kept with."""
    raw = sqlcipher.connect(":memory:")
    try:
        cipher = raw.execute("PRAGMA cipher_version").fetchone()
    finally:
        raw.close()
    return {"sqlite": sqlcipher.sqlite_version, "cipher": cipher[0] if cipher else ""}


def is_behind(runner: Runner) -> bool:
    """Whether steps are missing.

    Raises:
        NewerStoreError: there are steps this version does not know.
    """
    status = runner.status()
    if any(step.path is None for step in status):
        raise NewerStoreError(
            N_("These records were made by a newer version. Please update this till.")
        )
    return not all(step.applied for step in status)


def _require_cipher(connection: Any) -> None:
    """A build without encryption would keep everything in the clear, without a word."""
    version = connection.execute("PRAGMA cipher_version").fetchone()
    status = connection.execute("PRAGMA cipher_status").fetchone()
    if not version or not version[0] or status != ("1",):
        raise DamagedError(N_("This installation cannot encrypt. Please install it again."))


def _require_durable(connection: Any) -> None:
    """Read back what decides whether "saved" is true; a network drive answers something else."""
    journal = connection.execute("PRAGMA journal_mode").fetchone()
    synchronous = connection.execute("PRAGMA synchronous").fetchone()
    if journal != ("wal",) or synchronous != (2,):
        raise DamagedError(
            N_("This folder cannot keep records safely. Please choose one on this computer.")
        )
