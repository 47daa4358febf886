"""Drawer: who the people of a file are, and the rows of those nobody knew yet, many at once.

A person is who they are by their number in the other program; else by phone, then e-mail, then
card. A name is never enough. Somebody who has a number of the same program is only ever found by
that number: a couple may share a telephone.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from playhouse.sqlcipher_ext import SqlCipherDatabase

from pos_companion.storage.columns import to_seconds
from pos_companion.storage.folding import digits
from pos_companion.storage.known_as import (
    HIGHEST_CUSTOMER,
    everybody_also_found_by,
    former_numbers,
    taken_ids,
)
from pos_companion.storage.people import FIRST_OWN_ID
from pos_companion.storage.search import SearchEntry, contact_keys
from pos_companion.storage.slots import lowest_slot, remember_lowest

_OF_SOURCE = "SELECT source_id, id, erased FROM customer WHERE source = ? AND source_id IS NOT NULL"
_BY_KEYS = """
SELECT k.k, c.id, c.source, c.source_id FROM json_each(?) j
CROSS JOIN contact_key k ON k.k = j.value JOIN customer c ON c.id = k.customer_id
WHERE c.erased IS NULL ORDER BY k.k, c.id
"""
_TAKEN = "SELECT id FROM customer WHERE id IN (SELECT value FROM json_each(?))"
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

    @property
    def keys(self) -> list[str]:
        """How phone, e-mail and card are kept for the search, in the order they count."""
        is_e164 = self.phone.startswith("+") and self.phone[1:].isascii()
        phone = self.phone[1:] if is_e164 and self.phone[1:].isdigit() else digits(self.phone)
        keys = [
            f"p{phone}" if phone else "",
            f"e{self.email}" if self.email else "",
            f"c{self.card.casefold()}" if self.card else "",
        ]
        return [key for key in keys if key]

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
        is_former: the number is that of a record that became part of theirs: they may have a
            better one, so it corrects nothing that is known.
    """

    customer: int | None = None
    is_forgotten: bool = False
    is_former: bool = False


class Newcomers:
    """Matches and adds the people of one program."""

    def __init__(self, db: SqlCipherDatabase, source: str) -> None:
        self._db = db
        self._source = source

    def match(self, people: Sequence[Newcomer]) -> list[Match]:
        """Find out who the people of a file are, in their order.

        Within one file a customer is claimed by the first number that means them.
        """
        rows = self._db.execute_sql(_OF_SOURCE, (self._source,)).fetchall()
        former = former_numbers(self._db, self._source)
        known = {number: Match(customer, is_former=True) for number, customer in former.items()}
        known |= {row[0]: Match(row[1], row[2] is not None) for row in rows}
        strangers = [person for person in people if person.source_id not in known]
        owners = self._owners({key for person in strangers for key in person.keys})
        claimed: dict[int, str] = {}
        return [
            known.get(person.source_id) or self._by_contact(person, owners, claimed)
            for person in people
        ]

    def _owners(self, keys: Iterable[str]) -> dict[str, list[tuple[int, str, str | None]]]:
        """By key who has that phone, e-mail or card: (our id, source, number there)."""
        wanted = sorted(keys)
        owners: dict[str, list[tuple[int, str, str | None]]] = {}
        for start in range(0, len(wanted), _AT_ONCE):
            part = json.dumps(wanted[start : start + _AT_ONCE])
            for key, *owner in self._db.execute_sql(_BY_KEYS, (part,)).fetchall():
                owners.setdefault(key, []).append((owner[0], owner[1], owner[2]))
        return owners

    def _by_contact(
        self,
        person: Newcomer,
        owners: Mapping[str, Sequence[tuple[int, str, str | None]]],
        claimed: dict[int, str],
    ) -> Match:
        for key in person.keys:
            for customer, source, source_id in owners.get(key, ()):
                number = source_id if source == self._source else claimed.get(customer)
                # With numbers of one program on both sides, other numbers mean other people.
                if person.source_id and number not in (None, person.source_id):
                    continue
                if person.source_id:
                    claimed[customer] = person.source_id
                return Match(customer)
        return Match()

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
        return ids

    def _new_ids(self, source_ids: Sequence[str]) -> list[int]:
        highest = self._db.execute_sql(HIGHEST_CUSTOMER).fetchone()[0]
        own = max(FIRST_OWN_ID, int(highest) + 1)
        plain = [_plain_number(source_id) for source_id in source_ids]
        taken = {0, *(row[0] for row in self._db.execute_sql(_TAKEN, (json.dumps(plain),)))}
        taken |= taken_ids(self._db, json.dumps(plain))
        ids = []
        for number in plain:
            if number in taken:
                number, own = own, own + 1
            taken.add(number)
            ids.append(number)
        return ids

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
        old = run(_OLD_DOCS, (ids,)).fetchall()
        if old:
            remember_lowest(self._db)
        self._many(_DROP_WORDS, old)
        run(_DROP_DOCS, (ids,))
        run(_DROP_KEYS, (ids,))
        rows = run(_TO_INDEX, (ids,)).fetchall()
        around: dict[int, list[tuple[int | None, str]]] = {}
        households = str([row[8] for row in rows if row[8] is not None])
        for household, member, name in run(_AROUND, (households,)).fetchall():
            around.setdefault(household, []).append((member, name))
        also = everybody_also_found_by(self._db)
        entries = [_entry(row, around.get(row[8], []), also.get(row[0], ())) for row in rows]
        slot = lowest_slot(self._db)
        docs = []
        for entry in entries:
            if entry.text:
                slot -= 1
                docs.append((slot, entry.customer, entry.text))
        self._many(_ADD_DOC, docs)
        # Upwards: a place below the one before makes the index write out what it has gathered.
        self._many(_ADD_WORDS, ((slot, text) for slot, _, text in reversed(docs)))
        keys = ((key, entry.customer) for entry in entries for key in contact_keys(entry))
        self._many(_ADD_KEY, sorted(keys))

    def _many(self, sql: str, rows: Iterable[Sequence[Any]]) -> None:
        self._db.connection().executemany(sql, rows)


def _entry(
    row: Sequence[Any], around: list[tuple[int | None, str]], also: Sequence[SearchEntry]
) -> SearchEntry:
    customer, name, call_name, description, phone, email, card, source_id, _ = row
    return SearchEntry(
        customer=customer,
        words=[name, call_name, description, *(n for member, n in around if member != customer)],
        phone=phone,
        email=email,
        card=card,
        source_id=source_id or "",
        also=also,
    )


def _plain_number(text: str) -> int:
    """A number that can be an id of ours; 0 when the text is not one."""
    is_plain = text.isascii() and text.isdigit() and not text.startswith("0")
    number = int(text) if is_plain and len(text) < 11 else 0
    return number if number < FIRST_OWN_ID else 0
