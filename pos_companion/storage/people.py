"""Drawer: customers, and with them what `households` and `celebrations` hold."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from playhouse.sqlcipher_ext import SqlCipherDatabase

from pos_companion.model.people import Customer, HouseholdMember
from pos_companion.storage.columns import to_seconds
from pos_companion.storage.customer_rows import COLUMNS, customer_of
from pos_companion.storage.faults import read
from pos_companion.storage.households import HouseholdsDrawer
from pos_companion.storage.known_as import HIGHEST_CUSTOMER, survivor
from pos_companion.storage.search import SearchDrawer
from pos_companion.storage.tables import (
    CelebrationRow,
    ConsentRow,
    CustomerRow,
    HouseholdRow,
    MemberRow,
    RemarkRow,
)

FIRST_OWN_ID = 1_000_000_001
"""Customers added here get ids from this one on, so that a till's small numbers stay free."""

_ONE = f"SELECT {COLUMNS} FROM customer WHERE id = ? AND erased IS NULL"
_BY_SOURCE = "SELECT id FROM customer WHERE source = ? AND source_id = ?"


class PeopleDrawer(HouseholdsDrawer):
    """Customers with all that hangs on them; keeps the search index in step."""

    def __init__(self, db: SqlCipherDatabase, search: SearchDrawer) -> None:
        super().__init__(db)
        self._search = search

    def get(self, customer: int) -> Customer | None:
        """A customer; None when there is none with that id, or they were forgotten."""
        rows = read(self._db, _ONE, customer)
        return customer_of(rows[0]) if rows else None

    def some(self, ids: Sequence[int]) -> list[Customer]:
        """Customers in the order of their ids as given; the unknown and the forgotten left out."""
        if not ids:
            return []
        marks = ",".join("?" * len(ids))
        sql = f"SELECT {COLUMNS} FROM customer WHERE id IN ({marks}) AND erased IS NULL"
        by_id = {row[0]: customer_of(row) for row in read(self._db, sql, *ids)}
        return [by_id[one] for one in ids if one in by_id]

    def by_source(self, source: str, source_id: str) -> int | None:
        """The id of the customer who came from a program under an id there."""
        row = self._db.execute_sql(_BY_SOURCE, (source, source_id)).fetchone()
        return None if row is None else int(row[0])

    def new_customer_id(self, source_id: str = "") -> int:
        """The id for a new customer.

        A plain positive number from another program is kept as our own id when it is free, so
        that both programs speak of the same person by the same number.
        """
        is_plain = source_id.isascii() and source_id.isdigit() and not source_id.startswith("0")
        if is_plain and len(source_id) <= len(str(FIRST_OWN_ID)):
            wanted = int(source_id)
            taken = CustomerRow.select().where(CustomerRow.id == wanted).exists()
            taken = taken or survivor(self._db, wanted) is not None
            if wanted < FIRST_OWN_ID and not taken:
                return wanted
        highest = self._db.execute_sql(HIGHEST_CUSTOMER).fetchone()[0]
        return max(FIRST_OWN_ID, int(highest) + 1)

    def add(self, customer: Customer, at: datetime) -> Customer:
        """Keep a new customer; `customer.id` 0 asks for a fresh id.

        Returns:
            The customer with their id.
        """
        if not customer.id:
            customer = replace(customer, id=self.new_customer_id(customer.source_id))
        values = {**_columns(customer), "updated": to_seconds(at)}
        marks = ", ".join("?" * len(values))
        self._db.execute_sql(
            f"INSERT INTO customer ({', '.join(values)}) VALUES ({marks})", tuple(values.values())
        )
        self.reindex(customer)
        return customer

    def change(self, customer: Customer, at: datetime) -> None:
        """Keep a customer's own details as they are now; visits and counters are untouched."""
        before = self.get(customer.id)
        was = {} if before is None else _columns(before)
        values = {
            name: value
            for name, value in _columns(customer).items()
            # What stays is not written: each index it stands in would be, too.
            if name not in _COUNTED and (not was or value != was[name])
        }
        values["updated"] = to_seconds(at)
        changes = ", ".join(f"{name} = ?" for name in values)
        self._db.execute_sql(
            f"UPDATE customer SET {changes} WHERE id = ?", (*values.values(), customer.id)
        )
        self.reindex(customer)

    def remove(self, customer: int) -> None:
        """Take back an addition: a customer without visits leaves as if never added."""
        gone = self.get(customer)
        for row in (CelebrationRow, RemarkRow, ConsentRow):
            row.delete().where(row.customer_id == customer).execute()
        self._search.forget(customer)
        CustomerRow.delete().where(CustomerRow.id == customer).execute()
        if gone is not None and gone.household is not None:
            self._leave(gone.household, customer)

    def unfind(self, customer: int) -> None:
        """Let nobody find a customer any more."""
        self._search.forget(customer)

    def _leave(self, household: int, customer: int) -> None:
        """Take a customer out of a household; one without customers goes with its pets."""
        MemberRow.delete().where(
            (MemberRow.household_id == household) & (MemberRow.customer_id == customer)
        ).execute()
        left = self.in_household(household)
        for one in left:
            self.reindex(one)
        if not left:
            MemberRow.delete().where(MemberRow.household_id == household).execute()
            HouseholdRow.delete().where(HouseholdRow.id == household).execute()

    def add_member(
        self, customer: Customer, member: HouseholdMember, at: datetime
    ) -> HouseholdMember:
        """Add a person or pet to the customer's household, founding it when there is none.

        Args:
            member: `id` 0 asks for a fresh being.
        """
        household = customer.household or self.found_household(customer, at)
        member = self.put_member(household, member)
        self.reindex_household(household)
        return member

    def rename_member(self, customer: Customer, before: str) -> None:
        """Let a customer have their new name among those at home, unless they are called else."""
        for household, being in self.known_as(customer.id):
            member = self.member(household, being)
            if member is not None and member.name == before and customer.name:
                self.rewrite_member(household, replace(member, name=customer.name))
                self.reindex_household(household)

    def reindex_household(self, household: int) -> None:
        """Bring the search up to date with all customers of a household."""
        for one in self.in_household(household):
            self.reindex(one)

    def in_household(self, household: int) -> list[Customer]:
        """The customers of a household."""
        return self.some(self.living_in(household))

    def not_seen(
        self, after: datetime, before: datetime, visits: int, limit: int
    ) -> list[Customer]:
        """Customers with at least so many visits whose last one lies between two instants.

        Those who died are not among them.

        Returns:
            Those with the most visits first.
        """
        rows = (
            CustomerRow.select(CustomerRow.id)
            .where(
                CustomerRow.last_visit.between(after, before)
                & (CustomerRow.visits >= visits)
                & (CustomerRow.gone == "")
            )
            .order_by(CustomerRow.visits.desc())
            .limit(limit)
        )
        return self.some([row.id for row in rows])

    def reindex(self, customer: Customer) -> None:
        """Bring the search up to date with a customer and their household."""
        self._search.refresh([customer.id])


def _columns(customer: Customer) -> dict[str, Any]:
    """A customer as the table keeps them."""
    first, last, gone_on = customer.first_visit, customer.last_visit, customer.gone_on
    return {name: getattr(customer, name) for name in _PLAIN} | {
        "channel": customer.channel.value,
        "gone": customer.gone.value,
        "household_id": customer.household,
        "source_id": customer.source_id or None,
        "first_visit": None if first is None else first.toordinal(),
        "last_visit": None if last is None else to_seconds(last),
        "gone_on": None if gone_on is None else gone_on.toordinal(),
        "next_n": 1,
    }


_PLAIN = (
    "id", "name", "call_name", "say_as", "formal", "phone", "email", "card", "description",
    "language", "source", "visits", "no_celebrations", "no_offers", "remember", "best_time",
    "street", "tags",
)  # fmt: skip
_COUNTED = {"id", "first_visit", "last_visit", "visits", "next_n"}
