"""A pill that is on or off."""

from typing import Final

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget

from ui.assets import icon as tinted
from ui.kit.box import box, brush, focus_ring, mirrored
from ui.kit.lines import break_lines, leading, one_line_width
from ui.kit.pressable import Pressable
from ui.theme import theme

_ON: Final = ("brand_soft", "brand", "brand_ink")
_OFF: Final = ("sunk", "border", "ink2")
_PADDING: Final = 12
_ICON: Final = 18
_GAP: Final = 6


class Chip(Pressable):
    """A choice: a check mark when on, a plus or its own icon when off.

    Several of which only one may be on: put them in a QButtonGroup.

    Args:
        text: what is chosen.
        checked: whether it is on at first.
        icon: shown instead of the plus while off.

    Signals:
        toggled(bool): from QAbstractButton.
    """

    def __init__(
        self,
        text: str,
        checked: bool = False,
        icon: str | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self._glyph = icon or "plus"
        self.setCheckable(True)
        self.setChecked(checked)

    def hasHeightForWidth(self) -> bool:
        """Always: long words take more lines."""
        return True

    def heightForWidth(self, width: int) -> int:
        """A finger's height, or more."""
        lines = break_lines(self.text(), "control", width - self._around())
        return max(theme().target("least"), int(lines.height) + theme().px(12))

    def sizeHint(self) -> QSize:
        """One line."""
        width = int(one_line_width(self.text(), "control")) + self._around()
        return QSize(max(width, theme().target("least")), theme().target("least"))

    def minimumSizeHint(self) -> QSize:
        """Narrow enough for any window."""
        return QSize(min(self.sizeHint().width(), theme().px(120)), theme().target("least"))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint pill, mark, words and focus ring."""
        look, painter = theme(), brush(self)
        fill, line, ink = self._tokens()
        radius = look.target("least") / 2
        box(painter, self.area(), (fill, line), (radius, self._edge()))
        left, side = float(look.px(_PADDING)), look.px(_ICON)
        mark = "check" if self.isChecked() else self._glyph
        at = QPointF(mirrored(self, left, side), (self.height() - side) / 2)
        painter.drawPixmap(at, tinted(mark, ink, side))
        room = self.width() - self._around()
        lines = break_lines(self.text(), "control", room, leading(self.layoutDirection()))
        left = mirrored(self, left + side + look.px(_GAP), room)
        top = (self.height() - lines.height) / 2
        lines.paint(painter, QPointF(left, top), look.colour(ink))
        if self.hasFocus():
            focus_ring(painter, self.area(), radius)
        painter.end()

    def _tokens(self) -> tuple[str, str, str]:
        if not self.isEnabled():
            return "", "line", "ink3"
        fill, line, ink = _ON if self.isChecked() else _OFF
        lit = "surface" if self.is_lit() and not self.isChecked() else fill
        return lit, line, ink

    def _edge(self) -> float:
        return theme().stroke("chip" if self.isChecked() else "control")

    def _around(self) -> int:
        look = theme()
        return 2 * look.px(_PADDING) + look.px(_ICON) + look.px(_GAP)
