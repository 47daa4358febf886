"""The day as the board shows it: what the records say, and whose visit was left open."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from pos_companion.i18n import N_, Phrase
from pos_companion.model.card import Board, BoardRow
from pos_companion.model.people import Customer
from pos_companion.model.stock import Gift
from pos_companion.services import Shop
from pos_companion.services.today import board, shelf

_MOST_ROWS = 7


@dataclass(frozen=True)
class Day:
    """One reading of the day."""

    board: Board
    shelf: tuple[Gift, ...]

    def with_left_open(self, left_open: Mapping[int, tuple[Customer, date]]) -> Board:
        """The board, with those whose card gave way to the next scan today.

        They stand after what is owed and celebrated and before who is missed.
        """
        rows = [
            BoardRow(
                "not_recorded",
                Phrase(N_("Not recorded: {name}"), {"name": customer.name or customer.called}),
                "",
                customer.id,
                "receipt",
            )
            for customer, day in left_open.values()
            if day == self.board.today
        ]
        first = [row for row in self.board.rows if row.kind != "missed"]
        missed = [row for row in self.board.rows if row.kind == "missed"]
        every = (*first, *rows, *missed)
        more = self.board.more + max(len(every) - _MOST_ROWS, 0)
        return replace(self.board, rows=every[:_MOST_ROWS], more=more)


def read_day(shop: Shop) -> Day:
    """Read the board and the shelf, in one turn on the worker."""
    return Day(board(shop), shelf(shop))
