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
_LAST = ("missed", "low")


@dataclass(frozen=True)
class Day:
    """One reading of the day.

    Attributes:
        board: with all its rows.
    """

    board: Board
    shelf: tuple[Gift, ...]

    def with_left_open(
        self, left_open: Mapping[int, tuple[Customer, date]], most: int | None = _MOST_ROWS
    ) -> Board:
        """The board, with those whose card gave way to the next scan today.

        They stand after what is owed and celebrated and before who is missed; what runs out on
        the shelf comes last.

        Args:
            most: rows to keep; None keeps all.
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
        first = [row for row in self.board.rows if row.kind not in _LAST]
        missed = [row for row in self.board.rows if row.kind in _LAST]
        every = (*first, *rows, *missed, *_low(self.board.low))
        shown = every[:most]
        return replace(self.board, rows=shown, more=self.board.more + len(every) - len(shown))


def read_day(shop: Shop) -> Day:
    """Read the board and the shelf, in one turn on the worker."""
    return Day(board(shop, None), shelf(shop))


def _what_is_left(gift: Gift) -> Phrase:
    values = {"gift": gift.name, "count": gift.free}
    return Phrase("{gift} ({count} left)", values, "{gift} ({count} left)")


def _low(gifts: tuple[Gift, ...]) -> tuple[BoardRow, ...]:
    """One row for all that runs out; it opens no card."""
    if not gifts:
        return ()
    left = tuple(map(_what_is_left, gifts))
    return (BoardRow("low", Phrase(N_("Running low: {gifts}"), {"gifts": left}), "", 0, "package"),)
