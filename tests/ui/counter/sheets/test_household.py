"""Family and pets: what is drawn, what is said, where the keys go."""

from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from pos_companion.i18n import Phrase
from pos_companion.model.people import Customer, Gone, Species
from pos_companion.services.home_pages import HouseholdPage, Missing
from pos_companion.services.members import NewMember
from tests.layout_eyes import cut, nameless, too_small
from tests.ui.counter.sheets.home_pages import BISCUIT, HOME, ROSA, heard, texts
from ui.counter.sheets.household import HouseholdSheet
from ui.kit import Button, Tile

GONE = Missing(20, "Rex", Gone.DIED, "dog", date(2025, 6, 2))
LEFT = Missing(21, "Oleg", Gone.LEFT)


def stops(sheet):
    """Where Tab goes, from the first stop on."""
    found = []
    sheet.back.setFocus()
    while sheet.back not in found:
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        found.append(QApplication.focusWidget())
    return found


def test_each_is_a_row_that_can_be_tapped_and_is_named(covers):
    sheet = covers(HouseholdSheet(HOME))
    chosen = heard(sheet.member_chosen)
    tiles = [one for one in sheet.findChildren(Tile) if one.isVisible()]
    assert [one.text() for one in tiles] == [
        "Tomás, husband · comes here too",
        "Ana, daughter",
        "Biscuit, dog",
    ]
    tiles[2].click()
    assert chosen == [BISCUIT]
    assert cut(sheet) + nameless(sheet) + too_small(sheet) == []


def test_tab_goes_down_the_page_also_after_it_was_drawn_anew(covers):
    sheet = covers(HouseholdSheet(HOME))
    sheet.show_page(replace(HOME, missing=(GONE,)))
    QApplication.processEvents()
    names = [one.accessibleName() for one in stops(sheet)]
    order = ["Ana, daughter", "Add somebody", "husband", "Somebody we know already"]
    order += ["Somebody moves out", "Take it back: Rex", "Add", "Back to Rosa"]
    places = [names.index(one) for one in order]
    assert places == sorted(places)


def test_with_nobody_there_is_only_the_line(covers):
    sheet = covers(HouseholdSheet(HouseholdPage(Customer(1), ())))
    sheet.start()
    assert sheet.line.edit.hasFocus()
    assert sheet.parting is None
    assert not [one for one in sheet.findChildren(Tile) if one.isVisible()]
    assert sheet.back.text() == "Back to the card"


def test_who_wants_no_family_kept_reads_why_and_nothing_can_be_added(covers):
    refused = HouseholdPage(ROSA, (), refused=Phrase("They said no."))
    sheet = covers(HouseholdSheet(refused))
    sheet.start()
    assert "They said no." in texts(sheet)
    assert not sheet.line.isVisible()
    assert not sheet.action.isVisible()


def test_who_is_gone_stands_at_the_end_with_a_way_back(covers):
    sheet = covers(HouseholdSheet(replace(HOME, missing=(GONE, LEFT))))
    back = heard(sheet.brought_back)
    seen = texts(sheet)
    assert seen[-5:] == [
        "Not with us any more",
        "Rex",
        "2 June 2025",
        "Oleg",
        "Not part of the family any more",
    ]
    buttons = {one.accessibleName(): one for one in sheet.findChildren(Button)}
    buttons["Take it back: Oleg"].click()
    assert back == [21]


def test_what_is_being_written_outlasts_a_new_page(covers, qtbot):
    sheet = covers(HouseholdSheet(HOME))
    added = heard(sheet.added)
    qtbot.keyClicks(sheet.line.edit, "Miso, cat")
    sheet.show_page(HOME)
    qtbot.keyClick(sheet.line.edit, Qt.Key.Key_Return)
    assert added == [NewMember("Miso", "cat", Species.CAT)]
    sheet.begin_again()
    assert (sheet.line.text(), sheet.relations.relation()) == ("", "")


def test_the_green_button_is_the_one_of_what_is_being_done(covers):
    sheet = covers(HouseholdSheet(HOME))
    parted = heard(sheet.parted)
    assert sheet.action.isVisible()
    move_out = next(one for one in sheet.findChildren(Button) if one.text() == "Somebody moves out")
    move_out.click()
    assert not sheet.action.isVisible()
    assert sheet.keep()
    assert parted[0].leaver is ROSA
