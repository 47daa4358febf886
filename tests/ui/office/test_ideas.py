"""The ideas of customers, decided on by a manager."""

from pos_companion.services.ideas import add_idea, ideas
from pos_companion.services.look_up import find
from tests.bots import Cashier
from tests.counter_fixtures import at_counter, cashier_with, corner_shop_records
from tests.layout_eyes import cut, nameless, too_small
from ui.office.ideas import IdeasPage

__all__ = ["at_counter", "cashier_with", "corner_shop_records"]


def opened(cashier: Cashier) -> IdeasPage:
    cashier.window.show_room("ideas")
    cashier.settle()
    page = cashier.window.rooms.pages["ideas"]
    assert isinstance(page, IdeasPage)
    return page


def states(cashier: Cashier) -> dict[str, tuple[str, str]]:
    return {one.idea.text: (one.idea.state.value, one.idea.answer) for one in ideas(cashier.shop)}


def test_ideas_are_planned_done_and_put_off_each_with_a_way_back(at_counter: Cashier) -> None:
    opened(at_counter)
    assert at_counter.sees("No ideas yet")
    rosa = find(at_counter.shop, "20471100")[0].customer.id
    add_idea(at_counter.shop, rosa, "milk in glass bottles")
    page = opened(at_counter)
    assert at_counter.sees("by Rosa Delgado")
    at_counter.taps("We plan it")
    assert states(at_counter)["milk in glass bottles"] == ("planned", "")
    at_counter.taps("Not now")
    assert cut(page) + too_small(page) + nameless(page) == []
    at_counter.presses("Enter")
    assert at_counter.sees("Why not now? One sentence, so that there is something to say.")
    at_counter.types("The shelf is full.").presses("Enter")
    assert states(at_counter)["milk in glass bottles"] == ("not_now", "The shelf is full.")
    assert at_counter.sees("Nothing left to decide")
    page.settled.click()
    at_counter.settle()
    assert at_counter.sees("“The shelf is full.”")
    page.notices.undo_last()
    at_counter.settle()
    at_counter.taps("It is done")
    at_counter.presses("Esc")
    assert page.rows[0].line is None
    at_counter.taps("It is done")
    at_counter.presses("Enter")
    assert at_counter.sees("Done · whoever serves them next tells them")
