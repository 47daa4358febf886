"""RECORDS: the only package that knows the database.

`Storage.open` opens the encrypted file, sets and reads back what safety needs, brings the tables
up to date, and hands out drawers. Values go in, values come out; rows never leave. One store is
open per process at a time.

Why the settings are what they are: with WAL and synchronous FULL a commit that has returned
survives a power cut; everything weaker loses acknowledged visits.
"""

import logging
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import peewee
from playhouse.migrations import Runner
from playhouse.sqlcipher_ext import SqlCipherDatabase, sqlcipher

from pos_companion.errors import DamagedError, KeyRequiredError, NewerStoreError
from pos_companion.i18n import N_
from pos_companion.storage import faults, tables
from pos_companion.storage.answers import AnswersDrawer
from pos_companion.storage.audit import AuditDrawer
from pos_companion.storage.care import CareDrawer
from pos_companion.storage.catalogue import CatalogueDrawer
from pos_companion.storage.concerns import ConcernsDrawer
from pos_companion.storage.consents import ConsentsDrawer
from pos_companion.storage.done import DoneDrawer
from pos_companion.storage.guard import Guard, compare
from pos_companion.storage.kept import KeptDrawer
from pos_companion.storage.ledger import LedgerDrawer
from pos_companion.storage.merging import MergingDrawer
from pos_companion.storage.moves import MovesDrawer
from pos_companion.storage.people import PeopleDrawer
from pos_companion.storage.rulebook import RulebookDrawer
from pos_companion.storage.sad_news import SadNewsDrawer
from pos_companion.storage.search import SearchDrawer
from pos_companion.storage.settings import SettingsDrawer
from pos_companion.storage.staff import StaffDrawer
from pos_companion.storage.stock import StockDrawer
from pos_companion.storage.touches import TouchesDrawer
from pos_companion.storage.visits import VisitsDrawer
from pos_companion.storage.wishes import WishesDrawer

_log = logging.getLogger(__name__)

STORE = "companion.db"
MIN_SQLITE = (3, 51, 3)
PAGE = 4096
"""A store is whole pages of so many bytes, whatever its key."""
APPLICATION_ID = 0x504F5343
STEPS = Path(__file__).parent / "migrations"
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


class _EncryptedDatabase(SqlCipherDatabase):  # type: ignore[misc]
    """A connection that proves it is encrypted and durable before anything is read or written."""

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


