"""Drawer: finds people by any fragment.

`search_doc` holds each customer's folded words: their own, then those of family and pets. Words
are matched in any order; the last one may be a beginning. Rows come in the order of their slot,
so the search can stop at its limit: a smaller slot is likelier to walk in. Numbers, cards and
e-mails are point or range probes on `contact_key`.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import peewee
from phonenumbers import COUNTRY_CODE_TO_REGION_CODE
from playhouse.sqlcipher_ext import SqlCipherDatabase

from pos_companion.storage.folding import digits, folded_words
from pos_companion.storage.slots import lowest_slot, remember_lowest

_WORDS = """
SELECT s.customer_id, s.d FROM name_fts f JOIN search_doc s ON s.slot = f.rowid
WHERE name_fts MATCH ? ORDER BY f.rowid LIMIT ?
"""
_KEYS = "SELECT customer_id FROM contact_key WHERE k >= ? AND k < ? ORDER BY k LIMIT ?"
_KEY = "SELECT customer_id FROM contact_key WHERE k = ?"
_EITHER_KEY = "SELECT customer_id FROM contact_key WHERE k IN (?, ?) ORDER BY k"
_DOC = "SELECT slot, d FROM search_doc WHERE customer_id = ?"
_ADD_DOC = "INSERT INTO search_doc (slot, customer_id, d) VALUES (?, ?, ?)"
_DROP_DOC = "DELETE FROM search_doc WHERE slot = ?"
_ADD_WORDS = "INSERT INTO name_fts (rowid, d) VALUES (?, ?)"
_DROP_WORDS = "INSERT INTO name_fts (name_fts, rowid, d) VALUES ('delete', ?, ?)"
_ADD_KEY = "INSERT OR IGNORE INTO contact_key (k, customer_id) VALUES (?, ?)"
_DROP_KEYS = "DELETE FROM contact_key WHERE customer_id = ?"
_STRAY = """
SELECT count(*) FROM search_doc s LEFT JOIN customer c ON c.id = s.customer_id
WHERE c.id IS NULL OR c.erased IS NOT NULL
"""
_WITHOUT_WORDS = """
SELECT c.name FROM customer c LEFT JOIN search_doc s ON s.customer_id = c.id
WHERE c.name <> '' AND c.erased IS NULL AND s.slot IS NULL
"""
# Compares the index with the words it was made from; 1 asks for that, 0 would look inside only.
_COMPARE = "INSERT INTO name_fts (name_fts, rank) VALUES ('integrity-check', 1)"
_PREFIX = 6
_MOST_WORDS = 8


@dataclass(frozen=True)
class SearchEntry:
    """What a customer is found by.

    Attributes:
        words: names and descriptions, own first, then family and pets.
        also: what other records were found by that became part of theirs.
    """

    customer: int
    words: Sequence[str]
    phone: str = ""
    email: str = ""
    card: str = ""
    source_id: str = ""
    also: Sequence["SearchEntry"] = ()

    @property
    def text(self) -> str:
        """The folded words."""
        also = (word for entry in self.also for word in entry.words)
        return " ".join(word for part in (*self.words, *also) for word in folded_words(part))


def contact_keys(entry: SearchEntry) -> list[str]:
    """The keys under which a customer's numbers and codes are kept."""
    keys = []
    if number := digits(entry.phone):
        keys += ["p" + number, "r" + number[::-1]]
        if entry.phone.startswith("+"):
            keys.append("n" + _at_home(number))
    if entry.card:
        card = entry.card.casefold()
        keys += ["c" + card, "C" + card[::-1]]
    if entry.email:
        keys.append("e" + entry.email.casefold())
    if entry.source_id:
        keys.append("x" + entry.source_id.casefold())
    for other in entry.also:
        keys += contact_keys(other)
    return keys


def _at_home(number: str) -> str:
    """A number as it is begun within its country, without the 0; codes of countries never clash."""
    lengths = (1, 2, 3)
    code = next((n for n in lengths if int(number[:n]) in COUNTRY_CODE_TO_REGION_CODE), 0)
    return number[code:]


