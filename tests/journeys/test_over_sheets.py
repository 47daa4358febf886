"""Over any sheet: the keyboard stays on it, and nothing that was begun in it is lost."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QWidget

from pos_companion.model.facts import Fact, FactKind
from pos_companion.services.look_up import find
from tests.bots import Cashier
from tests.journeys.test_quiet import nothing_private
from ui.counter.sheets.answers import AnswersSheet
from ui.kit import Sheet

ROSA = "20471100"

SHEETS: dict[str, Callable[[Cashier], object]] = {
    "keys": lambda one: one.presses("F1"),
    "why": lambda one: one.scans(ROSA).presses("Shift+F3"),
    "concern": lambda one: one.scans(ROSA).presses("F6"),
    "new concern": lambda one: one.types("oleg").presses("Enter").presses("F6"),
    "another day": lambda one: one.scans(ROSA).presses("F6").presses("2"),
    "answers": lambda one: one.scans(ROSA).presses("F7").types("gift vouchers"),
    "add": lambda one: one.types("Hanna Lind").presses("F8"),
    "edit": lambda one: one.scans(ROSA).presses("F8"),
    "palette": lambda one: one.scans(ROSA).presses("Ctrl+K"),
    "household": lambda one: one.scans(ROSA).presses("Ctrl+H"),
    "celebration": lambda one: one.scans(ROSA).presses("Ctrl+D"),
    "visits": lambda one: one.scans(ROSA).presses("Ctrl+J"),
    "days ahead": lambda one: one.taps("Next 7 days"),
}
every_sheet = pytest.mark.parametrize("opened", SHEETS.values(), ids=SHEETS.keys())
FORMS = [SHEETS[name] for name in ("another day", "answers", "add", "edit", "household")]
every_form = pytest.mark.parametrize("opened", FORMS)


def opened_sheet(cashier: Cashier) -> Sheet:
    sheet = cashier.page.desk.sheet
    assert sheet is not None
    if isinstance(sheet, AnswersSheet):
        sheet.flush()
        cashier.settle()
    return sheet


def stops(cashier: Cashier, key: str = "Tab") -> list[QWidget]:
    """Where the keyboard goes until it is where it was before."""
    found: list[QWidget] = []
    for _ in range(80):
        focused = cashier.presses(key).keyboard()
        assert focused is not None
        if focused in found:
            return found
        found.append(focused)
    raise AssertionError("Tab never comes round")


@every_sheet
def test_tab_goes_round_in_the_sheet_and_never_to_what_lies_under_it(
    at_counter: Cashier, opened: Callable[[Cashier], object]
) -> None:
    opened(at_counter)
    sheet = opened_sheet(at_counter)
    assert all(sheet.isAncestorOf(one) for one in stops(at_counter))
    assert all(sheet.isAncestorOf(one) for one in stops(at_counter, "Shift+Tab"))


def test_the_way_back_is_last_however_late_the_rest_was_drawn(at_counter: Cashier) -> None:
    at_counter.presses("F7").types("gift vouchers")
    sheet = opened_sheet(at_counter)
    words = [getattr(one, "text", str)() for one in stops(at_counter)]
    assert words[:2] == ["Ask and get back to them", "Write the answer"]
    assert words[2] == sheet.back.text()


@every_form
def test_the_keyboard_is_where_it_was_after_a_look_away(
    at_counter: Cashier, opened: Callable[[Cashier], object]
) -> None:
    opened(at_counter)
    sheet, focused = opened_sheet(at_counter), at_counter.keyboard()
    for away, back in (("F9", "F9"), ("F12", "Enter"), ("Ctrl+,", "Esc")):
        at_counter.presses(away).presses(back)
        assert at_counter.page.desk.sheet is sheet
        assert sheet.isVisible()
        assert at_counter.keyboard() is focused, away


def test_what_they_told_is_still_written_to_after_the_till_was_locked(at_counter: Cashier) -> None:
    at_counter.scans(ROSA).presses("F5").types("likes ").presses("F12").presses("Enter")
    at_counter.types("rye")
    assert at_counter.page.told.field.text() == "likes rye"


def test_arrows_and_pages_scroll_a_list_that_has_nothing_to_choose(
    cashier_with: Callable[..., Cashier],
) -> None:
    cashier = cashier_with((440, 560))
    cashier.presses("F1")
    sheet = cashier.page.desk.sheet
    assert sheet is not None
    bar = sheet.body.verticalScrollBar()
    cashier.presses("Down")
    assert 0 < bar.value() < bar.maximum()
    cashier.presses("PgDown").presses("PgDown").presses("PgDown")
    assert bar.value() == bar.maximum()
    cashier.presses("PgUp").presses("PgUp").presses("PgUp").presses("Up")
    assert bar.value() == 0


@every_sheet
def test_nobody_can_be_recognised_over_any_sheet_and_escape_leads_back(
    at_counter: Cashier, opened: Callable[[Cashier], object]
) -> None:
    opened(at_counter)
    opened_sheet(at_counter)
    at_counter.presses("F9")
    nothing_private(at_counter)
    at_counter.presses("F12")
    nothing_private(at_counter)
    at_counter.presses("Enter").presses("F9")
    for _ in range(3):
        if at_counter.page.desk.sheet is None:
            break
        at_counter.presses("Esc")
    assert at_counter.page.desk.sheet is None
    assert at_counter.keyboard() is at_counter.page.lookup.edit


def test_what_the_shop_knows_can_be_asked_quietly(at_counter: Cashier) -> None:
    at_counter.scans(ROSA).presses("F9").presses("F7")
    assert opened_sheet(at_counter).isVisible()
    nothing_private(at_counter)
    at_counter.presses("F9")
    assert at_counter.sees("Back to Rosa")


def test_enter_on_a_month_that_is_chosen_saves_the_birthday(at_counter: Cashier) -> None:
    at_counter.scans(ROSA).presses("Ctrl+H").taps("Biscuit")
    while "day" not in getattr(at_counter.keyboard(), "accessibleName", str)():
        at_counter.presses("Tab")
    at_counter.types("3").presses("Tab").types("5").presses("Enter")
    assert at_counter.toast() == "Saved: Biscuit"


def test_after_an_answer_on_the_card_the_keys_are_the_cards_again(at_counter: Cashier) -> None:
    assert at_counter.shop is not None
    old = at_counter.shop.today.replace(year=at_counter.shop.today.year - 3)
    rosa = find(at_counter.shop, "Rosa Delgado")[0].customer.id
    fact = Fact(rosa, 0, FactKind.LIKE, "Likes rye", subject="rye", heard_by="Mia", heard_on=old)
    at_counter.shop.storage.care.add_fact(fact)
    at_counter.scans(ROSA).button("Still true").setFocus()
    at_counter.presses("Enter")
    assert at_counter.keyboard() is at_counter.page.lookup.edit
