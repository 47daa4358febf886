"""One person or pet at home."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from pos_companion.model.calendars import OtherCalendar, OtherDay
from pos_companion.model.dates import LeapPolicy, PartialDate
from pos_companion.model.people import Customer, Gone
from pos_companion.services.home_pages import MemberPage
from pos_companion.services.member_form import MemberForm
from tests.layout_eyes import cut, nameless, too_small
from tests.ui.counter.sheets.home_pages import (
    ANA,
    BIRTHDAY,
    BISCUIT,
    DOG,
    HUSBAND,
    ROSA,
    TODAY,
    heard,
    texts,
)
from ui.counter.sheets.member import MemberSheet
from ui.kit import Button

DAUGHTER = MemberPage(ROSA, ANA, TODAY)


def test_nothing_is_cut_and_everything_has_a_name(covers):
    sheet = covers(MemberSheet(DOG))
    QApplication.processEvents()
    assert cut(sheet) + nameless(sheet) + too_small(sheet) == []


def test_the_line_has_the_keyboard_and_there_is_nothing_to_save_yet(covers):
    sheet = covers(MemberSheet(DOG))
    sheet.start()
    assert sheet.facts.line.edit.hasFocus()
    assert not sheet.action.isVisible()


def test_a_changed_name_can_be_saved_and_changed_back(covers, qtbot):
    sheet = covers(MemberSheet(DOG))
    kept = heard(sheet.kept)
    qtbot.keyClicks(sheet.name.edit, "!")
    assert sheet.action.isVisible()
    qtbot.keyClick(sheet.name.edit, Qt.Key.Key_Backspace)
    assert not sheet.action.isVisible()
    qtbot.keyClicks(sheet.say_as.edit, "BIS-kit")
    qtbot.keyClick(sheet.say_as.edit, Qt.Key.Key_Return)
    assert kept == [MemberForm(replace(BISCUIT, say_as="BIS-kit"), BIRTHDAY.date)]


def test_without_a_name_nothing_is_kept(covers):
    sheet = covers(MemberSheet(DOG))
    kept = heard(sheet.kept)
    sheet.name.set_text(" ")
    sheet.accepted.emit()
    assert "A name is all we need." in texts(sheet)
    assert kept == []


def test_a_birthday_needs_no_year_and_keeps_the_one_we_know(covers, qtbot):
    known = replace(BIRTHDAY, date=PartialDate(2019, 11, 22))
    sheet = covers(MemberSheet(replace(DOG, birthday=known, days=(known,))))
    kept = heard(sheet.kept)
    assert not sheet.action.isVisible()
    sheet.birthday.day.edit.selectAll()
    qtbot.keyClicks(sheet.birthday.day.edit, "23")
    sheet.action.click()
    assert kept == [MemberForm(BISCUIT, PartialDate(2019, 11, 23))]


def test_a_leap_day_says_what_it_becomes(covers, qtbot):
    sheet = covers(MemberSheet(DAUGHTER))
    kept = heard(sheet.kept)
    qtbot.keyClicks(sheet.birthday.day.edit, "29")
    sheet.birthday.month.pick(2)
    sheet.action.click()
    assert kept == [MemberForm(ANA, PartialDate(None, 2, 29), LeapPolicy.FEBRUARY)]


def test_a_month_alone_is_enough(covers):
    sheet = covers(MemberSheet(DAUGHTER))
    kept = heard(sheet.kept)
    sheet.birthday.month.pick(5)
    sheet.action.click()
    assert kept == [MemberForm(ANA, PartialDate(None, 5))]


def test_a_day_can_be_forgotten(covers):
    sheet = covers(MemberSheet(DOG))
    kept = heard(sheet.kept)
    sheet.forget.click()
    assert not sheet.forget.isVisible()
    sheet.action.click()
    assert kept == [MemberForm(BISCUIT)]


def test_a_day_of_another_calendar_is_left_alone(covers, qtbot):
    moon = replace(BIRTHDAY, date=OtherDay(OtherCalendar.ISLAMIC, 3, 9))
    sheet = covers(MemberSheet(replace(DOG, birthday=moon, days=(moon,))))
    kept = heard(sheet.kept)
    assert "This day is kept in another calendar." in texts(sheet)
    qtbot.keyClicks(sheet.say_as.edit, "BIS-kit")
    sheet.action.click()
    assert kept == [MemberForm(replace(BISCUIT, say_as="BIS-kit"), moon.date)]


def test_there_is_nothing_to_leave_in_peace_without_a_day(covers):
    sheet = covers(MemberSheet(DAUGHTER))
    assert not sheet.quiet.isEnabled()
    sheet.birthday.month.pick(5)
    assert sheet.quiet.isEnabled()


def test_sad_news_are_two_quiet_buttons_at_the_end(covers):
    sheet = covers(MemberSheet(DOG))
    gone = heard(sheet.gone)
    assert {sheet.died.kind(), sheet.left.kind()} == {"ghost"}
    sheet.died.click()
    sheet.left.click()
    assert gone == [Gone.DIED, Gone.LEFT]


def test_a_customer_has_a_way_to_their_card_first(covers):
    sheet = covers(MemberSheet(MemberPage(ROSA, HUSBAND, TODAY, has_card=True)))
    wanted = heard(sheet.card_wanted)
    sheet.start()
    assert sheet.open_card.hasFocus()
    sheet.open_card.click()
    assert wanted == [2]
    assert "Tomás has a card. Scan another one to replace it." in texts(sheet)


def test_a_scanned_card_is_for_people(covers):
    sheet = covers(MemberSheet(DAUGHTER))
    given = heard(sheet.card_given)
    assert sheet.take_card("20479990")
    assert not MemberSheet(DOG).take_card("20479990")
    assert given == ["20479990"]


def test_a_shared_pet_names_its_other_owners(covers):
    sheet = covers(MemberSheet(replace(DOG, owners=(Customer(4, "Wei Ito"),))))
    dropped = heard(sheet.unshared)
    button = next(
        one for one in sheet.findChildren(Button) if one.text() == "No longer shared with Wei Ito"
    )
    button.click()
    assert dropped == [4]


def test_what_is_being_written_outlasts_a_new_fact(covers, qtbot):
    sheet = covers(MemberSheet(DOG))
    qtbot.keyClicks(sheet.say_as.edit, "BIS")
    sheet.show_page(replace(DOG, facts=()))
    assert sheet.say_as.text() == "BIS"
    renamed = replace(BISCUIT, name="Bisquit")
    sheet.show_page(replace(DOG, member=renamed))
    assert (sheet.title.text(), sheet.name.text()) == ("Bisquit", "Bisquit")
