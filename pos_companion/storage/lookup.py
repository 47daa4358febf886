"""Finds people at a till of a shop with a server: the look-up tables lie here, in a file.

A key that is pressed asks nothing across the network. The file is encrypted like a store and holds
nothing that is not on the server too: whenever it does not fit it is thrown away and filled anew.
"""

import logging
import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

import peewee

from pos_companion.errors import BusyError, CompanionError, ServerGoneError
from pos_companion.i18n import N_
from pos_companion.storage import faults
from pos_companion.storage.at_hand import AtHand, Look
from pos_companion.storage.catching_up import CatchingUp
from pos_companion.storage.following import AGAIN, EVERY, Following
from pos_companion.storage.found_anew import FoundAnew
from pos_companion.storage.last_known import LastKnown
from pos_companion.storage.search import SearchDrawer, Standing
from pos_companion.storage.searchables import all_customers
from pos_companion.storage.sqlite import EncryptedDatabase
from pos_companion.storage.tables import LOOK_UP, SettingRow
from pos_companion.storage.word_search import Match

FILE = "lookup.db"
_WORDS = """
CREATE VIRTUAL TABLE name_fts USING fts5(
    d, content='search_doc', content_rowid='slot', detail=none, columnsize=0,
    tokenize='unicode61 remove_diacritics 2', prefix='1 2 3 4 5 6')
"""
_NO_TRACES = "INSERT INTO name_fts(name_fts, rank) VALUES('secure-delete', 1)"
_ALL_DOCS = "SELECT customer_id FROM search_doc"
_NAMES = "SELECT id, name FROM customer WHERE name <> '' AND erased IS NULL"
_NOT_WHOLE = N_(
    "The people of the shop are still being copied to this till. Please try again in a moment."
)

_log = logging.getLogger(__name__)


class _LocalAtHand(AtHand):
    """People who were shown lately, from the copies.

    Args:
        db: the till's own file.
        records: the server.
        look_around: hears of what was written meanwhile.
    """

    def __init__(
        self, db: EncryptedDatabase, records: Any, look_around: Callable[[], None]
    ) -> None:
        super().__init__(db)
        self._records = records
        self._look_around = look_around

    def look(self) -> Look:
        """What is in memory, as far as it is still so; in a transaction, what is in it."""
        if self._records.in_transaction():
            return Look(self._records, {}, {})
        self._look_around()
        return super().look()

    def forget_everybody(self) -> None:
        """Keep nobody in memory."""
        self._people.clear()
        self._homes.clear()


