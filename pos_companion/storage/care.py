"""Drawer: what customers told us, what we owe them, what is worth asking."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from playhouse.sqlcipher_ext import SqlCipherDatabase

from pos_companion.model.care import Concern, Thread
from pos_companion.model.facts import Discretion, Fact, FactKind
from pos_companion.storage.tables import RemarkRow

_OPEN = """
SELECT kind, n, due, discretion, author, heard_on, confirmed_on, about, text, body
FROM remark WHERE customer_id = ? AND is_open = 1 ORDER BY kind, n DESC
"""
_NEXT = "SELECT coalesce(max(n), 0) + 1 FROM remark WHERE customer_id = ? AND kind = ?"
_OWED = """
SELECT customer_id, kind, n, due, discretion, author, heard_on, confirmed_on, about, text, body
FROM remark WHERE kind = 'concern' AND is_open = 1 AND due <= ? ORDER BY due, customer_id LIMIT ?
"""


class CareDrawer:
    """Facts, threads and concerns of each customer."""

    def __init__(self, db: SqlCipherDatabase) -> None:
        self._db = db

    def open_remarks(
        self, customer: int
    ) -> tuple[tuple[Fact, ...], tuple[Thread, ...], tuple[Concern, ...]]:
        """Everything open about a customer in one reading.

        Returns:
            Facts newest first, threads oldest first, concerns by the day they are due.
        """
        facts, threads, concerns = [], [], []
        for row in RemarkRow.raw(_OPEN, customer).tuples():
            kind = row[0]
            if kind == "fact":
                facts.append(_fact(customer, row))
            elif kind == "thread":
                threads.append(_thread(customer, row))
            else:
                concerns.append(_concern(customer, row))
        return (
            tuple(facts),
            tuple(sorted(threads, key=lambda thread: (thread.ask_from, thread.n))),
            tuple(sorted(concerns, key=lambda concern: (concern.due, concern.n))),
        )

    def add_fact(self, fact: Fact) -> Fact:
        """Keep a fact; it gets the next number of its customer."""
        n = self._next(fact.customer, "fact")
        RemarkRow.insert(
            customer_id=fact.customer,
            kind="fact",
            n=n,
            discretion=fact.discretion.value,
            author=fact.heard_by,
            heard_on=fact.heard_on,
            confirmed_on=fact.confirmed_on,
            about=fact.about,
            text=fact.text,
            body={"kind": fact.kind.value, "subject": fact.subject},
        ).execute()
        return Fact(
            fact.customer, n, fact.kind, fact.text, fact.discretion, fact.about, fact.subject,
            fact.heard_by, fact.heard_on, fact.confirmed_on,
        )  # fmt: skip

    def add_thread(self, thread: Thread) -> None:
        """Keep something to ask about later."""
        RemarkRow.insert(
            customer_id=thread.customer,
            kind="thread",
            n=self._next(thread.customer, "thread"),
            due=thread.ask_from,
            author=thread.heard_by,
            heard_on=thread.heard_on,
            text=thread.question,
        ).execute()

    def add_concern(self, concern: Concern) -> None:
        """Keep something we owe."""
        RemarkRow.insert(
            customer_id=concern.customer,
            kind="concern",
            n=self._next(concern.customer, "concern"),
            due=concern.due,
            author=concern.owner,
            heard_on=concern.opened_on,
            text=concern.title,
            body={"promise": concern.promise, "words": concern.words},
        ).execute()

    def set_open(self, customer: int, kind: str, n: int, is_open: bool) -> bool:
        """Close a remark, or open it again.

        Args:
            kind: fact, thread or concern.

        Returns:
            Whether there was such a remark in the other state.
        """
        changed = (
            RemarkRow.update(is_open=is_open)
            .where(
                (RemarkRow.customer_id == customer)
                & (RemarkRow.kind == kind)
                & (RemarkRow.n == n)
                & (RemarkRow.is_open != is_open)
            )
            .execute()
        )
        return bool(changed)

    def drop(self, customer: int, kind: str, n: int) -> None:
        """Take a remark back as if it had never been written."""
        RemarkRow.delete().where(
            (RemarkRow.customer_id == customer) & (RemarkRow.kind == kind) & (RemarkRow.n == n)
        ).execute()

    def owed(self, through: date, limit: int) -> list[Concern]:
        """Open concerns due by a day, the most overdue first."""
        rows = RemarkRow.raw(_OWED, through.toordinal(), limit).tuples()
        return [_concern(row[0], row[1:]) for row in rows]

    def _next(self, customer: int, kind: str) -> int:
        return int(self._db.execute_sql(_NEXT, (customer, kind)).fetchone()[0])


def _fact(customer: int, row: Sequence[Any]) -> Fact:
    _, n, _, discretion, author, heard, confirmed, about, text, body = row
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
    )


def _thread(customer: int, row: Sequence[Any]) -> Thread:
    return Thread(
        customer=customer, n=row[1], question=row[8], heard_by=row[4], heard_on=row[5],
        ask_from=row[2],
    )  # fmt: skip


def _concern(customer: int, row: Sequence[Any]) -> Concern:
    return Concern(
        customer=customer, n=row[1], title=row[8], promise=row[9]["promise"], owner=row[4],
        due=row[2], opened_on=row[5], words=row[9]["words"],
    )  # fmt: skip
