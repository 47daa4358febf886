from datetime import date, timedelta

import pytest

from pos_companion.i18n import Phrase
from pos_companion.model.celebrations import Celebration, CelebrationKind, DayAhead
from pos_companion.model.dates import PartialDate, Span
from pos_companion.model.people import Customer, Species
from pos_companion.printouts import Document
from ui.counter.sheets.days_ahead import DaysAheadSheet
from ui.kit import Button, Text, Tile

TODAY = date(2025, 11, 21)
ROSA = Customer(1, "Rosa Delgado", "Rosa")


def ahead(days: int, who: str = "Biscuit", **more) -> DayAhead:
    day = TODAY + timedelta(days=days)
    celebration = Celebration(
        1, 1, who, CelebrationKind.BIRTHDAY, PartialDate(None, day.month, day.day), 5, Species.DOG
    )
    return DayAhead(celebration, ROSA, "dog", Span(day, day), days, **more)


@pytest.fixture
def sheet(covers):
    return covers(DaysAheadSheet(TODAY, 7, lambda days: Document(Phrase(str(days)))))


def headings(sheet) -> list[str]:
    return [one.text() for one in sheet.rows.findChildren(Text) if one.role() == "label"]


def test_the_days_stand_over_those_who_celebrate(sheet):
    sheet.show_ahead(7, (ahead(0), ahead(1), ahead(1, "Minka"), ahead(4)))
    assert [one for one in headings(sheet) if one] == ["Today", "Tomorrow", "Tuesday 25 November"]
    names = [one.accessibleName() for one in sheet.rows.findChildren(Tile)]
    assert names[0] == "Today. Biscuit’s birthday. Rosa Delgado. dog"


def test_a_tap_opens_the_card(sheet, qtbot):
    sheet.show_ahead(7, (ahead(0),))
    with qtbot.waitSignal(sheet.chosen) as said:
        sheet.rows.findChildren(Tile)[0].click()
    assert said.args == [1]


def test_the_other_number_of_days_is_asked_for_and_a_late_answer_is_dropped(sheet, qtbot):
    with qtbot.waitSignal(sheet.days_asked) as said:
        sheet.chips[1].click()
    assert said.args == [30]
    sheet.show_ahead(7, (ahead(0),))
    assert sheet.rows.findChildren(Tile) == []


def test_nothing_to_celebrate_is_said(sheet):
    sheet.show_ahead(7, ())
    assert sheet.rows.findChildren(Text)[0].text() == "Nothing to celebrate that we know of."


def test_a_long_list_comes_in_parts(sheet):
    sheet.show_ahead(7, tuple(ahead(2, f"Pet {at}") for at in range(100)))
    assert len(sheet.rows.findChildren(Tile)) == 60
    next(one for one in sheet.findChildren(Button) if one.text() == "40 more").click()
    assert len(sheet.rows.findChildren(Tile)) == 100


def test_what_is_shown_can_be_put_on_paper(sheet):
    sheet.chips[1].click()
    assert sheet.printable()().title.text == "30"
