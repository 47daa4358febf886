"""What somebody at home is to a customer."""

import pytest

from pos_companion.model.people import Species
from ui.counter.sheets.relation_chips import RelationChips
from ui.kit import Sheet


@pytest.fixture
def chips(covers):
    sheet = Sheet("Home", "Back")
    found = RelationChips()
    sheet.add(found)
    covers(sheet)
    return found


def test_nothing_chosen_is_a_person(chips):
    assert (chips.relation(), chips.species()) == ("", Species.PERSON)


def test_at_most_one_is_on_and_it_can_be_taken_back(chips):
    chips.chips["wife"].click()
    chips.chips["dog"].click()
    assert (chips.relation(), chips.species()) == ("dog", Species.DOG)
    chips.chips["dog"].click()
    assert chips.relation() == ""


def test_any_other_word_can_be_typed(chips, qtbot):
    chips.other.click()
    assert chips.line.edit.hasFocus()
    qtbot.keyClicks(chips.line.edit, "rabbit")
    assert chips.pet.isChecked()
    assert (chips.relation(), chips.species()) == ("rabbit", Species.PET)


def test_a_word_nobody_knows_is_an_animal_when_somebody_says_so(chips, qtbot):
    chips.other.click()
    qtbot.keyClicks(chips.line.edit, "gecko")
    assert chips.species() is Species.PERSON
    chips.pet.click()
    assert chips.species() is Species.PET


def test_a_typed_word_lights_its_chip(chips):
    chips.choose("DOG")
    assert chips.relation() == "dog"
    chips.choose("do")
    assert chips.relation() == ""
    chips.choose("cat")
    chips.clear()
    assert chips.relation() == ""
