"""F8: somebody new, in seconds, with or without a name."""

from datetime import date

from pos_companion.model.celebrations import CelebrationKind
from pos_companion.model.people import Source
from pos_companion.services.finding import find
from pos_companion.services.sources import touches
from tests.bots import Cashier
from ui.kit import ResultRow

ROSA = "20471100"
SECONDS_A_KEY = 0.28  # of an average typist, as in the keystroke model


def looked(cashier: Cashier) -> list[str]:
    """Who may be known already, once the sheet has looked."""
    sheet = cashier.page.desk.sheet
    if sheet._soon.isActive():
        sheet._soon.stop()
        sheet._soon.timeout.emit()
    cashier.settle()
    return [row.text() for row in cashier.visible(ResultRow)]


def test_on_the_sheet_a_name_and_one_key_are_enough(at_counter: Cashier) -> None:
    at_counter.presses("F8")
    before = at_counter.actions
    at_counter.types("Jo").presses("Enter")
    assert at_counter.actions - before == len("Jo") + 1
    assert at_counter.visits_today() == 1


def test_everything_takes_less_than_twenty_seconds_by_keyboard(at_counter: Cashier) -> None:
    at_counter.types("Hanna Lind").presses("F8")
    for _stop in range(3):
        at_counter.presses("Tab")
    at_counter.presses("Space")
    sheet = at_counter.page.desk.sheet
    for _stop in range(len(sheet.had)):
        at_counter.presses("Tab")
    at_counter.presses("Space").presses("Tab").types("0888555777")
    at_counter.presses("Tab").presses("Space").presses("Tab").presses("Tab").presses("Tab")
    at_counter.types("29").presses("Tab").types("6").presses("Enter")
    hanna = find(at_counter.shop, "0888555777")[0].customer
    (day,) = at_counter.shop.storage.people.celebrations(hanna, ())
    assert (day.kind, day.date.month, day.date.day) == (CelebrationKind.BIRTHDAY, 6, 29)
    assert at_counter.last_basket("Hanna Lind") != []
    assert at_counter.actions * SECONDS_A_KEY < 20


def test_somebody_without_a_name_is_kept_by_a_few_words(at_counter: Cashier) -> None:
    at_counter.types("lady, red pram").presses("F8").taps("No name").presses("Enter")
    assert "lady, red pram" in at_counter.toast()
    at_counter.waits(5000).types("red pram")
    (hit,) = find(at_counter.shop, "red pram")
    assert (hit.customer.name, hit.customer.description) == ("", "lady, red pram")
    assert at_counter.visits_today() == 1


def test_who_may_be_known_is_a_row_with_evidence_and_one_tap_opens_them(
    at_counter: Cashier,
) -> None:
    at_counter.types("Rosa Delgadoo").presses("F8").taps("They said yes")
    at_counter.page.desk.sheet.phone.edit.setFocus()
    at_counter.types("015123454471")
    (row,) = looked(at_counter)
    assert row.startswith("Looks like Rosa Delgado, same phone …4471")
    assert row.endswith("Same?")
    at_counter.taps("Looks like Rosa Delgado")
    assert at_counter.sees("Rosa Delgado · last here")
    assert at_counter.visits_today() == 0


def test_the_name_that_was_looked_for_is_compared_before_anything_is_typed(
    at_counter: Cashier,
) -> None:
    at_counter.types("Rosa Delgadoo").presses("F8")
    assert [row.text() for row in at_counter.visible(ResultRow)] != []


def test_a_pet_of_the_same_name_is_evidence_too(at_counter: Cashier) -> None:
    at_counter.types("Rosa Delgadoo").presses("F8").taps("They said yes").taps("Pet’s birthday")
    at_counter.page.desk.sheet.dates[1][2].name.edit.setFocus()
    at_counter.types("Biscuit")
    assert any("same pet Biscuit" in row for row in looked(at_counter))


def test_a_namesake_is_welcome(at_counter: Cashier) -> None:
    at_counter.presses("F8").types("Rosa Delgado")
    assert looked(at_counter) != []
    at_counter.presses("Enter")
    assert len(find(at_counter.shop, "Rosa Delgado")) == 2


def test_how_they_found_us_is_kept_with_their_yes(at_counter: Cashier) -> None:
    at_counter.types("Hanna Lind").presses("F8").taps("They said yes").taps("How they found us")
    at_counter.taps("A friend")
    source = at_counter.page.desk.sheet.source
    source.people.line.edit.setFocus()
    at_counter.types("rosa")
    source.people.flush()
    at_counter.presses("Enter").types("at the choir").presses("Enter")
    hanna = find(at_counter.shop, "Hanna Lind")[0].customer
    (touch,) = touches(at_counter.shop, hanna.id)
    assert (touch.source, touch.detail, touch.day) == (
        Source.FRIEND, "at the choir", date(2025, 11, 21),
    )  # fmt: skip
    assert touch.referred_by == at_counter.shop.storage.search.by_card(ROSA)[0]


def test_without_their_yes_nobody_says_how_they_found_us(at_counter: Cashier) -> None:
    at_counter.types("Hanna Lind").presses("F8")
    fold = at_counter.page.desk.sheet.found
    assert not fold.head.isEnabled()
    assert fold.head.accessibleDescription().startswith("Without a yes")
    at_counter.taps("They said yes").taps("How they found us").taps("Passing by")
    at_counter.taps("They said yes").presses("Enter")
    hanna = find(at_counter.shop, "Hanna Lind")[0].customer
    assert touches(at_counter.shop, hanna.id) == ()
