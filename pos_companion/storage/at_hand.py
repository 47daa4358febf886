"""People who were shown lately: kept in memory until something of theirs is written.

Typing on shows mostly the same people again, and the same people come again. What is written on
this connection tells so by triggers of its own, for the one it is about; what anybody else writes
empties the memory. Inside a transaction everything is read: it may be taken back.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import islice
from typing import Any

from playhouse.sqlcipher_ext import SqlCipherDatabase

from pos_companion.model.glimpse import Glimpse
from pos_companion.model.people import HouseholdMember
from pos_companion.storage.faults import read
from pos_companion.storage.households import MEMBER_COLUMNS, member_of

MOST = 4_096
"""So many people and households are kept, which is some megabytes."""
_PEOPLE = """
SELECT id, name, call_name, description, phone, email, card, source_id, household_id, street,
    visits, first_visit, last_visit, coalesce(remember, TRUE) = FALSE OR EXISTS (
        SELECT 1 FROM consent
        WHERE consent.customer_id = customer.id AND kind = 'family' AND answer = FALSE)
FROM customer WHERE id IN (%s) AND erased IS NULL
"""
_MEMBERS = f"""
SELECT {MEMBER_COLUMNS}, household_id FROM household_member
WHERE household_id IN (%s) ORDER BY household_id, n
"""
Members = tuple[HouseholdMember, ...]
_WRITTEN = (
    ("customer", "INSERT", "at_hand_person(new.id)"),
    ("customer", "UPDATE", "at_hand_person(old.id)"),
    ("customer", "DELETE", "at_hand_person(old.id)"),
    ("consent", "INSERT", "at_hand_person(new.customer_id)"),
    ("consent", "UPDATE", "at_hand_person(old.customer_id), at_hand_person(new.customer_id)"),
    ("consent", "DELETE", "at_hand_person(old.customer_id)"),
    ("household_member", "INSERT", "at_hand_home(new.household_id)"),
    ("household_member", "UPDATE", "at_hand_home(old.household_id)"),
    ("household_member", "UPDATE", "at_hand_home(new.household_id)"),
    ("household_member", "DELETE", "at_hand_home(old.household_id)"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Look:
    """What is at hand at this moment; of use until anything is written."""

    db: SqlCipherDatabase
    kept_people: dict[int, Glimpse]
    kept_homes: dict[int, Members]

    def people(self, ids: Sequence[int]) -> list[Glimpse]:
        """Customers in the order of their ids as given; the unknown and the forgotten left out."""
        kept = self.kept_people
        _make_room(kept, len(ids))
        missing = [one for one in ids if one not in kept]
        if missing:
            for row in read(self.db, _people(len(missing)), *missing):
                kept[row[0]] = Glimpse._make(row)
        return [kept[one] for one in ids if one in kept]

    def members(self, households: Iterable[int | None]) -> Mapping[int, Members]:
        """People and pets of households, in the order they were added; gone ones included.

        Returns:
            By household; more than asked for may be in it, and an empty one may not.
        """
        kept = self.kept_homes
        wanted = {one for one in households if one is not None}
        _make_room(kept, len(wanted))
        missing = wanted.difference(kept)
        if missing:
            found: dict[int, list[HouseholdMember]] = {one: [] for one in missing}
            for row in read(self.db, _members(len(missing)), *missing):
                found[row[-1]].append(member_of(row[:-1]))
            kept.update((one, tuple(members)) for one, members in found.items())
        return kept


class AtHand:
    """The people of one database; on the thread that uses it."""

    def __init__(self, db: SqlCipherDatabase) -> None:
        self._db = db
        self._connection: object = None
        self._version = 0
        self._people: dict[int, Glimpse] = {}
        self._homes: dict[int, Members] = {}
        self._look = Look(db, self._people, self._homes)

    def look(self) -> Look:
        """What is in memory, as far as it is still so."""
        return self._look if self._is_kept() else Look(self._db, {}, {})

    def _is_kept(self) -> bool:
        """Whether what is in memory may be used, and added to; what is out of date is left out."""
        connection = self._db.connection()
        if connection.in_transaction:
            return False
        if connection is not self._connection:
            self._watch(connection)
        version = read(self._db, "PRAGMA data_version")[0][0]
        if version != self._version:
            self._version = version
            self._people.clear()
            self._homes.clear()
        return True

    def _watch(self, connection: Any) -> None:
        """Have everything that is written on a connection told."""
        self._people.clear()
        self._homes.clear()
        connection.create_function("at_hand_person", 1, self._forget_person)
        connection.create_function("at_hand_home", 1, self._forget_home)
        for n, (table, deed, told) in enumerate(_WRITTEN):
            connection.execute(
                f"CREATE TEMP TRIGGER IF NOT EXISTS at_hand_{n} AFTER {deed} ON main.{table} "
                f"BEGIN SELECT {told}; END"
            )
        self._connection = connection

    def _forget_person(self, customer: int) -> None:
        self._people.pop(customer, None)

    def _forget_home(self, household: int) -> None:
        self._homes.pop(household, None)


@cache
def _people(count: int) -> str:
    return _PEOPLE % ",".join("?" * count)


@cache
def _members(count: int) -> str:
    return _MEMBERS % ",".join("?" * count)


def _make_room(kept: dict[int, Any], wanted: int) -> None:
    """Leave out the older half of what is kept when it would become too much."""
    if len(kept) + wanted > MOST:
        for one in list(islice(kept, len(kept) // 2 + 1)):
            del kept[one]
