"""What every painted button has in common."""

from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QKeyEvent
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
        self._grows = False
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

    def grow_down(self) -> None:
        """Let it become as high as its neighbours in a row."""
        self._grows = True
        self.update()

    def area(self) -> QRectF:
        """What is painted and can be tapped: its own height, in the middle of the room given."""
        whole = self.rect().toRectF()
        spare = 0 if self._grows else max(self.height() - self.heightForWidth(self.width()), 0)
        return whole.adjusted(0, spare // 2, 0, spare // 2 - spare)

    def hitButton(self, at: QPoint) -> bool:  # noqa: N802  Qt's name
        """Only what is painted can be tapped."""
        return self.area().contains(at.toPointF())

    def leaves_enter(self) -> bool:
        """Whether Enter on it is meant for the sheet: on one that is on or off it is."""
        return self.isCheckable()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses it like Space, unless it is left to the sheet."""
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and not self.leaves_enter() and not event.isAutoRepeat():
            self.click()
        elif is_enter:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def is_lit(self) -> bool:
        """Whether the pointer is over it or it is held down."""
        return self.isEnabled() and (self.isDown() or self.underMouse())
