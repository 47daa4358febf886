"""A row that wraps."""

from PySide6.QtCore import Qt

from ui.kit import Chip, Flow, Tag

RTL = Qt.LayoutDirection.RightToLeft
DRINKS = ("Flat white", "Filter", "Croissant", "Rye loaf", "Tea")


def flow_of(*words):
    flow = Flow()
    for word in words:
        flow.add(Chip(word))
    return flow


def test_what_does_not_fit_goes_to_the_next_row(look, stand):
    flow = stand(flow_of(*DRINKS), 260)
    rows = {chip.y() for chip in flow.widgets()}
    assert len(rows) > 1
    assert all(chip.geometry().right() < 260 for chip in flow.widgets())


def test_the_first_stands_where_reading_starts(look, stand):
    assert stand(flow_of("Tea", "Filter"), 300).widgets()[0].x() == 0
    look(direction=RTL)
    assert stand(flow_of("Tea", "Filter"), 300).widgets()[0].geometry().right() == 299


def test_hidden_widgets_leave_no_hole(look, stand):
    flow = flow_of("Tea", "Filter", "Croissant")
    flow.widgets()[0].hide()
    stand(flow, 300)
    assert flow.widgets()[1].x() == 0


def test_lower_ones_stand_in_the_middle_of_the_row(look, stand):
    flow = flow_of("Tea")
    flow.add(Tag("8 s", "clock"))
    stand(flow, 300)
    chip, tag = flow.widgets()
    assert tag.y() == (chip.height() - tag.height()) // 2


def test_it_can_be_emptied(look, stand):
    flow = flow_of(*DRINKS)
    flow.clear()
    assert flow.widgets() == []
    assert flow.heightForWidth(300) == 0
