"""What the tests of the kit share: a look, a place to stand, and eyes for cut words."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from ui.assets import load_fonts
from ui.kit.lines import longest_word
from ui.kit.pressable import Pressable
from ui.kit.text import Text
from ui.theme import apply_theme, load_theme

PLAIN = Qt.LayoutDirection.LeftToRight


@pytest.fixture
def look(qapp):
    """Light, 100 %, left to right; called with other wishes it changes that for this test."""

    def wear(name="light", scale=1.0, direction=PLAIN, **wishes):
        qapp.setLayoutDirection(direction)
        apply_theme(qapp, load_theme(name, scale, **wishes))

    load_fonts()
    wear(moves=False)
    yield wear
    wear(moves=False)


@pytest.fixture
def stand(look, qtbot):
    """Puts a widget on an otherwise empty window of a width, as high as it wants to be."""

    windows = []

    def put(widget, width, height=None):
        window = QWidget()
        windows.append(window)
        qtbot.addWidget(window)
        widget.setParent(window)
        wanted = widget.heightForWidth(width) if widget.hasHeightForWidth() else 0
        widget.setGeometry(0, 0, width, height or max(wanted, widget.sizeHint().height()))
        window.resize(width, widget.height())
        window.show()
        widget.show()
        QApplication.processEvents()
        if focused := QApplication.focusWidget():
            focused.clearFocus()
        return widget

    return put


def cut_words(widget, whole_words=True):
    """Every text in a widget that does not fit the place it was given, in words."""
    pieces = [widget, *widget.findChildren(QWidget)]
    found = []
    for piece in (piece for piece in pieces if piece.isVisible()):
        if not isinstance(piece, QLabel | Pressable) or not piece.text():
            continue
        if piece.hasHeightForWidth() and piece.heightForWidth(piece.width()) > piece.height():
            found.append(f"{piece.text()}: too low")
        if whole_words and isinstance(piece, Text) and word_is_wider(piece):
            found.append(f"{piece.text()}: too narrow")
        if not isinstance(piece.parentWidget(), QWidget):
            continue
        if piece is not widget and not piece.parentWidget().rect().contains(piece.geometry()):
            found.append(f"{piece.text()}: outside its parent")
    return found


def word_is_wider(text):
    return longest_word(text.text(), text.role()) > text.width()


@pytest.fixture
def cut():
    return cut_words
