"""F6: what we owe, from the first word to the last."""

from tests.bots import Cashier


def open_concerns(cashier: Cashier) -> list[tuple[str, str, str]]:
    """Title, owner and day of what is owed to whoever is open."""
    visit = cashier.page.journey.visit
    assert visit is not None
    return [(one.title, one.owner, str(one.due)) for one in visit.found.card.concerns]


def test_put_right_is_two_keys_and_can_be_undone(at_counter: Cashier) -> None:
    at_counter.scans("20471100")
    actions = at_counter.actions
    at_counter.presses("F6").presses("1")
    assert at_counter.actions - actions == 2
    assert at_counter.toast().startswith("Put right: Sour oat milk")
    assert open_concerns(at_counter) == []
    at_counter.presses("Ctrl+Z")
    assert open_concerns(at_counter) == [("Sour oat milk on Tuesday", "Sam", "2025-11-21")]


def test_another_day_needs_a_reason_and_a_day(at_counter: Cashier) -> None:
    at_counter.scans("20471100").presses("F6").presses("2")
    at_counter.types("The oat milk comes on Monday").taps("Tomorrow").presses("Enter")
    assert at_counter.toast().startswith("Promised for another day")
    assert open_concerns(at_counter) == [("Sour oat milk on Tuesday", "Sam", "2025-11-22")]


def test_it_can_be_handed_to_somebody(at_counter: Cashier) -> None:
    at_counter.scans("20471100").presses("F6").presses("3")
    sheet = at_counter.page.desk.sheet
    assert sheet is not None
    sheet.hand.who.other.set_text("Mia")
    at_counter.settle()
    sheet.hand.why.set_text("Sam is away until Monday")
    at_counter.presses("Ctrl+S")
    assert open_concerns(at_counter) == [("Sour oat milk on Tuesday", "Mia", "2025-11-21")]


def test_with_nothing_owed_the_key_asks_for_a_new_promise(at_counter: Cashier) -> None:
    at_counter.types("oleg").presses("Enter").presses("F6")
    at_counter.types("The sourdough was burnt").presses("Tab").types("a fresh loaf")
    at_counter.taps("Tomorrow")
    sheet = at_counter.page.desk.sheet
    assert sheet is not None
    sheet.who.other.set_text("Sam")
    at_counter.presses("Ctrl+S")
    assert at_counter.toast() == "Promised: The sourdough was burnt"
    assert open_concerns(at_counter) == [("The sourdough was burnt", "Sam", "2025-11-22")]
    at_counter.presses("Ctrl+Z")
    assert open_concerns(at_counter) == []


def test_that_it_is_serious_is_one_tap_and_is_said_quietly(at_counter: Cashier) -> None:
    at_counter.scans("20471100").presses("F6")
    at_counter.taps("It is serious: health, money, or they are angry")
    assert at_counter.toast() == "Serious: Sour oat milk on Tuesday"
    assert at_counter.sees("Sam looks after it · due today · serious")
    at_counter.presses("Ctrl+Z")
    assert not at_counter.sees("serious")
