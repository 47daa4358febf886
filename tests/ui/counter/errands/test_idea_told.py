"""An idea is told at the counter in one line, and told back in one tap."""

from pos_companion.model.ideas import IdeaState
from pos_companion.services.ideas import ideas, set_idea
from tests.bots import Cashier

ROSA = "20471100"
SAID = "“milk in glass bottles”: we did it. Thank you!"
TELL = f"Tell them: their idea is done {SAID} Press it once they know."


def test_an_idea_is_heard_done_and_told(at_counter: Cashier) -> None:
    at_counter.scans(ROSA).presses("F5").types("idea: milk in glass bottles").presses("Enter")
    assert at_counter.toast() == "Kept: milk in glass bottles"
    assert not at_counter.sees("their idea is done")
    (had,) = ideas(at_counter.shop)
    set_idea(at_counter.shop, had.idea, IdeaState.DONE)
    at_counter.presses("Esc").scans(ROSA)
    assert at_counter.sees("Tell them: their idea is done")
    at_counter.taps(TELL)
    assert at_counter.toast() == "They know it now: milk in glass bottles"
    assert not at_counter.sees("their idea is done")
    at_counter.presses("Ctrl+Z")
    assert at_counter.sees("Tell them: their idea is done")
