"""Finds people at a till of a shop with a server: the look-up tables lie here, in a file.

A key that is pressed asks nothing across the network. The file is encrypted like a store and holds
nothing that is not on the server too: whenever it does not fit it is thrown away and filled anew.
"""

import logging
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import peewee

from pos_companion.errors import CompanionError, ServerGoneError
from pos_companion.storage import faults
from pos_companion.storage.at_hand import AtHand
from pos_companion.storage.found_anew import FoundAnew
from pos_companion.storage.last_known import LastKnown
from pos_companion.storage.search import SearchDrawer
from pos_companion.storage.searchables import all_customers
from pos_companion.storage.sqlite import EncryptedDatabase
from pos_companion.storage.tables import LOOK_UP, SettingRow
from pos_companion.storage.word_search import Match

FILE = "lookup.db"
EVERY = 1.0
"""Seconds after which somebody who searches hears of what other tills have written."""
_WORDS = """
CREATE VIRTUAL TABLE name_fts USING fts5(
    d, content='search_doc', content_rowid='slot', detail=none, columnsize=0,
    tokenize='unicode61 remove_diacritics 2', prefix='1 2 3 4 5 6')
"""
_NO_TRACES = "INSERT INTO name_fts(name_fts, rank) VALUES('secure-delete', 1)"
_SEEN = "SELECT value FROM setting WHERE key = 'found_anew'"
_KEEP_SEEN = """
INSERT INTO setting (key, value) VALUES ('found_anew', ?)
ON CONFLICT (key) DO UPDATE SET value = excluded.value
"""
_ALL_DOCS = "SELECT customer_id FROM search_doc"
_NAMES = "SELECT id, name FROM customer WHERE name <> '' AND erased IS NULL"
_MANY = 5_000

_log = logging.getLogger(__name__)


class _SharedAtHand(AtHand):
    """People who were shown lately; forgotten as soon as any till has written."""

    def _is_kept(self) -> bool:
        return not self._db.in_transaction()

    def forget_everybody(self) -> None:
        self._people.clear()
        self._homes.clear()


class LookUp(SearchDrawer):
    """The look-up tables of one till, and how they follow what all tills write.

    Args:
        db: the file of the tables.
        records: the server.
    """

    def __init__(self, db: EncryptedDatabase, records: Any) -> None:
        self._people = LastKnown(db, records)
        super().__init__(db, records, self._people)
        self.at_hand: _SharedAtHand = _SharedAtHand(self._people)
        self._news = FoundAnew(records)
        self._deed = -1
        self._next_look = 0.0
        self._is_stale = False

    def refresh(self, customers: Sequence[int]) -> None:
        """Have customers found by what is kept of them once the transaction has ended."""
        self._news.note(customers)
        self._next_look = 0.0

    def forget_many(self, customers: Sequence[int]) -> None:
        """Leave no trace of customers, not here and not at the other tills."""
        self._news.note(customers)
        self._next_look = 0.0

    def rebuild(self) -> None:
        """Make everything anew, here and at the other tills, once the transaction has ended."""
        self._news.note_everybody()
        self._is_stale = True
        self._next_look = 0.0

    def catch_up(self) -> None:
        """Follow what was written since, here or at other tills.

        Raises:
            ServerGoneError: the server does not answer.
        """
        with faults.worded():
            heads = self._news.heads()
            if self._people.answered() or heads.deed != self._deed:
                self.at_hand.forget_everybody()
                self._deed = heads.deed
            seen = self._seen()
            is_fit = not self._is_stale and self._people.is_made()
            if not is_fit or seen is None or seen > heads.change:
                self._fill(heads.change)
            elif seen < heads.change:
                self._follow(seen)
        self._next_look = time.monotonic() + EVERY

    def settle(self) -> None:
        """Follow what was saved here, before anything else is written.

        Raises:
            ServerGoneError: the server does not answer.
        """
        if not self._next_look:
            self.catch_up()

    def matches(self, typed: Sequence[str], enough: int) -> list[Match]:
        """Whoever may be meant by some words; as the drawer it is made of."""
        self._look_around()
        return super().matches(typed, enough)

    def by_words(self, text: str, limit: int, enough: int = 6) -> list[int]:
        """Customers whose words begin with those typed; as the drawer it is made of."""
        self._look_around()
        return super().by_words(text, limit, enough)

    def check(self) -> list[str]:
        """Whether every customer's words are in the index and nobody else's are."""
        self._look_around()
        return super().check()

    def close(self) -> None:
        """Close the file."""
        if not self._db.is_closed():
            self._db.tidy_up()
            self._db.close()

    def _rows(self, sql: str, *values: object) -> list[Any]:
        self._look_around()
        return super()._rows(sql, *values)

    def _look_around(self) -> None:
        if time.monotonic() < self._next_look or self._people.is_cut_off:
            return
        if self._records.in_transaction():
            return
        try:
            self.catch_up()
        except ServerGoneError as error:
            # Whoever is known here is found all the same; opening a card tells what is wrong.
            self._people.cut_off(error)

    def _seen(self) -> int | None:
        row = self._db.execute_sql(_SEEN).fetchone()
        return None if row is None or not self.is_current() else int(row[0])

    def _fill(self, change: int) -> None:
        with self._db.atomic("IMMEDIATE"):
            super().rebuild()
            self._people.copy_all()
            self._keep_seen(change)
        self.expected.forget(all_customers(self._records))
        self._is_stale = False

    def _follow(self, seen: int) -> None:
        news = self._news.since(seen)
        if len(news) > _MANY:
            self._fill(news[-1][1])
            return
        customers = [customer for customer, _ in news]
        with self._db.atomic("IMMEDIATE"):
            found = self._entries(customers)
            super().forget_many(sorted(set(customers).difference(one.customer for one in found)))
            self.put_many(found)
            self._people.copy(customers)
            self._keep_seen(news[-1][1])

    def _keep_seen(self, change: int) -> None:
        self._db.execute_sql(_KEEP_SEEN, (str(change),))

    def _misfits(self) -> tuple[int, list[str]]:
        found = {row[0] for row in self._db.execute_sql(_ALL_DOCS)}
        people = set(all_customers(self._records))
        names = self._records.execute_sql(_NAMES).fetchall()
        return len(found - people), [name for customer, name in names if customer not in found]


def open_look_up(folder: Path, key: bytes, records: Any) -> LookUp:
    """Open the look-up of a till, and bring it up to date.

    Raises:
        NotSavedError: the folder cannot be written to.
        ServerGoneError: the server does not answer.
    """
    try:
        return _opened(folder / FILE, key, records)
    except (CompanionError, peewee.DatabaseError) as error:
        if isinstance(error, ServerGoneError):
            raise
        _log.warning("the look-up is made anew: %s", error)
    for name in (FILE, f"{FILE}-wal", f"{FILE}-shm"):
        (folder / name).unlink(missing_ok=True)
    with faults.worded():
        return _opened(folder / FILE, key, records)


def _opened(file: Path, key: bytes, records: Any) -> LookUp:
    db = EncryptedDatabase(file, key)
    try:
        with faults.worded():
            db.open_records()
            if not db.table_exists("search_doc"):
                _make(db)
        look_up = LookUp(db, records)
        look_up.catch_up()
    except BaseException:
        db.close()
        raise
    return look_up


def _make(db: EncryptedDatabase) -> None:
    tables = (*LOOK_UP, SettingRow)
    with db.atomic("IMMEDIATE"), db.bind_ctx(tables):
        db.create_tables(tables)
        db.execute_sql(_WORDS)
        db.execute_sql(_NO_TRACES)
