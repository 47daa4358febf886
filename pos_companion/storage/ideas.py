"""Drawer: the ideas of customers. An idea is a remark; what only an idea knows is in the body."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from pos_companion.model.ideas import Idea, IdeaState
from pos_companion.storage.tables import RemarkRow

KIND = "idea"
_NEXT = "SELECT coalesce(max(n), 0) + 1 FROM remark WHERE customer_id = ? AND kind = 'idea'"
_COLUMNS = "customer_id, n, author, heard_on, text, body"
_ONE = f"SELECT {_COLUMNS} FROM remark WHERE customer_id = ? AND kind = 'idea' AND n = ?"
_ALL = """
SELECT r.customer_id, r.n, r.author, r.heard_on, r.text, r.body FROM remark r
JOIN customer c ON c.id = r.customer_id AND c.erased IS NULL
WHERE r.kind = 'idea' ORDER BY r.heard_on DESC, r.customer_id, r.n DESC
"""


class IdeasDrawer:
    """Ideas of all customers, numbered within their customer."""

    def __init__(self, db: Any) -> None:
        self._db = db

    def add(self, idea: Idea) -> Idea:
        """Keep an idea; it gets the next number of its customer."""
        idea = replace(idea, n=int(self._db.execute_sql(_NEXT, (idea.customer,)).fetchone()[0]))
        RemarkRow.insert(customer_id=idea.customer, kind=KIND, n=idea.n, **_values(idea)).execute()
        return idea

    def get(self, customer: int, n: int) -> Idea | None:
        """One idea, whatever became of it; None when there is none."""
        rows = RemarkRow.raw(_ONE, customer, n).tuples()
        return next((idea_of(row[0], row[1:]) for row in rows), None)

    def all(self) -> list[Idea]:
        """Every idea of whoever is still in the records, the newest first."""
        return [idea_of(row[0], row[1:]) for row in RemarkRow.raw(_ALL).tuples()]

    def put(self, idea: Idea) -> None:
        """Keep an idea as it is now."""
        RemarkRow.update(**_values(idea)).where(_is(idea)).execute()

    def drop(self, idea: Idea) -> None:
        """Take an idea back as if it had never been written."""
        RemarkRow.delete().where(_is(idea)).execute()


def idea_of(customer: int, row: Sequence[Any]) -> Idea:
    """An idea from n, author, heard, text and body, as the table's fields read them."""
    n, heard_by, heard_on, text, body = row
    return Idea(
        customer=customer,
        n=n,
        text=text,
        heard_by=heard_by,
        heard_on=heard_on,
        state=IdeaState(body.get("state", IdeaState.OPEN.value)),
        answer=body.get("answer", ""),
        settled_by=body.get("settled_by", ""),
        settled_on=_day(body.get("settled_on")),
        told_by=body.get("told_by", ""),
        told_on=_day(body.get("told_on")),
    )


def _is(idea: Idea) -> Any:
    return (
        (RemarkRow.customer_id == idea.customer)
        & (RemarkRow.kind == KIND)
        & (RemarkRow.n == idea.n)
    )


def _values(idea: Idea) -> dict[str, Any]:
    body = {
        "state": "" if idea.state is IdeaState.OPEN else idea.state.value,
        "answer": idea.answer,
        "settled_by": idea.settled_by,
        "settled_on": idea.settled_on.isoformat() if idea.settled_on else "",
        "told_by": idea.told_by,
        "told_on": idea.told_on.isoformat() if idea.told_on else "",
    }
    return {
        "is_open": not idea.is_settled,
        "author": idea.heard_by,
        "heard_on": idea.heard_on,
        "text": idea.text,
        "body": {name: value for name, value in body.items() if value},
    }


def _day(written: str | None) -> date | None:
    return date.fromisoformat(written) if written else None