class Storage:
    """The open records of one shop.

    Attributes:
        db: for this package only.
        people, merging, moves, sad_news, touches, visits, catalogue, care, concerns, answers,
            consents, stock, rulebook, ledger, search, settings, audit, staff: drawers.
    """

    def __init__(self, db: SqlCipherDatabase, audit_key: bytes) -> None:
        self.db = db
        self.guard = Guard(Path(db.database))
        self.settings = SettingsDrawer(db)
        self.audit = AuditDrawer(db, audit_key)
        self.search = SearchDrawer(db)
        self.people = PeopleDrawer(db, self.search)
        self.merging = MergingDrawer(db, self.people, self.search)
        self.moves = MovesDrawer(db, self.people)
        self.sad_news = SadNewsDrawer(db, self.people)
        self.touches = TouchesDrawer(db)
        self.catalogue = CatalogueDrawer(db)
        self.visits = VisitsDrawer(db)
        self.care = CareDrawer(db)
        self.answers = AnswersDrawer(db)
        self.concerns = ConcernsDrawer(db)
        self.consents = ConsentsDrawer(db)
        self.stock = StockDrawer(db)
        self.rulebook = RulebookDrawer(db)
        self.ledger = LedgerDrawer(db)
        self.kept = KeptDrawer(db)
        self.wishes = WishesDrawer(db)
        self.staff = StaffDrawer(db)
        self.done = DoneDrawer(db)

    @classmethod
    def open(cls, folder: Path, derive: Callable[[str], bytes], go_on: bool = False) -> "Storage":
        """Open the records in a folder, make them if there are none, and bring them up to date.

        Args:
            folder: exists already.
            derive: gives 32 bytes for a purpose: `db` and `audit` are asked for.
            go_on: take the records as they are although deeds are missing.

        Raises:
            MissingDeedsError: they hold less than was saved in them.
            KeyRequiredError: the key does not fit this file.
            NewerStoreError: a newer version of the program wrote it.
            DamagedError: it is damaged, not ours, or cannot be kept safely here.
            BusyError, NotSavedError: somebody holds it; the disk is full or read-only.
        """
        if sqlcipher.sqlite_version_info < MIN_SQLITE:
            raise DamagedError(N_("This installation is too old to be safe. Please update it."))
        db = _EncryptedDatabase(
            str(folder / STORE), passphrase=f"x'{derive('db').hex()}'", pragmas=PRAGMAS
        )
        try:
            with faults.worded():
                _connect(db, folder / STORE)
                opened = cls(db, derive("audit"))
                if not go_on:
                    opened.require_all_deeds()
                _bring_up_to_date(db)
        except BaseException:
            db.close()
            raise
        tables.database.initialize(db)
        opened.guard.remember()
        if not opened.search.is_current():
            with opened.transaction():
                opened.search.rebuild()
        return opened

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All or nothing, alone on the file; returns only when it is on the disk.

        Raises:
            NotSavedError, BusyError, DamagedError: nothing was kept.
            StoppedError: the files were taken away; nobody knows whether it was kept.
        """
        if self.db.in_transaction():
            with faults.worded(), self.db.atomic():
                yield
            return
        self.guard.require()
        with faults.worded(), self.db.atomic("IMMEDIATE"):
            yield
            head = self.audit.head()
        self.guard.confirm(head)

    def require_all_deeds(self) -> None:
        """Go on only when the store holds all that was noted beside it.

        Raises:
            MissingDeedsError: it does not.
        """
        marked = self.guard.marked()
        if marked is None or not self.db.table_exists("audit"):
            return
        compare(marked, self.audit.head(), self.audit.seal_of(marked[0]))

    def rows(self, sql: str, values: Sequence[object] = ()) -> list[tuple[Any, ...]]:
        """Run a reading statement; for checks and benches."""
        with faults.worded():
            return list(self.db.execute_sql(sql, values).fetchall())

    def check(self) -> list[str]:
        """Look for damage: page seals, structure, counters, the audit chain.

        Returns:
            What is wrong, one short English line each; empty when all is well.
        """
        with faults.worded():
            self.db.execute_sql("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
            broken = [str(row[0]) for row in self.db.execute_sql("PRAGMA cipher_integrity_check")]
            broken += [
                str(row[0])
                for row in self.db.execute_sql("PRAGMA integrity_check")
                if row[0] != "ok"
            ]
            broken += [
                f"foreign key in {row[0]}"
                for row in self.db.execute_sql("PRAGMA foreign_key_check")
            ]
        return broken + self.visits.check() + self.search.check() + self.audit.check()

    def close(self) -> None:
        """Close the file; the drawers are of no use afterwards."""
        if self.db.is_closed():
            return
        try:
            self.db.execute_sql("PRAGMA busy_timeout = 0")
            self.db.execute_sql("PRAGMA optimize")
        except peewee.DatabaseError as error:
            # It only makes later questions faster; neither a full disk nor another program at
            # work must keep the till open.
            _log.info("the store was closed without being optimized: %s", error)
        finally:
            self.db.close()


def _connect(db: SqlCipherDatabase, store: Path) -> None:
    """Open the file; what cannot be read is locked by another key, or was never a store."""
    size = store.stat().st_size if store.is_file() else 0
    fragment = DamagedError(
        N_("{file} does not hold the records, or a part of it is missing."), file=store.name
    )
    if 0 < size < PAGE:
        raise fragment  # would be taken for a new store and written over
    try:
        db.connect()
    except peewee.DatabaseError as error:
        if "not a database" not in str(error):
            raise
        if size % PAGE:
            raise fragment from error
        raise KeyRequiredError(
            N_("The key does not fit these records. Nothing was changed.")
        ) from error


def _bring_up_to_date(db: SqlCipherDatabase) -> None:
    """Run the steps that are missing, all in one transaction."""
    runner = Runner(db, str(STEPS))
    status = runner.status()
    if any(step.path is None for step in status):
        raise NewerStoreError(
            N_("These records were made by a newer version. Please update this till.")
        )
    if all(step.applied for step in status):
        return
    with db.atomic("IMMEDIATE"):
        runner.up()
        db.execute_sql(f"PRAGMA application_id = {APPLICATION_ID}")
