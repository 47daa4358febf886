"""Drawer: households, and the people and pets in them.

A part of the people's drawer, in a file of its own because the subject is. A being may be a member
of several households: its name, how to say it, its species and the customer it is are the same in
all of them, while relation and place are each household's own.
"""

from dataclasses import replace
from datetime import date, datetime
from functools import lru_cache
from typing import Any

from pos_companion.model.people import Customer, Gone, HouseholdMember, Species
from pos_companion.storage.celebrations import CelebrationsDrawer
from pos_companion.storage.known_as import NEXT_BEING
from pos_companion.storage.tables import CustomerRow, HouseholdRow, MemberRow

MEMBER_COLUMNS = "being_id, name, relation, species, say_as, customer_id, gone, how, gone_on"
_MEMBERS = f"""
SELECT {MEMBER_COLUMNS}
FROM household_member WHERE household_id = ? ORDER BY n
"""
_BEING = f"""
SELECT {MEMBER_COLUMNS}
FROM household_member WHERE household_id = ? AND being_id = ?
"""
_NEXT_MEMBER = "SELECT coalesce(max(n), 0) + 1 FROM household_member WHERE household_id = ?"
_HOMES = "SELECT household_id FROM household_member WHERE being_id = ? ORDER BY household_id"
_LIVE_THERE = "SELECT id FROM customer WHERE household_id = ? AND erased IS NULL ORDER BY id"
_KNOWN_AS = "SELECT household_id, being_id FROM household_member WHERE customer_id = ?"
_HANGS_ON = """
SELECT EXISTS (SELECT 1 FROM redemption
        WHERE beneficiary LIKE 'being:%' AND beneficiary = 'being:' || ?1)
    OR EXISTS (SELECT 1 FROM celebration c JOIN customer o ON o.id = c.customer_id
        WHERE o.household_id = ?2 AND c.being_id = ?1)
    OR EXISTS (SELECT 1 FROM remark r JOIN customer o ON o.id = r.customer_id
        WHERE o.household_id = ?2 AND r.about = ?1)
"""


class HouseholdsDrawer(CelebrationsDrawer):
    """Households and their members; whoever changes them brings the search up to date."""

    def members(self, household: int | None) -> tuple[HouseholdMember, ...]:
        """People and pets of a household, in the order they were added; gone ones included."""
        if household is None:
            return ()
        return tuple(map(member_of, self._db.execute_sql(_MEMBERS, (household,))))

    def member(self, household: int | None, being: int) -> HouseholdMember | None:
        """One member of a household; None when there is no such being in it."""
        row = self._db.execute_sql(_BEING, (household, being)).fetchone()
        return None if row is None else member_of(row)

    def homes_of(self, being: int) -> list[int]:
        """The households a being belongs to."""
        return [row[0] for row in self._db.execute_sql(_HOMES, (being,))]

    def living_in(self, household: int | None) -> list[int]:
        """The ids of the customers of a household."""
        return [row[0] for row in self._db.execute_sql(_LIVE_THERE, (household,))]

    def is_written_about(self, household: int, being: int) -> bool:
        """Whether a celebration, a remark or a gift hangs on a member."""
        return bool(self._db.execute_sql(_HANGS_ON, (being, household)).fetchone()[0])

    def found_household(self, customer: Customer, at: datetime) -> int:
        """Give a customer a household of their own; returns its id."""
        household = self.new_household(at)
        CustomerRow.update(household_id=household, updated=at).where(
            CustomerRow.id == customer.id
        ).execute()
        return household

    def new_household(self, at: datetime) -> int:
        """A household with nobody in it."""
        return int(HouseholdRow.insert(updated=at).execute())

    def dissolve(self, household: int, at: datetime) -> None:
        """Take back that a household was founded; its customers have none then."""
        MemberRow.delete().where(MemberRow.household_id == household).execute()
        HouseholdRow.delete().where(HouseholdRow.id == household).execute()
        CustomerRow.update(household_id=None, updated=at).where(
            CustomerRow.household_id == household
        ).execute()

    def put_member(self, household: int, member: HouseholdMember, n: int = 0) -> HouseholdMember:
        """Write a member into a household.

        Args:
            member: `id` 0 asks for a fresh being.
            n: its place; 0 is after all others.
        """
        being = member.id or int(self._db.execute_sql(NEXT_BEING).fetchone()[0])
        MemberRow.insert(
            household_id=household,
            n=n or self._db.execute_sql(_NEXT_MEMBER, (household,)).fetchone()[0],
            being_id=being,
            **_shared(member),
            relation=member.relation,
            **_gone(member.gone, member.gone_on),
        ).execute()
        return replace(member, id=being)

    def rewrite_member(self, household: int, member: HouseholdMember) -> None:
        """Keep a member as it is now: who it is everywhere, its relation in this household."""
        MemberRow.update(**_shared(member)).where(MemberRow.being_id == member.id).execute()
        MemberRow.update(relation=member.relation).where(_is(household, member.id)).execute()

    def link_member(self, being: int, customer: int | None) -> None:
        """Say which customer a being is, wherever it belongs to."""
        MemberRow.update(customer_id=customer).where(MemberRow.being_id == being).execute()

    def mark_gone(self, household: int, being: int, how: Gone, on: date | None) -> None:
        """Say in which way a member of a household is gone, or that it is around again."""
        MemberRow.update(**_gone(how, on)).where(_is(household, being)).execute()

    def known_as(self, customer: int) -> list[tuple[int, int]]:
        """Where a customer is a member: household and being."""
        return [(row[0], row[1]) for row in self._db.execute_sql(_KNOWN_AS, (customer,))]

    def take_out(self, household: int, being: int) -> None:
        """Take a being out of a household as if it had never been in it."""
        MemberRow.delete().where(_is(household, being)).execute()


def _is(household: int, being: int) -> Any:
    return (MemberRow.household_id == household) & (MemberRow.being_id == being)


def _shared(member: HouseholdMember) -> dict[str, object]:
    return {
        "name": member.name,
        "species": member.species.value,
        "say_as": member.say_as,
        "customer_id": member.customer,
    }


def _gone(how: Gone, on: date | None) -> dict[str, object]:
    return {"gone": bool(how), "how": how.value, "gone_on": on}


# Typing on shows mostly the same people again.
@lru_cache(maxsize=1024)
def member_of(row: tuple[Any, ...]) -> HouseholdMember:
    """The member that a row of `MEMBER_COLUMNS` tells of."""
    being, name, relation, species, say_as, customer, gone, how, gone_on = row
    return HouseholdMember(
        id=being,
        name=name,
        relation=relation,
        species=Species(species),
        say_as=say_as,
        customer=customer,
        # Records older than the two ways say only that somebody is gone.
        gone=Gone(how) if how else Gone.LEFT if gone else Gone.NO,
        gone_on=None if gone_on is None else date.fromordinal(gone_on),
    )
