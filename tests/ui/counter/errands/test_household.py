"""Ctrl+H: family and pets, from the first name to the last."""

from collections.abc import Callable

import pytest

from pos_companion.services.at_home import household_of
from pos_companion.services.finding import find
from tests.bots import Cashier
from ui.counter.sheets.household import HouseholdSheet
from ui.kit import Chip, ResultRow

ROSA, OLEG = "20471100", "20471117"


def sheet(cashier: Cashier) -> HouseholdSheet:
    """The open household."""
    found = cashier.page.desk.sheet
    assert isinstance(found, HouseholdSheet)
    return found


def at_home(cashier: Cashier) -> list[tuple[str, str, str]]:
    """Name, relation and kind of everybody around whoever is open."""
    visit = cashier.page.journey.visit
    assert visit is not None
    return [(one.name, one.relation, one.species.value) for one in visit.found.card.household]


def looks_for(cashier: Cashier, text: str) -> Cashier:
    """Type into the search for somebody we know."""
    cashier.types(text)
    sheet(cashier).known.flush()
    cashier.settle()
    return cashier


def test_a_pet_is_a_name_and_one_key_more_and_can_be_undone(at_counter: Cashier) -> None:
    at_counter.types("oleg").presses("Enter")
    actions = at_counter.actions
    at_counter.presses("Ctrl+H").types("Miso, cat").presses("Enter")
    assert at_counter.actions - actions == 1 + len("Miso, cat") + 1
    assert at_counter.toast() == "Miso is added"
    assert at_home(at_counter)[-1] == ("Miso", "cat", "cat")
    at_counter.presses("Ctrl+Z")
    assert at_home(at_counter) == [("Iryna", "wife", "person")]
    assert not at_counter.sees("Miso")


def test_a_name_alone_is_enough(at_counter: Cashier) -> None:
    at_counter.scans(OLEG).presses("Ctrl+H").types("Petro").presses("Enter")
    assert at_home(at_counter)[-1] == ("Petro", "", "person")


def test_a_chip_says_what_somebody_is(at_counter: Cashier) -> None:
    at_counter.scans(OLEG).presses("Ctrl+H").types("Olha").taps("daughter").presses("Enter")
    assert at_home(at_counter)[-1] == ("Olha", "daughter", "child")


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("Uli, neighbour", ("Uli", "neighbour", "person")),
        ("Hops, rabbit", ("Hops", "rabbit", "pet")),
        ("Rex,  DOG", ("Rex", "dog", "dog")),
        ("ميسو، cat", ("ميسو", "cat", "cat")),
    ],
)
def test_what_stands_behind_a_comma_is_the_relation(
    at_counter: Cashier, typed: str, kept: tuple[str, str, str]
) -> None:
    at_counter.scans(OLEG).presses("Ctrl+H").types(typed).presses("Enter")
    assert at_home(at_counter)[-1] == kept


def test_what_was_understood_is_lit_before_enter(at_counter: Cashier) -> None:
    at_counter.scans(OLEG).presses("Ctrl+H").types("Miso, cat")
    assert sheet(at_counter).relations.chips["cat"].isChecked()
    at_counter.types("fish")
    assert not sheet(at_counter).relations.chips["cat"].isChecked()


def test_an_animal_of_any_kind_can_be_written_down(at_counter: Cashier) -> None:
    at_counter.scans(OLEG).presses("Ctrl+H").types("Spiky").taps("other…").types("gecko")
    at_counter.taps("It is an animal").presses("Ctrl+S")
    assert at_home(at_counter)[-1] == ("Spiky", "gecko", "pet")


def test_a_whole_family_is_added_in_one_go(at_counter: Cashier) -> None:
    at_counter.scans(OLEG).presses("Ctrl+H")
    for typed in ("Petro, son", "Olha, daughter", "Rex, dog"):
        at_counter.types(typed).presses("Enter")
    assert [name for name, _relation, _kind in at_home(at_counter)] == [
        "Iryna",
        "Petro",
        "Olha",
        "Rex",
    ]
    assert at_counter.sees("Rex")


def test_without_a_name_it_asks_for_one(at_counter: Cashier) -> None:
    at_counter.scans(OLEG).presses("Ctrl+H").presses("Enter")
    assert at_counter.sees("A name is all we need.")
    assert len(at_home(at_counter)) == 1


