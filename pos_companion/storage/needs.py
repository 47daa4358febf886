"""Drawer: what customers need. A part of the drawer of care."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from pos_companion.model.needs import Need, NeedState
from pos_companion.storage.facts import FactsDrawer
from pos_companion.storage.tables import RemarkRow

_KIND = "need"
_COLUMNS = "kind, n, due, discretion, author, heard_on, confirmed_on, about, text, body"
_ONE = f"SELECT {_COLUMNS} FROM remark WHERE customer_id = ? AND kind = 'need' AND n = ?"
_ALL = f"SELECT {_COLUMNS} FROM remark WHERE customer_id = ? AND kind = 'need' ORDER BY n DESC"


class NeedsDrawer(FactsDrawer):
    """Needs, numbered within their customer; a settled one is closed and stays."""

    def add_need(self, need: Need) -> Need:
        """Keep a need; it gets the next number of its customer."""
        need = replace(need, n=self._next(need.customer, _KIND))
        RemarkRow.insert(customer_id=need.customer, kind=_KIND, n=need.n, **_values(need)).execute()
        return need

    def need(self, customer: int, n: int) -> Need | None:
        """One need, settled or not; None when there is none."""
        rows = list(RemarkRow.raw(_ONE, customer, n).tuples())
        return need_of(customer, rows[0]) if rows else None

    def all_needs(self, customer: int) -> tuple[Need, ...]:
        """Everything they ever needed, newest first."""
        return tuple(need_of(customer, row) for row in RemarkRow.raw(_ALL, customer).tuples())

    def keep_need(self, need: Need) -> None:
        """Keep a need as it is now."""
        RemarkRow.update(**_values(need)).where(
            (RemarkRow.customer_id == need.customer)
            & (RemarkRow.kind == _KIND)
            & (RemarkRow.n == need.n)
        ).execute()


def need_of(customer: int, row: Sequence[Any]) -> Need:
    """A need from kind, n, due, discretion, author, heard, confirmed, about, text and body."""
    body = row[9]
    settled = body.get("settled_on")
    return Need(
        customer=customer,
        n=row[1],
        text=row[8],
        heard_by=row[4],
        heard_on=row[5],
        state=NeedState(body.get("state", NeedState.OPEN.value)),
        settled_by=body.get("settled_by", ""),
        settled_on=None if settled is None else date.fromisoformat(settled),
    )


def _values(need: Need) -> dict[str, Any]:
    body: dict[str, Any] = {}
    if need.settled_on is not None:
        body = {
            "state": need.state.value,
            "settled_by": need.settled_by,
            "settled_on": need.settled_on.isoformat(),
        }
    return {
        "is_open": need.state is NeedState.OPEN,
        "author": need.heard_by,
        "heard_on": need.heard_on,
        "text": need.text,
        "body": body,
    }
