"""One person found by the search."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent

from ui.assets import icon as tinted
from ui.kit.avatar import paint_avatar
from ui.kit.box import box, brush, focus_ring, mirrored
from ui.kit.lines import break_lines, leading
from ui.kit.pressable import Pressable
from ui.theme import theme

_PADDING = 11
_AVATAR = 46
_GAP = 11
_BETWEEN = 6
_ENTER = (35, 26)


@dataclass(frozen=True)
class Found:
    """What a row says about a person."""

    name: str
    detail: str
    initials: str
    tint: str = "brand"


class ResultRow(Pressable):
    """Avatar, name over what tells them apart, and the Enter sign while selected.

    Args:
        found: what it says.
        selected: whether Enter opens this one.

    Signals:
        chosen: tapped.
    """

    chosen = Signal()

    def __init__(self, found: Found, selected: bool = False) -> None:
        super().__init__()
        self._found = found
        self._selected = selected
        self.clicked.connect(self._on_clicked)
        self.show_found(found)

    def found(self) -> Found:
        """What it says."""
        return self._found

    def show_found(self, found: Found) -> None:
        """Say it about somebody else."""
        self._found = found
        self.setText(f"{found.name}, {found.detail}" if found.detail else found.name)

    def is_selected(self) -> bool:
        """Whether Enter opens this one."""
        return self._selected

    def set_selected(self, selected: bool) -> None:
        """Show or hide the Enter sign."""
        self._selected = selected
        self.update()

    def hasHeightForWidth(self) -> bool:
        """Always: long names take more lines."""
        return True

    def heightForWidth(self, width: int) -> int:
        """A row's height, or more."""
        name, detail = self._heights(width - self._before() - self._after())
        return max(theme().target("row"), int(name + detail) + theme().px(16))

    def sizeHint(self) -> QSize:
        """A row."""
        width = theme().px(360)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Narrow, one row high."""
        return QSize(theme().px(120), theme().target("row"))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the row."""
        look, painter = theme(), brush(self)
        fill, line = ("sel", "brand") if self._selected else ("surface", "line")
        if self.is_lit() and not self._selected:
            fill, line = ("sunk" if self.isDown() else "surface"), "border"
        radius = look.radius("control")
        box(painter, self.area(), (fill, line), (radius, look.stroke("control")))
        side = look.px(_AVATAR)
        left, top = mirrored(self, look.px(_PADDING), side), (self.height() - side) / 2
        found = self._found
        paint_avatar(painter, QRectF(left, top, side, side), found.initials, found.tint)
        self._paint_words(painter)
        if self._selected:
            self._paint_enter(painter)
        if self.hasFocus():
            focus_ring(painter, self.area(), radius)
        painter.end()

    def _paint_words(self, painter: QPainter) -> None:
        look, side = theme(), leading(self.layoutDirection())
        room = self.width() - self._before() - self._after()
        name = break_lines(self._found.name, "strong", room, side)
        detail = break_lines(self._found.detail, "small", room, side)
        gap = look.px(_BETWEEN) if detail.count else 0
        left = mirrored(self, self._before(), room)
        top = (self.height() - name.height - gap - detail.height) / 2
        name.paint(painter, QPointF(left, top), look.colour("ink"))
        detail.paint(painter, QPointF(left, top + name.height + gap), look.colour("ink2"))

    def _paint_enter(self, painter: QPainter) -> None:
        look = theme()
        width, height = (look.px(value) for value in _ENTER)
        left = mirrored(self, self.width() - look.px(12) - width, width)
        area = QRectF(left, (self.height() - height) / 2, width, height)
        shape = (look.radius("key") * look.text_scale, look.stroke("control"))
        box(painter, area, ("", "brand"), shape)
        sign = look.px(16)
        at = QPointF(area.center().x() - sign / 2, area.center().y() - sign / 2)
        painter.drawPixmap(at, tinted("corner-down-left", "brand", sign))

    def _heights(self, room: float) -> tuple[float, float]:
        name = break_lines(self._found.name, "strong", room)
        detail = break_lines(self._found.detail, "small", room)
        return name.height, detail.height + (theme().px(_BETWEEN) if detail.count else 0)

    def _before(self) -> int:
        return theme().px(_PADDING) + theme().px(_AVATAR) + theme().px(_GAP)

    def _after(self) -> int:
        return theme().px(_ENTER[0]) + 2 * theme().px(12)

    def _on_clicked(self) -> None:
        self.chosen.emit()
