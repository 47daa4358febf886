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
from pos_companion.storage.audit import AuditDrawer
from pos_companion.storage.care import CareDrawer
from pos_companion.storage.catalogue import CatalogueDrawer
from pos_companion.storage.ledger import LedgerDrawer
from pos_companion.storage.people import PeopleDrawer
from pos_companion.storage.rulebook import RulebookDrawer
from pos_companion.storage.search import SearchDrawer
from pos_companion.storage.settings import SettingsDrawer
from pos_companion.storage.stock import StockDrawer
from pos_companion.storage.visits import VisitsDrawer

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
