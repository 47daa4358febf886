"""Eyes for what is cut, too small to tap, or without a name."""

from collections import Counter

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtWidgets import QAbstractButton, QAbstractScrollArea, QLineEdit, QWidget

from ui.kit import Button, Chip, ResultRow, Tag, Text
from ui.kit.lines import longest_word
from ui.theme import theme

LEAST_TARGET = 44
LEAST_CONTRAST = 4.5  # WCAG 2.2 AA for text
_SLACK = 1  # px of rounding


def visible(root: QWidget) -> list[QWidget]:
    """Everything on the screen under a widget, that widget included."""
    return [one for one in [root, *root.findChildren(QWidget)] if one.isVisible()]


def cut(root: QWidget) -> list[str]:
    """Every text that has not the room it needs, and every widget that sticks out of its parent."""
    found = []
    for one in visible(root):
        if isinstance(one, Text) and one.text():
            found += _cut_text(one)
        if isinstance(one, Button | Chip | Tag | ResultRow) and _text(one):
            needed = one.heightForWidth(one.width())
            if needed > one.height() + _SLACK:
                found.append(f"{_text(one)!r} needs {needed} px and has {one.height()}")
        if _sticks_out(one):
            found.append(f"{type(one).__name__} {_text(one)!r} sticks out: {one.geometry()}")
    return found


def too_small(root: QWidget) -> list[str]:
    """Every button that is too small for a finger."""
    return [
        f"{type(one).__name__} {_text(one)!r}: {one.width()} × {one.height()}"
        for one in visible(root)
        if isinstance(one, QAbstractButton) and min(one.width(), one.height()) < LEAST_TARGET
    ]


def nameless(root: QWidget) -> list[str]:
    """Every button and line edit a screen reader has no word for."""
    return [
        f"{type(one).__name__} in {type(one.parent()).__name__}"
        for one in visible(root)
        if isinstance(one, QAbstractButton | QLineEdit)
        and not QAccessible.queryAccessibleInterface(one).text(QAccessible.Text.Name)
    ]


def in_sight(widget: QWidget) -> bool:
    """Whether all of it can be seen without scrolling."""
    area = QRect(widget.mapTo(widget.window(), QPoint(0, 0)), widget.size())
    above = widget.parentWidget()
    while above is not None:
        if isinstance(above, QAbstractScrollArea):
            port = above.viewport()
            return QRect(port.mapTo(port.window(), QPoint(0, 0)), port.size()).contains(area)
        above = above.parentWidget()
    return widget.window().rect().contains(area)


def faint(root: QWidget) -> list[str]:
    """Every text on the screen whose letters, as painted, differ too little from their paper."""
    image = root.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    found = []
    for one in visible(root):
        if isinstance(one, Text) and one.text().strip() and in_sight(one):
            corner = one.mapTo(root, QPoint(0, 0))
            contrast = _contrast(image.copy(QRect(corner, one.size())))
            if contrast < LEAST_CONTRAST:
                found.append(f"{one.text()!r} has a contrast of {contrast:.1f}")
    return found


def _contrast(image: QImage) -> float:
    """Between the commonest colour and the one that differs most from it."""
    pixels = bytes(image.constBits())
    colours = Counter(pixels[at : at + 3] for at in range(0, len(pixels), 4))
    paper = _luminance(colours.most_common(1)[0][0])
    return max(
        (max(paper, ink) + 0.05) / (min(paper, ink) + 0.05) for ink in map(_luminance, colours)
    )


def _luminance(colour: bytes) -> float:
    """Relative luminance of blue, green and red, as WCAG works it out."""
    shares = (part / 255 for part in colour)
    blue, green, red = (
        share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _cut_text(text: Text) -> list[str]:
    found = []
    needed = text.heightForWidth(text.width())
    if needed > text.height() + _SLACK:
        found.append(f"{text.text()!r} needs {needed} px and has {text.height()}")
    word = longest_word(text.text(), text.role())
    if word > text.width() + _SLACK and word < theme().line(text.role()) * 12:
        found.append(f"a word of {text.text()!r} needs {word} px and has {text.width()}")
    return found


def _sticks_out(one: QWidget) -> bool:
    parent = one.parentWidget()
    if parent is None or one.isWindow() or isinstance(parent.parentWidget(), QAbstractScrollArea):
        return False
    room = parent.rect().adjusted(-_SLACK, -_SLACK, _SLACK, _SLACK)
    return not one.geometry().isEmpty() and not room.contains(one.geometry())


def _text(one: QWidget) -> str:
    text = getattr(one, "text", None)
    found = text() if callable(text) else ""
    return found if isinstance(found, str) else ""