class LookUp(SearchDrawer):
    """The look-up tables of one till, and how they follow what all tills write.

    Args:
        db: the file of the tables.
        records: the server.
    """

    def __init__(self, db: EncryptedDatabase, records: Any) -> None:
        copies = LastKnown(db, records)
        super().__init__(db, records, copies)
        self.at_hand: _LocalAtHand = _LocalAtHand(db, records, self._look_around)
        self._news = FoundAnew(records)
        self._catching_up = CatchingUp(db, records, copies)
        self._following = Following(self._catching_up, (db, records))
        self._next_look = 0.0
        self._must_settle = False
        self._waits_for = 0

    def refresh(self, customers: Sequence[int]) -> None:
        """Have customers found by what is kept of them once the transaction has ended."""
        self._news.note(customers)
        self._must_settle, self._next_look = True, 0.0

    def forget_many(self, customers: Sequence[int]) -> None:
        """Leave no trace of customers, not here and not at the other tills."""
        self._news.note(customers)
        self._must_settle, self._next_look = True, 0.0

    def rebuild(self) -> None:
        """Make everything anew, here and at the other tills, once the transaction has ended."""
        self._news.note_everybody()
        self._catching_up.make_anew()
        self._must_settle, self._next_look = True, 0.0

    def optimize(self) -> None:
        """Nothing: it is done when many changes were followed."""

    def follow(self) -> None:
        """Hear of the other tills all the time, until it is closed."""
        self._following.start()

    def saved(self) -> None:
        """Something was saved here; whoever searches next finds it."""
        self._next_look = 0.0
        if self._following.is_at_work:
            self._waits_for = self._following.ask()

    def settle(self) -> None:
        """Follow what was saved here, before anything else is written.

        Raises:
            ServerGoneError: the server does not answer.
        """
        is_alone = not self._following.is_at_work
        if self._must_settle or (is_alone and not self._catching_up.is_whole):
            self._follow_now()
            self._must_settle = is_alone and self._following.is_cut_off

    def catch_up(self, soon: bool = False) -> None:
        """Follow what was written since, here or at other tills, on this thread.

        Args:
            soon: only what is done in a moment.

        Raises:
            ServerGoneError: the server does not answer.
        """
        is_done = self._catching_up.catch_up(soon)
        self._next_look = time.monotonic() + EVERY if is_done else 0.0
        self._hear()

    def standing(self) -> Standing:
        """How old what is found here may be."""
        following, work = self._following, self._catching_up
        return Standing(following.is_cut_off, following.heard, work.is_whole, work.progress)

    def matches(self, typed: Sequence[str], enough: int) -> list[Match]:
        """Whoever may be meant by some words; as the drawer it is made of."""
        self._look_around()
        return super().matches(typed, enough)

    def by_words(self, text: str, limit: int, enough: int = 6) -> list[int]:
        """Customers whose words begin with those typed; as the drawer it is made of."""
        self._look_around()
        return super().by_words(text, limit, enough)

    def holders(self, keys: Iterable[str]) -> list[tuple[str, int]]:
        """Who has some keys; as the drawer it is made of.

        Raises:
            BusyError: not everybody is here yet, and somebody might be taken in twice.
        """
        self._look_around()
        if not self._catching_up.is_whole:
            raise BusyError(_NOT_WHOLE)
        return super().holders(keys)

    def check(self) -> list[str]:
        """Whether every customer's words are in the index and nobody else's are."""
        self._catching_up.catch_up()
        self._hear()
        return super().check()

    def close(self) -> None:
        """Follow what was saved here, so that nobody stays who is gone, and close the file."""
        if self._db.is_closed():
            return
        self._following.end()
        try:
            if not self._next_look:
                self._catching_up.catch_up(soon=True)
        except CompanionError as error:
            _log.info("what was saved last is found after the next start: %s", error)
        self._db.tidy_up()
        self._db.close()

    def _rows(self, sql: str, *values: object) -> list[Any]:
        self._look_around()
        return super()._rows(sql, *values)

    def _look_around(self) -> None:
        """Hear of what was written: at work in the background, it has been heard already."""
        if self._following.is_at_work:
            if self._waits_for:
                self._follow_now()
            if self._catching_up.changed:
                self._hear()
        elif time.monotonic() >= self._next_look and not self._records.in_transaction():
            self._follow_now()

    def _follow_now(self) -> None:
        if self._following.is_at_work:
            self._following.wait(self._waits_for)
            self._waits_for = 0
        else:
            # Whoever is known here is found all the same; opening a card tells what is wrong.
            pause = EVERY if self._following.once() else AGAIN
            self._next_look = time.monotonic() + pause
        self._hear()

    def _hear(self) -> None:
        """Keep nobody in memory as they were before."""
        news = self._catching_up.changed
        while news:
            changed = news.popleft()
            if changed is None:
                self.expected.forget_everybody()
            else:
                self.expected.forget(changed)
            self.at_hand.forget_everybody()

    def _misfits(self) -> tuple[int, list[str]]:
        found = {row[0] for row in self._db.execute_sql(_ALL_DOCS)}
        people = set(all_customers(self._records))
        names = self._records.execute_sql(_NAMES).fetchall()
        return len(found - people), [name for customer, name in names if customer not in found]


def open_look_up(folder: Path, key: bytes, records: Any) -> LookUp:
    """Open the look-up of a till, and bring it up to date if that takes but a moment.

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
            look_up.catch_up(soon=True)
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
