"""Everything on the board of today."""

from functools import partial

from pos_companion.i18n import N_
from pos_companion.services.printing import today_board
from ui.counter.day import Day, read_day
from ui.counter.errands import Errand
from ui.counter.sheets.full_board import FullBoardSheet


class FullBoard(Errand):
    """Opened by "more" under the board, and from the list of everything."""

    label = N_("everything on today’s board")

    def start(self) -> None:
        """Read it."""
        self.desk.run(partial(read_day, self.shop), self._open)

    def _open(self, day: Day) -> None:
        board = day.with_left_open(self.journey.left_open, None)
        sheet = FullBoardSheet(board, partial(today_board, self.shop))
        sheet.chosen.connect(self._choose)
        self.desk.open(sheet)

    def _choose(self, customer: int) -> None:
        self.desk.close()
        self.journey.open(customer)
