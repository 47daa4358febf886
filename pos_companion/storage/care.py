"""Drawer: what customers told us, what we owe them, what is worth asking."""

import json
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from pos_companion.model.care import Concern, Thread
from pos_companion.model.celebrations import Wished
from pos_companion.model.facts import KEEPS_BACK, Fact
from pos_companion.model.ideas import Idea
from pos_companion.model.needs import Need
from pos_companion.model.people import SourceTouch
from pos_companion.model.prompts import Asked
from pos_companion.model.stages import NotNeeded, Pin
from pos_companion.model.visits import NotUsual
from pos_companion.storage.concerns import concern_of
from pos_companion.storage.facts import fact_of
from pos_companion.storage.faults import read
from pos_companion.storage.ideas import KIND as IDEA
from pos_companion.storage.ideas import idea_of
from pos_companion.storage.needs import need_of
from pos_companion.storage.not_usual import NOT_USUAL, NotUsualDrawer, not_usual_of
from pos_companion.storage.stage_pins import NOT_NEEDED, PIN, not_needed_of, pin_of
from pos_companion.storage.tables import RemarkRow
from pos_companion.storage.threads import asked_of, thread_of
from pos_companion.storage.touches import touch_of
from pos_companion.storage.wishes import wished_of

_OPEN = """
SELECT kind, n, due, discretion, author, heard_on, confirmed_on, about, text, body, customer_id
FROM remark WHERE customer_id = ?1
AND (is_open = TRUE OR kind IN ('wished', 'touch', 'idea')
    OR (kind = 'concern' AND confirmed_on IS NOT NULL))
UNION ALL
SELECT r.kind, r.n, r.due, r.discretion, r.author, r.heard_on, r.confirmed_on, r.about, r.text,
       r.body, r.customer_id
FROM customer c
JOIN household_member m ON m.household_id = c.household_id AND m.customer_id <> c.id
JOIN customer o ON o.id = m.customer_id AND o.erased IS NULL AND coalesce(o.remember, TRUE) = TRUE
JOIN remark r ON r.customer_id = o.id AND r.kind = 'fact'
WHERE c.id = ?1 AND r.is_open = TRUE
AND NOT EXISTS (SELECT 1 FROM consent k
                WHERE k.customer_id = o.id AND k.kind = 'health' AND k.answer = FALSE)
UNION ALL
SELECT 'sent', n, due, discretion, author, heard_on, confirmed_on, about, text, body, customer_id
FROM remark WHERE sent_by = ?1 AND kind = 'touch'
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
        pins: stages pinned by hand that are in force, newest first.
        not_needed: guesses that were not needed, of each product the latest time.
        not_usual: what was said not to be their usual, of each product the latest time.
        touches: how they came across the shop, the first way first.
        sent: the numbers of customers who said that they came because of them.
        sent_on: the days on which those said so, in order.
        ideas: all they ever had, newest first.
    """

    facts: tuple[Fact, ...] = ()
    threads: tuple[Thread, ...] = ()
    concerns: tuple[Concern, ...] = ()
    asked: tuple[Asked, ...] = ()
    needs: tuple[Need, ...] = ()
    around: tuple[Fact, ...] = ()
    wishes: tuple[Wished, ...] = ()
    pins: tuple[Pin, ...] = ()
    not_needed: tuple[NotNeeded, ...] = ()
    not_usual: tuple[NotUsual, ...] = ()
    touches: tuple[SourceTouch, ...] = ()
    sent: frozenset[int] = frozenset()
    sent_on: tuple[date, ...] = ()
    ideas: tuple[Idea, ...] = ()


class CareDrawer(NotUsualDrawer):
    """Facts and threads of each customer; what is owed stands in `concerns`."""

    def open_remarks(self, customer: int) -> Remarks:
        """Everything open about a customer in one reading, and what was put right."""
        found: dict[str, list[Any]] = {kind: [] for kind in _READERS}
        for *row, owner in map(_told, read(self._db, _OPEN, customer)):
            if row[0] in found:
                found[row[0]].append(_READERS[row[0]](owner, row))
        facts = found["fact"]
        return Remarks(
            tuple(fact for fact in facts if fact.customer == customer),
            tuple(sorted(found["thread"], key=lambda thread: (thread.ask_from, thread.n))),
            tuple(sorted(found["concern"], key=lambda concern: (concern.due, concern.n))),
            tuple(found["asked"]),
            tuple(found["need"]),
            tuple(one for one in facts if one.customer != customer and one.kind in KEEPS_BACK),
            tuple(found["wished"]),
            tuple(found[PIN]),
            tuple(found[NOT_NEEDED]),
            tuple(found[NOT_USUAL]),
            tuple(reversed(found["touch"])),
            frozenset(owner for owner, _day in found["sent"]),
            tuple(sorted(day for _owner, day in found["sent"] if day is not None)),
            tuple(found[IDEA]),
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


def _told(row: Sequence[Any]) -> tuple[Any, ...]:
    """A row of `_OPEN` with days for their numbers, and what its body says."""
    kind, n, due, discretion, author, heard, confirmed, about, text, body, owner = row
    days = [None if day is None else date.fromordinal(day) for day in (due, heard, confirmed)]
    return (
        kind, n, days[0], discretion, author, days[1], days[2], about, text, json.loads(body), owner
    )  # fmt: skip


_READERS: Mapping[str, Callable[[int, Sequence[Any]], Any]] = {
    "fact": fact_of,
    "need": need_of,
    "thread": thread_of,
    "asked": asked_of,
    "concern": lambda owner, row: concern_of(owner, (*row[1:3], *row[4:7], *row[8:])),
    "wished": lambda owner, row: wished_of((owner, *row[1:3], row[5], row[9])),
    PIN: pin_of,
    NOT_NEEDED: not_needed_of,
    NOT_USUAL: not_usual_of,
    "touch": lambda owner, row: touch_of(owner, (row[1], row[5], row[4], row[8], row[9])),
    "sent": lambda owner, row: (owner, row[5]),
    IDEA: lambda owner, row: idea_of(owner, (row[1], *row[4:6], *row[8:10])),
}
"""What makes a remark of each kind from its columns; any other kind is for no card."""
