"""Breaks words into lines and paints them: the one place that measures text.

Lines stand at least the role's line distance apart; the block itself begins at the first line's
ascent and ends at the last one's descent, so single lines sit tight beside icons. A word wider
than the room is broken rather than cut.

A text whose letters all run one way runs that way, so that its full stop stands where it belongs;
one with both, or with isolated values only, runs as the window does.
"""

from dataclasses import dataclass
from functools import lru_cache
from math import ceil
from unicodedata import bidirectional

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QGuiApplication,
    QPainter,
    QTextLayout,
    QTextOption,
)

from pos_companion.i18n.directions import without_isolated
from ui.theme import Theme, theme

_UNLIMITED = 1_000_000.0
_LTR, _RTL = Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft
_RUNS = {"L": _LTR, "R": _RTL, "AL": _RTL}


@dataclass(frozen=True)
class Lines:
    """Text broken for one width.

    Attributes:
        layout: what Qt paints.
        count: how many lines; none for empty text.
        width: of the widest line, in px.
        height: of the whole block, in px.
    """

    layout: QTextLayout
    count: int
    width: float
    height: float

    def paint(self, painter: QPainter, at: QPointF, colour: QColor) -> None:
        """Paint the block with its top left corner at `at`."""
        painter.setPen(colour)
        self.layout.draw(painter, at)


def break_lines(
    text: str,
    role: str,
    width: float,
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
) -> Lines:
    """Break a text, at spaces where possible.

    Args:
        text: plain text; a line feed ends a line.
        role: a type role of the theme.
        width: the room in px.
        align: AlignLeft, AlignRight or AlignHCenter, as seen on the screen.
    """
    runs = direction(text, QGuiApplication.layoutDirection())
    return _break(theme(), text, role, (max(width, 1.0), align, runs))


def direction(text: str, window: Qt.LayoutDirection) -> Qt.LayoutDirection:
    """Which way a text runs in a window that runs its own way; digits alone run left to right."""
    own = without_isolated(text)
    ways = {_RUNS[kind] for kind in map(bidirectional, own) if kind in _RUNS}
    if len(ways) == 1:
        return ways.pop()
    return _LTR if not ways and own == text else window


def one_line_width(text: str, role: str) -> float:
    """The width of a text on one line."""
    return break_lines(text, role, _UNLIMITED).width


def longest_word(text: str, role: str) -> float:
    """The width of the widest word."""
    return max((one_line_width(word, role) for word in text.split()), default=0.0)


def two_line_width(text: str, role: str) -> float:
    """The least width at which a text fits on two lines."""
    words = text.split()
    cuts = ((" ".join(words[:cut]), " ".join(words[cut:])) for cut in range(1, max(len(words), 2)))
    return min(
        (max(one_line_width(first, role), one_line_width(rest, role)) for first, rest in cuts),
        default=0.0,
    )


def shortened(text: str, role: str, width: float) -> str:
    """The text, or its beginning and an ellipsis where it does not fit on one line."""
    if one_line_width(text, role) <= width:
        return text
    metrics = QFontMetricsF(theme().font(role))
    return metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)


def leading(window: Qt.LayoutDirection) -> Qt.AlignmentFlag:
    """The side on which reading starts."""
    if window == _RTL:
        return Qt.AlignmentFlag.AlignRight
    return Qt.AlignmentFlag.AlignLeft


def centred(lines: Lines, box: QRectF) -> QPointF:
    """Where a block begins that stands in the middle of the box's height."""
    return QPointF(box.left(), box.top() + (box.height() - lines.height) / 2)


@lru_cache(maxsize=4096)
def _break(
    look: Theme, text: str, role: str, room: tuple[float, Qt.AlignmentFlag, Qt.LayoutDirection]
) -> Lines:
    width, align, runs = room
    layout = QTextLayout(text.replace("\n", "\u2028"), look.font(role))
    option = QTextOption(align | Qt.AlignmentFlag.AlignAbsolute)
    option.setTextDirection(runs)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.setCacheEnabled(True)
    step, top, widest, bottom, count = float(look.line(role)), 0.0, 0.0, 0.0, 0
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0, top))
        bottom = top + line.height()
        top += max(step, line.height())
        widest = max(widest, line.naturalTextWidth())
        count += 1
    layout.endLayout()
    if not text:
        return Lines(layout, 0, 0.0, 0.0)
    return Lines(layout, count, float(ceil(widest)), float(ceil(bottom)))
