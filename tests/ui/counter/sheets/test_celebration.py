"""A day worth remembering: the common way is short, the rare ones are folded away."""

from datetime import date

import pytest
from PySide6.QtCore import Qt

from pos_companion.i18n import Phrase
from pos_companion.model.calendars import OtherCalendar, OtherDay
from pos_companion.model.card import CustomerCard
from pos_companion.model.celebrations import Celebration, CelebrationKind
from pos_companion.model.dates import LeapPolicy, NthWeekday, PartialDate, WrittenIn
from pos_companion.model.people import Customer, HouseholdMember, Species
from pos_companion.model.visits import UsualOrder
from pos_companion.services.celebrations import NewCelebration
from tests.layout_eyes import nameless, too_small
from ui.counter.sheets.celebration import CelebrationSheet

TODAY = date(2025, 11, 21)
BIRTHDAY = CelebrationKind.BIRTHDAY
TOMAS = HouseholdMember(4, "Tomás", "husband")
BISCUIT = HouseholdMember(5, "Biscuit", "dog", Species.DOG)
CARD = CustomerCard(
    TODAY,
    Customer(1, "Rosa Delgado", "Rosa"),
    Phrase("Morning!"),
    UsualOrder(),
    household=(TOMAS, BISCUIT),
)


def day(sheet, number: str, month: int) -> None:
    sheet.ways.row.day.set_text(number)
    sheet.ways.row.month.pick(month)


def heard(sheet) -> list:
    said: list = []
    sheet.added.connect(lambda new, correct: said.append((new, correct)))
    sheet.changed.connect(said.append)
    sheet.removed.connect(said.append)
    return said


def chip(chips, words: str):
    return next(one for one in chips if one.text() == words)


def test_at_first_there_is_little_to_read(covers):
    sheet = covers(CelebrationSheet(CARD))
    sheet.start()
    assert sheet.ways.row.day.edit.hasFocus()
    assert chip(sheet.kinds, "Birthday").isChecked()
    assert chip(sheet.who, "Rosa").isChecked()
    assert not sheet.more.isVisible()
    assert not sheet.words.isVisible()
    assert nameless(sheet) == []
    assert too_small(sheet) == []


def test_a_birthday_of_the_customer(covers, qtbot):
    sheet = covers(CelebrationSheet(CARD))
    said = heard(sheet)
    day(sheet, "14", 5)
    qtbot.keyClick(sheet.ways.row.day.edit, Qt.Key.Key_Return)
    assert said == [(NewCelebration(BIRTHDAY, PartialDate(None, 5, 14)), False)]


def test_enter_on_the_month_or_on_a_chip_keeps_it_too(covers, qtbot):
    sheet = covers(CelebrationSheet(CARD))
    said = heard(sheet)
    day(sheet, "14", 5)
    for focused in (sheet.ways.row.month, sheet.who[1]):
        focused.setFocus()
        qtbot.keyClick(focused, Qt.Key.Key_Return)
    assert len(said) == 2


def test_a_pets_birthday_is_the_pets_at_once(covers):
    sheet = covers(CelebrationSheet(CARD))
    said = heard(sheet)
    chip(sheet.kinds, "Pet’s birthday").click()
    day(sheet, "14", 5)
    sheet.action.click()
    assert said[0][0].being == BISCUIT.id


def test_without_a_pet_nobody_is_asked_for_its_birthday(covers):
    alone = CustomerCard(TODAY, Customer(1, "Rosa"), Phrase("Morning!"), UsualOrder())
    sheet = covers(CelebrationSheet(alone))
    assert "Pet’s birthday" not in [one.text() for one in sheet.kinds]


def test_another_occasion_needs_its_words(covers):
    sheet = covers(CelebrationSheet(CARD))
    said = heard(sheet)
    chip(sheet.kinds, "Another occasion").click()
    day(sheet, "1", 9)
    sheet.action.click()
    assert said == []
    assert sheet.words.edit.hasFocus()
    sheet.words.set_text("starts at university")
    sheet.action.click()
    assert (said[0][0].kind, said[0][0].title) == (CelebrationKind.OTHER, "starts at university")


