"""Tags only tell."""

from PySide6.QtCore import Qt

from ui.kit.tag import Tag


def test_a_tag_is_one_line_high_and_as_wide_as_its_words(look):
    assert Tag("Biscuit · dog", "dog").sizeHint().height() == 34
    assert Tag("Biscuit · dog", "dog").sizeHint().width() > Tag("Biscuit · dog").sizeHint().width()


def test_a_tag_cannot_be_reached_with_the_keyboard(look):
    assert Tag("Biscuit · dog").focusPolicy() == Qt.FocusPolicy.NoFocus


def test_long_words_take_more_lines(look):
    tag = Tag("Biscuit · dog of the neighbours who moved away")
    assert tag.heightForWidth(160) > 34
