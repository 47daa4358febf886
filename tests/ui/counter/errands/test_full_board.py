"""Everything on the board, also what gave way to the next scan."""

from tests.bots import Cashier
from ui.counter.errands.full_board import FullBoard
from ui.counter.sheets.full_board import FullBoardSheet


def test_the_whole_board_knows_whose_visit_was_left_open(at_counter: Cashier) -> None:
    at_counter.scans("20471117").waits(5000).scans("20471100").presses("Esc")
    at_counter.page.errand(FullBoard).start()
    at_counter.settle()
    assert isinstance(at_counter.page.desk.sheet, FullBoardSheet)
    at_counter.taps("Not recorded: Oleg Marchenko")
    assert at_counter.page.journey.visit.found.card.customer.name == "Oleg Marchenko"