def test_what_is_rare_is_kept_too(covers):
    sheet = covers(CelebrationSheet(CARD))
    said = heard(sheet)
    day(sheet, "29", 2)
    sheet.ways.year.set_text("2000")
    sheet.unfold.click()
    sheet.once.click()
    sheet.surprised[0][0].click()
    sheet.action.click()
    new = said[0][0]
    assert (new.date, new.leap) == (PartialDate(2000, 2, 29), LeapPolicy.FEBRUARY)
    assert (new.yearly, new.hidden_from) == (False, ("being:4",))


@pytest.mark.parametrize(
    ("number", "month", "year", "sentence"),
    [
        ("31", 4, "", "April has no 31; it ends on the 30."),
        ("29", 2, "1999", "There was no 29 February in 1999."),
        ("", 0, "", "Which day is it? The month alone helps too."),
        ("4", 0, "", "Which month?"),
    ],
)
def test_a_day_that_cannot_be_gets_one_sentence(covers, number, month, year, sentence):
    sheet = covers(CelebrationSheet(CARD))
    said = heard(sheet)
    sheet.ways.row.day.set_text(number)
    if month:
        sheet.ways.row.month.pick(month)
    sheet.ways.year.set_text(year)
    sheet.action.click()
    assert sheet.ways.problem.text.text() == sentence
    assert said == []


@pytest.mark.parametrize(
    "when",
    [
        PartialDate(1990, 5, 14),
        PartialDate(None, 5),
        NthWeekday(3, 0, 5),
        NthWeekday(-1, 6, 10),
        OtherDay(OtherCalendar.ISLAMIC, 12, 10),
        OtherDay(OtherCalendar.JULIAN, 12, 25),
        WrittenIn(date(2026, 2, 17)),
    ],
    ids=str,
)
def test_a_known_day_is_shown_and_kept_as_it_was(covers, when):
    before = Celebration(
        1, 3, "Tomás", BIRTHDAY, when, 4, hidden_from=("being:4", "customer:9"), quiet=True
    )
    sheet = covers(CelebrationSheet(CARD, before))
    said = heard(sheet)
    assert sheet.title.text() == "Tomás’s birthday"
    sheet.action.click()
    (after,) = said
    assert after.date == when
    assert set(after.hidden_from) == set(before.hidden_from)
    assert (after.n, after.being, after.quiet) == (3, 4, True)


def test_a_date_gone_by_is_asked_for_anew(covers):
    eid = Celebration(1, 3, "", CelebrationKind.OTHER, WrittenIn(date(2025, 3, 30)), title="Eid")
    sheet = covers(CelebrationSheet(CARD, eid))
    said = heard(sheet)
    sheet.action.click()
    assert said == []
    assert sheet.ways.problem.text.text() == "Give the day and the month of the next time."
    sheet.ways.next.row.day.set_text("20")
    sheet.ways.next.row.month.pick(3)
    assert sheet.ways.preview.text() == "Next time: Friday 20 March"
    sheet.action.click()
    assert said[0].date == WrittenIn(date(2026, 3, 20))


def test_it_can_be_removed_and_corrected(covers):
    before = Celebration(1, 3, "Rosa", BIRTHDAY, PartialDate(None, 5, 14))
    sheet = covers(CelebrationSheet(CARD, before))
    said = heard(sheet)
    next(one for one in sheet.findChildren(type(sheet.unfold)) if "Remove" in one.text()).click()
    assert said == [before]
    new = covers(CelebrationSheet(CARD))
    said = heard(new)
    day(new, "15", 5)
    new.offer_correction("Rosa’s birthday is kept already, on another day.")
    next(one for one in new.findChildren(type(new.unfold)) if one.text() == "Correct it").click()
    assert said == [(NewCelebration(BIRTHDAY, PartialDate(None, 5, 15)), True)]
