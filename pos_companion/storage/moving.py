"""Drawer: two households become one, or one is parted.

A part of the drawer of moves, in a file of its own because undoing is a subject of its own.

Who moves takes along what is theirs: gifts count for the household they live in, and a day that
was written on somebody else's card goes with the being it belongs to. What one person told in
confidence is never moved: it stays on their own card.
"""

from collections.abc import Iterable
from datetime import date, datetime

from playhouse.sqlcipher_ext import SqlCipherDatabase

from pos_companion.model.people import Customer, Gone, HouseholdMember, HouseholdMove, Species
from pos_companion.storage.columns import to_seconds
from pos_companion.storage.folding import folded
from pos_companion.storage.move_notes import MoveNote, MoveNotes, Place
from pos_companion.storage.people import PeopleDrawer

_PLACES = "SELECT being_id, n FROM household_member WHERE household_id = ?"
_MOVE_IN = "UPDATE customer SET household_id = ?, updated = ? WHERE id = ?"
_COUNTED = "SELECT id FROM redemption WHERE customer_id = ? AND household_id = ?"
_COUNT_HERE = """
UPDATE redemption SET household_id = ?
WHERE customer_id = ? AND household_id IS NOT DISTINCT FROM ?
"""
_DAYS_OF = "SELECT n, being_id FROM celebration WHERE customer_id = ? AND being_id IS NOT NULL"
_NUMBERS = "SELECT n FROM celebration WHERE customer_id = ?"
_NEXT_DAY = "SELECT coalesce(max(n), 0) + 1 FROM celebration WHERE customer_id = ?"
_MOVE_DAY = "UPDATE celebration SET customer_id = ?, n = ? WHERE customer_id = ? AND n = ?"


class MovingDrawer:
    """Joins and parts households; call it inside a transaction."""

    def __init__(self, db: SqlCipherDatabase, people: PeopleDrawer) -> None:
        self._db = db
        self._people = people
        self._notes = MoveNotes(db)

    def join(self, host: Customer, guest: Customer, at: datetime, day: date) -> HouseholdMove:
        """Let a customer, and all who live with them, live in the household of another one."""
        people, old = self._people, guest.household
        home = host.household or people.found_household(host, at)
        note = MoveNote(home)
        if host.household is None:
            note.founded = home
            self._note_home(note, host.id, None, home)
        note.before.append((home, self._places(home)))
        if old is not None:
            note.before.append((old, self._places(old)))
        for customer in people.living_in(old) if old is not None else [guest.id]:
            self._note_home(note, customer, old, home)
        self._move_members(old, home)
        self._settle(note, at)
        for one in people.in_household(home):
            self._be_member(note, home, one)
        people.reindex_household(home)
        return self._notes.add(HouseholdMove(guest.id, 0, "join", day, home), note)

    def split(
        self, leaver: Customer, takes: Iterable[int], shares: Iterable[int], at: datetime, day: date
    ) -> HouseholdMove:
        """Let a customer leave with some beings, and found a household of their own.

        Args:
            leaver: lives with at least one other customer, who stays.
            shares: beings that belong to both households from now on.
        """
        people, old = self._people, leaver.household or 0
        home = people.new_household(at)
        note = MoveNote(old, before=[(old, self._places(old))], founded=home)
        self._note_home(note, leaver.id, old, home)
        taken, shared = set(takes), set(shares)
        lived_there = set(people.living_in(old))
        for member in people.members(old):
            if member.customer == leaver.id or member.id in taken:
                people.take_out(old, member.id)
                people.put_member(home, member)
            elif member.id in shared:
                people.put_member(home, member)
            if member.id in taken and member.customer in lived_there - {leaver.id}:
                self._note_home(note, member.customer or 0, old, home)
        self._settle(note, at)
        self._part_days(note, old, home)
        for household in (old, home):
            people.reindex_household(household)
        return self._notes.add(HouseholdMove(leaver.id, 0, "split", day, home), note)

    def _places(self, household: int) -> list[Place]:
        """The beings of a household and where they stand in it."""
        numbers = dict(self._db.execute_sql(_PLACES, (household,)).fetchall())
        return [Place.of(numbers[one.id], one) for one in self._people.members(household)]

    def _move_day(self, owner: int, n: int, to: int, number: int = 0) -> int:
        """Move a celebration to another record.

        Args:
            number: its number there; 0, or one that is taken, asks for the next.
        """
        taken = {row[0] for row in self._db.execute_sql(_NUMBERS, (to,))}
        if not number or number in taken:
            number = self._db.execute_sql(_NEXT_DAY, (to,)).fetchone()[0]
        self._db.execute_sql(_MOVE_DAY, (to, number, owner, n))
        return number

    def _note_home(self, note: MoveNote, customer: int, old: int | None, home: int) -> None:
        note.homes.append((customer, old, home))
        note.kept += [row[0] for row in self._db.execute_sql(_COUNTED, (customer, home))]

    def _settle(self, note: MoveNote, at: datetime) -> None:
        """Customers live, and their gifts count, where they came to."""
        for customer, old, home in note.homes:
            self._db.execute_sql(_MOVE_IN, (home, to_seconds(at), customer))
            self._db.execute_sql(_COUNT_HERE, (home, customer, old))

    def _move_members(self, old: int | None, home: int) -> None:
        people = self._people
        there = {one.id: one for one in people.members(home)}
        for member in people.members(old):
            people.take_out(old or 0, member.id)
            if member.id not in there:
                people.put_member(home, member)
            elif there[member.id].gone is Gone.LEFT and not member.gone:
                people.mark_gone(home, member.id, Gone.NO, None)

    def _be_member(self, note: MoveNote, home: int, customer: Customer) -> None:
        """A customer stands in the list of the household once, as a person who is a customer."""
        members = self._people.members(home)
        if any(member.customer == customer.id for member in members):
            return
        names = {folded(customer.name), folded(customer.called)} - {""}
        namesakes = [one for one in members if _may_be(one) and folded(one.name) in names]
        if len(namesakes) == 1:
            being = namesakes[0].id
            note.linked.append(being)
            self._people.link_member(being, customer.id)
            return
        name = customer.name or customer.description or customer.source_id
        own = HouseholdMember(
            0, name, say_as=customer.say_as, customer=customer.id,
            gone=customer.gone, gone_on=customer.gone_on,
        )  # fmt: skip
        note.added.append(self._people.put_member(home, own).id)

    def _part_days(self, note: MoveNote, old: int, home: int) -> None:
        """A day goes where its being went; one of somebody who belongs to both stays."""
        stays = {one.id for one in self._people.members(old)}
        went = {one.id for one in self._people.members(home)}
        movers = [customer for customer, _, _ in note.homes]
        stayers = self._people.living_in(old)
        self._hand_over_days(note, stayers, movers[0], went - stays)
        self._hand_over_days(note, movers, stayers[0], stays - went)

    def _hand_over_days(self, note: MoveNote, owners: list[int], to: int, beings: set[int]) -> None:
        for owner in owners:
            for n, being in self._db.execute_sql(_DAYS_OF, (owner,)).fetchall():
                if being in beings:
                    note.days.append((owner, n, to, self._move_day(owner, n, to)))


def _may_be(member: HouseholdMember) -> bool:
    is_person = member.species in {Species.PERSON, Species.CHILD}
    return is_person and member.customer is None and not member.gone
