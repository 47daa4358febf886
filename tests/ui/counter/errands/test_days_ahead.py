"""The days ahead, from the board and from the list of everything."""

from tests.bots import Cashier
from ui.counter.errands.days_ahead import DaysAhead
from ui.counter.errands.print_out import PrintOut
from ui.counter.sheets.days_ahead import DaysAheadSheet


class Roll:
    """A printer that keeps what it printed."""

    def __init__(self) -> None:
        self.printed: list[object] = []

    def name(self) -> str:
        return "The printer by the door"

    def put(self, document: object) -> None:
        self.printed.append(document)


def test_it_is_in_the_list_of_everything(at_counter: Cashier) -> None:
    labels = [one.label for one in at_counter.page.desk.commands]
    assert DaysAhead.label in labels
    at_counter.page.errand(DaysAhead).start()
    at_counter.settle()
    assert isinstance(at_counter.page.desk.sheet, DaysAheadSheet)


def test_the_button_and_the_key_print_what_is_shown(at_counter: Cashier) -> None:
    roll = Roll()
    at_counter.page.errand(PrintOut).paper = roll
    at_counter.taps("Next 30 days").taps("Print")
    assert at_counter.toast() == "Printed on The printer by the door."
    at_counter.presses("Ctrl+P")
    assert [one.title.values["count"] for one in roll.printed] == [30, 30]


def test_another_number_of_days_is_read_anew(at_counter: Cashier) -> None:
    at_counter.taps("Next 30 days")
    assert at_counter.sees("Wedding anniversary")
    at_counter.taps("Next 7 days")
    assert not at_counter.sees("Wedding anniversary")