class SearchDrawer:
    """The look-up tables and what is asked of them."""

    def __init__(self, db: SqlCipherDatabase) -> None:
        self._db = db

    def put(self, entry: SearchEntry) -> None:
        """Make a customer found by these words and numbers, and no others.

        Call it inside the transaction that changes the person.
        """
        self.forget(entry.customer)
        if text := entry.text:
            slot = lowest_slot(self._db) - 1
            self._db.execute_sql(_ADD_DOC, (slot, entry.customer, text))
            self._db.execute_sql(_ADD_WORDS, (slot, text))
        for key in contact_keys(entry):
            self._db.execute_sql(_ADD_KEY, (key, entry.customer))

    def forget(self, customer: int) -> None:
        """Leave no trace of a customer in the look-up tables."""
        found = self._db.execute_sql(_DOC, (customer,)).fetchone()
        if found:
            if found[0] == lowest_slot(self._db):
                remember_lowest(self._db)
            self._db.execute_sql(_DROP_WORDS, tuple(found))
            self._db.execute_sql(_DROP_DOC, (found[0],))
        self._db.execute_sql(_DROP_KEYS, (customer,))

    def by_words(self, text: str, limit: int, enough: int = 6) -> list[int]:
        """Customers whose words begin with those typed, in any order.

        First those with all words whole, then the last word as a beginning, then every word as
        one; once `enough` are found no further stage is asked. Quotes, stars and other signs mean
        nothing; text without a letter finds nobody.
        """
        typed = folded_words(text)[:_MOST_WORDS]
        if not typed:
            return []
        whole = [f'"{word}"' for word in typed]
        begun = [f'"{word[:_PREFIX]}"*' for word in typed]
        stages = [" ".join(whole), " ".join([*whole[:-1], begun[-1]]), " ".join(begun)]
        # Long words are compared once more below, so more rows have to be looked at.
        looked_at = limit * 8 if any(len(word) > _PREFIX for word in typed) else limit
        found: dict[int, None] = {}
        is_crowded = False
        for stage in dict.fromkeys(stages):
            if len(found) >= min(enough, limit):
                break
            rows = self._db.execute_sql(_WORDS, (stage, looked_at)).fetchall()
            is_crowded = is_crowded or len(rows) == looked_at
            found.update(dict.fromkeys(self._verified(rows, typed)))
        if is_crowded and len(found) < min(enough, limit):
            # Too many share the first six letters: ask for all letters, which costs more.
            full = " ".join(f'"{word}"*' for word in typed)
            rows = self._db.execute_sql(_WORDS, (full, limit)).fetchall()
            found.update(dict.fromkeys(row[0] for row in rows))
        return list(found)[:limit]

    @staticmethod
    def _verified(rows: Iterable[tuple[int, str]], typed: Sequence[str]) -> list[int]:
        """Leave out those who only share the first six letters of a longer word."""
        if all(len(word) <= _PREFIX for word in typed):
            return [customer for customer, _ in rows]
        return [
            customer for customer, text in rows if all(f" {part}" in f" {text}" for part in typed)
        ]

    def by_number(self, text: str, limit: int) -> list[int]:
        """Customers whose phone or card ends with, or begins with, the digits typed; ends first."""
        number = digits(text)
        if not number:
            return []
        bare = number.lstrip("0") or number
        probes = [
            "r" + number[::-1],
            "r" + bare[::-1],
            "C" + number[::-1],
            "p" + bare,
            "n" + bare,
            "c" + number,
        ]
        return self._by_prefixes(dict.fromkeys(probes), limit)

    def by_email(self, text: str, limit: int) -> list[int]:
        """Customers whose e-mail address begins with the text."""
        typed = text.strip().casefold()
        return self._by_prefixes(["e" + typed], limit) if typed else []

    def by_card(self, code: str) -> list[int]:
        """Customers who carry exactly this card; one in a healthy shop."""
        return [row[0] for row in self._db.execute_sql(_KEY, ("c" + code.casefold(),))]

    def by_code(self, code: str) -> list[int]:
        """Customers with exactly this card, or this id in the program they came from."""
        folded = code.casefold()
        rows = self._db.execute_sql(_EITHER_KEY, ("c" + folded, "x" + folded))
        return list(dict.fromkeys(row[0] for row in rows))

    def by_source_id(self, source_id: str) -> list[int]:
        """Customers who had exactly this id in the program they came from."""
        return [row[0] for row in self._db.execute_sql(_KEY, ("x" + source_id.casefold(),))]

    def words_of(self, customer: int) -> list[str]:
        """The folded words of a customer; empty when there are none."""
        found = self._db.execute_sql(_DOC, (customer,)).fetchone()
        return found[1].split() if found else []

    def check(self) -> list[str]:
        """Whether every customer's words are in the index and nobody else's are."""
        broken = []
        stray = self._db.execute_sql(_STRAY).fetchone()[0]
        if stray:
            broken.append(f"{stray} entries of the search belong to nobody")
        nameless = self._db.execute_sql(_WITHOUT_WORDS).fetchall()
        missing = sum(bool(folded_words(name)) for (name,) in nameless)
        if missing:
            broken.append(f"{missing} customers are missing from the search")
        try:
            self._db.execute_sql(_COMPARE)
        except peewee.DatabaseError:
            broken.append("the word index of the search is not what it was made from")
        return broken

    def _by_prefixes(self, prefixes: Iterable[str], limit: int) -> list[int]:
        found: dict[int, None] = {}
        for prefix in prefixes:
            if len(found) >= limit:
                break
            rows = self._db.execute_sql(_KEYS, (prefix, prefix + "\U0010ffff", limit)).fetchall()
            found.update(dict.fromkeys(row[0] for row in rows))
        return list(found)[:limit]
