"""A manager says who works here; from the first name on the till asks who it is."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget

from pos_companion.model.staff import Role, Tries
from pos_companion.services.sign_in import sign_in
from pos_companion.services.staff import add_person
from tests.bots import Cashier
from ui.office.people_here import PeoplePage

MIA, SAM = "739152", "4826"


@pytest.fixture
def in_office(at_counter: Cashier) -> Cashier:
    """On the page of a shop of one person."""
    at_counter.window.show_room("people")
    at_counter.settle()
    return at_counter


@pytest.fixture
def with_mia(in_office: Cashier) -> Cashier:
    """Mia has added herself, with the keyboard alone."""
    in_office.taps("Add somebody")
    fill_in(in_office, "Mia", MIA)
    return in_office


def page(cashier: Cashier) -> PeoplePage:
    people = cashier.window.rooms.people
    assert people is not None
    return people


def fill_in(cashier: Cashier, name: str, pin: str) -> None:
    form = page(cashier).form
    assert form is not None
    form.name.set_text(name)
    form.pin.edit.setFocus()
    cashier.types(pin).presses("Enter")


def names(cashier: Cashier) -> list[tuple[str, str, bool]]:
    assert cashier.shop is not None
    everybody = cashier.shop.storage.staff.everybody()
    return [(one.name, one.role.value, one.active) for one in everybody]


def test_the_first_person_is_a_manager_and_the_till_asks_from_then_on(with_mia: Cashier) -> None:
    assert names(with_mia) == [("Mia", "manager", True)]
    assert with_mia.shop is not None
    assert with_mia.shop.staff == "Mia"
    with_mia.presses("F12").types(MIA).presses("Enter")
    assert not with_mia.window.guard.is_locked


def test_somebody_is_added_and_taken_back(with_mia: Cashier) -> None:
    with_mia.taps("Add somebody").taps("Keyholder")
    fill_in(with_mia, "Sam", SAM)
    assert names(with_mia)[1] == ("Sam", "keyholder", True)
    page(with_mia).notices.undo_last()
    with_mia.settle()
    assert [name for name, _role, _active in names(with_mia)] == ["Mia"]


def test_a_pin_that_cannot_be_used_is_said_and_the_form_keeps_what_was_typed(
    with_mia: Cashier,
) -> None:
    with_mia.taps("Add somebody")
    fill_in(with_mia, "Sam", "1234")
    assert with_mia.sees("one of the first that anybody would try")
    form = page(with_mia).form
    assert form is not None
    assert form.name.text() == "Sam"


def test_who_leaves_is_still_named_and_can_come_back(with_mia: Cashier) -> None:
    with_mia.taps("Add somebody")
    fill_in(with_mia, "Sam", SAM)
    press(with_mia, "No longer works here: Sam")
    assert names(with_mia)[1] == ("Sam", "counter", False)
    assert with_mia.sees("does not work here any more")
    with_mia.taps("Works here again")
    fill_in(with_mia, "Sam", "5928")
    assert names(with_mia)[1] == ("Sam", "counter", True)


def test_the_only_manager_cannot_leave(with_mia: Cashier) -> None:
    press(with_mia, "No longer works here: Mia")
    assert with_mia.sees("Mia is the only manager.")
    assert names(with_mia) == [("Mia", "manager", True)]


def test_a_new_pin_also_opens_one_that_was_wrong_too_often(with_mia: Cashier) -> None:
    assert with_mia.shop is not None
    sam = add_person(with_mia.shop, "Sam", Role.COUNTER, SAM).after.id
    with_mia.shop.storage.staff.keep_tries(sam, Tries(20, with_mia.shop.clock.now()))
    with_mia.window.show_room("people")
    with_mia.settle()
    assert with_mia.sees("the PIN was wrong too often")
    press(with_mia, "Let the PIN be tried again: Sam")
    assert sign_in(with_mia.shop, sam, SAM).name == "Sam"


def test_nobody_but_a_manager_sees_the_page(with_mia: Cashier) -> None:
    assert with_mia.shop is not None
    sam = add_person(with_mia.shop, "Sam", Role.COUNTER, SAM).after.id
    sign_in(with_mia.shop, sam, SAM)
    with_mia.window.show_room("people")
    with_mia.settle()
    assert with_mia.sees("Sam may not do this here. A manager can.")
    assert not with_mia.sees("Mia")
    assert not any("Change" in text for text in with_mia.texts())


def test_a_recovery_code_is_made_and_shown_once(with_mia: Cashier) -> None:
    with_mia.taps("Make a new recovery code")
    assert with_mia.sees("Write it down now")
    with_mia.window.show_room("people")
    with_mia.settle()
    assert not with_mia.sees("Write it down now")


def test_esc_leaves_the_form_first_and_then_the_page(with_mia: Cashier) -> None:
    with_mia.taps("Add somebody")
    with_mia.presses("Esc")
    assert page(with_mia).form is None
    with_mia.presses("Esc")
    assert with_mia.window.slot.shown is with_mia.page


def test_everything_on_the_page_can_be_named(with_mia: Cashier) -> None:
    with_mia.taps("Add somebody")
    stops = [one for one in page(with_mia).findChildren(QWidget) if _is_stop(one)]
    for one in stops:
        interface = QAccessible.queryAccessibleInterface(one)
        assert interface.text(QAccessible.Text.Name), one


def press(cashier: Cashier, name: str) -> None:
    buttons = page(cashier).findChildren(QWidget)
    button = next(one for one in buttons if one.accessibleName() == name)
    button.click()
    cashier.settle()


def _is_stop(widget: QWidget) -> bool:
    return widget.isVisible() and bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
