"""Drawer: whoever asks to be forgotten is hidden at once, and gone a day later.

What stays says nothing about a person: visits, what was bought and what was given count on, under
a number alone. What stays of a row is listed; every other column goes, so that a column that is
added later goes as well until somebody decides otherwise.

Phones, e-mails, cards and outside numbers leave a seal behind, an HMAC that cannot be read, so
that no file brings them back.
"""

import hashlib
import hmac
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from peewee import Field, Model

from pos_companion.model.people import Customer
from pos_companion.storage.columns import parts, to_seconds
from pos_companion.storage.forgotten_list import Asked
from pos_companion.storage.kept import POINTS_AT_A_CUSTOMER
from pos_companion.storage.known_as import former_selves
from pos_companion.storage.newcomers import Newcomer
from pos_companion.storage.people import PeopleDrawer
from pos_companion.storage.tables import (
    LOOK_UP,
    TABLES,
    CelebrationRow,
    CustomerRow,
    ForgottenRow,
    MemberRow,
    TombstoneRow,
)

STAYS: Mapping[str, frozenset[str]] = {
    "customer": frozenset({"id", "visits", "next_n", "first_visit", "last_visit", "updated",
                           "erased"}),
    "visit": frozenset({"customer_id", "n", "uid", "ts", "day", "kind", "total", "currency",
                        "till", "staff", "voided"}),
    "visit_line": frozenset({"customer_id", "n", "pos", "product_id", "quantity", "amount"}),
    "customer_item": frozenset({"customer_id", "product_id", "times", "last_ts"}),
    "redemption": frozenset({"id", "key", "rule_id", "version", "customer_id", "beneficiary",
                             "celebration_year", "period_key", "visit_uid", "day", "state",
                             "cost", "value", "currency", "gift_id", "staff", "offer", "changed",
                             "till", "approver", "exception"}),
    "forgotten": frozenset({"customer_id", "asked", "staff", "purged"}),
}  # fmt: skip
"""By table the columns that stay; rows of a table that is not here go altogether."""

_ERASE = "UPDATE customer SET erased = ?, updated = ? WHERE id = ?"
_IS_HERE = "SELECT erased FROM customer WHERE id = ?"
_OTHERS = "SELECT count(*) FROM customer WHERE household_id = ? AND id <> ?"
_NEXT_DAY = "SELECT coalesce(max(n), 0) + 1 FROM celebration WHERE customer_id = ?"


@dataclass(frozen=True)
class Wish:
    """Somebody's wish to be forgotten that can still be taken back.

    Attributes:
        staff: who wrote it down; may be empty.
        name: theirs; empty for somebody known by a number alone.
    """

    asked: datetime
    staff: str
    name: str


