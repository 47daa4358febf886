"""Drawer: keeps what people are found by in step with the people, in the same transaction.

`search_doc` holds each customer's folded words and what their keys are made of, `name_fts` the
places of the words, `contact_key` the numbers, `term` and `term_key` the words themselves. All
writing goes through `put_many` and `forget_many`; a lookup kept elsewhere than in the store would
be filled by the same two.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

import peewee
from playhouse.sqlcipher_ext import SqlCipherDatabase

from pos_companion.storage.folding import search_words
from pos_companion.storage.search_keys import SearchEntry, keys_from, words_in
from pos_companion.storage.searchables import all_customers, entries
from pos_companion.storage.slots import lowest_slot, remember_lowest
from pos_companion.storage.vocabulary import Vocabulary

MADE = "2"
"""Changes when entries come to be made in another way; an older index is then made anew."""
_MADE_BY = "SELECT value FROM setting WHERE key = 'search_made'"
_KEEP_MADE_BY = "INSERT OR REPLACE INTO setting (key, value) VALUES ('search_made', ?)"
_OLD = """
SELECT slot, d, k, customer_id FROM search_doc
WHERE customer_id IN (SELECT value FROM json_each(?)) ORDER BY slot
"""
_ADD_DOC = "INSERT INTO search_doc (slot, customer_id, d, k) VALUES (?, ?, ?, ?)"
_DROP_DOC = "DELETE FROM search_doc WHERE slot = ?"
_ADD_WORDS = "INSERT INTO name_fts (rowid, d) VALUES (?, ?)"
_DROP_WORDS = "INSERT INTO name_fts (name_fts, rowid, d) VALUES ('delete', ?, ?)"
_ADD_KEY = "INSERT INTO contact_key (k, customer_id) VALUES (?, ?)"
_GATHER = (
    "DROP TABLE IF EXISTS temp.gathered_key",
    "CREATE TEMP TABLE gathered_key (k TEXT, customer_id INTEGER)",
)
_GATHER_KEY = "INSERT INTO temp.gathered_key (k, customer_id) VALUES (?, ?)"
_ADD_GATHERED = """
INSERT INTO contact_key (k, customer_id)
SELECT k, customer_id FROM temp.gathered_key ORDER BY k, customer_id
"""
_DROP_GATHERED = "DROP TABLE temp.gathered_key"
_DROP_KEY = "DELETE FROM contact_key WHERE k = ? AND customer_id = ?"
# Without it single changes later cost up to 75 ms each.
_OPTIMIZE = "INSERT INTO name_fts (name_fts) VALUES ('optimize')"
_STRAY = """
SELECT count(*) FROM search_doc s LEFT JOIN customer c ON c.id = s.customer_id
WHERE c.id IS NULL OR c.erased IS NOT NULL
"""
_WITHOUT_WORDS = """
SELECT c.name FROM customer c LEFT JOIN search_doc s ON s.customer_id = c.id
WHERE c.name <> '' AND c.erased IS NULL AND s.slot IS NULL
"""
_DOCS = """
SELECT customer_id, d, k FROM search_doc WHERE customer_id > ? ORDER BY customer_id LIMIT ?
"""
_KEYS = "SELECT k, customer_id FROM contact_key"
_TERMS = "SELECT t, n FROM term"
# Compares the index with the words it was made from; 1 asks for that, 0 would look inside only.
_COMPARE = "INSERT INTO name_fts (name_fts, rank) VALUES ('integrity-check', 1)"
_EMPTY = (
    "INSERT INTO name_fts (name_fts) VALUES ('delete-all')",
    "DELETE FROM search_doc",
    "DELETE FROM contact_key",
)
_AT_ONCE = 5_000


class SearchIndex:
    """Writing and checking the look-up tables."""

    def __init__(self, db: SqlCipherDatabase) -> None:
        self._db = db
        self._words = Vocabulary(db)

    def put(self, entry: SearchEntry) -> None:
        """Make a customer found by these words and numbers, and no others.

        Call it inside the transaction that changes the person.
        """
        self.put_many([entry])

    def forget(self, customer: int) -> None:
        """Leave no trace of a customer in the look-up tables."""
        self.forget_many([customer])

    def refresh(self, customers: Sequence[int]) -> None:
        """Make customers found by what is kept of them now; those who are gone, by nothing.

        In the caller's transaction, after their names, households and visits were written.
        """
        if len(customers) > _AT_ONCE:
            self._refresh_many(customers)
            return
        found = entries(self._db, customers)
        gone = set(customers).difference(entry.customer for entry in found)
        self.forget_many(sorted(gone))
        self.put_many(found)

    def _refresh_many(self, customers: Sequence[int]) -> None:
        """The same piece by piece, with the keys of all of them written in their order.

        Pages filled from end to end hold half as much again as those filled here and there.
        """
        for statement in _GATHER:
            self._db.execute_sql(statement)
        counts: Counter[str] = Counter()
        for start in range(0, len(customers), _AT_ONCE):
            some = customers[start : start + _AT_ONCE]
            counts.update(self._take_out(some))
            counts.update(self._write(entries(self._db, some), _GATHER_KEY))
        self._db.execute_sql(_ADD_GATHERED)
        self._db.execute_sql(_DROP_GATHERED)
        self._words.change(counts)

    def put_many(self, people: Sequence[SearchEntry]) -> None:
        """The same as `put` for many, the likeliest to walk in last."""
        counts = self._take_out([entry.customer for entry in people])
        counts.update(self._write(people, _ADD_KEY))
        self._words.change(counts)

    def _write(self, people: Sequence[SearchEntry], add_key: str) -> "Counter[str]":
        """Write all but the words themselves; returns how many people each has now more."""
        slot = lowest_slot(self._db)
        docs = []
        counts: Counter[str] = Counter()
        for entry in people:
            text, sources = entry.text, entry.sources
            if text or sources:
                slot -= 1
                docs.append((slot, entry.customer, text, sources))
                counts.update(words_in(text))
        # Upwards: a place below the one before makes the index write out what it has gathered.
        docs.reverse()
        self._many(_ADD_DOC, docs)
        self._many(_ADD_WORDS, ((slot, text) for slot, _, text, _ in docs if text))
        keys = {(key, one) for _, one, _, sources in docs for key in keys_from(sources)}
        self._many(add_key, sorted(keys))
        return counts

    def forget_many(self, customers: Sequence[int]) -> None:
        """The same as `forget` for many."""
        self._words.change(self._take_out(customers))

    def _take_out(self, customers: Sequence[int]) -> "Counter[str]":
        """Remove all but the words themselves; returns how many people each now lacks, below 0."""
        old = self._db.execute_sql(_OLD, (str(list(customers)),)).fetchall() if customers else []
        if not old:
            return Counter()
        if old[0][0] == lowest_slot(self._db):
            remember_lowest(self._db)
        self._many(_DROP_WORDS, ((slot, text) for slot, text, _, _ in old if text))
        self._many(_DROP_DOC, ((slot,) for slot, *_ in old))
        self._many(_DROP_KEY, ((key, one) for *_, k, one in old for key in keys_from(k)))
        counts: Counter[str] = Counter()
        for _, text, _, _ in old:
            counts.subtract(words_in(text))
        return counts

    def optimize(self) -> None:
        """Tidy the word index up after many changes."""
        self._db.execute_sql(_OPTIMIZE)

    def rebuild(self) -> None:
        """Make everything anew from the people; in the caller's transaction."""
        remember_lowest(self._db)
        for statement in _EMPTY:
            self._db.execute_sql(statement)
        self._words.clear()
        self.refresh(all_customers(self._db))
        self.optimize()
        self._db.execute_sql(_KEEP_MADE_BY, (MADE,))

    def is_current(self) -> bool:
        """Whether the index was made in the way of this version; the steps ask for it anew."""
        made = self._db.execute_sql(_MADE_BY).fetchone()
        return made is None or made[0] == MADE

    def check(self) -> list[str]:
        """Whether every customer's words are in the index and nobody else's are."""
        broken = []
        stray = self._db.execute_sql(_STRAY).fetchone()[0]
        if stray:
            broken.append(f"{stray} entries of the search belong to nobody")
        nameless = self._db.execute_sql(_WITHOUT_WORDS).fetchall()
        missing = sum(bool(search_words(name)) for (name,) in nameless)
        if missing:
            broken.append(f"{missing} customers are missing from the search")
        try:
            self._db.execute_sql(_COMPARE)
        except peewee.DatabaseError:
            broken.append("the word index of the search is not what it was made from")
        return broken + self._check_contents()

    def _check_contents(self) -> list[str]:
        """Compare every entry with the people, and words and keys with the entries."""
        wrong = keys = 0
        counts: Counter[str] = Counter()
        for customer, text, sources, wanted in self._docs():
            wrong += wanted is not None and wanted != (text, sources)
            counts.update(words_in(text))
            # A sum instead of a set: a million people have millions of keys.
            keys += sum(hash((key, customer)) for key in set(keys_from(sources)))
        broken = [f"{wrong} customers are found by what they were called before"] if wrong else []
        if dict(self._db.execute_sql(_TERMS).fetchall()) != counts:
            broken.append("the words of the search are not those of the customers")
        if sum(map(hash, self._db.execute_sql(_KEYS))) != keys:
            broken.append("the numbers of the search are not those of the customers")
        return broken

    def _docs(self) -> Iterable[tuple[int, str, str, tuple[str, str] | None]]:
        """Every entry as it is, and as it should be; None where there should be none."""
        last = 0
        while rows := self._db.execute_sql(_DOCS, (last, _AT_ONCE)).fetchall():
            last = rows[-1][0]
            found = {one.customer: one for one in entries(self._db, [row[0] for row in rows])}
            for customer, text, sources in rows:
                entry = found.get(customer)
                wanted = (entry.text, entry.sources) if entry else None
                yield customer, text, sources, wanted

    def _many(self, sql: str, rows: Iterable[Sequence[Any]]) -> None:
        self._db.connection().executemany(sql, rows)
