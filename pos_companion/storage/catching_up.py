"""Brings what a till knows of the people of its shop up to what the server holds.

The words and numbers people are found by, and the copies they are shown from, change together in
one transaction of the till's own file. A note in it says how far it is.
"""

from collections import deque
from collections.abc import Sequence
from threading import Lock
from typing import Any, NamedTuple

from pos_companion.storage import faults
from pos_companion.storage.columns import parts
from pos_companion.storage.found_anew import EVERYBODY, FoundAnew, Heads
from pos_companion.storage.last_known import COPIED, LastKnown
from pos_companion.storage.search import Progress
from pos_companion.storage.search_index import SearchIndex
from pos_companion.storage.search_keys import SearchEntry
from pos_companion.storage.searchables import all_customers
from pos_companion.storage.sqlite import EncryptedDatabase

_SEEN = "SELECT value FROM setting WHERE key = 'followed'"
_KEEP_SEEN = """
INSERT INTO setting (key, value) VALUES ('followed', ?)
ON CONFLICT (key) DO UPDATE SET value = excluded.value
"""
_NOT_SEEN = "DELETE FROM setting WHERE key = 'followed'"
_COUNT = "SELECT count(*) FROM search_doc"
_ALL_DOCS = "SELECT customer_id FROM search_doc"
_FREE = "PRAGMA wal_checkpoint(TRUNCATE)"
_AT_ONCE = 250
_FIRST = 2_000
"""So many who are likeliest to walk in are found before all others are taken in."""
_SOON = 500
"""So many changes are taken in while somebody waits."""
_MANY = 5_000
"""Of more changes than this, and than a quarter of all people, everything is made anew."""


class _Seen(NamedTuple):
    """How far a till's file is: a change, and the last deed there was by then."""

    change: int
    deed: int
    seal: str


class CatchingUp(SearchIndex):
    """What a till finds and shows people by, and how it follows the server.

    May be asked by any thread; one at a time does the work.

    Attributes:
        is_whole: everybody is here, as they were at some time.
        progress: how far filling is; None when it is not at work.
        changed: customers who came to be found by something else, to be taken out by whoever
            keeps them in memory; None stands for everybody.
    """

    def __init__(self, db: EncryptedDatabase, records: Any, copies: LastKnown) -> None:
        super().__init__(db, records)
        self._copies = copies
        self._news = FoundAnew(records)
        self._at_work = Lock()
        self._is_stale = False
        self._has_traces = False
        self._lay_out()
        self.is_whole = self._seen() is not None
        self.progress: Progress | None = None
        self.changed: deque[list[int] | None] = deque()

    def catch_up(self, soon: bool = False) -> bool:
        """Follow what was written since, here or at other tills.

        Args:
            soon: only if it is done in a moment; what takes longer is left.

        Returns:
            Whether it is done.

        Raises:
            ServerGoneError: the server does not answer.
            CompanionError: the till's own file cannot be written to.
        """
        with self._at_work, faults.worded():
            seen = None if self._is_stale else self._seen()
            heads = self._news.heads(seen.deed if seen else 0)
            if seen is None or not _goes_on(seen, heads):
                if soon:
                    return False
                self._fill(heads)
            elif seen.change < heads.change and not self._follow(seen, heads, soon):
                return False
            if self._has_traces:
                self._has_traces = bool(self._db.execute_sql(_FREE).fetchone()[0])
            return True

    def _entries(self, customers: Sequence[int]) -> list[SearchEntry]:
        if self.progress is not None:
            done, people = self.progress
            self.progress = Progress(min(done + len(customers), people), people)
        return super()._entries(customers)

    def _lay_out(self) -> None:
        """Have tables for the copies, with the columns of today."""
        if not self._copies.is_made():
            with self._db.atomic("IMMEDIATE"):
                self._copies.make()
                self._db.execute_sql(_NOT_SEEN)

    def make_anew(self) -> None:
        """Take nothing that is here for granted the next time."""
        self._is_stale = True

    def _seen(self) -> _Seen | None:
        """How far the file is; None when it has to be filled."""
        row = self._db.execute_sql(_SEEN).fetchone()
        if row is None or not self.is_current():
            return None
        change, deed, seal = str(row[0]).split(" ")
        return _Seen(int(change), int(deed), seal)

    def _keep_seen(self, change: int, heads: Heads) -> None:
        self._db.execute_sql(_KEEP_SEEN, (f"{change} {heads.deed} {heads.seal}",))

    def _fill(self, heads: Heads) -> None:
        with self._records.patient():
            everybody = all_customers(self._records)
            self._begin(everybody)
            self.progress = Progress(0, len(everybody))
            try:
                with self._db.atomic("IMMEDIATE"):
                    self.rebuild()
                    self._copies.copy_all(everybody)
                    self._keep_seen(heads.change, heads)
            finally:
                self.progress = None
        self._is_stale, self._has_traces, self.is_whole = False, True, True
        self.changed.append(None)

    def _begin(self, everybody: Sequence[int]) -> None:
        """What cannot wait until all is made: who is gone goes, who is likely comes first."""
        known = {row[0] for row in self._db.execute_sql(_ALL_DOCS)}
        gone = sorted(known.difference(everybody))
        for some in parts(gone):
            with self._db.atomic("IMMEDIATE"):
                self.forget_many(some)
                self._copies.put(dict.fromkeys(COPIED, (some, ())))
            self.changed.append(some)
        if not self._copies.has_anybody():
            for start in range(0, min(_FIRST, len(everybody)), _AT_ONCE):
                end = len(everybody) - start
                self._take_over(everybody[max(0, end - _AT_ONCE) : end], None)

    def _follow(self, seen: _Seen, heads: Heads, soon: bool) -> bool:
        most = _SOON if soon else _MANY
        news = self._news.since(seen.change, most + 1)
        if len(news) > most and not soon:
            most = max(most, self._db.execute_sql(_COUNT).fetchone()[0] // 4)
            news = self._news.since(seen.change, most + 1)
        is_much = len(news) > most or any(customer == EVERYBODY for customer, _ in news)
        if is_much and soon:
            return False
        if is_much:
            self._fill(heads)
            return True
        for start in range(0, len(news), _AT_ONCE):
            part, after = news[start : start + _AT_ONCE], news[start + _AT_ONCE :]
            # Those with one number may stand in two parts.
            reached = part[-1][1] - bool(after and after[0][1] == part[-1][1])
            self._take_over([customer for customer, _ in part], heads, reached)
        if len(news) > _AT_ONCE:
            self.optimize()
        return True

    def _take_over(self, customers: Sequence[int], heads: Heads | None, reached: int = 0) -> None:
        """Make some people as they are on the server now, and note how far that leads."""
        # All reading comes first: the line may be slow, and the file is written to in one go.
        found, copies = self._entries(customers), self._copies.read(customers)
        gone = set(customers).difference(one.customer for one in found)
        with self._db.atomic("IMMEDIATE"):
            before = self._old(customers)
            self.forget_many(sorted(gone))
            self.put_many(found)
            self._copies.put(copies)
            self._copies.drop_old_visits()
            if heads is not None:
                self._keep_seen(reached, heads)
            after = self._old(customers)
        self._has_traces |= bool(gone)
        changed = [one for one in customers if before.get(one) != after.get(one)]
        if changed:
            self.changed.append(changed)


def _goes_on(seen: _Seen, heads: Heads) -> bool:
    """Whether the server is the one that was followed, and was not put back to an older day."""
    return seen.seal == heads.known and seen.change <= heads.change
