"""The whole Today board, when it has more rows than the counter shows."""

from collections.abc import Callable

from PySide6.QtCore import Signal

from pos_companion.i18n import _, full_day
from pos_companion.model.card import Board
from pos_companion.printouts import Document
from ui.counter.today import board_tile
from ui.kit import Sheet


class FullBoardSheet(Sheet):
    """Every row; a tap opens the card.

    Args:
        gather: makes the paper, on the worker.

    Signals:
        chosen(int): the id of a customer.
    """

    chosen = Signal(int)

    def __init__(self, board: Board, gather: Callable[[], Document]) -> None:
        super().__init__(full_day(board.today), _("Back"))
        self._gather = gather
        for row in board.rows:
            tile = board_tile(row)
            if row.customer:
                tile.clicked.connect(lambda _on=False, who=row.customer: self.chosen.emit(who))
            self.add(tile)

    def printable(self) -> Callable[[], Document]:
        """What makes the paper."""
        return self._gather
