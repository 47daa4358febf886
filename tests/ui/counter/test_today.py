"""The board: rows that lead somewhere, the days ahead, and what is left on the shelf."""

from pos_companion.model.celebrations import Celebration, CelebrationKind
from pos_companion.model.dates import PartialDate
from pos_companion.model.people import Customer
from tests.bots import Cashier
from tests.journeys.corner_shop import TODAY
from ui.counter.sheets.days_ahead import DaysAheadSheet
from ui.counter.sheets.full_board import FullBoardSheet


def born_today(cashier: Cashier, count: int) -> None:
    people = cashier.shop.storage.people
    when = PartialDate(None, TODAY.month, TODAY.day)
    for at in range(count):
        guest = people.add(Customer(0, f"Guest {at}", remember=True), cashier.shop.clock.now())
        people.add_celebration(Celebration(guest.id, 0, "", CelebrationKind.BIRTHDAY, when))
    cashier.page.read_day()
    cashier.settle()


def test_what_runs_low_is_the_last_row_and_opens_nobody(at_counter: Cashier) -> None:
    at_counter.taps("Running low: Cookie (4 left)")
    assert at_counter.page.journey.visit is None
    assert at_counter.page.desk.sheet is None


def test_more_rows_than_seven_are_one_tap_away(at_counter: Cashier) -> None:
    born_today(at_counter, 9)
    at_counter.taps(" more")
    assert isinstance(at_counter.page.desk.sheet, FullBoardSheet)
    at_counter.taps("Guest 8")
    assert at_counter.page.journey.visit.found.card.customer.name == "Guest 8"


def test_the_days_ahead_are_one_tap_away_and_lead_to_a_card(at_counter: Cashier) -> None:
    at_counter.taps("Next 7 days")
    assert isinstance(at_counter.page.desk.sheet, DaysAheadSheet)
    assert at_counter.sees("Biscuit’s birthday")
    assert not at_counter.sees("Wedding anniversary")
    at_counter.taps("Next 30 days")
    assert at_counter.sees("Wedding anniversary")
    at_counter.taps("Biscuit’s birthday")
    assert at_counter.page.journey.visit.found.card.customer.called == "Rosa"


def test_in_quiet_mode_nobody_is_on_the_board(at_counter: Cashier) -> None:
    at_counter.presses("F9")
    assert not at_counter.sees("Biscuit")
    assert not at_counter.sees("Next 7 days")
