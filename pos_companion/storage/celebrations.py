"""Drawer: days worth remembering, of customers and of those around them.

A part of the people's drawer, in a file of its own because the subject is.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from playhouse.sqlcipher_ext import SqlCipherDatabase

from pos_companion.model.calendars import OtherCalendar, OtherDay, When
from pos_companion.model.celebrations import Celebration, CelebrationKind
from pos_companion.model.dates import LeapPolicy, NthWeekday, PartialDate, WrittenIn
from pos_companion.model.people import Customer, HouseholdMember, Species
from pos_companion.storage.columns import marks
from pos_companion.storage.day_codes import day_code
from pos_companion.storage.faults import read
from pos_companion.storage.tables import CelebrationRow

_COLUMNS = (
    "c.customer_id, c.n, c.being_id, c.kind, c.title, c.year, c.month, c.day, c.leap, c.yearly,"
    " c.known_since, c.calendar, c.nth, c.weekday, c.quiet, c.hidden_from"
)
_WIDTH = 16
_ALL = 2**31
"""More than any shop has."""
_SILENT = "(k.no_celebrations OR k.gone <> '')"
_CELEBRATIONS = f"""
SELECT {_COLUMNS},
    (c.being_id IS NULL AND c.customer_id <> ?1 AND EXISTS (
        SELECT 1 FROM customer k WHERE k.id = c.customer_id AND {_SILENT}))
    OR EXISTS (
        SELECT 1 FROM household_member m JOIN customer k ON k.id = m.customer_id
        WHERE m.household_id = ?2 AND m.being_id = c.being_id AND k.id <> ?1 AND {_SILENT})
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
_AS_WRITTEN = f"SELECT {_COLUMNS} FROM celebration c WHERE c.customer_id = ? AND c.n = ?"
_NEXT = "SELECT coalesce(max(n), 0) + 1 FROM celebration WHERE customer_id = ?"
_AHEAD = f"""
SELECT {_COLUMNS}, o.household_id, m.being_id, m.name, m.relation, m.species, m.customer_id
FROM celebration c
JOIN customer o ON o.id = c.customer_id
LEFT JOIN household_member m ON m.household_id = o.household_id AND (
    m.being_id = c.being_id OR (c.being_id IS NULL AND m.customer_id = c.customer_id))
LEFT JOIN customer k ON k.id = m.customer_id
WHERE c.md IN (%s) AND NOT c.quiet AND NOT o.no_celebrations AND o.gone = '' AND o.erased IS NULL
    AND (c.being_id IS NULL OR m.being_id IS NOT NULL) AND NOT coalesce(m.gone, FALSE)
    AND NOT coalesce({_SILENT}, FALSE)
    AND NOT (c.kind = 'anniversary' AND EXISTS (
        SELECT 1 FROM household_member g
        WHERE g.household_id = o.household_id AND g.gone AND g.species = 'person'))
ORDER BY o.visits DESC, c.customer_id, c.n
"""


@dataclass(frozen=True)
class Ahead:
    """A celebration of somebody in the shop's books that may fall on one of the days asked for.

    Attributes:
        celebration: without the name to wish when it is the customer's own.
        household: of the customer it was written for; None when they have none.
        member: whom it belongs to, as that household knows them; None for a customer who stands
            in no household.
    """

    celebration: Celebration
    household: int | None
    member: HouseholdMember | None


