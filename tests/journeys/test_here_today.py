"""Who came along and how they seem: said on the card, kept with the visit, never required."""

from pos_companion.model.consent import ConsentKind
from pos_companion.model.visits import Impression, Mood
from pos_companion.services.consents import set_consent
from pos_companion.services.finding import find
from pos_companion.services.past_visits import last_visits
from tests.bots import Cashier
from ui.panels.here import HerePanel

ROSA = "20471100"


def panel_of(cashier: Cashier) -> HerePanel:
    panel = cashier.page.card.panels["here"]
    assert isinstance(panel, HerePanel)
    return panel


def felt(cashier: Cashier) -> Impression:
    rosa = find(cashier.shop, "Rosa Delgado")[0].customer.id
    return last_visits(cashier.shop, rosa)[0].visit.impression


def test_a_tap_for_the_mood_and_one_for_who_came_along_and_enter(at_counter: Cashier) -> None:
    at_counter.scans(ROSA)
    actions = at_counter.actions
    box = panel_of(at_counter).box
    biscuit = next(being for being, chip in box.company.items() if chip.text() == "Biscuit")
    at_counter.taps("Biscuit").taps("Low").presses("Enter")
    assert at_counter.actions - actions == 3
    assert felt(at_counter) == Impression((biscuit,), Mood.LOW)


def test_nothing_said_is_nothing_asked(at_counter: Cashier) -> None:
    at_counter.scans(ROSA)
    actions = at_counter.actions
    at_counter.presses("Enter")
    assert at_counter.actions - actions == 1
    assert felt(at_counter) == Impression()


def test_undone_it_is_on_the_card_again(at_counter: Cashier) -> None:
    at_counter.scans(ROSA).taps("Cheerful").presses("Enter").presses("Ctrl+Z")
    assert panel_of(at_counter).box.moods_in[Mood.GOOD].isChecked()
    at_counter.presses("Enter")
    assert felt(at_counter) == Impression(mood_in=Mood.GOOD)


def test_the_next_card_begins_with_nothing_said(at_counter: Cashier) -> None:
    at_counter.scans(ROSA).taps("Cheerful").presses("Enter").waits(5000).scans(ROSA)
    assert not panel_of(at_counter).box.moods_in[Mood.GOOD].isChecked()


def test_the_next_card_asks_for_a_moment_and_says_no_word_of_why(at_counter: Cashier) -> None:
    at_counter.scans(ROSA).taps("Cheerful")
    panel_of(at_counter).box.moods_out[Mood.LOW].click()
    at_counter.presses("Enter")
    assert at_counter.sees("Rosa Delgado left in lower spirits than they came")
    at_counter.waits(5000).scans(ROSA)
    assert at_counter.sees("Take a moment for them today")
    assert not at_counter.sees("lower spirits")


def test_whoever_wants_no_more_than_their_name_known_is_not_looked_at(
    at_counter: Cashier,
) -> None:
    rosa = find(at_counter.shop, "Rosa Delgado")[0].customer.id
    set_consent(at_counter.shop, rosa, ConsentKind.MEMORY, False)
    at_counter.scans(ROSA)
    assert not panel_of(at_counter).isVisible()
