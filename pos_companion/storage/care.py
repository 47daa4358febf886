"""Drawer: what customers told us, what we owe them, what is worth asking."""

from typing import NamedTuple

from pos_companion.model.care import Concern, Thread
from pos_companion.model.celebrations import Wished
from pos_companion.model.facts import KEEPS_BACK, Fact
from pos_companion.model.needs import Need
from pos_companion.model.prompts import Asked
from pos_companion.storage.concerns import concern_of
from pos_companion.storage.facts import fact_of
from pos_companion.storage.needs import NeedsDrawer, need_of
from pos_companion.storage.tables import RemarkRow
from pos_companion.storage.threads import asked_of, thread_of
from pos_companion.storage.wishes import wished_of

_OPEN = """
SELECT kind, n, due, discretion, author, heard_on, confirmed_on, about, text, body, customer_id
FROM remark WHERE customer_id = ?1
AND (is_open = 1 OR kind = 'wished' OR (kind = 'concern' AND confirmed_on IS NOT NULL))
UNION ALL
SELECT r.kind, r.n, r.due, r.discretion, r.author, r.heard_on, r.confirmed_on, r.about, r.text,
       r.body, r.customer_id
FROM customer c
JOIN household_member m ON m.household_id = c.household_id AND m.customer_id <> c.id
JOIN customer o ON o.id = m.customer_id AND o.erased IS NULL AND coalesce(o.remember, 1) = 1
JOIN remark r ON r.customer_id = o.id AND r.kind = 'fact'
WHERE c.id = ?1 AND r.is_open = 1
AND NOT EXISTS (SELECT 1 FROM consent k
                WHERE k.customer_id = o.id AND k.kind = 'health' AND k.answer = 0)
ORDER BY kind, n DESC
"""


class Remarks(NamedTuple):
    """All that is open about one customer.

    Attributes:
        facts: newest first.
        threads: by the day from which to ask.
        concerns: by the day they are due.
        asked: what they were asked, of each question the latest time, newest first.
        needs: newest first.
        around: what other customers of the household told that can keep a gift back. It is theirs:
            it never goes on this customer's card.
        wishes: what they were wished well for, newest first.
    """

    facts: tuple[Fact, ...] = ()
    threads: tuple[Thread, ...] = ()
    concerns: tuple[Concern, ...] = ()
    asked: tuple[Asked, ...] = ()
    needs: tuple[Need, ...] = ()
    around: tuple[Fact, ...] = ()
    wishes: tuple[Wished, ...] = ()


class CareDrawer(NeedsDrawer):
    """Facts and threads of each customer; what is owed stands in `concerns`."""

    def open_remarks(self, customer: int) -> Remarks:
        """Everything open about a customer in one reading, and what was put right."""
        facts, threads, concerns, asked, needs, wishes = [], [], [], [], [], []
        for *row, owner in RemarkRow.raw(_OPEN, customer).tuples():
            kind = row[0]
            if kind == "fact":
                facts.append(fact_of(owner, row))
            elif kind == "need":
                needs.append(need_of(customer, row))
            elif kind == "thread":
                threads.append(thread_of(customer, row))
            elif kind == "asked":
                asked.append(asked_of(customer, row))
            elif kind == "concern":
                concerns.append(concern_of(customer, (*row[1:3], *row[4:7], *row[8:])))
            elif kind == "wished":
                wishes.append(wished_of((customer, *row[1:3], row[5], row[9])))
        return Remarks(
            tuple(fact for fact in facts if fact.customer == customer),
            tuple(sorted(threads, key=lambda thread: (thread.ask_from, thread.n))),
            tuple(sorted(concerns, key=lambda concern: (concern.due, concern.n))),
            tuple(asked),
            tuple(needs),
            tuple(one for one in facts if one.customer != customer and one.kind in KEEPS_BACK),
            tuple(wishes),
        )

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
