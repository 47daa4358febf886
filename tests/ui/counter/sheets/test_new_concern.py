"""Something went wrong, and nobody is blamed."""

from PySide6.QtCore import Qt

from pos_companion.services.concerns import NewConcern
from tests.ui.counter.sheets.promise_cards import ROSA, TODAY, heard, texts
from ui.counter.sheets.new_concern import NewConcernSheet
from ui.kit import Field


def test_it_is_kept_with_a_day_and_whoever_is_at_the_counter(covers, qtbot):
    sheet = covers(NewConcernSheet(ROSA, ["Mia", "Sam"], "Mia"))
    said = heard(sheet.opened)
    sheet.start()
    assert sheet.what.edit.hasFocus()
    qtbot.keyClicks(sheet.what.edit, "Sour milk")
    qtbot.keyClicks(sheet.promise.edit, "a fresh one")
    sheet.days.chips[0].click()
    qtbot.keyClick(sheet.promise.edit, Qt.Key.Key_Return)
    assert said == [NewConcern(1, "Sour milk", "a fresh one", TODAY, "Mia")]


def test_what_is_missing_is_asked_for(covers):
    sheet = covers(NewConcernSheet(ROSA))
    said = heard(sheet.opened)
    sheet.action.click()
    seen = texts(sheet)
    for question in (
        "What happened? A few words are enough.",
        "What did we promise?",
        "Which day do we promise?",
        "Who looks after it? Somebody has to.",
    ):
        assert question in seen
    assert sheet.what.edit.hasFocus()
    assert said == []


def test_there_is_no_field_for_whose_fault_it_was(covers):
    sheet = covers(NewConcernSheet(ROSA, ["Mia"], "Mia"))
    asked = [one.label.text() for one in sheet.findChildren(Field) if one.isVisible()]
    assert asked == ["What happened", "What we promised", "Somebody else"]
