"""Drawer: households and pets as a file of customers tells of them.

Pets are told apart by name within a household, so that a couple's rows may both name the dog. Two
households that exist already are never merged by a file.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from playhouse.sqlcipher_ext import SqlCipherDatabase

from pos_companion.model.dates import PartialDate
from pos_companion.model.people import Species
from pos_companion.storage.columns import to_seconds
from pos_companion.storage.day_codes import day_code
from pos_companion.storage.folding import folded
from pos_companion.storage.known_as import NEXT_BEING

_HOME = "SELECT household_id FROM customer WHERE id = ?"
_FOUND = "INSERT INTO household (name, updated) VALUES ('', ?) RETURNING id"
_MOVE_IN = "UPDATE customer SET household_id = ?, updated = ? WHERE id = ?"
_NAME = "SELECT name FROM customer WHERE id = ?"
_IS_MEMBER = "SELECT 1 FROM household_member WHERE household_id = ? AND customer_id = ?"
_ANIMALS = """
SELECT being_id, name FROM household_member
WHERE household_id = ? AND species IN ('dog', 'cat', 'pet') ORDER BY n
"""
_ADD_MEMBER = """
INSERT INTO household_member
    (household_id, n, being_id, name, relation, species, say_as, customer_id, gone)
SELECT ?1, coalesce(max(n), 0) + 1, ?2, ?3, '', ?4, '', ?5, FALSE
FROM household_member WHERE household_id = ?1
"""
_DAY = """
SELECT c.customer_id, c.n, c.calendar, c.year, c.month, c.day FROM celebration c
JOIN customer o ON o.id = c.customer_id
WHERE o.household_id = ? AND c.being_id = ? AND c.kind = 'birthday' LIMIT 1
"""
_ADD_DAY = """
INSERT INTO celebration (customer_id, n, being_id, kind, title, year, month, day, leap, yearly, md)
SELECT ?1, coalesce(max(n), 0) + 1, ?2, 'birthday', '', ?3, ?4, ?5, '', TRUE, ?6
FROM celebration WHERE customer_id = ?1
"""
_CHANGE_DAY = """
UPDATE celebration SET year = ?3, month = ?4, day = ?5, md = ?6 WHERE customer_id = ?1 AND n = ?2
"""
_LIVE_THERE = "SELECT id FROM customer WHERE household_id = ?"


@dataclass(frozen=True)
class IncomingPet:
    """An animal in a row of a file."""

    name: str
    species: Species = Species.PET
    birthday: PartialDate | None = None


def says_more(new: PartialDate, old: PartialDate) -> bool:
    """Whether a date tells anything the other does not: `--03-14` tells less than `1988-03-14`."""
    pairs = ((new.year, old.year), (new.month, old.month), (new.day, old.day))
    return any(told is not None and told != known for told, known in pairs)


class Families:
    """Compares and writes who lives with whom."""

    def __init__(self, db: SqlCipherDatabase) -> None:
        self._db = db

    def shared(self, keys: Iterable[str]) -> frozenset[str]:
        """The households of a file that more than one of its people names."""
        return frozenset(key for key, count in Counter(keys).items() if key and count > 1)

    def is_news(self, customer: int, is_shared: bool, pets: Sequence[IncomingPet]) -> bool:
        """Whether a file tells of a household or pet we do not know of; reads only."""
        if not is_shared and not pets:
            return False
        home = self._home(customer)
        if home is None or (is_shared and not self._is_member(home, customer)):
            return True
        animals = self._animals(home)
        return any(self._is_pet_news(home, animals.get(folded(pet.name)), pet) for pet in pets)

    def write(
        self, told: Sequence[tuple[int, str, Sequence[IncomingPet]]], at: datetime
    ) -> set[int]:
        """Write households and pets; in the caller's transaction.

        Args:
            told: by customer the household's key in the file, and the pets.

        Returns:
            Customers who are found by other words now.
        """
        shared = self.shared(key for _, key, _ in told)
        homes: dict[str, int] = {}
        touched: set[int] = set()
        for customer, key, _ in told:
            home = self._home(customer)
            if key in shared and home is not None:
                homes.setdefault(key, home)
        for customer, key, pets in told:
            if not self.is_news(customer, key in shared, pets):
                continue
            home = self._home(customer) or self._move_in(customer, homes.get(key), at)
            if key in shared:
                homes.setdefault(key, home)
                self._be_member(home, customer)
            for pet in pets:
                self._write_pet(home, customer, pet)
            touched.add(home)
        return {row[0] for home in touched for row in self._rows(_LIVE_THERE, home)}

    def _home(self, customer: int) -> int | None:
        rows = self._rows(_HOME, customer)
        return None if not rows or rows[0][0] is None else int(rows[0][0])

    def _move_in(self, customer: int, home: int | None, at: datetime) -> int:
        if home is None:
            home = int(self._rows(_FOUND, to_seconds(at))[0][0])
        self._db.execute_sql(_MOVE_IN, (home, to_seconds(at), customer))
        return home

    def _is_member(self, home: int, customer: int) -> bool:
        return bool(self._rows(_IS_MEMBER, home, customer))

    def _be_member(self, home: int, customer: int) -> None:
        if not self._is_member(home, customer):
            name = self._rows(_NAME, customer)[0][0]
            self._add_member(home, name, Species.PERSON, customer)

    def _animals(self, home: int) -> dict[str, int]:
        return {folded(name): being for being, name in self._rows(_ANIMALS, home)}

    def _is_pet_news(self, home: int, being: int | None, pet: IncomingPet) -> bool:
        if being is None or pet.birthday is None:
            return being is None
        rows = self._rows(_DAY, home, being)
        if not rows:
            return True
        calendar, *day = rows[0][2:]
        return not calendar and says_more(pet.birthday, PartialDate(*day))

    def _write_pet(self, home: int, customer: int, pet: IncomingPet) -> None:
        being = self._animals(home).get(folded(pet.name))
        if not self._is_pet_news(home, being, pet):
            return
        if being is None:
            being = self._add_member(home, pet.name, pet.species, None)
        if (day := pet.birthday) is None:
            return
        values = (day.year, day.month, day.day, day_code(day))
        known = self._rows(_DAY, home, being)
        if known:
            self._db.execute_sql(_CHANGE_DAY, (*known[0][:2], *values))
        else:
            self._db.execute_sql(_ADD_DAY, (customer, being, *values))

    def _add_member(self, home: int, name: str, species: Species, customer: int | None) -> int:
        being = int(self._rows(NEXT_BEING)[0][0])
        self._db.execute_sql(_ADD_MEMBER, (home, being, name, species.value, customer))
        return being

    def _rows(self, sql: str, *values: int) -> list[tuple[Any, ...]]:
        return list(self._db.execute_sql(sql, values).fetchall())