class ForgettingDrawer:
    """Call the writing ones inside a transaction.

    Args:
        key: seals what must not come back.
    """

    def __init__(self, db: Any, people: PeopleDrawer, key: bytes) -> None:
        self._db = db
        self._people = people
        self._key = key

    def all(self) -> tuple[Asked, ...]:
        """Everybody who asked, by number."""
        rows = ForgottenRow.select().order_by(ForgottenRow.customer_id)
        return tuple(Asked(row.customer_id, row.asked, row.purged is not None) for row in rows)

    def due(self, before: datetime) -> list[int]:
        """Those who asked before an instant and are not purged yet."""
        rows = ForgottenRow.select(ForgottenRow.customer_id).where(
            ForgottenRow.purged.is_null() & (ForgottenRow.asked <= before)
        )
        return [row.customer_id for row in rows]

    def asked(self, customer: int) -> Wish | None:
        """What somebody asked who can still be brought back; None for anybody else."""
        row = ForgottenRow.get_or_none(
            (ForgottenRow.customer_id == customer) & ForgottenRow.purged.is_null()
        )
        if row is None:
            return None
        them = CustomerRow.get_by_id(customer)
        return Wish(row.asked, row.staff, them.name or them.description)

    def hide(self, customer: Customer, at: datetime, staff: str) -> None:
        """Let nobody find a customer any more; everything is still there to be taken back."""
        seals = self._seals_of(customer)
        rows: Any = MemberRow.select().where(_is_them(customer.id)).dicts()
        places = [_plain(row) for row in rows]
        before = {row.seal for row in TombstoneRow.select().where(TombstoneRow.seal.in_(seals))}
        new = [seal for seal in seals if seal not in before]
        TombstoneRow.insert_many([{"seal": one, "day": at.date()} for one in new]).execute()
        ForgottenRow.insert(
            customer_id=customer.id, asked=at, staff=staff, body={"places": places, "seals": new}
        ).execute()
        MemberRow.delete().where(_is_them(customer.id)).execute()
        self._db.execute_sql(_ERASE, (to_seconds(at), to_seconds(at), customer.id))
        self._people.unfind(customer.id)
        self._reindex(places)

    def take_back(self, customer: int, at: datetime) -> None:
        """Let a hidden customer be here again as if nothing had been."""
        row = ForgottenRow.get_by_id(customer)
        for place in row.body["places"]:
            MemberRow.insert(**place).execute()
        TombstoneRow.delete().where(TombstoneRow.seal.in_(row.body["seals"])).execute()
        self._db.execute_sql(_ERASE, (None, to_seconds(at), customer))
        ForgottenRow.delete().where(ForgottenRow.customer_id == customer).execute()
        self._reindex(row.body["places"])
        for one in self._people.some([customer]):
            self._people.reindex(one)

    def purge(self, customer: int, at: datetime) -> None:
        """Let everything about a hidden customer go but bare counts."""
        household = CustomerRow.get_by_id(customer).household_id
        if household is not None:
            self._leave(household, customer, at)
        formerly = [number for number, _source, _known in former_selves(self._db, customer)]
        for table in TABLES:
            # What they were found by went when they were hidden, and so did their places at home.
            if table not in (*LOOK_UP, MemberRow):
                _let_go(table, [customer, *formerly])
        asked = ForgottenRow.get_by_id(customer).asked
        ForgottenRow.update(purged=at).where(ForgottenRow.customer_id == customer).execute()
        for number in formerly:
            self.keep_away(Asked(number, asked))

    def keep_away(self, asked: Asked) -> None:
        """Let the number of somebody who is not in these records never be anybody else's."""
        CustomerRow.insert(id=asked.customer, updated=asked.asked, erased=asked.asked).execute()
        ForgottenRow.insert(
            customer_id=asked.customer, asked=asked.asked, purged=asked.asked
        ).execute()

    def is_here(self, customer: int) -> bool | None:
        """Whether a customer is in the records and not erased; None when there is no such row."""
        row = self._db.execute_sql(_IS_HERE, (customer,)).fetchone()
        return None if row is None else row[0] is None

    def among(self, people: Sequence[Newcomer], source: str) -> set[int]:
        """The places of those among the people of a file who asked to be forgotten."""
        if not TombstoneRow.select().exists():
            return set()
        places: dict[str, list[int]] = {}
        for at, person in enumerate(people):
            for seal in self._seals(_marks(person, source)):
                places.setdefault(seal, []).append(at)
        found: set[int] = set()
        for some in parts(places):
            for row in TombstoneRow.select().where(TombstoneRow.seal.in_(some)):
                found.update(places[row.seal])
        return found

    def welcome_back(self, customer: Customer) -> None:
        """Somebody who asked to be forgotten is written down again, by their own wish."""
        seals = self._seals(_marks(_newcomer(customer), ""))
        TombstoneRow.delete().where(TombstoneRow.seal.in_(seals)).execute()

    def _leave(self, household: int, customer: int, at: datetime) -> None:
        """Days of those who stay at home stay with them; a home with nobody left goes."""
        if not self._db.execute_sql(_OTHERS, (household, customer)).fetchone()[0]:
            self._people.dissolve(household, at)
            return
        stays = {one.id for one in self._people.members(household)}
        heirs = self._people.living_in(household)
        days = CelebrationRow.select().where(
            (CelebrationRow.customer_id == customer) & CelebrationRow.being_id.in_(stays)
        )
        for day in list(days) if heirs else []:
            n = self._db.execute_sql(_NEXT_DAY, (heirs[0],)).fetchone()[0]
            CelebrationRow.update(customer_id=heirs[0], n=n).where(
                (CelebrationRow.customer_id == customer) & (CelebrationRow.n == day.n)
            ).execute()

    def _reindex(self, places: Iterable[Mapping[str, Any]]) -> None:
        for household in {place["household_id"] for place in places}:
            self._people.reindex_household(household)

    def _seals_of(self, customer: Customer) -> list[str]:
        """Of everything a file could bring them back by, also of records that became theirs."""
        marks = _marks(_newcomer(customer), customer.source)
        for _number, source, known in former_selves(self._db, customer.id):
            marks |= _marks(Newcomer(**known), source)
        return self._seals(marks)

    def _seals(self, marks: Iterable[str]) -> list[str]:
        return sorted(
            hmac.new(self._key, mark.encode(), hashlib.sha256).hexdigest() for mark in marks
        )


def _newcomer(customer: Customer) -> Newcomer:
    """A customer as a file would name them."""
    return Newcomer(
        customer.source_id or "", customer.phone, customer.email.casefold(), customer.card
    )


def _marks(person: Newcomer, source: str) -> set[str]:
    """What is sealed. Never changed: seals of years ago have to go on fitting."""
    marks = {
        "phone": person.phone,
        "email": person.email.strip().casefold(),
        "card": person.card.strip().casefold(),
        f"number in {source}": person.source_id,
    }
    return {f"{kind}: {value}" for kind, value in marks.items() if value}


def _is_them(customer: int) -> Any:
    return MemberRow.customer_id == customer


def _let_go(table: type[Model], customers: Sequence[int]) -> None:
    """Let the rows of a table about some customers go, or all of them that is not said to stay."""
    fields, stays = table._meta.columns, STAYS.get(table._meta.table_name)
    points = ("id",) if table is CustomerRow else POINTS_AT_A_CUSTOMER
    goes = [field for name, field in fields.items() if name not in (stays or ())]
    for mine in (fields[one].in_(customers) for one in points if one in fields):
        if stays is None:
            table.delete().where(mine).execute()
        elif goes:
            table.update({field: _empty(field) for field in goes}).where(mine).execute()


def _empty(field: Field) -> object:
    """What a column holds when it says nothing."""
    default = field.default() if callable(field.default) else field.default
    return None if field.null else default


def _plain(row: Mapping[str, Any]) -> dict[str, Any]:
    """A row of a table as JSON keeps it."""
    return {name: value.toordinal() if isinstance(value, date) else value
            for name, value in row.items()}  # fmt: skip
