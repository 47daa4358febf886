"""Buttons: an icon, up to two lines of words, the key that does the same."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ui.assets import icon as tinted
from ui.kit.box import box, brush, focus_ring, mirrored
from ui.kit.key import cap, key_size, paint_key
from ui.kit.lines import Lines, break_lines, leading, one_line_width, two_line_width
from ui.kit.pressable import Pressable
from ui.theme import theme


@dataclass(frozen=True)
class Kind:
    """How one kind of button is drawn: tokens, type role, padding in px at 100 %."""

    fill: str
    lit: str
    line: str
    ink: str
    role: str = "label"
    height: str = "standard"
    padding: int = 14


KINDS: Final = {
    "primary": Kind("brand", "brand_hover", "", "on_brand", "strong", "primary"),
    "soft": Kind("surface", "sunk", "border", "ink"),
    "on": Kind("brand_soft", "brand_soft", "brand", "brand_ink"),
    "ghost": Kind("", "sunk", "", "ink2", padding=8),
    "part": Kind("brand_soft", "sunk", "brand", "brand_ink", height="least", padding=11),
    "lead": Kind("", "sunk", "", "brand_ink", height="least", padding=6),
    "warn": Kind("warn", "warn", "", "on_warn", "strong", "primary"),
    "pad": Kind("surface", "sunk", "border", "ink", "title", "touch", 4),
    "rail": Kind("", "sunk", "", "ink2"),
    "rail_on": Kind("brand_soft", "brand_soft", "", "brand_ink"),
}
_ICON: Final = 22
_GAP: Final = 8
_NARROWEST: Final = 120
_RAIL: Final = "rail"


class Button(Pressable):
    """A button.

    With a key cap its words start at the leading edge and the cap stands at the other; without
    one they stand in the middle. The cap goes first when it gets narrow, then the words take two
    lines.

    Args:
        text: a verb the person would say.
        kind: `primary`, `soft`, `on` (chosen), `ghost`, `warn`, `pad` (a key of a number pad),
            `part` and `lead` (a part of a sentence, and its first word) or `rail` (checkable:
            where we are).
        icon: a Lucide icon.
        key: the key that does the same, as Qt calls it.

    Signals:
        clicked: from QAbstractButton.
    """

    def __init__(
        self,
        text: str = "",
        kind: str = "soft",
        icon: str | None = None,
        key: str | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self._kind = kind
        self._glyph = icon
        self._key = key
        self._icon_last = False
        self.setCheckable(kind == _RAIL)
        self.setAccessibleDescription(cap(key or ""))

    def kind(self) -> str:
        """Which kind it is."""
        return self._kind

    def set_kind(self, kind: str) -> None:
        """Draw it as another kind."""
        self._kind = kind
        self._lay_out_again()

    def set_icon(self, name: str | None) -> None:
        """Show another icon, or none."""
        self._glyph = name
        self._lay_out_again()

    def put_icon_last(self) -> None:
        """Let the icon follow the words, as where a list opens; for a button without a key cap."""
        self._icon_last = True
        self.update()

    def icon_name(self) -> str | None:
        """Which icon it shows."""
        return self._glyph

    def set_key(self, key: str | None) -> None:
        """Show another key cap, or none."""
        self._key = key
        self.setAccessibleDescription(cap(key or ""))
        self._lay_out_again()

    def key(self) -> str | None:
        """The key that does the same, as Qt calls it."""
        return self._key

    def shows_key(self) -> bool:
        """Whether there is room for the key cap at the present width."""
        return bool(self._key) and self._words_width() + self._key_width() <= self._room()

    def hasHeightForWidth(self) -> bool:
        """Always: narrower words take two lines."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The kind's height, or more where the words need it."""
        room = width - 2 * self._padding() - self._icon_width()
        lines = break_lines(self.text(), self._look().role, room)
        least = theme().target(self._look().height)
        return max(least, int(lines.height) + 2 * theme().px(5))

    def sizeHint(self) -> QSize:
        """One line with the key cap."""
        width = self._words_width() + self._key_width() + self._icon_width() + 2 * self._padding()
        return QSize(max(width, theme().target("least")), theme().target(self._look().height))

    def minimumSizeHint(self) -> QSize:
        """Two lines without the key cap; less for long words, which then take more lines."""
        words = int(two_line_width(self.text(), self._look().role))
        width = words + self._icon_width() + 2 * self._padding()
        width = max(min(width, theme().px(_NARROWEST)), theme().target("least"))
        return QSize(width, theme().target(self._look().height))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint fill, icon, words, key cap and focus ring."""
        look, kind, painter = theme(), self._look(), brush(self)
        radius = look.radius("control")
        fill = kind.lit if self.is_lit() else kind.fill
        line = kind.line if self.isEnabled() else kind.line and "line"
        box(painter, self.area(), (fill, line), (radius, look.stroke("control")))
        self._paint_inside(painter, kind)
        if self.hasFocus():
            inner = kind.ink if kind.role == "strong" else ""
            focus_ring(painter, self.area(), radius, inner)
        painter.end()

    def _paint_inside(self, painter: QPainter, kind: Kind) -> None:
        ink = kind.ink if self.isEnabled() or kind.role == "strong" else "ink3"
        capped, side = self.shows_key(), theme().px(_ICON)
        room = self._room() - (self._key_width() if capped else 0)
        lines = break_lines(self.text(), kind.role, room, leading(self.layoutDirection()))
        left = float(self._padding())
        if not capped and not self._kind.startswith(_RAIL):
            left = (self.width() - self._icon_width() - lines.width) / 2
        words_at = left if self._icon_last else left + self._icon_width()
        icon_at = left + lines.width + theme().px(_GAP) if self._icon_last else left
        if self._glyph:
            at = QPointF(mirrored(self, icon_at, side), (self.height() - side) / 2)
            painter.drawPixmap(at, tinted(self._glyph, ink, side))
        self._paint_words(painter, lines, words_at, ink)
        if capped and self._key:
            self._paint_cap(painter, cap(self._key), ink)

    def _paint_words(self, painter: QPainter, lines: Lines, left: float, ink: str) -> None:
        capped = self._key_width() if self.shows_key() else 0
        room = self._room() - capped
        at = QPointF(mirrored(self, left, room), (self.height() - lines.height) / 2)
        lines.paint(painter, at, theme().colour(ink))

    def _paint_cap(self, painter: QPainter, printed: str, ink: str) -> None:
        size = key_size(printed)
        area = QRectF(0, 0, size.width(), size.height())
        left = self.width() - self._padding() - area.width()
        at = QPointF(mirrored(self, left, area.width()), (self.height() - area.height()) / 2)
        edge = "border" if self._look().line == "border" else ink
        paint_key(painter, at, printed, (ink, edge))

    def _look(self) -> Kind:
        if self._kind == _RAIL and self.isChecked():
            return KINDS["rail_on"]
        return KINDS[self._kind]

    def _lay_out_again(self) -> None:
        self.updateGeometry()
        self.update()

    def _padding(self) -> int:
        return theme().px(self._look().padding)

    def _room(self) -> float:
        return float(self.width() - 2 * self._padding() - self._icon_width())

    def _words_width(self) -> int:
        return int(one_line_width(self.text(), self._look().role))

    def _icon_width(self) -> int:
        if not self._glyph:
            return 0
        return theme().px(_ICON) + (theme().px(_GAP) if self.text() else 0)

    def _key_width(self) -> int:
        return key_size(cap(self._key)).width() + theme().px(12) if self._key else 0
