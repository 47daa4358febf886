"""They were wished well, and the board need not say it again."""

from datetime import timedelta

from pos_companion.model.celebrations import Celebration, CelebrationKind
from pos_companion.model.dates import PartialDate
from tests.bots import Cashier
from tests.journeys.corner_shop import TODAY

OLEG = "20471117"


def celebrates(
    cashier: Cashier, kind: CelebrationKind = CelebrationKind.BIRTHDAY, days: int = 0
) -> None:
    """Oleg has a day today, or around it."""
    cashier.scans(OLEG)
    visit = cashier.page.journey.visit
    assert visit is not None
    oleg, day = visit.found.card.customer.id, TODAY + timedelta(days=days)
    when = PartialDate(None, day.month, day.day)
    cashier.shop.storage.people.add_celebration(Celebration(oleg, 0, "", kind, when))
    cashier.presses("Esc").waits(5000).scans(OLEG)


def board_says(cashier: Cashier, words: str) -> bool:
    cashier.page.notices.dismiss()
    cashier.page.read_day()
    cashier.settle()
    return any(words in text for text in cashier.texts())


def test_a_visit_on_the_day_counts_as_the_wish_and_undo_takes_it_back(at_counter: Cashier) -> None:
    celebrates(at_counter)
    at_counter.presses("Enter")
    assert at_counter.page.today.tick.isVisible()
    assert at_counter.page.today.tick.isChecked()
    at_counter.presses("Ctrl+Z")
    assert at_counter.page.journey.visit.found.wishes == ()
    at_counter.waits(5000).presses("Esc")
    assert board_says(at_counter, "Mr Marchenko has a birthday today")


def test_once_wished_the_board_is_silent_and_one_tap_brings_it_back(at_counter: Cashier) -> None:
    celebrates(at_counter)
    at_counter.presses("Enter")
    assert not at_counter.sees("has a birthday today")
    at_counter.taps("Wished")
    assert at_counter.sees("has a birthday today")
    at_counter.taps("Wished")
    assert not at_counter.sees("has a birthday today")


def test_a_couples_day_is_only_wished_when_somebody_says_so(at_counter: Cashier) -> None:
    celebrates(at_counter, CelebrationKind.ANNIVERSARY)
    at_counter.presses("Enter")
    assert not at_counter.page.today.tick.isChecked()
    at_counter.taps("Wished")
    assert not board_says(at_counter, "anniversary today")


def test_an_ordinary_visit_has_nothing_to_tick(at_counter: Cashier) -> None:
    at_counter.scans(OLEG).presses("Enter")
    assert not at_counter.page.today.tick.isVisible()


def test_the_tick_on_the_card_has_a_way_back(at_counter: Cashier) -> None:
    celebrates(at_counter, days=-1)
    assert at_counter.sees("A belated happy birthday, Mr Marchenko! How was your birthday?")
    at_counter.taps("Wished")
    assert at_counter.toast() == "Wished: Mr Marchenko’s birthday"
    assert not at_counter.sees("A belated happy birthday")
    at_counter.presses("Ctrl+Z")
    assert at_counter.sees("A belated happy birthday")


def test_what_they_hope_for_becomes_a_fact(at_counter: Cashier) -> None:
    celebrates(at_counter)
    panel = at_counter.page.card.panels["dates"]
    line = panel._lines[0]
    line.setFocus()
    at_counter.types("a new fishing rod").presses("Enter")
    assert at_counter.toast() == "Kept: a new fishing rod"
    texts = [fact.text for fact in at_counter.page.journey.visit.found.card.facts]
    assert "a new fishing rod" in texts
    at_counter.presses("Ctrl+Z")
    texts = [fact.text for fact in at_counter.page.journey.visit.found.card.facts]
    assert "a new fishing rod" not in texts
