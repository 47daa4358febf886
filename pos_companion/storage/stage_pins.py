"""Drawer: stages somebody pinned by hand, and guesses nobody needed. A part of the drawer of care.

Both are remarks. A pin that was taken off is closed and stays: the history tells it. Of what was
not needed the latest for each product is open, so that a card reads little.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from pos_companion.model.stages import NotNeeded, Pin, Stage
from pos_companion.storage.needs import NeedsDrawer
from pos_companion.storage.tables import RemarkRow

PIN, NOT_NEEDED = "stage", "not_needed"
_COLUMNS = "kind, n, due, discretion, author, heard_on, confirmed_on, about, text, body"
_PINS = f"SELECT {_COLUMNS} FROM remark WHERE customer_id = ? AND kind = '{PIN}' ORDER BY n DESC"
_NOT_NEEDED = f"""
SELECT {_COLUMNS} FROM remark WHERE customer_id = ? AND kind = '{NOT_NEEDED}' ORDER BY n DESC
"""


class StagePinsDrawer(NeedsDrawer):
    """Pins and unneeded guesses, numbered within their customer."""

    def pins(self, customer: int) -> tuple[Pin, ...]:
        """Every pin there ever was, newest first."""
        return tuple(pin_of(customer, row) for row in RemarkRow.raw(_PINS, customer).tuples())

    def add_pin(self, pin: Pin) -> Pin:
        """Keep a pin; it gets the next number of its customer."""
        pin = replace(pin, n=self._next(pin.customer, PIN))
        RemarkRow.insert(
            customer_id=pin.customer,
            kind=PIN,
            n=pin.n,
            is_open=pin.taken_off is None,
            author=pin.by,
            heard_on=pin.on,
            confirmed_on=pin.taken_off,
            text=pin.reason,
            body={"stage": pin.stage.value},
        ).execute()
        return pin

    def keep_pin(self, pin: Pin) -> None:
        """Keep whether a pin is in force."""
        RemarkRow.update(is_open=pin.taken_off is None, confirmed_on=pin.taken_off).where(
            _is(pin.customer, PIN, pin.n)
        ).execute()

    def not_needed(self, customer: int) -> tuple[NotNeeded, ...]:
        """Every guess that was not needed, newest first."""
        rows = RemarkRow.raw(_NOT_NEEDED, customer).tuples()
        return tuple(not_needed_of(customer, row) for row in rows)

    def add_not_needed(self, one: NotNeeded, name: str, author: str) -> NotNeeded:
        """Keep that a product was not needed; an earlier time gives way to it.

        Args:
            name: of the product.
        """
        self._set_open(one, False)
        one = replace(one, n=self._next(one.customer, NOT_NEEDED))
        RemarkRow.insert(
            customer_id=one.customer,
            kind=NOT_NEEDED,
            n=one.n,
            author=author,
            heard_on=one.on,
            text=name,
            body={"product": one.product},
        ).execute()
        return one

    def drop_not_needed(self, one: NotNeeded) -> None:
        """Take it back as if it had never been said; the time before counts again."""
        RemarkRow.delete().where(_is(one.customer, NOT_NEEDED, one.n)).execute()
        self._set_open(one, True)

    def _set_open(self, one: NotNeeded, is_open: bool) -> None:
        before = next(
            (row for row in self.not_needed(one.customer) if row.product == one.product), None
        )
        if before is not None:
            RemarkRow.update(is_open=is_open).where(
                _is(one.customer, NOT_NEEDED, before.n)
            ).execute()


def pin_of(customer: int, row: Sequence[Any]) -> Pin:
    """A pin from kind, n, due, discretion, author, heard, confirmed, about, text and body."""
    return Pin(customer, row[1], Stage(row[9]["stage"]), row[8], row[4], row[5], row[6])


def not_needed_of(customer: int, row: Sequence[Any]) -> NotNeeded:
    """An unneeded guess from the same columns."""
    return NotNeeded(customer, row[1], row[9]["product"], row[5])


def _is(customer: int, kind: str, n: int) -> Any:
    return (RemarkRow.customer_id == customer) & (RemarkRow.kind == kind) & (RemarkRow.n == n)
