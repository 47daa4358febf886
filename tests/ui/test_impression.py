"""Who came along and how they seem: a tap says it, the same tap takes it back."""

from PySide6.QtWidgets import QApplication

from pos_companion.model.people import HouseholdMember, Species
from pos_companion.model.visits import Impression, Mood
from ui.impression import ImpressionBox

HOME = (HouseholdMember(3, "Ana", species=Species.CHILD), HouseholdMember(7, "Rex"))


def heard(box: ImpressionBox) -> list[Impression]:
    said: list[Impression] = []
    box.said.connect(said.append)
    return said


def test_one_tap_each_and_the_second_takes_it_back(qapp: QApplication) -> None:
    box = ImpressionBox(HOME)
    said = heard(box)
    box.company[7].click()
    box.company[3].click()
    box.company[7].click()
    assert [felt.company for felt in said] == [(7,), (7, 3), (3,)]
    box.moods_in[Mood.GOOD].click()
    box.moods_in[Mood.LOW].click()
    assert said[-1] == Impression((3,), Mood.LOW)
    box.moods_in[Mood.LOW].click()
    assert said[-1] == Impression((3,))


def test_how_they_leave_is_asked_once_it_was_said_how_they_came(qapp: QApplication) -> None:
    box = ImpressionBox(())
    said = heard(box)
    leaving = box.moods_out[Mood.GOOD]
    assert not leaving.isVisibleTo(box)
    box.moods_in[Mood.GOOD].click()
    assert leaving.isVisibleTo(box)
    box.moods_out[Mood.LOW].click()
    assert said[-1] == Impression((), Mood.GOOD, Mood.LOW)
    assert box.moods_out[Mood.LOW].isChecked()


def test_what_is_shown_is_not_said_again(qapp: QApplication) -> None:
    box = ImpressionBox(HOME)
    said = heard(box)
    box.show_impression(Impression((3,), None, Mood.FINE))
    assert box.company[3].isChecked()
    assert box.moods_out[Mood.FINE].isChecked()
    assert said == []