class CelebrationsDrawer:
    """Celebrations, numbered within the customer on whose record they were written."""

    def __init__(self, db: SqlCipherDatabase) -> None:
        self._db = db

    def celebrations(
        self, customer: Customer, members: Sequence[HouseholdMember]
    ) -> tuple[Celebration, ...]:
        """Celebrations of the customer and of everybody in the household.

        What is to surprise this very customer is not among them, so nothing made from them can
        give it away.
        """
        names = {member.id: member for member in members}
        partners = {m.customer: m for m in members if m.customer and m.customer != customer.id}
        rows = read(self._db, _CELEBRATIONS, customer.id, customer.household)
        found = (_celebration(row, customer, names, partners) for row in rows)
        return tuple(
            replace(one, surprises=one.names_surprised(members)) if one.hidden_from else one
            for one in found
            if one is not None and not one.is_hidden(customer.id, members)
        )

    def celebration_as_written(self, customer: int, n: int) -> Celebration | None:
        """One celebration as it lies in the records, without the name to wish."""
        row = self._db.execute_sql(_AS_WRITTEN, (customer, n)).fetchone()
        return None if row is None else _read(row)

    def add_celebration(self, celebration: Celebration) -> Celebration:
        """Keep a celebration; it gets the next number of its customer."""
        n = self._db.execute_sql(_NEXT, (celebration.customer,)).fetchone()[0]
        celebration = replace(celebration, n=n)
        self.put_celebration(celebration)
        return celebration

    def put_celebration(self, celebration: Celebration) -> None:
        """Keep a celebration under its number, in place of what was there."""
        CelebrationRow.put(**_values(celebration))

    def drop_celebration(self, customer: int, n: int) -> None:
        """Forget a celebration."""
        CelebrationRow.delete().where(
            (CelebrationRow.customer_id == customer) & (CelebrationRow.n == n)
        ).execute()

    def ahead(self, codes: Sequence[int], limit: int = -1) -> Iterator[Ahead]:
        """What may fall on days with these codes, in the whole shop.

        Left out is all that is never celebrated: of those who are gone, who do not celebrate, and
        what is kept quiet. The customer who comes most often stands first.

        Args:
            codes: as in `day_codes`.
            limit: at most so many; all of them when negative.
        """
        sql = _AHEAD % marks(codes) + " LIMIT ?"
        for row in self._db.execute_sql(sql, (*codes, limit if limit >= 0 else _ALL)).fetchall():
            household, being, name, relation, species, customer = row[_WIDTH:]
            member = None
            if being is not None:
                member = HouseholdMember(being, name, relation, Species(species), customer=customer)
            told = _read(row)
            yield Ahead(_of_member(told, member) if told.being else told, household, member)


def _celebration(
    row: Sequence[Any],
    customer: Customer,
    members: Mapping[int, HouseholdMember],
    partners: Mapping[int, HouseholdMember],
) -> Celebration | None:
    """A celebration with the name to wish; None when its being is no longer in the household."""
    told = replace(_read(row), declined=bool(row[_WIDTH]))
    member = members.get(told.being) if told.being else partners.get(told.customer)
    if member is None and (told.being or told.customer != customer.id):
        return None
    if member is None:
        return replace(told, who=customer.called)
    return replace(_of_member(told, member), being=member.id)


def _of_member(told: Celebration, member: HouseholdMember | None) -> Celebration:
    if member is None:
        return told
    return replace(told, who=member.name, species=member.species)


def _read(row: Sequence[Any]) -> Celebration:
    customer, n, being, kind, title, *_, quiet, hidden = row[:_WIDTH]
    leap, yearly, known = row[8:11]
    return Celebration(
        customer=customer,
        n=n,
        who="",
        kind=CelebrationKind(kind),
        date=_when(row),
        being=being or None,
        title=title,
        leap=LeapPolicy(leap) if leap else None,
        yearly=bool(yearly),
        known_since=None if known is None else date.fromordinal(known),
        quiet=bool(quiet),
        hidden_from=tuple(hidden.split()),
    )


_WEEKDAY, _WRITTEN = "weekday", "written"


def _when(row: Sequence[Any]) -> When:
    year, month, day = row[5:8]
    calendar, nth, weekday = row[11:14]
    if not calendar:
        return PartialDate(year, month, day)
    if calendar == _WEEKDAY:
        return NthWeekday(nth, weekday, month)
    if calendar == _WRITTEN:
        return WrittenIn(date(year, month, day))
    return OtherDay(OtherCalendar(calendar), month, day)


def _values(celebration: Celebration) -> dict[str, Any]:
    return {
        "customer_id": celebration.customer,
        "n": celebration.n,
        "being_id": celebration.being,
        "kind": celebration.kind.value,
        "title": celebration.title,
        "leap": celebration.leap.value if celebration.leap else "",
        "yearly": celebration.yearly,
        "known_since": celebration.known_since,
        "quiet": celebration.quiet,
        "hidden_from": " ".join(celebration.hidden_from),
        "md": day_code(celebration.date),
        **_written(celebration.date),
    }


def _written(when: When) -> dict[str, Any]:
    if isinstance(when, PartialDate):
        return {"year": when.year, "month": when.month, "day": when.day}
    if isinstance(when, NthWeekday):
        return {
            "calendar": _WEEKDAY,
            "month": when.month,
            "nth": when.nth,
            "weekday": when.weekday,
        }
    if isinstance(when, WrittenIn):
        day = when.next
        return {"calendar": _WRITTEN, "year": day.year, "month": day.month, "day": day.day}
    return {"calendar": when.calendar.value, "month": when.month, "day": when.day}
