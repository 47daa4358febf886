"""Drawer: who the people of a file are, and the rows of those nobody knew yet, many at once.

A person is who they are by their number in the other program; else by phone, then e-mail, then
card. A name is never enough. Somebody who has a number of the same program is only ever found by
that number: a couple may share a telephone.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from playhouse.sqlcipher_ext import SqlCipherDatabase

from pos_companion.storage.columns import to_seconds
from pos_companion.storage.folding import digits, folded_words
from pos_companion.storage.people import FIRST_OWN_ID
from pos_companion.storage.search import SearchEntry, contact_keys

_OF_SOURCE = "SELECT source_id, id, erased FROM customer WHERE source = ? AND source_id IS NOT NULL"
_BY_KEY = """
SELECT c.id, c.source, c.source_id FROM contact_key k JOIN customer c ON c.id = k.customer_id
WHERE k.k = ? AND c.erased IS NULL ORDER BY c.id
"""
_TAKEN = "SELECT 1 FROM customer WHERE id = ?"
_HIGHEST = "SELECT max(id) FROM customer"
_ADD = """
INSERT INTO customer (id, name, call_name, say_as, formal, phone, email, card, description,
    language, source, source_id, visits, next_n, no_celebrations, no_offers, updated)
VALUES (?, ?, '', '', 0, ?, ?, ?, '', '', ?, ?, 0, 1, 0, 0, ?)
"""
_LINK = "UPDATE customer SET source = ?, source_id = ? WHERE id = ? AND source_id IS NULL"
# Those who came last get the smallest slots: the search meets them first.
_TO_INDEX = """
SELECT c.id, c.name, c.call_name, c.description, c.phone, c.email, c.card, c.source_id,
    c.household_id
