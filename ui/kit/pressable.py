"""What every painted button has in common."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget


class Pressable(QAbstractButton):
    """A button that paints itself.

    It is reached with Tab and by tapping, but a tap does not take the keyboard away from the
    search. Its words are kept beside Qt's own text, because Qt reads "&" as a shortcut.

    Signals:
        clicked: pressed and released (from QAbstractButton).
    """

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = ""
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setText(text)

    def text(self) -> str:
        """The words on it."""
        return self._words

    def setText(self, text: str) -> None:  # noqa: N802  Qt's name
        """Show other words; a screen reader says the same."""
        self._words = text
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def area(self) -> QRectF:
        """The whole widget."""
        return self.rect().toRectF()

    def is_lit(self) -> bool:
        """Whether the pointer is over it or it is held down."""
        return self.isEnabled() and (self.isDown() or self.underMouse())
