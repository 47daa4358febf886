"""What they allow us to keep: three answers for each kind, and each counts at once."""

import pytest

from pos_companion.model.consent import ConsentKind
from pos_companion.services.consents import consents
from tests.bots import Cashier
from ui.counter.sheets.consents import ConsentsSheet

ROSA = "20471100"


@pytest.fixture
def asked(at_counter: Cashier) -> Cashier:
    """Rosa's answers on the screen."""
    return at_counter.scans(ROSA).presses("F8").taps("What they allow us to keep")


def sheet_of(cashier: Cashier) -> ConsentsSheet:
    sheet = cashier.page.desk.sheet
    assert isinstance(sheet, ConsentsSheet)
    return sheet


def answers(cashier: Cashier) -> dict[str, bool | None]:
    given = consents(cashier.shop, cashier.page.journey.visit.found.card.customer.id)
    return {one.kind.value: one.answer for one in given.each}


def tap(cashier: Cashier, kind: ConsentKind, at: int) -> None:
    sheet_of(cashier).kinds[kind].chips[at].click()
    cashier.settle()


def test_nothing_is_answered_before_they_answered(asked: Cashier) -> None:
    box = sheet_of(asked).kinds[ConsentKind.HEALTH]
    assert [chip.isChecked() for chip in box.chips] == [False, False, True]
    assert answers(asked)["health"] is None


def test_an_answer_counts_at_once_with_its_day_and_can_be_undone(asked: Cashier) -> None:
    asked.shop.staff = "Mia"
    tap(asked, ConsentKind.HEALTH, 0)
    assert answers(asked)["health"] is True
    assert asked.sees("Mia asked them, today")
    assert asked.toast() == "They said yes: Allergies and diets"
    asked.presses("Ctrl+Z")
    assert answers(asked)["health"] is None
    assert sheet_of(asked).kinds[ConsentKind.HEALTH].chips[2].isChecked()


def test_a_no_to_family_hides_them_on_the_card_at_once(asked: Cashier) -> None:
    tap(asked, ConsentKind.FAMILY, 1)
    card = asked.page.journey.visit.found.card
    assert [one.name for one in card.household if one.customer is None] == []
    asked.presses("Esc").presses("Esc")
    assert not asked.sees("Biscuit")


def test_a_no_to_everything_covers_the_other_questions(asked: Cashier) -> None:
    tap(asked, ConsentKind.MEMORY, 1)
    sheet = sheet_of(asked)
    assert not sheet.kinds[ConsentKind.FAMILY].chips[0].isEnabled()
    assert sheet.kinds[ConsentKind.MEMORY].chips[0].isEnabled()
    assert asked.sees("They said no to all of it.")
    asked.presses("Ctrl+Z")
    assert sheet_of(asked).kinds[ConsentKind.FAMILY].chips[0].isEnabled()


def test_the_same_answer_again_is_no_news(asked: Cashier) -> None:
    tap(asked, ConsentKind.MEMORY, 0)
    assert asked.toast() == ""


def test_every_answer_says_what_it_is_about(asked: Cashier) -> None:
    chip = sheet_of(asked).kinds[ConsentKind.PHOTO].chips[1]
    assert chip.accessibleName() == "A photo: No"


def test_the_way_back_leads_to_where_it_was_opened(asked: Cashier) -> None:
    asked.presses("Esc")
    assert asked.sees("How to greet them")
    asked.presses("Esc").presses("Ctrl+K").types("allow us").presses("Enter")
    sheet_of(asked)
    asked.presses("Esc")
    assert asked.page.desk.sheet is None
