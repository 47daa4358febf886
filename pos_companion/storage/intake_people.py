"""Drawer: takes whole files of customers in, all or nothing.

A file adds and corrects; what it leaves empty stays as it is here, and a no is never turned into
a yes. Comparing reads only; writing stands in the caller's transaction.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from pos_companion.model.dates import PartialDate
from pos_companion.storage import Storage
from pos_companion.storage.columns import to_seconds
from pos_companion.storage.day_codes import day_code
from pos_companion.storage.folding import folded
from pos_companion.storage.intake import Counts, newcomers_of
from pos_companion.storage.intake_families import Families, IncomingPet, says_more
from pos_companion.storage.newcomers import Newcomer

_OWN = """
SELECT name, call_name, say_as, phone, email, card, language, remember, source_id
FROM customer WHERE id = ?
"""
_CHANGE = """
UPDATE customer SET name = ?, call_name = ?, say_as = ?, phone = ?, email = ?, card = ?,
    language = ?, remember = ?, updated = ?
WHERE id = ?
"""
_BIRTHDAY = """
SELECT n, calendar, year, month, day FROM celebration
WHERE customer_id = ? AND being_id IS NULL AND kind = 'birthday' ORDER BY n LIMIT 1
"""
_ADD_BIRTHDAY = """
INSERT INTO celebration (customer_id, n, kind, title, year, month, day, leap, yearly, md)
SELECT ?1, coalesce(max(n), 0) + 1, 'birthday', '', ?2, ?3, ?4, '', TRUE, ?5
FROM celebration WHERE customer_id = ?1
"""
_CHANGE_BIRTHDAY = """
UPDATE celebration SET year = ?2, month = ?3, day = ?4, md = ?5 WHERE customer_id = ?1 AND n = ?6
"""
_NOTES = "SELECT text FROM remark WHERE customer_id = ? AND kind = 'fact'"
_ADD_NOTE = """
INSERT INTO remark (customer_id, kind, n, is_open, discretion, author, text, body)
SELECT ?1, 'fact', coalesce(max(n), 0) + 1, TRUE, 'know', '', ?2, ?3
FROM remark WHERE customer_id = ?1 AND kind = 'fact'
"""
_NOTE_BODY = '{"kind": "note", "subject": ""}'


@dataclass
class IncomingPerson:
    """A customer as a file tells of them; rows of the same person already put together.

    Attributes:
        household: a key shared by those who live together; empty when the file does not say.
        remember: None when the file does not say.
    """

    who: Newcomer
    call_name: str = ""
    say_as: str = ""
    language: str = ""
    remember: bool | None = None
    birthday: PartialDate | None = None
    household: str = ""
    pets: list[IncomingPet] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def absorb(self, other: "IncomingPerson") -> None:
        """Take in what another row tells of the same person; where both speak, the other wins."""
        self.who = self.who.with_news(other.who)
        self.call_name = other.call_name or self.call_name
        self.say_as = other.say_as or self.say_as
        self.language = other.language or self.language
        self.birthday = other.birthday or self.birthday
        self.household = other.household or self.household
        if other.remember is not None and self.remember is not False:
            self.remember = other.remember
        for pet in other.pets:
            self._absorb_pet(pet)
        self.notes += [note for note in other.notes if note not in self.notes]

    def _absorb_pet(self, pet: IncomingPet) -> None:
        for at, known in enumerate(self.pets):
            if folded(known.name) == folded(pet.name):
                self.pets[at] = replace(known, birthday=pet.birthday or known.birthday)
                return
        self.pets.append(pet)


@dataclass
class _Change:
    """What a file changes about one customer.

    Attributes:
        customer: None for somebody new.
        details: all own details as they will be; None when they stay.
        birthday_n: the number of the birthday to correct; None when there was none.
    """

    person: IncomingPerson
    customer: int | None
    details: list[Any] | None = None
    birthday: PartialDate | None = None
    birthday_n: int | None = None
    notes: list[str] = field(default_factory=list)
    is_linked: bool = False
    family: bool = False

    @property
    def is_any(self) -> bool:
        return bool(self.details or self.birthday or self.notes or self.is_linked or self.family)


class PeopleIntake:
    """One file of customers on its way in.

    Args:
        source: the program the file came from.
    """

    def __init__(self, storage: Storage, source: str) -> None:
        self._db = storage.db
        self._newcomers = newcomers_of(storage, source)
        self._families = Families(storage.db)

    def compare(self, people: Sequence[IncomingPerson]) -> Counts:
        """Work out who is new, changed or the same; writes nothing."""
        changes, left_out = self._compared(people)
        return _counts(changes, left_out)

    def write(self, people: Sequence[IncomingPerson], at: datetime) -> Counts:
        """Write what is new or changed; in the caller's transaction."""
        changes, left_out = self._compared(people)
        counts = _counts(changes, left_out)
        added = [change for change in changes if change.customer is None]
        ids = self._newcomers.add([change.person.who for change in added], at)
        for change, number in zip(added, ids, strict=True):
            change.customer = number
        self._write_details(changes, at)
        with_ids = [(change.customer or 0, change.person) for change in changes]
        around = self._families.write(
            [(number, p.household, p.pets) for number, p in with_ids if p.household or p.pets], at
        )
        written = {change.customer or 0 for change in changes if change.is_any}
        self._newcomers.index(sorted({*ids, *written, *around}))
        return counts

    def _compared(self, people: Sequence[IncomingPerson]) -> tuple[list[_Change], int]:
        """What changes about each customer, and how many are left out."""
        found: list[tuple[IncomingPerson, int | None]] = []
        by_customer: dict[int, IncomingPerson] = {}
        left_out = 0
        matches = self._newcomers.match([person.who for person in people])
        for person, match in zip(people, matches, strict=True):
            if match.is_former and match.customer is not None:
                self._leave_known(person, match.customer)
            if match.is_forgotten:
                left_out += 1
            elif match.customer in by_customer:
                by_customer[match.customer].absorb(person)
            else:
                found.append((person, match.customer))
                if match.customer is not None:
                    by_customer[match.customer] = person
        shared = self._families.shared(person.household for person, _ in found)
        return [self._change(person, customer, shared) for person, customer in found], left_out

    def _leave_known(self, person: IncomingPerson, customer: int) -> None:
        """Let a row only add: of two records of this person the better one was kept."""
        own = self._db.execute_sql(_OWN, (customer,)).fetchone()
        name, call_name, say_as, phone, email, card, language = map(bool, own[:7])
        who = person.who
        person.who = Newcomer(
            who.source_id,
            "" if phone else who.phone,
            "" if email else who.email,
            "" if card else who.card,
            "" if name else who.name,
        )
        person.call_name = "" if call_name else person.call_name
        person.say_as = "" if say_as else person.say_as
        person.language = "" if language else person.language
        if self._db.execute_sql(_BIRTHDAY, (customer,)).fetchone():
            person.birthday = None

    def _change(
        self, person: IncomingPerson, customer: int | None, shared: frozenset[str]
    ) -> _Change:
        change = _Change(person, customer, birthday=person.birthday, notes=list(person.notes))
        if customer is None:
            told = (person.call_name, person.say_as, person.language, person.remember)
            is_more = any(value not in ("", None) for value in told)
            change.details = _details(person, [""] * 7 + [None]) if is_more else None
            return change
        *own, source_id = self._db.execute_sql(_OWN, (customer,)).fetchone()
        own[7] = None if own[7] is None else bool(own[7])
        details = _details(person, own)
        change.details = details if details != own else None
        number = person.who.source_id
        change.is_linked = (
            source_id is None and bool(number) and not self._newcomers.is_ours(number)
        )
        self._compare_birthday(change, customer)
        if person.notes:
            known = {row[0] for row in self._db.execute_sql(_NOTES, (customer,)).fetchall()}
            change.notes = [note for note in person.notes if note not in known]
        change.family = self._families.is_news(customer, person.household in shared, person.pets)
        return change

    def _compare_birthday(self, change: _Change, customer: int) -> None:
        row = self._db.execute_sql(_BIRTHDAY, (customer,)).fetchone() if change.birthday else None
        if row is None or change.birthday is None:
            return
        change.birthday_n = row[0]
        # A day told in another calendar is what they meant; a file only repeats it its own way.
        if row[1] or not says_more(change.birthday, PartialDate(*row[2:])):
            change.birthday = None

    def _write_details(self, changes: Sequence[_Change], at: datetime) -> None:
        self._many(
            _CHANGE,
            ([*c.details, to_seconds(at), c.customer] for c in changes if c.details is not None),
        )
        self._newcomers.link(
            (c.customer or 0, c.person.who.source_id) for c in changes if c.is_linked
        )
        self._many(_ADD_NOTE, ((c.customer, note, _NOTE_BODY) for c in changes for note in c.notes))
        days = [(c, (c.customer, *_day(c.birthday))) for c in changes if c.birthday is not None]
        self._many(_ADD_BIRTHDAY, (day for c, day in days if c.birthday_n is None))
        known = ((*day, c.birthday_n) for c, day in days if c.birthday_n is not None)
        self._many(_CHANGE_BIRTHDAY, known)

    def _many(self, sql: str, rows: Iterable[Sequence[Any]]) -> None:
        self._db.connection().executemany(sql, rows)


def _day(day: PartialDate) -> tuple[int | None, ...]:
    return day.year, day.month, day.day, day_code(day)


def _details(person: IncomingPerson, own: Sequence[Any]) -> list[Any]:
    """A customer's own details, in the order of the statements, with what the file adds."""
    who = person.who
    told = (who.name, person.call_name, person.say_as, who.phone, who.email, who.card,
            person.language)  # fmt: skip
    texts = [new or old for new, old in zip(told, own[:7], strict=True)]
    # A no stays a no: only the customer can say otherwise, to somebody's face.
    remember = own[7] if own[7] is False or person.remember is None else person.remember
    return [*texts, remember]


def _counts(changes: Sequence[_Change], left_out: int) -> Counts:
    created = sum(1 for change in changes if change.customer is None)
    updated = sum(1 for change in changes if change.customer is not None and change.is_any)
    return Counts(created, updated, len(changes) - created - updated, left_out)