def test_the_tag_with_the_plus_opens_the_same_line(at_counter: Cashier) -> None:
    at_counter.scans(ROSA).taps("Add").types("Miso, cat").presses("Enter")
    assert at_home(at_counter)[-1] == ("Miso", "cat", "cat")


def test_esc_leads_back_to_the_card(at_counter: Cashier) -> None:
    at_counter.scans(ROSA).presses("Ctrl+H").presses("Esc")
    assert at_counter.page.desk.sheet is None
    assert at_counter.page.shows_card


def test_nobody_around_is_reached_by_key_all_the_same(at_counter: Cashier) -> None:
    at_counter.types("quinn").presses("Enter")
    assert not at_counter.page.card.panels["family"].isVisible()
    at_counter.presses("Ctrl+H").types("Miso, cat").presses("Enter").presses("Esc")
    assert at_counter.page.card.panels["family"].isVisible()


def test_somebody_we_know_comes_into_the_household_and_out_again(at_counter: Cashier) -> None:
    at_counter.scans(OLEG).presses("Ctrl+H").taps("friend").taps("Somebody we know already")
    looks_for(at_counter, "wei").presses("Enter")
    assert at_counter.toast() == "Wei Ito belongs to the household now"
    assert at_home(at_counter)[-1] == ("Wei Ito", "friend", "person")
    at_counter.presses("Ctrl+Z")
    assert at_home(at_counter) == [("Iryna", "wife", "person")]


def test_whoever_shares_a_phone_comes_to_mind_with_the_evidence(
    cashier_with: Callable[..., Cashier],
) -> None:
    cashier = cashier_with().types("sven").presses("Enter")
    cashier.presses("Ctrl+H").taps("Somebody we know already")
    rows = cashier.visible(ResultRow)
    assert all("phone" in row.text() for row in rows)
    looks_for(cashier, "oleg")
    assert [row.found().name for row in cashier.visible(ResultRow)] == ["Oleg Marchenko"]
    looks_for(cashier, "xyz")
    assert cashier.sees("Nobody by that name yet")


def test_esc_closes_the_search_before_the_sheet(at_counter: Cashier) -> None:
    at_counter.scans(OLEG).presses("Ctrl+H").taps("Somebody we know already").presses("Esc")
    assert isinstance(at_counter.page.desk.sheet, HouseholdSheet)
    assert at_counter.keyboard() is sheet(at_counter).line.edit


def test_somebody_moves_out_with_the_cat_and_the_dog_belongs_to_both(at_counter: Cashier) -> None:
    at_counter.scans(ROSA).presses("Ctrl+H").taps("Somebody we know already")
    looks_for(at_counter, "wei").presses("Enter")
    at_counter.taps("Somebody moves out").taps("Wei Ito")
    ways = {one.accessibleName(): one for one in at_counter.visible(Chip)}
    assert not any(name.startswith("Wei Ito:") for name in ways)
    ways["Ana: goes along"].click()
    ways["Biscuit: both homes"].click()
    at_counter.presses("Ctrl+S")
    assert at_counter.toast() == "Wei Ito has a household of their own now"
    assert [one[0] for one in at_home(at_counter)] == ["Tomás", "Biscuit"]
    shop = at_counter.shop
    assert shop is not None
    wei = find(shop, "wei")[0].customer.id
    assert {one.name for one in household_of(shop, wei)} == {"Wei Ito", "Ana", "Biscuit"}
    at_counter.presses("Ctrl+Z")
    assert [one[0] for one in at_home(at_counter)] == ["Tomás", "Ana", "Biscuit", "Wei Ito"]


def test_who_is_gone_can_be_brought_back(at_counter: Cashier) -> None:
    at_counter.scans(ROSA).taps("Biscuit · dog").taps("No longer with us").presses("Ctrl+H")
    assert at_counter.sees("Not with us any more")
    at_counter.taps("Take this back")
    assert at_home(at_counter)[-1][0] == "Biscuit"
    assert not at_counter.sees("Not with us any more")
    at_counter.presses("Ctrl+Z")
    assert at_home(at_counter)[-1][0] == "Ana"


def test_a_name_that_is_a_payment_card_is_refused_on_the_sheet(at_counter: Cashier) -> None:
    at_counter.scans(OLEG).presses("Ctrl+H").types("4111 1111 1111 1111").presses("Enter")
    assert at_counter.sees("That looks like a payment card number. It was not kept.")
    assert len(at_home(at_counter)) == 1
