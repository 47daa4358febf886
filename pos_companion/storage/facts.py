"""Drawer: what customers told us.

A part of the drawer of care, in a file of its own because the subject is.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from pos_companion.model.facts import Discretion, Fact, FactKind
from pos_companion.storage.tables import RemarkRow
from pos_companion.storage.threads import ThreadsDrawer

_KIND = "fact"
_COLUMNS = "kind, n, due, discretion, author, heard_on, confirmed_on, about, text, body"
_ONE = f"SELECT {_COLUMNS} FROM remark WHERE customer_id = ? AND kind = 'fact' AND n = ?"
_ALL = f"SELECT {_COLUMNS} FROM remark WHERE customer_id = ? AND kind = 'fact' ORDER BY n DESC"


class FactsDrawer(ThreadsDrawer):
    """Facts, numbered within their customer. One that is wrong is closed and stays."""

    def add_fact(self, fact: Fact) -> Fact:
        """Keep a fact; it gets the next number of its customer."""
        fact = replace(fact, n=self._next(fact.customer, _KIND))
        RemarkRow.insert(customer_id=fact.customer, kind=_KIND, n=fact.n, **_values(fact)).execute()
        return fact

    def fact(self, customer: int, n: int) -> Fact | None:
        """One fact, wrong ones too; None when there is none."""
        rows = list(RemarkRow.raw(_ONE, customer, n).tuples())
        return fact_of(customer, rows[0]) if rows else None

    def all_facts(self, customer: int) -> tuple[Fact, ...]:
        """Everything they ever told us, newest first; what turned out wrong as well."""
        return tuple(fact_of(customer, row) for row in RemarkRow.raw(_ALL, customer).tuples())

    def keep_fact(self, fact: Fact) -> None:
        """Keep a fact as it is now; one that is wrong is closed, any other is open."""
        RemarkRow.update(**_values(fact)).where(
            (RemarkRow.customer_id == fact.customer)
            & (RemarkRow.kind == _KIND)
            & (RemarkRow.n == fact.n)
        ).execute()


def fact_of(customer: int, row: Sequence[Any]) -> Fact:
    """A fact from kind, n, due, discretion, author, heard, confirmed, about, text and body."""
    _, n, until, discretion, author, heard, confirmed, about, text, body = row
    return Fact(
        customer=customer,
        n=n,
        kind=FactKind(body["kind"]),
        text=text,
        discretion=Discretion(discretion),
        about=about,
        subject=body["subject"],
        heard_by=author,
        heard_on=heard,
        confirmed_on=confirmed,
        told_by=body.get("told_by", ""),
        used_on=_day(body.get("used_on")),
        until=until,
        wrong_by=body.get("wrong_by", ""),
        wrong_on=_day(body.get("wrong_on")),
        first_used=_day(body.get("first_used")),
    )


def _values(fact: Fact) -> dict[str, Any]:
    body: dict[str, Any] = {"kind": fact.kind.value, "subject": fact.subject}
    days = {
        "used_on": fact.used_on,
        "wrong_on": fact.wrong_on,
        "first_used": fact.first_used,
    }
    # What is not known is left out, so that a fact written long ago stays as it was, to the letter.
    body |= {name: day.isoformat() for name, day in days.items() if day is not None}
    names = {"told_by": fact.told_by, "wrong_by": fact.wrong_by}
    body |= {name: value for name, value in names.items() if value}
    return {
        "is_open": fact.wrong_on is None,
        "due": fact.until,
        "discretion": fact.discretion.value,
        "author": fact.heard_by,
        "heard_on": fact.heard_on,
        "confirmed_on": fact.confirmed_on,
        "about": fact.about,
        "text": fact.text,
        "body": body,
    }


def _day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)
