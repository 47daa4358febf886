"""Drawer: what was said not to be their usual. A part of the drawer of care.

These words are remarks. Of each product the latest is open, so that a card reads little.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from pos_companion.model.visits import NotUsual
from pos_companion.storage.columns import from_seconds, to_seconds
from pos_companion.storage.stage_pins import StagePinsDrawer
from pos_companion.storage.tables import RemarkRow

NOT_USUAL = "not_usual"
_COLUMNS = "kind, n, due, discretion, author, heard_on, confirmed_on, about, text, body"
_ALL = f"""
SELECT {_COLUMNS} FROM remark WHERE customer_id = ? AND kind = '{NOT_USUAL}' ORDER BY n DESC
"""


class NotUsualDrawer(StagePinsDrawer):
    """Products that are not the usual any more, numbered within their customer."""

    def not_usual(self, customer: int) -> tuple[NotUsual, ...]:
        """Every such word there ever was, newest first."""
        rows = RemarkRow.raw(_ALL, customer).tuples()
        return tuple(not_usual_of(customer, row) for row in rows)

    def add_not_usual(self, one: NotUsual, name: str, author: str) -> NotUsual:
        """Keep that a product is not their usual; an earlier word gives way to it.

        Args:
            name: of the product.
        """
        self._let_count(one, False)
        one = replace(one, n=self._next(one.customer, NOT_USUAL))
        RemarkRow.insert(
            customer_id=one.customer,
            kind=NOT_USUAL,
            n=one.n,
            author=author,
            heard_on=one.on,
            text=name,
            body={"product": one.product, "at": to_seconds(one.at)},
        ).execute()
        return one

    def drop_not_usual(self, one: NotUsual) -> None:
        """Take it back as if it had never been said; the word before counts again."""
        RemarkRow.delete().where(_is(one)).execute()
        self._let_count(one, True)

    def _let_count(self, one: NotUsual, is_open: bool) -> None:
        said = self.not_usual(one.customer)
        before = next((known for known in said if known.product == one.product), None)
        if before is not None:
            RemarkRow.update(is_open=is_open).where(_is(before)).execute()


def not_usual_of(customer: int, row: Sequence[Any]) -> NotUsual:
    """One from kind, n, due, discretion, author, heard, confirmed, about, text and body."""
    body = row[9]
    return NotUsual(customer, row[1], body["product"], from_seconds(body["at"]), row[5])


def _is(one: NotUsual) -> Any:
    return (
        (RemarkRow.customer_id == one.customer)
        & (RemarkRow.kind == NOT_USUAL)
        & (RemarkRow.n == one.n)
    )
