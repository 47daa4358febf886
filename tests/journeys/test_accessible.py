"""What a screen reader finds, and where Tab goes."""

from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget

from tests.bots import Cashier
from tests.layout_eyes import visible

ROSA = "20471100"


def names(root: QWidget) -> list[str]:
    """The accessible names of everything on the screen."""
    found = [QAccessible.queryAccessibleInterface(one) for one in visible(root)]
    return [one.text(QAccessible.Text.Name) for one in found if one is not None]


def test_the_greeting_and_the_sections_are_named(at_counter: Cashier) -> None:
    at_counter.scans(ROSA)
    found = " | ".join(names(at_counter.window))
    for words in ("“Morning, Rosa!”", "The usual", "We owe them", "Ask about", "Coming up"):
        assert words in found, words


def test_tab_goes_from_the_search_down_the_panels_to_the_actions(at_counter: Cashier) -> None:
    at_counter.scans(ROSA)
    assert at_counter.keyboard() is at_counter.page.lookup.edit
    stops = []
    for _ in range(40):
        at_counter.window.focusNextChild()
        focused = at_counter.keyboard()
        stops.append(focused.text() if hasattr(focused, "text") else "")
    told = [stop for stop in stops if stop]
    order = [
        "Rosa Delgado",
        "We owe them",
        "Give it",
        "Another",
        "Not today",
        "Had the usual",
        "Something else",
    ]
    places = [next(at for at, stop in enumerate(told) if stop.startswith(one)) for one in order]
    assert places == sorted(places)


def test_a_tap_never_takes_the_keyboard_from_the_search(at_counter: Cashier) -> None:
    at_counter.scans(ROSA).taps("Give it").taps("Another").taps("Something else")
    assert at_counter.keyboard() is at_counter.page.lookup.edit


def test_enter_on_a_button_presses_it_and_records_nothing(at_counter: Cashier) -> None:
    at_counter.scans(ROSA)
    at_counter.button("Give it").setFocus()
    at_counter.presses("Enter")
    assert at_counter.primary() == "The usual + gift"
    assert at_counter.visits_today() == 0


def test_after_a_sheet_the_search_has_the_keyboard_again(at_counter: Cashier) -> None:
    at_counter.scans(ROSA).presses("F1").presses("Esc")
    assert at_counter.keyboard() is at_counter.page.lookup.edit
