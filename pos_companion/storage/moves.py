"""Drawer: who moves in with whom, and how it is put back, right then or much later.

Whatever was written since stays: a new name, a sad message, a pet that came later.
"""

from dataclasses import replace
from datetime import datetime

from pos_companion.model.people import Gone, HouseholdMember, HouseholdMove
from pos_companion.storage.columns import to_seconds
from pos_companion.storage.move_notes import MoveNote, Place
from pos_companion.storage.moving import MovingDrawer

_HOME = "SELECT household_id FROM customer WHERE id = ? AND erased IS NULL"
_MOVE_BACK = "UPDATE customer SET household_id = ?, updated = ? WHERE id = ?"
_COUNTED = "SELECT id FROM redemption WHERE customer_id = ? AND household_id = ?"
_COUNT_THERE = "UPDATE redemption SET household_id = ? WHERE id = ?"
_IS_DAY = "SELECT 1 FROM celebration WHERE customer_id = ? AND n = ?"
_Members = dict[int, HouseholdMember]


class MovesDrawer(MovingDrawer):
    """Joins and parts households, and undoes it; call it inside a transaction."""

    def last(self, customer: int) -> HouseholdMove | None:
        """The latest move of a customer that was not undone; None when there is none."""
        return self._notes.last(customer)

    def undo(self, move: HouseholdMove, at: datetime) -> bool:
        """Put a move back.

        Returns:
            False, and nothing is changed, when it was undone before, or when one of the people
            has moved on since.
        """
        note = self._notes.read(move)
        if note is None or not self._is_as_left(note):
            return False
        late = self._put_members_back(note)
        self._put_customers_back(note, at, late)
        for owner, n, holder, number in reversed(note.days):
            if self._db.execute_sql(_IS_DAY, (holder, number)).fetchone():
                self._move_day(holder, number, owner, n)
        self._notes.drop(move)
        for customer in self._people.some(sorted(self._touched(note))):
            self._people.reindex(customer)
        return True

    def _is_as_left(self, note: MoveNote) -> bool:
        for customer, _, home in note.homes:
            if self._db.execute_sql(_HOME, (customer,)).fetchone() != (home,):
                return False
        movers = {customer for customer, _, _ in note.homes}
        return note.founded is None or set(self._people.living_in(note.founded)) <= movers

    def _put_members_back(self, note: MoveNote) -> bool:
        """Rebuild the households as they were.

        Returns:
            Whether somebody who came later has to stay in a household that was founded.
        """
        people, before = self._people, dict(note.before)
        for being in note.linked:
            people.link_member(being, None)
        involved = dict.fromkeys([*before, *(home for _, _, home in note.homes)])
        now = {home: {one.id: one for one in people.members(home)} for home in involved}
        numbers = {home: {one.being: one.n for one in self._places(home)} for home in now}
        for home, members in now.items():
            for being in members:
                people.take_out(home, being)
        for home, places in before.items():
            for place in places:
                if member := _put_right(note, home, place, now):
                    people.put_member(home, member, place.n)
        known = {one.being for places in before.values() for one in places} | set(note.added)
        late = [(home, one) for home, all_ in now.items() for one in all_.values()]
        late = [(home, one) for home, one in late if one.id not in known]
        for home, member in late:
            n = numbers[home][member.id] if home == note.remains else 0
            people.put_member(note.remains, member, n)
        return bool(late) and note.remains == note.founded

    def _put_customers_back(self, note: MoveNote, at: datetime, keeps_founded: bool) -> None:
        homes = note.homes[1:] if keeps_founded else note.homes
        for customer, old, home in homes:
            self._db.execute_sql(_MOVE_BACK, (old, to_seconds(at), customer))
            for (number,) in self._db.execute_sql(_COUNTED, (customer, home)).fetchall():
                if number not in note.kept:
                    self._db.execute_sql(_COUNT_THERE, (old, number))
        if note.founded is not None and not keeps_founded:
            self._people.dissolve(note.founded, at)

    def _touched(self, note: MoveNote) -> set[int]:
        households = {home for home, _ in note.before} | {home for _, _, home in note.homes}
        living = {one for home in households for one in self._people.living_in(home)}
        return living | {customer for customer, _, _ in note.homes}


def _put_right(
    note: MoveNote, home: int, place: Place, now: dict[int, _Members]
) -> HouseholdMember | None:
    """A member as it stood in a household, with what was corrected since; None when taken out."""
    own = now[home].get(place.being)
    member = own or next((all_[place.being] for all_ in now.values() if place.being in all_), None)
    if member is None:
        return None
    in_several = sum(any(one.being == place.being for one in places) for _, places in note.before)
    if in_several < 2 or member.gone is Gone.DIED:
        return member
    how, on = place.gone
    relation = own.relation if own else place.relation
    return replace(member, relation=relation, gone=how, gone_on=on)
