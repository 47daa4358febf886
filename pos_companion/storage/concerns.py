"""Drawer: what we owe, with everything that happened until it was put right and told.

A concern is a remark: its owner is the author, its closing day stands where other remarks keep the
day of their confirmation, and what only a concern knows is in the body.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import islice
from typing import Any

from playhouse.sqlcipher_ext import SqlCipherDatabase

from pos_companion.model.care import Channel, Concern, Severity, Update, UpdateKind
from pos_companion.storage.tables import RemarkRow

_NEXT = "SELECT coalesce(max(n), 0) + 1 FROM remark WHERE customer_id = ? AND kind = 'concern'"
_ONE = """
SELECT customer_id, n, due, author, heard_on, confirmed_on, text, body, is_open
FROM remark WHERE customer_id = ? AND kind = 'concern' AND n = ?
"""
_OWED = """
SELECT customer_id, n, due, author, heard_on, confirmed_on, text, body, is_open
FROM remark WHERE kind = 'concern' AND is_open = TRUE ORDER BY due, customer_id, n
"""
_OWNERS = """
SELECT author, count(*) FROM remark WHERE kind = 'concern' AND is_open = TRUE AND author <> ''
GROUP BY author ORDER BY count(*) DESC, author LIMIT ?
"""
_COLLEAGUES = "SELECT name FROM staff WHERE active = TRUE ORDER BY name"


class ConcernsDrawer:
    """Open and closed concerns of all customers."""

    def __init__(self, db: SqlCipherDatabase) -> None:
        self._db = db

    def add(self, concern: Concern) -> Concern:
        """Keep something we owe; it gets the next number of its customer."""
        (n,) = self._db.execute_sql(_NEXT, (concern.customer,)).fetchone()
        RemarkRow.insert(
            customer_id=concern.customer, kind="concern", n=n, **_columns(concern)
        ).execute()
        found = self.get(concern.customer, n)
        if found is None:
            raise LookupError(f"concern {n} was not kept")
        return found

    def get(self, customer: int, n: int) -> Concern | None:
        """One concern, open or closed; None when there is no such one."""
        for row in RemarkRow.raw(_ONE, customer, n).tuples():
            return _concern(row)
        return None

    def put(self, concern: Concern) -> None:
        """Write a concern as it is now; it is open as long as it has no closing day."""
        RemarkRow.update(**_columns(concern)).where(_is(concern)).execute()

    def drop(self, concern: Concern) -> None:
        """Take a concern back as if it had never been written."""
        RemarkRow.delete().where(_is(concern)).execute()

    def owed(self, through: date, limit: int) -> list[Concern]:
        """Open concerns that are due, or about which the customer has to hear, by a day.

        Returns:
            The most overdue first.
        """
        everything = map(_concern, RemarkRow.raw(_OWED).tuples())
        due = (one for one in everything if min(one.due, one.next_update_due or one.due) <= through)
        return list(islice(due, limit))

    def colleagues(self, limit: int = 12) -> list[str]:
        """Who can look after something: the staff, then others who look after something now."""
        staff = [name for (name,) in self._db.execute_sql(_COLLEAGUES)]
        owners = [name for name, _ in self._db.execute_sql(_OWNERS, (limit,))]
        return list(dict.fromkeys([*staff, *owners]))[:limit]


def concern_of(customer: int, row: Sequence[Any]) -> Concern:
    """A concern from the columns of a remark.

    Args:
        row: n, due, author, heard_on, confirmed_on, text and body, as the table's fields read them.
    """
    n, due, owner, opened_on, closed_on, title, body = row
    following = body.get("next")
    return Concern(
        customer=customer,
        n=n,
        title=title,
        promise=body["promise"],
        owner=owner,
        due=due,
        opened_on=opened_on,
        words=body["words"],
        closed_on=closed_on,
        next_update_due=None if following is None else date.fromordinal(following),
        first_owner=body.get("first_owner", ""),
        is_question=body.get("is_question", False),
        severity=Severity(body.get("severity", Severity.SMALL)),
        log=tuple(_update(one) for one in body.get("log", ())),
    )


def _is(concern: Concern) -> Any:
    return (
        (RemarkRow.customer_id == concern.customer)
        & (RemarkRow.kind == "concern")
        & (RemarkRow.n == concern.n)
    )


def _columns(concern: Concern) -> dict[str, Any]:
    """What is kept of a concern; what says nothing is left out, so that old rows stay as old."""
    following = concern.next_update_due
    more = {
        "next": following.toordinal() if following else None,
        "first_owner": concern.first_owner,
        "is_question": concern.is_question,
        "severity": "" if concern.severity is Severity.SMALL else concern.severity.value,
        "log": [_kept(one) for one in concern.log],
    }
    said = {name: value for name, value in more.items() if value}
    return {
        "is_open": concern.closed_on is None,
        "due": concern.due,
        "author": concern.owner,
        "heard_on": concern.opened_on,
        "confirmed_on": concern.closed_on,
        "text": concern.title,
        "body": {"promise": concern.promise, "words": concern.words, **said},
    }


def _kept(update: Update) -> dict[str, Any]:
    values = {
        "kind": update.kind.value,
        "day": update.day.toordinal(),
        "who": update.who,
        "text": update.text,
        "to": update.to,
        "until": update.until.toordinal() if update.until else None,
        "told": update.told.value if update.told else None,
    }
    return {name: value for name, value in values.items() if value}


def _update(kept: Mapping[str, Any]) -> Update:
    return Update(
        kind=UpdateKind(kept["kind"]),
        day=date.fromordinal(kept["day"]),
        who=kept.get("who", ""),
        text=kept.get("text", ""),
        to=kept.get("to", ""),
        until=date.fromordinal(kept["until"]) if "until" in kept else None,
        told=Channel(kept["told"]) if "told" in kept else None,
    )


def _concern(row: Sequence[Any]) -> Concern:
    customer, *columns, is_open = row
    concern = concern_of(customer, columns)
    if is_open or concern.closed_on:
        return concern
    # Closed before closing days were kept: certainly not earlier than it was opened.
    return replace(concern, closed_on=concern.opened_on)
