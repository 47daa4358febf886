"""What they told us about one being."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from pos_companion.model.facts import Discretion, FactKind
from tests.ui.counter.sheets.home_pages import DOG, FOUNDLING, LIVER, NUTS, heard, texts
from ui.counter.sheets.being_facts import BeingFacts, NewDiscretion, TellAbout
from ui.kit import Button, Chip, Sheet, Tile


@pytest.fixture
def facts(covers):
    sheet = Sheet("Biscuit", "Back")
    found = BeingFacts("Biscuit")
    sheet.add(found)
    covers(sheet)
    found.show_page(DOG)
    QApplication.processEvents()
    return found


def press(facts, words, kind=Button):
    next(one for one in facts.findChildren(kind) if one.text() == words and one.isVisible()).click()
    QApplication.processEvents()


def test_what_is_locked_is_counted_and_shown_when_asked_for(facts):
    assert "likes liver" in texts(facts)
    assert "was a foundling" not in texts(facts)
    press(facts, "Locked: 1")
    assert "was a foundling" in texts(facts)


def test_who_may_learn_a_thing_is_chosen_under_it(facts):
    said = heard(facts.discretion_chosen)
    press(facts, "likes liver", Tile)
    press(facts, "Know", Chip)
    assert said == []
    press(facts, "Say", Chip)
    assert said == [NewDiscretion(LIVER, Discretion.SAY)]


def test_a_tap_more_closes_it_again(facts):
    press(facts, "likes liver", Tile)
    press(facts, "likes liver", Tile)
    buttons = [one for one in facts.findChildren(Button) if one.isVisible()]
    assert "That’s wrong" not in [one.text() for one in buttons]


def test_what_is_wrong_is_one_tap(facts):
    wrong = heard(facts.wrong)
    press(facts, "Locked: 1")
    press(facts, "was a foundling", Tile)
    press(facts, "That’s wrong")
    assert wrong == [FOUNDLING]


def test_something_to_avoid_can_not_be_said_aloud(facts):
    facts.show_page(replace(DOG, facts=(NUTS,)))
    press(facts, "avoid: nuts", Tile)
    chips = [one.text() for one in facts.findChildren(Chip) if one.isVisible()]
    assert "Say" not in chips
    assert "Know" in chips


def test_a_line_is_kept_with_its_kind(facts, qtbot):
    told = heard(facts.told)
    qtbot.keyClick(facts.line.edit, Qt.Key.Key_Return)
    assert "A few words are enough." in texts(facts)
    facts.kinds[FactKind.ALLERGY].click()
    qtbot.keyClicks(facts.line.edit, "onions")
    qtbot.keyClick(facts.line.edit, Qt.Key.Key_Return)
    assert told == [TellAbout(FactKind.ALLERGY, "onions")]
    facts.begin_again()
    assert facts.line.text() == ""


def test_a_label_is_pointed_out_while_it_is_written(facts, qtbot):
    facts.kinds[FactKind.NOTE].click()
    qtbot.keyClicks(facts.line.edit, "is lazy")
    assert any("is a label" in one for one in texts(facts))
    facts.line.edit.selectAll()
    qtbot.keyClicks(facts.line.edit, "sleeps late")
    assert not any("is a label" in one for one in texts(facts))
