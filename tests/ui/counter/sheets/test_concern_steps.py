"""The steps of a concern ask until everything is there."""

from datetime import timedelta

import pytest

from pos_companion.model.care import Channel
from tests.ui.counter.sheets.promise_cards import ROSA, SOUR, TODAY, heard, texts
from ui.counter.sheets.concern import ConcernSheet
from ui.counter.sheets.concern_steps import News


@pytest.fixture
def sheet(covers):
    return covers(ConcernSheet(SOUR, ROSA, ["Mia", "Sam"]))


def test_another_day_needs_a_reason_and_a_day(sheet):
    said = heard(sheet.promised)
    sheet.later.tile.click()
    sheet.later.keep.click()
    seen = texts(sheet.later)
    assert "Why another day? They will ask." in seen
    assert "Which day do we promise?" in seen
    sheet.later.why.set_text("shut")
    sheet.later.days.chips[1].click()
    sheet.later.keep.click()
    assert [one.due for one in said] == [TODAY + timedelta(days=3)]


def test_handing_over_needs_somebody_and_a_reason(sheet):
    said = heard(sheet.handed)
    sheet.hand.tile.click()
    sheet.hand.keep.click()
    assert "Who looks after it from now on?" in texts(sheet.hand)
    assert "Why is it handed on?" in texts(sheet.hand)
    sheet.hand.who.other.set_text("Zoe")
    sheet.hand.why.set_text("holiday")
    sheet.hand.keep.click()
    assert [one.to for one in said] == ["Zoe"]


def test_what_happened_is_kept_with_how_they_were_told(sheet):
    said = heard(sheet.noted)
    sheet.news.start.click()
    assert sheet.news.text.edit.hasFocus()
    sheet.news.text.set_text("asked the dairy")
    sheet.news.keep.click()
    sheet.news.told[Channel.PHONE].click()
    sheet.news.told[Channel.EMAIL].click()
    sheet.news.keep.click()
    assert said == [
        News(SOUR, "asked the dairy", None, False),
        News(SOUR, "asked the dairy", Channel.EMAIL, False),
    ]


def test_it_is_settled_only_once_they_know(sheet):
    said = heard(sheet.noted)
    sheet.news.start.click()
    sheet.news.text.set_text("a new carton")
    sheet.news.settles.click()
    sheet.news.keep.click()
    assert said == []
    assert "It is settled once they know. How were they told?" in texts(sheet.news)
    sheet.news.told[Channel.IN_PERSON].click()
    sheet.news.keep.click()
    assert said == [News(SOUR, "a new carton", Channel.IN_PERSON, True)]
