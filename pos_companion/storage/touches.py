"""Drawer: how customers found the shop. The first way is kept as it is; later ones are added.

A touch is a closed remark. Who sent them also stands in a column of its own, so that it is known
at once whom somebody sent.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from playhouse.sqlcipher_ext import SqlCipherDatabase

from pos_companion.model.people import Source, SourceTouch
from pos_companion.storage.tables import RemarkRow

_KIND = "touch"
_OF = """
SELECT n, heard_on, author, text, body FROM remark
WHERE customer_id = ? AND kind = 'touch' ORDER BY n
"""


class TouchesDrawer:
    """The touches of each customer, in their order."""

    def __init__(self, db: SqlCipherDatabase) -> None:
        self._db = db

    def of(self, customer: int) -> tuple[SourceTouch, ...]:
        """How a customer came across the shop, the first way first."""
        return tuple(touch_of(customer, row) for row in RemarkRow.raw(_OF, customer).tuples())

    def add(self, touch: SourceTouch) -> SourceTouch:
        """Keep a touch; it gets the next number of its customer."""
        known = self.of(touch.customer)
        touch = replace(touch, n=known[-1].n + 1 if known else 1)
        RemarkRow.insert(
            customer_id=touch.customer,
            kind=_KIND,
            n=touch.n,
            is_open=False,
            heard_on=touch.day,
            author=touch.heard_by,
            text=touch.detail,
            sent_by=touch.referred_by,
            body={
                "source": touch.source.value,
                "effort": touch.effort,
                "referred_by": touch.referred_by,
            },
        ).execute()
        return touch

    def drop(self, touch: SourceTouch) -> None:
        """Take a touch back as if it had never been written."""
        RemarkRow.delete().where(
            RemarkRow.customer_id == touch.customer,
            RemarkRow.kind == _KIND,
            RemarkRow.n == touch.n,
        ).execute()


def touch_of(customer: int, row: Sequence[Any]) -> SourceTouch:
    """A touch from the columns of a remark: n, heard_on, author, text and body."""
    n, day, author, detail, body = row
    return SourceTouch(
        customer=customer,
        n=n,
        day=day if isinstance(day, date) else date.fromordinal(day),
        source=Source(body["source"]),
        detail=detail,
        effort=body["effort"],
        referred_by=body["referred_by"],
        heard_by=author,
    )
