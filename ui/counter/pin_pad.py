"""Ten big keys and the digits typed so far, as dots."""

from typing import Final

from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from pos_companion.i18n import _, fill, ngettext
from pos_companion.model.staff import LEAST_DIGITS, MOST_DIGITS
from ui.counter.keys import ENTER
from ui.kit import Button
from ui.theme import theme

KEY_PX: Final = 80  # twenty millimetres are enough for a finger, however large the letters are
_LEAST_PX: Final = 56
_GAP: Final = 11
_DOT: Final = 22
_DOT_GAP: Final = 20
_PLACES: Final = ("1", "2", "3", "4", "5", "6", "7", "8", "9", "", "0", "")


class PadKey(Button):
    """One key of the pad; a tap does not take the keyboard."""

    def __init__(self, text: str, icon: str | None = None) -> None:
        super().__init__(text, "pad", icon)
        self._side = KEY_PX
        self.grow_down()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_height(self, pixels: int) -> None:
        """Be lower, where there is no room for a square."""
        self._side = pixels
        self.updateGeometry()

    def hasHeightForWidth(self) -> bool:
        """Never: it is a square."""
        return False

    def heightForWidth(self, _width: int) -> int:
        """The same at every width."""
        return self._side

    def sizeHint(self) -> QSize:
        """A square for a finger, or a little lower."""
        return QSize(KEY_PX, self._side)

    def minimumSizeHint(self) -> QSize:
        """The same."""
        return self.sizeHint()


class PinDots(QWidget):
    """A dot for each digit: filled when it is typed; never which."""

    def __init__(self) -> None:
        super().__init__()
        self._typed, self._least = 0, LEAST_DIGITS
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.show_digits(0, LEAST_DIGITS)

    def show_digits(self, typed: int, least: int) -> None:
        """Show how many are typed, and how many there are at least."""
        self._typed, self._least = typed, least
        text = ngettext("{count} digit typed", "{count} digits typed", typed)
        self.setAccessibleName(fill(text, count=typed))
        self.update()

    def sizeHint(self) -> QSize:
        """A row of the most there can be."""
        side = theme().px(_DOT) + 2
        return QSize(MOST_DIGITS * side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the dots in the middle; digits are written from left to right everywhere."""
        look, count = theme(), max(self._typed, self._least)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        step = min(look.px(_DOT + _DOT_GAP), self.width() / count)
        radius = min(look.px(_DOT), step - 2) / 2
        left = (self.width() - step * (count - 1)) / 2
        painter.setPen(QPen(look.colour("brand"), look.stroke("ring")))
        for at in range(count):
            painter.setBrush(
                look.colour("brand") if at < self._typed else Qt.GlobalColor.transparent
            )
            centre = QPointF(left + at * step, self.height() / 2)
            painter.drawEllipse(centre, radius - 1, radius - 1)
        painter.end()


class PinPad(QWidget):
    """A PIN is typed here, by taps or by the digits of the keyboard.

    Signals:
        entered: the digits; the pad is empty again.
        edited: a digit came or went.
    """

    entered = Signal(str)
    edited = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._digits = ""
        self._least = LEAST_DIGITS
        self.dots = PinDots()
        self.clear_key = PadKey("", "x")
        self.clear_key.setAccessibleName(_("Clear the PIN"))
        self.enter_key = PadKey("", "check")
        self.enter_key.setAccessibleName(_("Open with this PIN"))
        self.digit_keys: dict[str, PadKey] = {}
        self._grid_host = QWidget()
        # A number pad looks the same in every script.
        self._grid_host.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self._grid = QGridLayout(self._grid_host)
        self._layout = QVBoxLayout(self)
        self._lay_out()
        self.clear_key.clicked.connect(self.clear)
        self.enter_key.clicked.connect(self.enter)
        self.restyle()

    def digits(self) -> str:
        """What is typed so far."""
        return self._digits

    def set_least(self, least: int) -> None:
        """How many digits the PIN has at least."""
        self._least = least
        self._show()

    def set_room(self, height: int) -> None:
        """Be as high as there is room, within reason."""
        side = min(max(height // 4 - self._grid.spacing(), _LEAST_PX), KEY_PX)
        for key in (*self.digit_keys.values(), self.clear_key, self.enter_key):
            key.set_height(side)

    def clear(self) -> None:
        """Forget what is typed."""
        self._digits = ""
        self._show()

    def type_digit(self, digit: str) -> None:
        """One more digit; a PIN has at most eight."""
        if len(self._digits) < MOST_DIGITS:
            self._digits += digit
            self._show()
            self.edited.emit()

    def enter(self) -> None:
        """Hand over what is typed; nothing happens while nothing is."""
        digits = self._digits
        if digits:
            self.clear()
            self.entered.emit(digits)

    def take_key(self, event: QKeyEvent) -> bool:
        """Whether a key of the keyboard meant the pad; digits of any script do."""
        text = event.text()
        if len(text) == 1 and text.isdecimal():
            self.type_digit(str(int(text)))
        elif event.key() in ENTER:
            self.enter()
        elif event.key() == Qt.Key.Key_Backspace:
            self._digits = self._digits[:-1]
            self._show()
        elif event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Delete):
            self.clear()
        else:
            return False
        return True

    def restyle(self) -> None:
        """Take distances from the theme."""
        look = theme()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(look.px(_GAP) if look.text_scale <= 1 else _GAP)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(look.px(22))

    def _lay_out(self) -> None:
        for at, digit in enumerate(_PLACES):
            key = self._key(at, digit)
            self._grid.addWidget(key, at // 3, at % 3)
        self._layout.addWidget(self.dots)
        self._layout.addWidget(self._grid_host, 0, Qt.AlignmentFlag.AlignHCenter)

    def _key(self, at: int, digit: str) -> PadKey:
        if not digit:
            return self.enter_key if at == len(_PLACES) - 1 else self.clear_key
        key = PadKey(digit)
        key.clicked.connect(lambda: self.type_digit(digit))
        self.digit_keys[digit] = key
        return key

    def _show(self) -> None:
        self.dots.show_digits(len(self._digits), self._least)
