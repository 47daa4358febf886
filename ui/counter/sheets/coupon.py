"""A coupon to take home: its code large, and the way to paper."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from pos_companion.i18n import _, words
from pos_companion.printouts import Document, Line
from ui.kit import Panel, Sheet, Text
from ui.theme import theme

_BAR, _HEIGHT, _QUIET = 2, 72, 10


class Bars(QWidget):
    """A code in bars, dark on light whatever the theme: scanners want it so.

    Args:
        modules: 1 for a dark one, 0 for a light one.
        code: what it says, for whoever cannot see it.
    """

    def __init__(self, modules: str, code: str) -> None:
        super().__init__()
        self._modules = "0" * _QUIET + modules + "0" * _QUIET
        self.setAccessibleName(code)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """A whole number of px for each module, so that edges are sharp."""
        return QSize(len(self._modules) * _BAR, _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        """The same."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the bars."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), Qt.GlobalColor.white)
        for at, module in enumerate(self._modules):
            if module == "1":
                bar = QRectF(at * _BAR, _QUIET / 2, _BAR, _HEIGHT - _QUIET)
                painter.fillRect(bar, Qt.GlobalColor.black)
        painter.end()


class CouponSheet(Sheet):
    """Shows what will stand on the paper.

    Args:
        document: the slip.
        code: of the coupon.
        gather: makes the document again for printing, on the worker.

    Signals:
        print_asked: it is wanted on paper.
    """

    print_asked = Signal()

    def __init__(self, document: Document, code: str, gather: Callable[[], Document]) -> None:
        super().__init__(words(document.title), _("Back"))
        self._gather = gather
        panel = Panel("surface")
        for section in document.sections:
            for part in section.parts:
                if isinstance(part, Line):
                    panel.add(_line(part))
        if document.bars:
            panel.add(Bars(document.bars, code))
        panel.set_gap(theme().space("m"))
        self.add(panel)
        self.set_action(_("Print it"), "printer", "Ctrl+P")
        self.accepted.connect(self.print_asked)

    def printable(self) -> Callable[[], Any]:
        """The slip itself."""
        return self._gather


def _line(line: Line) -> Text:
    text = line.text
    parts = text if isinstance(text, tuple) else (text,)
    said = " · ".join(one if isinstance(one, str) else words(one) for one in parts)
    roles = {"display": "display", "strong": "strong", "small": "small"}
    return Text(said, roles.get(line.style.value, "body"))
