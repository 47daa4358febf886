"""A box with a heading: everything on the card stands in one."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.kit.box import box, brush
from ui.kit.icon import IconDisc
from ui.kit.text import Text
from ui.kit.tint import tint as tint_named
from ui.theme import theme

_HEADING_AND_NOTE = 2


class Panel(QWidget):
    """A rounded box with a heading, an icon disc beside it, and what is added.

    ```
    ( icon )  heading                note  trailing
              what stands beside the icon
    what is added below, full width
    ```

    Args:
        tint: `surface`, `brand`, `party`, `warn`, `ask`, `danger`, `selected`, `control`, `sunk`,
            or `none` for no box at all.
        heading: shown in the tint's ink.
        icon: a Lucide icon for the disc.
        icon_tint: the disc in another tint than the panel's; then the disc is filled with it.

    Attributes:
        heading: the heading's Text; hidden while empty.
        note: a faint Text at the end of the heading's line; hidden while empty.
        disc: the IconDisc, or None.
    """

    def __init__(
        self,
        tint: str = "surface",
        heading: str = "",
        icon: str | None = None,
        icon_tint: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._tint = tint
        look = tint_named(tint)
        self.heading = Text(heading, "label", look.ink)
        self.note = Text("", "small", "ink3")
        self.disc = _disc(icon, tint, icon_tint)
        self._outer = QVBoxLayout(self)
        self._head = QHBoxLayout()
        self._beside = QVBoxLayout()
        self._line = QWidget()
        self._build()
        self.restyle()

    def set_heading(self, text: str, note: str = "") -> None:
        """Say another heading and note."""
        self.heading.setText(text)
        self.note.setText(note)
        self.heading.setVisible(bool(text))
        self.note.setVisible(bool(note))
        self._show_line()
        self.setAccessibleName(text)

    def set_tint(self, name: str) -> None:
        """Draw in another tint."""
        self._tint = name
        self.heading.set_colour(tint_named(name).ink)
        self.update()

    def add(self, widget: QWidget) -> None:
        """Put a widget below, over the full width."""
        self._outer.addWidget(widget)

    def add_stretch(self) -> None:
        """Keep what was added at the top when a neighbour is higher."""
        self._outer.addStretch(1)

    def add_beside(self, widget: QWidget) -> None:
        """Put a widget under the heading, beside the icon."""
        self._beside.addWidget(widget)

    def keep_disc_at_top(self) -> None:
        """Let the icon stand beside the heading instead of the middle of what is beside it."""
        if self.disc:
            self._head.setAlignment(self.disc, Qt.AlignmentFlag.AlignTop)

    def add_trailing(self, widget: QWidget, middle: bool = False) -> None:
        """Put a small widget, such as a Key, after the heading, or in the middle of the height."""
        row = self._head if middle else self._first
        row.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
        self._show_line()

    def set_padding(self, across: int, down: int) -> None:
        """Keep other distances to the edge, in px at 100 %."""
        self._padding = (across, down)
        self.restyle()

    def set_gap(self, pixels: int) -> None:
        """Keep another distance between the rows that were added, in px at 100 %."""
        self._gap = pixels
        self.restyle()

    def restyle(self) -> None:
        """Take distances from the theme."""
        look = theme()
        across, down = (look.px(value) for value in self._padding)
        self._outer.setContentsMargins(across, down, across, down)
        self._outer.setSpacing(look.px(self._gap))
        self._head.setSpacing(look.px(12))
        self._first.setSpacing(look.space("s"))
        self._beside.setSpacing(0)
        self._first.setContentsMargins(0, 0, 0, look.px(2))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the box."""
        look = tint_named(self._tint)
        if not look.fill:
            return
        painter = brush(self)
        width = theme().stroke("control" if look.line == "border" else "hairline")
        area = self.rect().toRectF()
        box(painter, area, (look.fill, look.line), (theme().radius("panel"), width))
        painter.end()

    def _show_line(self) -> None:
        trailing = self._first.count() > _HEADING_AND_NOTE
        self._line.setVisible(bool(self.heading.text() or self.note.text() or trailing))

    def _build(self) -> None:
        self._padding = (14, 14) if self.disc else (16, 14)
        self._gap = 8 if self.disc else 10
        self._first = QHBoxLayout(self._line)
        for layout in (self._head, self._beside, self._first):
            layout.setContentsMargins(0, 0, 0, 0)
        if self.disc:
            self._head.addWidget(self.disc, 0, Qt.AlignmentFlag.AlignVCenter)
        self._first.addWidget(self.heading, 1)
        self._first.addWidget(self.note)
        self._beside.addWidget(self._line)
        self._head.addLayout(self._beside, 1)
        self._outer.addLayout(self._head)
        self.set_heading(self.heading.text())


def _disc(icon: str | None, tint: str, icon_tint: str) -> IconDisc | None:
    if not icon:
        return None
    if icon_tint:
        return IconDisc(icon, tint_named(icon_tint).mark, tint_named(icon_tint).fill)
    # A white disc would not be seen on a white panel.
    fill = "brand_soft" if tint_named(tint).fill == "surface" else "surface"
    return IconDisc(icon, tint_named(tint).mark, fill)
