"""Drawer: what to ask about, and what was asked.

A part of the care drawer, in a file of its own because the subject is. A thread that was asked is
closed; of what was asked only the latest of each question stays open, so that a card reads little.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from playhouse.sqlcipher_ext import SqlCipherDatabase

from pos_companion.model.care import Thread
from pos_companion.model.facts import Discretion
from pos_companion.model.prompts import Asked, Outcome
from pos_companion.storage.tables import RemarkRow

THREAD, ASKED = "thread", "asked"
_NEXT = "SELECT coalesce(max(n), 0) + 1 FROM remark WHERE customer_id = ? AND kind = ?"
_ONE = """
SELECT kind, n, due, discretion, author, heard_on, confirmed_on, about, text, body
FROM remark WHERE customer_id = ? AND kind = ? AND n = ?
"""
_LATEST = """
SELECT max(n) FROM remark WHERE customer_id = ? AND kind = 'asked' AND text = ?
"""


class ThreadsDrawer:
    """Threads and questions of each customer."""

    def __init__(self, db: SqlCipherDatabase) -> None:
        self._db = db

    def add_thread(self, thread: Thread) -> Thread:
        """Keep something to ask about later; it gets the next number of its customer."""
        thread = replace(thread, n=self._next(thread.customer, THREAD))
        RemarkRow.insert(**_thread_columns(thread)).execute()
        return thread

    def thread(self, customer: int, n: int) -> Thread | None:
        """A thread, open or asked; None when there is none with that number."""
        rows = RemarkRow.raw(_ONE, customer, THREAD, n).tuples()
        return next((thread_of(customer, row) for row in rows), None)

    def change_thread(self, thread: Thread) -> None:
        """Keep a thread as it is now; one that was asked is closed."""
        values = _thread_columns(thread)
        RemarkRow.update(**values).where(_is_one(thread.customer, THREAD, thread.n)).execute()

    def add_asked(self, asked: Asked) -> Asked:
        """Keep what was asked; it gets the next number, and an earlier asking gives way to it."""
        self._set_latest_open(asked, False)
        asked = replace(asked, n=self._next(asked.customer, ASKED))
        RemarkRow.insert(
            customer_id=asked.customer,
            kind=ASKED,
            n=asked.n,
            author=asked.asked_by,
            heard_on=asked.day,
            about=asked.about,
            text=asked.key,
            body={"outcome": asked.outcome.value},
        ).execute()
        return asked

    def asked(self, customer: int, n: int) -> Asked | None:
        """What was asked under a number; None when nothing was."""
        rows = RemarkRow.raw(_ONE, customer, ASKED, n).tuples()
        return next((asked_of(customer, row) for row in rows), None)

    def drop_asked(self, asked: Asked) -> None:
        """Take back what was asked as if it had never been; the asking before it counts again."""
        RemarkRow.delete().where(_is_one(asked.customer, ASKED, asked.n)).execute()
        self._set_latest_open(asked, True)

    def _set_latest_open(self, asked: Asked, is_open: bool) -> None:
        latest = self._db.execute_sql(_LATEST, (asked.customer, asked.key)).fetchone()[0]
        if latest is not None:
            one = _is_one(asked.customer, ASKED, latest)
            RemarkRow.update(is_open=is_open).where(one).execute()

    def _next(self, customer: int, kind: str) -> int:
        return int(self._db.execute_sql(_NEXT, (customer, kind)).fetchone()[0])


def thread_of(customer: int, row: Sequence[Any]) -> Thread:
    """A thread from kind, n, due, discretion, author, heard, confirmed, about, text, body."""
    _, n, ask_from, discretion, heard_by, heard_on, asked_on, about, question, body = row
    return Thread(
        customer=customer,
        n=n,
        question=question,
        heard_by=heard_by,
        heard_on=heard_on,
        ask_from=ask_from,
        asked_on=asked_on,
        about=about,
        starts=_day(body.get("starts")),
        ends=_day(body.get("ends")),
        discretion=Discretion(discretion),
        mood=Outcome(body["mood"]) if body.get("mood") else None,
    )


def asked_of(customer: int, row: Sequence[Any]) -> Asked:
    """What was asked, from the same columns."""
    _, n, _, _, asked_by, day, _, about, key, body = row
    return Asked(customer, n, key, Outcome(body["outcome"]), day, about, asked_by)


def _thread_columns(thread: Thread) -> dict[str, object]:
    days = {"starts": thread.starts, "ends": thread.ends}
    body = {name: day.isoformat() for name, day in days.items() if day is not None}
    if thread.mood is not None:
        body["mood"] = thread.mood.value
    return {
        "customer_id": thread.customer,
        "kind": THREAD,
        "n": thread.n,
        "is_open": thread.asked_on is None,
        "due": thread.ask_from,
        "discretion": thread.discretion.value,
        "author": thread.heard_by,
        "heard_on": thread.heard_on,
        "confirmed_on": thread.asked_on,
        "about": thread.about,
        "text": thread.question,
        "body": body,
    }


def _is_one(customer: int, kind: str, n: int) -> Any:
    return (RemarkRow.customer_id == customer) & (RemarkRow.kind == kind) & (RemarkRow.n == n)


def _day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)
