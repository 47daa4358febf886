"""Words on the screen, in one of the type roles."""

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from ui.kit.lines import break_lines, leading, longest_word, one_line_width, shortened
from ui.theme import theme

_WIDEST_HINT = 34  # in line heights: about seventy letters, the longest line read with ease
_NARROWEST = 3  # in line heights: a longer word is broken rather than widening the window


class Text(QLabel):
    """A text that wraps and is never cut; aligned to the side where reading starts.

    Args:
        text: plain text.
        role: `display`, `title`, `strong`, `body`, `small`, `label`, `control` or `key`.
        colour: a colour token.
        wrap: False keeps one line and shortens it with an ellipsis where it does not fit.
    """

    def __init__(
        self,
        text: str = "",
        role: str = "body",
        colour: str = "ink",
        wrap: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._role = role
        self._colour = colour
        self._wrap = wrap
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)  # else QLabel forgets that narrower means higher
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setText(text)

    def role(self) -> str:
        """The type role."""
        return self._role

    def colour(self) -> str:
        """The colour token."""
        return self._colour

    def set_colour(self, token: str) -> None:
        """Paint in another colour."""
        self._colour = token
        self.update()

    def hasHeightForWidth(self) -> bool:
        """Always: narrower means higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height the text needs at a width."""
        if not self.text():
            return 0
        room = float(width) if self._wrap else one_line_width(self.text(), self._role)
        return int(break_lines(self.text(), self._role, room).height)

    def sizeHint(self) -> QSize:
        """One line, or several of a readable length."""
        most = theme().line(self._role) * _WIDEST_HINT if self._wrap else 1 << 20
        width = min(int(one_line_width(self.text(), self._role)), most)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """One line high and as wide as the longest word, within reason."""
        narrow = theme().line(self._role) * _NARROWEST
        words = longest_word(self.text(), self._role)
        return QSize(min(int(words), narrow), self.heightForWidth(1 << 20))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the lines."""
        room = float(self.width())
        text = self.text() if self._wrap else shortened(self.text(), self._role, room)
        lines = break_lines(text, self._role, room, self._side())
        painter = QPainter(self)
        token = self._colour if self.isEnabled() else "ink3"
        top = 0.0
        if self.alignment() & Qt.AlignmentFlag.AlignVCenter:
            top = max((self.height() - lines.height) / 2, 0.0)
        lines.paint(painter, QPointF(0, top), theme().colour(token))
        painter.end()

    def _side(self) -> Qt.AlignmentFlag:
        if self.alignment() & Qt.AlignmentFlag.AlignHCenter:
            return Qt.AlignmentFlag.AlignHCenter
        start = leading(self.layoutDirection())
        if not self.alignment() & Qt.AlignmentFlag.AlignRight:
            return start
        to_the_left = start == Qt.AlignmentFlag.AlignRight
        return Qt.AlignmentFlag.AlignLeft if to_the_left else Qt.AlignmentFlag.AlignRight
