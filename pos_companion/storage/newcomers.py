"""Drawer: who the people of a file are, and the rows of those nobody knew yet, many at once.

A person is who they are by their number in the other program; else by phone, then e-mail, then
card. A name is never enough. Somebody who has a number of the same program is only ever found by
that number: a couple may share a telephone.
"""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from playhouse.sqlcipher_ext import SqlCipherDatabase

from pos_companion.storage.columns import marks, parts, to_seconds
from pos_companion.storage.known_as import (
    HIGHEST_CUSTOMER,
    former_numbers,
    survivor,
    taken_ids,
)
from pos_companion.storage.own_numbers import OwnNumbers
from pos_companion.storage.people import FIRST_OWN_ID
from pos_companion.storage.search import SearchDrawer
from pos_companion.storage.search_keys import card_key, email_key, exact_phone_key
from pos_companion.storage.searchables import in_order_of_visits

_OF_SOURCE = "SELECT source_id, id, erased FROM customer WHERE source = ? AND source_id IS NOT NULL"
_SOURCES = "SELECT id, source, source_id FROM customer WHERE id IN (%s) AND erased IS NULL"
_ERASED = "SELECT id, erased FROM customer WHERE id IN (%s)"
_TAKEN = "SELECT id FROM customer WHERE id IN (%s)"
_ADD = """
INSERT INTO customer (id, name, call_name, say_as, formal, phone, email, card, description,
    language, source, source_id, visits, next_n, no_celebrations, no_offers, updated)
VALUES (?, ?, '', '', FALSE, ?, ?, ?, '', '', ?, ?, 0, 1, FALSE, FALSE, ?)
"""
_LINK = "UPDATE customer SET source = ?, source_id = ? WHERE id = ? AND source_id IS NULL"
_EVERYBODY = "SELECT count(*) FROM customer WHERE erased IS NULL"
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
        keys = [
            exact_phone_key(self.phone),
            email_key(self.email) if self.email else "",
            card_key(self.card) if self.card else "",
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
    """Matches and adds the people of one program.

    Args:
        search: tells who has a phone, an e-mail or a card.
        forgotten: the places of those among some people of a program who asked to be forgotten.
        own: tells the numbers that we gave out ourselves.
    """

    def __init__(
        self,
        db: SqlCipherDatabase,
        search: SearchDrawer,
        source: str,
        forgotten: Callable[[Sequence[Newcomer], str], Collection[int]] = lambda *_: (),
        own: OwnNumbers | None = None,
    ) -> None:
        self._db = db
        self._search = search
        self._source = source
        self._forgotten = forgotten
        self._own = own

    def is_ours(self, source_id: str) -> bool:
        """Whether a number is one that we gave out ourselves."""
        return self._own is not None and bool(self._own.inside(source_id))

    def match(self, people: Sequence[Newcomer]) -> list[Match]:
        """Find out who the people of a file are, in their order.

        Within one file a customer is claimed by the first number that means them.
        """
        rows = self._db.execute_sql(_OF_SOURCE, (self._source,)).fetchall()
        former = former_numbers(self._db, self._source)
        known = {number: Match(customer, is_former=True) for number, customer in former.items()}
        known |= {row[0]: Match(row[1], row[2] is not None) for row in rows}
        known |= self._ours(people)
        strangers = [person for person in people if person.source_id not in known]
        owners = self._owners({key for person in strangers for key in person.keys})
        claimed: dict[int, str] = {}
        found = [
            known.get(person.source_id) or self._by_contact(person, owners, claimed)
            for person in people
        ]
        for at in self._forgotten(people, self._source):
            # Whoever is here again came by their own wish.
            if found[at].customer is None:
                found[at] = Match(is_forgotten=True)
        return found

    def _ours(self, people: Sequence[Newcomer]) -> dict[str, Match]:
        """Those a file calls by numbers that we gave out; of nobody any more there is none."""
        if self._own is None:
            return {}
        numbers = {one.source_id: self._own.customer(one.source_id) for one in people}
        numbers = {text: number for text, number in numbers.items() if number}
        rows: dict[int, int | None] = {}
        for some in parts(set(numbers.values())):
            rows |= dict(self._db.execute_sql(_ERASED % marks(some), some).fetchall())
        found = {}
        for text, number in numbers.items():
            into = None if number in rows else survivor(self._db, number)
            if number in rows:
                found[text] = Match(number, rows[number] is not None)
            elif into is not None:
                found[text] = Match(into, is_former=True)
        return found

    def _owners(self, keys: Iterable[str]) -> dict[str, list[tuple[int, str, str | None]]]:
        """By key who has that phone, e-mail or card: (our id, source, number there)."""
        pairs = self._search.holders(keys)
        known: dict[int, tuple[int, str, str | None]] = {}
        for some in parts({customer for _, customer in pairs}):
            for row in self._db.execute_sql(_SOURCES % marks(some), some).fetchall():
                known[row[0]] = (row[0], row[1], row[2])
        owners: dict[str, list[tuple[int, str, str | None]]] = {}
        for key, customer in pairs:
            if customer in known:
                owners.setdefault(key, []).append(known[customer])
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
            _LINK,
            (
                (self._source, number, customer)
                for customer, number in pairs
                if number and not self.is_ours(number)
            ),
        )

    def add(self, people: Sequence[Newcomer], at: datetime) -> list[int]:
        """Add customers; in the caller's transaction.

        Returns:
            Their ids. A plain number of the other program is kept as ours where it is free, so
            that both programs speak of the same person by the same number; one that we gave out
            ourselves is theirs again.
        """
        ids = self._new_ids([person.source_id for person in people])
        ours = [self.is_ours(person.source_id) for person in people]
        self._many(
            _ADD,
            (
                (
                    number, person.name, person.phone, person.email, person.card, self._source,
                    (not is_ours and person.source_id) or None, to_seconds(at),
                )
                for number, person, is_ours in zip(ids, people, ours, strict=True)
            ),
        )  # fmt: skip
        return ids

    def _new_ids(self, source_ids: Sequence[str]) -> list[int]:
        highest = self._db.execute_sql(HIGHEST_CUSTOMER).fetchone()[0]
        own = max(FIRST_OWN_ID, int(highest) + 1)
        own_number = self._own.customer if self._own else lambda _text: 0
        plain = [own_number(one) or _plain_number(one) for one in source_ids]
        taken = {0} | taken_ids(self._db, plain)
        for some in parts(plain):
            taken.update(row[0] for row in self._db.execute_sql(_TAKEN % marks(some), some))
        ids = []
        for number in plain:
            while number in taken:
                number, own = own, own + 1
            taken.add(number)
            ids.append(number)
        return ids

    def index(self, customers: Sequence[int]) -> None:
        """Make customers found by what is kept of them now, and tidy the index up.

        In the caller's transaction, after their names, households and visits were written.
        """
        everybody = self._db.execute_sql(_EVERYBODY).fetchone()[0]
        if len(customers) * 2 > max(everybody, _AT_ONCE):
            self._search.rebuild()  # quicker than changing most of it, and better packed
        elif customers:
            self._search.refresh(in_order_of_visits(self._db, customers))
            self._search.optimize()

    def _many(self, sql: str, rows: Iterable[Sequence[Any]]) -> None:
        self._db.connection().executemany(sql, rows)


def _plain_number(text: str) -> int:
    """A number that can be an id of ours; 0 when the text is not one."""
    is_plain = text.isascii() and text.isdigit() and not text.startswith("0")
    number = int(text) if is_plain and len(text) < 11 else 0
    return number if number < FIRST_OWN_ID else 0
