"""Drawer: keeps what people are found by in step with the people, in the same transaction.

`search_doc` holds each customer's folded words and what their keys are made of, `name_fts` the
places of the words, `contact_key` the numbers, `term` and `term_key` the words themselves. All
writing goes through `put_many` and `forget_many`; a lookup kept elsewhere than in the store would
be filled by the same two.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

import peewee
from playhouse.sqlcipher_ext import SqlCipherDatabase

from pos_companion.storage.columns import marks, parts
from pos_companion.storage.faults import read
from pos_companion.storage.folding import search_words
from pos_companion.storage.gathering import gathered
from pos_companion.storage.search_keys import AROUND, SearchEntry, keys_from, words_in
from pos_companion.storage.searchables import all_customers, entries
from pos_companion.storage.slots import lowest_slot, remember_lowest, start_over
from pos_companion.storage.vocabulary import Vocabulary

MADE = "4"
"""Changes when entries come to be made in another way; an older index is then made anew."""
_MADE_BY = "SELECT value FROM setting WHERE key = 'search_made'"
_KEEP_MADE_BY = "INSERT OR REPLACE INTO setting (key, value) VALUES ('search_made', ?)"
_OLD = "SELECT customer_id, slot, d, k FROM search_doc WHERE customer_id IN (%s)"
_ADD_DOC = "INSERT INTO search_doc (slot, customer_id, d, k) VALUES (?, ?, ?, ?)"
_CHANGE_DOC = "UPDATE search_doc SET slot = ?, d = ?, k = ? WHERE slot = ?"
_DROP_DOC = "DELETE FROM search_doc WHERE slot = ?"
_ADD_WORDS = "INSERT INTO name_fts (rowid, d) VALUES (?, ?)"
_DROP_WORDS = "INSERT INTO name_fts (name_fts, rowid, d) VALUES ('delete', ?, ?)"
_ADD_KEY = "INSERT OR IGNORE INTO contact_key (k, customer_id) VALUES (?, ?)"
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
_TERMS = "SELECT t FROM term"
# Compares the index with the words it was made from; 1 asks for that, 0 would look inside only.
_COMPARE = "INSERT INTO name_fts (name_fts, rank) VALUES ('integrity-check', 1)"
_INDEX = "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND tbl_name = 'search_doc'"
# A leaf of the index with what the file keeps beside it is one page, not a page and a bit.
_LEAVES = "INSERT INTO name_fts (name_fts, rank) VALUES ('pgsz', 3900)"
_EMPTY_WORDS = "INSERT INTO name_fts (name_fts) VALUES ('delete-all')"
_EMPTY_DOCS = "DELETE FROM search_doc"
_AT_ONCE = 5_000


class _Doc(NamedTuple):
    """What somebody is to be found by."""

    customer: int
    text: str
    sources: str

    @property
    def found_by(self) -> tuple[str, str]:
        return self.text, self.sources

    @property
    def keys(self) -> set[tuple[str, int]]:
        return {(key, self.customer) for key in keys_from(self.sources)}


class _Place(NamedTuple):
    """What somebody is found by so far, and where in the index of words."""

    slot: int
    text: str
    sources: str


_NOTHING = _Place(0, "", "")


def _added(before: str, after: str) -> str | None:
    """The words that only have to be added to a text; None when that would not do."""
    was = [word for word in before.split() if word != AROUND]
    now = [word for word in after.split() if word != AROUND]
    more = Counter(now)
    more.subtract(was)
    if min(more.values(), default=0) < 0:
        return None
    added = list(more.elements())
    letters = {word[0] for word in was}
    return None if any(word[0] in letters for word in added) else " ".join(added)


class SearchIndex:
    """Writing and checking the look-up tables.

    Args:
        records: where the people are, if they lie elsewhere than the tables.
    """

    def __init__(self, db: SqlCipherDatabase, records: Any = None) -> None:
        self._db = db
        self._records: Any = db if records is None else records
        self._words = Vocabulary(db)

    @property
    def tables(self) -> Any:
        """The database of the tables; for this package only."""
        return self._db

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
        for start in range(0, len(customers), _AT_ONCE):
            some = customers[start : start + _AT_ONCE]
            found = self._entries(some)
            gone = set(some).difference(entry.customer for entry in found)
            self.forget_many(sorted(gone))
            self.put_many(found)

    def _entries(self, customers: Sequence[int]) -> list[SearchEntry]:
        return entries(self._records, customers)

    def put_many(self, people: Sequence[SearchEntry]) -> None:
        """The same as `put` for many, the likeliest to walk in last."""
        old = self._old([entry.customer for entry in people])
        new = [_Doc(one.customer, one.text, one.sources) for one in people]
        changed = [one for one in new if old.get(one.customer, _NOTHING)[1:] != one.found_by]
        for one in changed:
            if one.customer in old and one.found_by == ("", ""):
                self.forget_many([one.customer])
        kept = [one for one in changed if one.found_by != ("", "")]
        self._write([one for one in kept if one.customer not in old])
        for one in kept:
            if one.customer in old:
                self._rewrite(one, old[one.customer])

    def _write(self, docs: Sequence["_Doc"]) -> None:
        """Write those who are found by nothing so far."""
        if not docs:
            return
        slot = lowest_slot(self._db) - len(docs)
        # Upwards: a place below the one before makes the index write out what it has gathered.
        places = list(enumerate(reversed(docs), slot))
        self._many(_ADD_DOC, ((place, *doc) for place, doc in places))
        self._many(_ADD_WORDS, ((place, doc.text) for place, doc in places if doc.text))
        self._many(_ADD_KEY, sorted(key for doc in docs for key in doc.keys))
        self._words.add(word for doc in docs for word in words_in(doc.text))

    def _rewrite(self, doc: "_Doc", old: "_Place") -> None:
        """Write somebody anew who is found by something else so far.

        New words are added where they stand, when no old word begins with the same letter: the
        index does not find again what was put into it twice, and beginnings are put into it, too.
        Else they get a fresh place, and the words are written there before they leave the old
        one: downwards first makes the index write out what it has gathered.
        """
        was, now = words_in(old.text), words_in(doc.text)
        slot, more = old.slot, _added(old.text, doc.text)
        if more is not None:
            self._many(_ADD_WORDS, [(slot, more)] if more else [])
        else:
            slot = lowest_slot(self._db) - 1
            self._many(_ADD_WORDS, [(slot, doc.text)] if now else [])
            self._many(_DROP_WORDS, [(old.slot, old.text)])
        self._db.execute_sql(_CHANGE_DOC, (slot, doc.text, doc.sources, old.slot))
        if doc.sources != old.sources:
            before, after = {(key, doc.customer) for key in keys_from(old.sources)}, doc.keys
            self._many(_DROP_KEY, sorted(before - after))
            self._many(_ADD_KEY, sorted(after - before))
        self._words.add(now - was)
        self._words.drop_unused(was - now)

    def forget_many(self, customers: Sequence[int]) -> None:
        """The same as `forget` for many."""
        old = self._old(customers)
        if not old:
            return
        if min(place.slot for place in old.values()) == lowest_slot(self._db):
            remember_lowest(self._db)
        places = sorted(old.values())
        self._many(_DROP_WORDS, ((slot, text) for slot, text, _ in places if text))
        self._many(_DROP_DOC, ((slot,) for slot, _, _ in places))
        gone = ((key, one) for one, place in old.items() for key in keys_from(place.sources))
        self._many(_DROP_KEY, gone)
        self._words.drop_unused(word for place in places for word in words_in(place.text))

    def _old(self, customers: Sequence[int]) -> dict[int, "_Place"]:
        asked = parts(customers)
        rows = (row for some in asked for row in read(self._db, _OLD % marks(some), *some))
        return {row[0]: _Place(*row[1:]) for row in rows}

    def optimize(self) -> None:
        """Tidy the word index up after many changes."""
        self._db.execute_sql(_OPTIMIZE)

    def rebuild(self) -> None:
        """Make everything anew from the people; in the caller's transaction."""
        self._db.execute_sql(_EMPTY_WORDS)
        self._db.execute_sql(_LEAVES)
        self._db.execute_sql(_EMPTY_DOCS)
        start_over(self._db)
        ((index, shape),) = self._db.execute_sql(_INDEX).fetchall()
        self._db.execute_sql(f"DROP INDEX {index}")
        people = all_customers(self._records)[::-1]
        slot = lowest_slot(self._db) - len(people)
        words: set[str] = set()
        with gathered(self._db, "contact_key") as add_keys:
            for start in range(0, len(people), _AT_ONCE):
                found = self._entries(people[start : start + _AT_ONCE])
                docs = [_Doc(one.customer, one.text, one.sources) for one in found[::-1]]
                places = [one for one in enumerate(docs, slot) if one[1].found_by != ("", "")]
                slot += len(docs)
                self._many(_ADD_DOC, ((place, *doc) for place, doc in places))
                self._many(_ADD_WORDS, ((place, doc.text) for place, doc in places if doc.text))
                add_keys(key for doc in docs for key in doc.keys)
                words.update(word for doc in docs for word in words_in(doc.text))
        self._words.fill(words)
        self._db.execute_sql(shape)
        self.optimize()
        self._db.execute_sql(_KEEP_MADE_BY, (MADE,))

    def is_current(self) -> bool:
        """Whether the index was made in the way of this version; the steps ask for it anew."""
        made = self._db.execute_sql(_MADE_BY).fetchone()
        return made is None or made[0] == MADE

    def check(self) -> list[str]:
        """Whether every customer's words are in the index and nobody else's are."""
        broken = []
        stray, names = self._misfits()
        if stray:
            broken.append(f"{stray} entries of the search belong to nobody")
        missing = sum(bool(search_words(name)) for name in names)
        if missing:
            broken.append(f"{missing} customers are missing from the search")
        try:
            self._db.execute_sql(_COMPARE)
        except peewee.DatabaseError:
            broken.append("the word index of the search is not what it was made from")
        return broken + self._check_contents()

    def _misfits(self) -> tuple[int, list[str]]:
        """How many entries belong to nobody, and the names of those who have no entry."""
        nameless = self._db.execute_sql(_WITHOUT_WORDS).fetchall()
        return self._db.execute_sql(_STRAY).fetchone()[0], [row[0] for row in nameless]

    def _check_contents(self) -> list[str]:
        """Compare every entry with the people, and words and keys with the entries."""
        wrong = keys = 0
        words: set[str] = set()
        for customer, text, sources, wanted in self._docs():
            wrong += wanted is not None and wanted != (text, sources)
            words.update(words_in(text))
            # A sum instead of a set: a million people have millions of keys.
            keys += sum(hash((key, customer)) for key in set(keys_from(sources)))
        broken = [f"{wrong} customers are found by what they were called before"] if wrong else []
        if {row[0] for row in self._db.execute_sql(_TERMS)} != words:
            broken.append("the words of the search are not those of the customers")
        if sum(map(hash, self._db.execute_sql(_KEYS))) != keys:
            broken.append("the numbers of the search are not those of the customers")
        return broken

    def _docs(self) -> Iterable[tuple[int, str, str, tuple[str, str] | None]]:
        """Every entry as it is, and as it should be; None where there should be none."""
        last = 0
        while rows := self._db.execute_sql(_DOCS, (last, _AT_ONCE)).fetchall():
            last = rows[-1][0]
            found = {one.customer: one for one in entries(self._records, [row[0] for row in rows])}
            for customer, text, sources in rows:
                entry = found.get(customer)
                wanted = (entry.text, entry.sources) if entry else None
                yield customer, text, sources, wanted

    def _many(self, sql: str, rows: Iterable[Sequence[Any]]) -> None:
        self._db.connection().executemany(sql, rows)
