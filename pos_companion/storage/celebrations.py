"""Drawer: days worth remembering, of customers and of those around them.

A part of the people's drawer, in a file of its own because the subject is.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from playhouse.sqlcipher_ext import SqlCipherDatabase

from pos_companion.model.celebrations import Celebration, CelebrationKind
from pos_companion.model.dates import LeapPolicy, PartialDate
from pos_companion.model.people import Customer, HouseholdMember, Species
from pos_companion.storage.tables import CelebrationRow

_CELEBRATIONS = """
SELECT c.customer_id, c.n, c.being_id, c.kind, c.title, c.year, c.month, c.day, c.leap, c.yearly,
       c.known_since
FROM celebration c WHERE c.customer_id = ?1 OR c.customer_id IN (
    SELECT m.customer_id FROM household_member m
    WHERE m.household_id = ?2 AND m.customer_id IS NOT NULL
    UNION
    SELECT o.id FROM household_member mine
    JOIN household_member theirs ON theirs.being_id = mine.being_id
    JOIN customer o ON o.household_id = theirs.household_id
    WHERE mine.household_id = ?2)
ORDER BY c.customer_id, c.n
"""
_NEXT = "SELECT coalesce(max(n), 0) + 1 FROM celebration WHERE customer_id = ?"


class CelebrationsDrawer:
    """Celebrations, numbered within the customer on whose record they were written."""

    def __init__(self, db: SqlCipherDatabase) -> None:
        self._db = db

    def celebrations(
        self, customer: Customer, members: Sequence[HouseholdMember]
    ) -> tuple[Celebration, ...]:
        """Celebrations of the customer and of everybody in the household."""
        names = {member.id: member for member in members}
        partners = {m.customer: m for m in members if m.customer and m.customer != customer.id}
        rows = self._db.execute_sql(_CELEBRATIONS, (customer.id, customer.household))
        return tuple(
            found for row in rows if (found := _celebration(row, customer, names, partners))
        )

    def add_celebration(self, celebration: Celebration) -> Celebration:
        """Keep a celebration; it gets the next number of its customer."""
        n = self._db.execute_sql(_NEXT, (celebration.customer,)).fetchone()[0]
        when = celebration.date
        CelebrationRow.insert(
            customer_id=celebration.customer,
            n=n,
            being_id=celebration.being,
            kind=celebration.kind.value,
            title=celebration.title,
            year=when.year,
            month=when.month,
            day=when.day,
            leap=celebration.leap.value if celebration.leap else "",
            yearly=celebration.yearly,
            known_since=celebration.known_since,
            md=month_day(when),
        ).execute()
        return replace(celebration, n=n)

    def drop_celebration(self, customer: int, n: int) -> None:
        """Forget a celebration."""
        CelebrationRow.delete().where(
            (CelebrationRow.customer_id == customer) & (CelebrationRow.n == n)
        ).execute()

    def celebrating(self, codes: Sequence[int], limit: int) -> list[int]:
        """Customers with a celebration on one of these month * 100 + day codes."""
        rows = (
            CelebrationRow.select(CelebrationRow.customer_id)
            .where(CelebrationRow.md.in_(list(codes)))
            .distinct()
            .limit(limit)
        )
        return [row.customer_id for row in rows]


def month_day(when: PartialDate) -> int:
    """The code of the yearly day in the table: month * 100 + day; 0 where the day is not known."""
    return 0 if when.month is None or when.day is None else when.month * 100 + when.day


def _celebration(
    row: Sequence[Any],
    customer: Customer,
    members: Mapping[int, HouseholdMember],
    partners: Mapping[int, HouseholdMember],
) -> Celebration | None:
    """A celebration with the name to wish; None when its being is no longer in the household."""
    owner, n, being, kind, title, year, month, day, leap, yearly, known = row
    member = members.get(being) if being else partners.get(owner)
    if member is None and (being or owner != customer.id):
        return None
    return Celebration(
        customer=owner,
        n=n,
        who=member.name if member else customer.called,
        kind=CelebrationKind(kind),
        date=PartialDate(year, month, day),
        being=member.id if member else None,
        species=member.species if member else Species.PERSON,
        title=title,
        leap=LeapPolicy(leap) if leap else None,
        yearly=bool(yearly),
        known_since=None if known is None else date.fromordinal(known),
    )
