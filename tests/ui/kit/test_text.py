"""Words wrap, keep to the side where reading starts, and are read aloud."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QColor

from ui.kit.lines import break_lines, leading, shortened, two_line_width
from ui.kit.text import Text
from ui.theme import theme

LTR, RTL = Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft


def ink_columns(widget):
    image = widget.grab().toImage()
    empty = image.pixelColor(image.width() // 2, image.height() - 1)
    return [
        x
        for x in range(image.width())
        if any(image.pixelColor(x, y) != empty for y in range(image.height() - 1))
    ]


def test_a_narrower_text_is_higher(look):
    text = Text("Sour oat milk on Tuesday: a fresh one on us.")
    assert text.hasHeightForWidth()
    assert text.sizePolicy().hasHeightForWidth()
    assert text.heightForWidth(200) > text.heightForWidth(600)


def test_wrapped_lines_stand_as_far_apart_as_the_design_says(look):
    one = break_lines("one", "body", 400).height
    assert break_lines("one\ntwo", "body", 400).height - one == theme().line("body")


def test_an_empty_text_takes_no_room(look):
    assert Text("").heightForWidth(300) == 0


def test_a_word_that_is_too_long_is_broken_not_cut(look):
    lines = break_lines("Donaudampfschifffahrtsgesellschaft", "display", 200)
    assert lines.count > 1
    assert lines.width <= 200


def test_text_that_does_not_wrap_ends_in_an_ellipsis(look):
    assert shortened("Sour oat milk on Tuesday", "body", 120).endswith("…")
    assert shortened("Sour", "body", 120) == "Sour"
    assert Text("Sour oat milk on Tuesday", wrap=False).heightForWidth(50) < 30


def test_two_lines_share_the_words_evenly(look):
    assert (
        two_line_width("They told me…", "label") < break_lines("They told me…", "label", 1000).width
    )
    assert two_line_width("", "label") == 0


def test_english_words_stand_right_on_a_right_to_left_page(look, stand):
    left = ink_columns(stand(Text("Rosa"), 300))
    look(direction=RTL)
    right = ink_columns(stand(Text("Rosa"), 300))
    assert left[-1] < 150 < right[0]
    assert leading(RTL) == Qt.AlignmentFlag.AlignRight


def test_text_can_stand_in_the_middle(look, stand):
    text = Text("Who?")
    text.setAlignment(Qt.AlignmentFlag.AlignHCenter)
    columns = ink_columns(stand(text, 300))
    assert abs((columns[0] + columns[-1]) / 2 - 150) < 3


def test_a_screen_reader_finds_the_words(look):
    text = Text("Morning, Rosa!")
    found = QAccessible.queryAccessibleInterface(text)
    assert found.role() == QAccessible.Role.StaticText
    assert found.text(QAccessible.Text.Name) == "Morning, Rosa!"


def test_ampersands_are_shown_as_they_are(look, stand):
    assert stand(Text("Family & pets"), 300).text() == "Family & pets"


def test_another_colour_is_another_token(look, stand):
    text = stand(Text("Owed", "display"), 300)
    text.set_colour("warn")
    image = text.grab().toImage()
    names = {image.pixelColor(x, y).name() for x in range(200) for y in range(image.height())}
    assert QColor("#8A4200").name() in names
    assert text.colour() == "warn"
