"""T12 and T22 in the window: a trainee goes everywhere, and quiet mode hides whom it should."""

import re
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QWidget

from pos_companion.model.staff import Right, Role
from pos_companion.services.sign_in import allowed
from pos_companion.services.staff import add_person
from tests.bots import Cashier
from tests.counter_fixtures import at_counter, cashier_with, corner_shop_records
from ui.office.rooms import ROOMS

__all__ = ["at_counter", "cashier_with", "corner_shop_records"]

ROSA = "20471100"
_MIA, _JO = "739152", "2964"
_REFUSED = "Jo may not do this here. A manager can."
_READS = {
    "people": Right.STAFF,
    "given": Right.APPROVE,
    "privacy": Right.ERASE,
    "ideas": Right.RULES,
}
"""What a room needs to be read at all; the others refuse the deed, when it is asked for."""
_PHONE = re.compile(r"\d[\d ]{4,}\d")


@pytest.fixture
def trainee(at_counter: Cashier) -> Cashier:
    """Jo, a trainee, is at the counter."""
    assert at_counter.shop is not None
    add_person(at_counter.shop, "Mia", Role.MANAGER, _MIA)
    add_person(at_counter.shop, "Jo", Role.TRAINEE, _JO)
    at_counter.presses("F12").taps("Jo").types(_JO).presses("Enter")
    assert at_counter.shop.staff == "Jo"
    return at_counter


def test_t12_a_trainee_may_walk_into_every_room_and_is_told_in_place(trainee: Cashier) -> None:
    assert trainee.shop is not None
    for name in ROOMS:
        trainee.window.show_room(name)
        trainee.settle()
        page = trainee.window.rooms.pages[name]
        assert page.isVisible(), name
        refused = name in _READS and not allowed(trainee.shop, _READS[name])
        assert trainee.sees(_REFUSED) is refused, name
    trainee.window.show_room("shelf")
    trainee.settle()
    trainee.taps("Back to the counter").scans(ROSA)
    assert trainee.greeting() == "“Morning, Rosa!”"


def test_t12_a_trainee_who_keeps_a_note_is_told_in_place_and_can_go_on(trainee: Cashier) -> None:
    assert trainee.shop is not None
    notes = trainee.shop.storage.rows("SELECT count(*) FROM remark")
    trainee.scans(ROSA).presses("F5").types("likes rye bread").presses("Enter")
    assert trainee.sees(_REFUSED)
    trainee.presses("Esc").presses("Esc").scans(ROSA).presses("F6").taps("Put right now")
    assert trainee.sees(_REFUSED)
    assert trainee.shop.storage.rows("SELECT count(*) FROM remark") == notes
    trainee.presses("Esc").presses("Esc").scans(ROSA).presses("Enter")
    assert trainee.visits_today() > 0


def test_t12_whatever_a_trainee_chooses_from_the_list_of_commands_nothing_breaks(
    trainee: Cashier,
) -> None:
    trainee.scans(ROSA)
    commands = [one for one in trainee.page.desk.commands.doable(True) if one.run is not None]
    assert len(commands) > 15
    for command in commands:
        if "print" in command.label or "help" in command.label:
            continue  # opens a window of the system
        assert command.run is not None
        command.run()
        trainee.settle()
        if trainee.window.guard.is_locked:
            trainee.taps("Jo").types(_JO).presses("Enter")
        for _ in range(4):
            if trainee.page.desk.sheet is not None:
                trainee.presses("Esc")
        if not trainee.page.isVisible() or trainee.page.journey.visit is None:
            trainee.window.show_counter()
            trainee.scans(ROSA)
    assert trainee.page.isVisible()


def words_seen(cashier: Cashier) -> Iterator[str]:
    """Every word on the screen, and every word that is told about what is on it."""
    yield from cashier.texts()
    for one in cashier.window.findChildren(QWidget):
        if one.isVisible():
            yield from (one.toolTip(), one.accessibleName(), one.accessibleDescription())
    yield cashier.window.windowTitle()


def test_t22_in_quiet_mode_no_phone_no_note_and_no_child_is_anywhere(at_counter: Cashier) -> None:
    assert at_counter.shop is not None
    rows = at_counter.shop.storage.rows
    private = {str(text) for (text,) in rows("SELECT text FROM remark")}
    private |= {str(name) for (name,) in rows("SELECT name FROM household_member")}
    private = {text for text in private if len(text) > 2}
    assert len(private) > 5
    for story in ("", "Space", "F4", "F5", "F6", "F8"):
        at_counter.scans(ROSA)
        if story:
            at_counter.presses(story)
        at_counter.presses("F9")
        seen = "\n".join(words_seen(at_counter))
        assert [text for text in private if text in seen] == [], story
        assert not _PHONE.search(seen), story
        at_counter.presses("F9").presses("Esc").presses("Esc")
