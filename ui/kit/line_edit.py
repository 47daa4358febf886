"""A line to type in, in a painted box; the search is its large variant."""

from typing import Final

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QPaintEvent, QPalette
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QWidget

from ui.kit.box import box, brush
from ui.kit.icon import Icon
from ui.theme import theme

_SEARCH_HEIGHT: Final = 56
_SEARCH_ICON: Final = 24


class Edit(QLineEdit):
    """A line edit without a frame; while empty it leaves Ctrl+Z and Space to the window.

    Signals:
        focused(bool): it got or lost the keyboard.
    """

    focused = Signal(bool)

    def __init__(self, role: str = "body", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._role = role
        self.setFrame(False)
        self.setAttribute(Qt.WidgetAttribute.WA_MacShowFocusRect, False)
        self.restyle()

    def restyle(self) -> None:
        """Take font and colours from the theme."""
        look = theme()
        palette = QPalette(self.palette())
        palette.setColor(QPalette.ColorRole.Base, Qt.GlobalColor.transparent)
        palette.setColor(QPalette.ColorRole.Text, look.colour("ink"))
        palette.setColor(QPalette.ColorRole.PlaceholderText, look.colour("ink3"))
        palette.setColor(QPalette.ColorRole.Highlight, look.colour("brand"))
        palette.setColor(QPalette.ColorRole.HighlightedText, look.colour("on_brand"))
        self.setPalette(palette)
        self.setFont(look.font(self._role))
        leading = Qt.AlignmentFlag.AlignLeft
        if self.isRightToLeft():
            leading = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute
        self.setAlignment(leading | Qt.AlignmentFlag.AlignVCenter)

    def event(self, event: QEvent) -> bool:
        """Let shortcuts pass while there is nothing to edit."""
        if event.type() == QEvent.Type.ShortcutOverride and not self.text():
            event.ignore()
            return False
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self.restyle()
        return super().event(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell the box."""
        super().focusInEvent(event)
        self.focused.emit(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell the box."""
        super().focusOutEvent(event)
        self.focused.emit(False)


class LineBox(QWidget):
    """The box around a line edit: an edge that turns to the focus colour, room for an icon.

    Args:
        placeholder: shown while empty.
        icon: a Lucide icon at the leading edge.

    Attributes:
        edit: the line edit.

    Signals:
        edited(str): the person changed the text.
        submitted(str): Enter.
    """

    edited = Signal(str)
    submitted = Signal(str)

    def __init__(
        self, placeholder: str = "", icon: str | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.edit = Edit(self._role(), self)
        self.edit.setPlaceholderText(placeholder)
        self.edit.textEdited.connect(self.edited)
        self.edit.returnPressed.connect(self._on_return)
        self.edit.focused.connect(self._on_focused)
        self.setFocusProxy(self.edit)
        self.setCursor(Qt.CursorShape.IBeamCursor)
        self._row = QHBoxLayout(self)
        if icon:
            self._row.addWidget(Icon(icon, "ink2", _SEARCH_ICON))
        self._row.addWidget(self.edit, 1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.restyle()

    def text(self) -> str:
        """What is typed."""
        return self.edit.text()

    def set_text(self, text: str) -> None:
        """Show a text; nothing is emitted."""
        self.edit.setText(text)

    def set_name(self, name: str) -> None:
        """Say what the line is for, to a screen reader."""
        self.edit.setAccessibleName(name)

    def restyle(self) -> None:
        """Take distances from the theme."""
        look = theme()
        self._row.setContentsMargins(look.px(14), 0, look.px(14), 0)
        self._row.setSpacing(look.px(9))

    def sizeHint(self) -> QSize:
        """As high as a control."""
        return QSize(theme().px(200), self._height())

    def minimumSizeHint(self) -> QSize:
        """Narrow, but as high."""
        return QSize(theme().px(64), self._height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the box."""
        look, painter = theme(), brush(self)
        line = "focus" if self.edit.hasFocus() else "border"
        fill = "surface" if self.isEnabled() else "sunk"
        area = QRectF(self.rect())
        box(painter, area, (fill, line), (self._radius(), look.stroke("field")))
        painter.end()

    def _height(self) -> int:
        return theme().target("standard")

    def _radius(self) -> float:
        return theme().radius("control")

    def _role(self) -> str:
        return "body"

    def _on_focused(self, _has: bool) -> None:
        self.update()

    def _on_return(self) -> None:
        self.submitted.emit(self.edit.text())


class SearchField(LineBox):
    """The search: higher, rounder, with an icon.

    Args:
        placeholder: what can be typed here; also its accessible name.
        icon: a Lucide icon.
    """

    def __init__(
        self, placeholder: str, icon: str = "scan-line", parent: QWidget | None = None
    ) -> None:
        super().__init__(placeholder, icon, parent)
        self.set_name(placeholder)

    def _height(self) -> int:
        return theme().px(_SEARCH_HEIGHT)

    def _radius(self) -> float:
        return theme().radius("field")

    def _role(self) -> str:
        return "search"
