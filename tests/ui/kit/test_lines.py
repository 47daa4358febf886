"""Which way a line runs."""

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from ui.kit.lines import break_lines, direction

LTR, RTL = Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft
ROW_OF_VALUES = "\u2068Biscuit\u2069 · \u2068dog\u2069"


@pytest.mark.parametrize(
    ("text", "in_english", "in_arabic"),
    [
        ("Sour oat milk: a fresh one.", LTR, LTR),
        ("حليب الشوفان كان حامضا.", RTL, RTL),
        ("Ana تحب القهوة.", LTR, RTL),
        (ROW_OF_VALUES, LTR, RTL),
        ("“\u2068Hello.\u2069”", LTR, RTL),
        ("0888 123 456", LTR, LTR),
        ("", LTR, LTR),
    ],
)
def test_mixed_lines_and_lines_of_values_run_as_the_window_does(text, in_english, in_arabic):
    assert direction(text, LTR) == in_english
    assert direction(text, RTL) == in_arabic


def ink_columns(text):
    """How much ink each column has: isolates may come from a font with other heights."""
    lines = break_lines(text, "body", 400)
    image = QImage(400, 40, QImage.Format.Format_ARGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    lines.paint(painter, QPointF(0, 0), QColor("black"))
    painter.end()
    return [sum(255 - image.pixelColor(x, y).red() for y in range(40)) for x in range(400)]


def test_a_row_of_values_is_painted_in_the_order_of_the_window(look):
    straight = ink_columns("Biscuit · dog")
    assert ink_columns(ROW_OF_VALUES) == straight
    look(direction=RTL)
    assert ink_columns(ROW_OF_VALUES) == ink_columns("dog · Biscuit")
    assert ink_columns("Biscuit · dog") == straight