FROM customer c WHERE c.id IN (SELECT value FROM json_each(?)) AND c.erased IS NULL
ORDER BY c.last_visit, c.id
"""
_AROUND = """
SELECT household_id, customer_id, name FROM household_member
WHERE household_id IN (SELECT value FROM json_each(?)) AND gone = 0 ORDER BY household_id, n
"""
_OLD_DOCS = """
SELECT slot, d FROM search_doc WHERE customer_id IN (SELECT value FROM json_each(?))
"""
_DROP_DOCS = "DELETE FROM search_doc WHERE customer_id IN (SELECT value FROM json_each(?))"
_DROP_KEYS = "DELETE FROM contact_key WHERE customer_id IN (SELECT value FROM json_each(?))"
_DROP_WORDS = "INSERT INTO name_fts (name_fts, rowid, d) VALUES ('delete', ?, ?)"
_FIRST_SLOT = "SELECT min(slot) FROM search_doc"
_ADD_DOC = "INSERT INTO search_doc (slot, customer_id, d) VALUES (?, ?, ?)"
_ADD_WORDS = "INSERT INTO name_fts (rowid, d) VALUES (?, ?)"
_ADD_KEY = "INSERT OR IGNORE INTO contact_key (k, customer_id) VALUES (?, ?)"
# Without it single changes later cost up to 75 ms each.
_OPTIMIZE = "INSERT INTO name_fts (name_fts) VALUES ('optimize')"
_AT_ONCE = 5_000


@dataclass(frozen=True)
class Newcomer:
    """Somebody as a file names them.

    Attributes:
        source_id: their number in the other program; empty when the file has none.
        phone: E.164 where it could be read.
        email: lower case.
    """

    source_id: str = ""
    phone: str = ""
    email: str = ""
    card: str = ""
    name: str = ""

    def with_news(self, other: "Newcomer") -> "Newcomer":
        """This person with what another row tells; a number of their own stays."""
        return Newcomer(
            self.source_id or other.source_id,
            other.phone or self.phone,
            other.email or self.email,
            other.card or self.card,
            other.name or self.name,
        )


@dataclass(frozen=True)
class Match:
    """Who somebody is.

    Attributes:
        customer: our id; None when nobody here is them.
        is_forgotten: they asked to be forgotten and must not come back.
    """

    customer: int | None = None
    is_forgotten: bool = False


class Newcomers:
    """Matches and adds the people of one program."""

    def __init__(self, db: SqlCipherDatabase, source: str) -> None:
        self._db = db
        self._source = source
        self._known: dict[str, tuple[int, bool]] | None = None
        self._claimed: dict[int, str] = {}

    def refresh(self) -> None:
        """Look at the records again at the next `match`: they may have changed meanwhile."""
        self._known = None
        self._claimed.clear()

    def match(self, person: Newcomer) -> Match:
        """Find out who somebody is."""
        if self._known is None:
            rows = self._db.execute_sql(_OF_SOURCE, (self._source,)).fetchall()
            self._known = {row[0]: (row[1], row[2] is not None) for row in rows}
        if person.source_id in self._known:
            customer, forgotten = self._known[person.source_id]
            return Match(customer, forgotten)
        phone = digits(person.phone)
        keys = [
            f"p{phone}" if phone else "",
            f"e{person.email}" if person.email else "",
            f"c{person.card.casefold()}" if person.card else "",
        ]
        for key in filter(None, keys):
            for customer, source, source_id in self._db.execute_sql(_BY_KEY, (key,)).fetchall():
                number = source_id if source == self._source else self._claimed.get(customer)
                # With numbers of one program on both sides, other numbers mean other people.
                if not person.source_id or number in (None, person.source_id):
                    self._claim(customer, person.source_id)
                    return Match(customer)
        return Match()

    def _claim(self, customer: int, source_id: str) -> None:
        if source_id:
            self._claimed[customer] = source_id

    def link(self, pairs: Iterable[tuple[int, str]]) -> None:
        """Let customers who had no number of another program be known by (id, number) too."""
        self._many(
            _LINK, ((self._source, number, customer) for customer, number in pairs if number)
        )

    def add(self, people: Sequence[Newcomer], at: datetime) -> list[int]:
        """Add customers; in the caller's transaction.

        Returns:
            Their ids. A plain number of the other program is kept as ours where it is free, so
            that both programs speak of the same person by the same number.
        """
        ids = self._new_ids([person.source_id for person in people])
        self._many(
            _ADD,
            (
                (
                    number, person.name, person.phone, person.email, person.card, self._source,
                    person.source_id or None, to_seconds(at),
                )
                for number, person in zip(ids, people, strict=True)
            ),
        )  # fmt: skip
        self.refresh()
        return ids

    def _new_ids(self, source_ids: Iterable[str]) -> list[int]:
        highest = self._db.execute_sql(_HIGHEST).fetchone()[0] or 0
        own = max(FIRST_OWN_ID, int(highest) + 1)
        ids: dict[int, None] = {}
        for source_id in source_ids:
            number = _plain_number(source_id)
            if not number or number in ids or self._is_taken(number):
                number, own = own, own + 1
            ids[number] = None
        return list(ids)

    def _is_taken(self, number: int) -> bool:
        return self._db.execute_sql(_TAKEN, (number,)).fetchone() is not None

    def index(self, customers: Sequence[int]) -> None:
        """Make customers found by what is kept of them now, and tidy the index up.

        In the caller's transaction, after their names, households and visits were written.
        """
        for start in range(0, len(customers), _AT_ONCE):
            self._index(str(list(customers[start : start + _AT_ONCE])))
        if customers:
            self._db.execute_sql(_OPTIMIZE)

    def _index(self, ids: str) -> None:
        """Args: ids: a JSON list."""
        run = self._db.execute_sql
        self._many(_DROP_WORDS, run(_OLD_DOCS, (ids,)).fetchall())
        run(_DROP_DOCS, (ids,))
        run(_DROP_KEYS, (ids,))
        rows = run(_TO_INDEX, (ids,)).fetchall()
        around: dict[int, list[tuple[int | None, str]]] = {}
        households = str([row[8] for row in rows if row[8] is not None])
        for household, member, name in run(_AROUND, (households,)).fetchall():
            around.setdefault(household, []).append((member, name))
        entries = [_entry(row, around.get(row[8], [])) for row in rows]
        first = run(_FIRST_SLOT).fetchone()[0]
        slot = 1 if first is None else int(first)
        docs = []
        for entry in entries:
            if text := " ".join(word for part in entry.words for word in folded_words(part)):
                slot -= 1
                docs.append((slot, entry.customer, text))
        self._many(_ADD_DOC, docs)
        self._many(_ADD_WORDS, ((slot, text) for slot, _, text in docs))
        keys = ((key, entry.customer) for entry in entries for key in contact_keys(entry))
        self._many(_ADD_KEY, sorted(keys))

    def _many(self, sql: str, rows: Iterable[Sequence[Any]]) -> None:
        self._db.connection().executemany(sql, rows)


def _entry(row: Sequence[Any], around: list[tuple[int | None, str]]) -> SearchEntry:
    customer, name, call_name, description, phone, email, card, source_id, _ = row
    return SearchEntry(
        customer=customer,
        words=[name, call_name, description, *(n for member, n in around if member != customer)],
        phone=phone,
        email=email,
        card=card,
        source_id=source_id or "",
    )


def _plain_number(text: str) -> int:
    """A number that can be an id of ours; 0 when the text is not one."""
    is_plain = text.isascii() and text.isdigit() and not text.startswith("0")
    number = int(text) if is_plain and len(text) < 11 else 0
    return number if number < FIRST_OWN_ID else 0
