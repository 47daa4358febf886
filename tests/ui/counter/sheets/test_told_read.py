"""What a line was understood as."""

from datetime import date

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from pos_companion.insight.note_words import complaints_about
from pos_companion.insight.told import Listener, understand
from pos_companion.insight.told_parts import Understood
from tests.ui.counter.sheets.promise_cards import heard
from ui.counter.sheets.told_read import Fitted, ReadOut, icon_of, marked, reworded
from ui.kit import Chip, Icon

TODAY = date(2025, 11, 21)


def read(text: str) -> Understood:
    return understand(text, Listener("en", TODAY))


@pytest.fixture
def window(look, qtbot) -> QWidget:
    host = QWidget()
    qtbot.addWidget(host)
    host.resize(440, 900)
    return host


@pytest.fixture
def out(window) -> ReadOut:
    made = ReadOut()
    made.setParent(window)
    made.resize(400, 50)
    window.show()
    return made


def chips(out: ReadOut) -> dict[str, Chip]:
    return {one.text(): one for one in out.findChildren(Chip) if one.isVisible()}


@pytest.mark.parametrize(
    ("text", "icon"),
    [
        ("@spouse Tom", "user"),
        ("#cat Miso", "paw-print"),
        ("birthday 3 May", "cake"),
        ("~likes rye", "heart"),
        ("!nuts", "ban"),
        ("~vegan", "ban"),
        ("?Lisbon 24 Nov", "calendar-days"),
        ("~needs a bag", "search"),
    ],
)
def test_every_part_has_its_picture(text, icon):
    (part,) = read(text).parts
    assert icon_of(part.what) == icon


def test_each_part_is_one_line_and_the_rest_is_a_note(out):
    out.show_read(read("#cat Miso, plays chess"))
    assert out.sentences() == ["New pet: Miso (cat)", "Kept as a note: plays chess"]
    assert [one.name() for one in out.findChildren(Icon)] == ["paw-print", "quote"]


def test_nothing_is_no_line(out):
    out.show_read(read(""))
    assert out.isHidden()


def test_one_of_two_ways_is_put_in_place(out):
    out.show_read(read("tea, birthday 3/5, cake"))
    said = heard(out.rewritten)
    chips(out)["Their birthday: 3 May"].click()
    assert said == ["tea, birthday 3 May, cake"]


def test_a_proposed_mark_is_put_before_its_piece(out):
    out.show_read(read("tea, likes rye"))
    said = heard(out.rewritten)
    chips(out)["Like: likes rye"].click()
    assert said == ["tea, ~likes rye"]


def test_a_piece_that_is_marked_already_is_left_alone():
    line = read("~likes rye, likes rye")
    assert marked(line, line.suggestions[0]) == "~likes rye, ~likes rye"


def test_a_part_is_reworded_where_it_stands():
    line = read("birthday 3/5, tea")
    (part,) = line.parts
    assert reworded(line, part, part.readings[1]) == "birthday 5 Mar, tea"


def test_a_delicate_thing_can_be_locked_and_a_label_only_reworded(out):
    text = "she is rude about the divorce"
    out.show_read(read(text), complaints_about(text))
    said: list[bool] = []
    out.lock_asked.connect(lambda: said.append(True))
    assert any("is a label" in one for one in out.sentences())
    assert [one for one in chips(out) if "lock" in one] == ["Keep it locked"]
    chips(out)["Keep it locked"].click()
    assert said == [True]


def test_many_parts_scroll_in_a_share_of_the_window(window, out):
    column = Fitted()
    column.setParent(window)
    column.resize(400, 50)
    column.add(out)
    column.show()
    out.show_read(read("~likes rye"))
    QApplication.processEvents()
    assert column.sizeHint().height() == out.heightForWidth(400)
    out.show_read(read(", ".join(f"~likes rye {n}" for n in range(40))))
    QApplication.processEvents()
    assert column.sizeHint().height() == 360
    assert column.minimumSizeHint().height() == 44
