"""A column that scrolls."""

from PySide6.QtCore import Qt

from ui.kit import ScrollColumn, Text


def test_a_short_column_does_not_scroll(look, stand):
    column = ScrollColumn()
    column.add(Text("Sour oat milk on Tuesday: a fresh one on us."))
    stand(column, 300, height=200)
    assert not column.verticalScrollBar().isVisible()
    assert column.widgets()[0].width() == 300


def test_a_long_column_scrolls_as_far_as_its_words_and_no_further(look, stand):
    column = ScrollColumn()
    for _ in range(10):
        column.add(Text("Sour oat milk on Tuesday: a fresh one on us."))
    stand(column, 300, height=200)
    last = column.widgets()[-1]
    assert column.verticalScrollBar().isVisible()
    column.scroll_by(100_000)
    assert last.mapTo(column, last.rect().bottomLeft()).y() == 199
    column.to_top()
    assert column.verticalScrollBar().value() == 0


def test_the_bar_is_thin_and_the_only_thing_with_a_style_sheet(look, stand):
    column = stand(ScrollColumn(), 300, height=200)
    assert column.styleSheet() == column.viewport().styleSheet() == ""
    assert "#8c7f70" in column.verticalScrollBar().styleSheet()
    look("dark")
    assert "#8b7e71" in column.verticalScrollBar().styleSheet()


def test_it_never_takes_the_keyboard(look):
    assert ScrollColumn().focusPolicy() == Qt.FocusPolicy.NoFocus


def test_it_can_be_emptied(look, stand):
    column = ScrollColumn()
    column.add(Text("one"))
    column.clear()
    assert column.widgets() == []
