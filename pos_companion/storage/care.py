"""Drawer: what customers told us, what we owe them, what is worth asking."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from pos_companion.model.care import Concern, Thread
from pos_companion.model.facts import Discretion, Fact, FactKind
from pos_companion.model.prompts import Asked
from pos_companion.storage.concerns import concern_of
from pos_companion.storage.tables import RemarkRow
from pos_companion.storage.threads import ThreadsDrawer, asked_of, thread_of

_OPEN = """
SELECT kind, n, due, discretion, author, heard_on, confirmed_on, about, text, body
FROM remark WHERE customer_id = ?
AND (is_open = 1 OR (kind = 'concern' AND confirmed_on IS NOT NULL)) ORDER BY kind, n DESC
"""


class Remarks(NamedTuple):
    """All that is open about one customer.

    Attributes:
        facts: newest first.
        threads: by the day from which to ask.
        concerns: by the day they are due.
        asked: what they were asked, of each question the latest time, newest first.
    """

    facts: tuple[Fact, ...] = ()
    threads: tuple[Thread, ...] = ()
    concerns: tuple[Concern, ...] = ()
    asked: tuple[Asked, ...] = ()


class CareDrawer(ThreadsDrawer):
    """Facts and threads of each customer; what is owed stands in `concerns`."""

    def open_remarks(self, customer: int) -> Remarks:
        """Everything open about a customer in one reading, and what was put right."""
        facts, threads, concerns, asked = [], [], [], []
        for row in RemarkRow.raw(_OPEN, customer).tuples():
            kind = row[0]
            if kind == "fact":
                facts.append(_fact(customer, row))
            elif kind == "thread":
                threads.append(thread_of(customer, row))
            elif kind == "asked":
                asked.append(asked_of(customer, row))
            elif kind == "concern":
                concerns.append(concern_of(customer, (*row[1:3], *row[4:7], *row[8:])))
        return Remarks(
            tuple(facts),
            tuple(sorted(threads, key=lambda thread: (thread.ask_from, thread.n))),
            tuple(sorted(concerns, key=lambda concern: (concern.due, concern.n))),
            tuple(asked),
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
