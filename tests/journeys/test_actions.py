"""How many keys and taps each journey takes; a rise is a step back."""

from collections.abc import Callable

import pytest

from tests.bots import Cashier

ROSA = "20471100"
Story = Callable[[Cashier], object]

BUDGETS: dict[str, tuple[int, Story]] = {
    "record": (1, lambda one: one.scans(ROSA).presses("Enter")),
    "gift": (2, lambda one: one.scans(ROSA).presses("Space").presses("Enter")),
    "typed look-up": (4 + 1, lambda one: one.types("4471").presses("Enter")),
    "typed look-up and record": (
        4 + 2,
        lambda one: one.types("4471").presses("Enter").presses("Enter"),
    ),
    "swap": (
        3,
        lambda one: (
            one.scans(ROSA).taps("Something else").taps("Almond croissant").presses("Enter")
        ),
    ),
    "note": (
        len("Likes tea") + 2,
        lambda one: one.scans(ROSA).presses("F5").types("Likes tea").presses("Enter"),
    ),
    "add": (len("Jo") + 2, lambda one: one.types("Jo").presses("F8").presses("Enter")),
    "put right": (2, lambda one: one.scans(ROSA).presses("F6").presses("1")),
    "add a pet": (
        len("Miso, cat") + 2,
        lambda one: one.scans(ROSA).presses("Ctrl+H").types("Miso, cat").presses("Enter"),
    ),
    "sad news": (2, lambda one: one.scans(ROSA).taps("Biscuit · dog").taps("No longer with us")),
    "undo": (2, lambda one: one.scans(ROSA).presses("Enter").presses("Ctrl+Z")),
}


@pytest.mark.parametrize("journey", BUDGETS)
def test_no_journey_takes_more_than_its_budget(at_counter: Cashier, journey: str) -> None:
    budget, story = BUDGETS[journey]
    story(at_counter)
    assert at_counter.bar() == ""
    assert at_counter.actions <= budget
