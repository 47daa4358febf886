"""What stands around the pages: where one can go, and that the demo shop is one."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from pos_companion.i18n import _
from ui.kit import Awning, Button, ScrollColumn, Slot, Text
from ui.office.rooms import ROOMS
from ui.theme import theme

_RAIL = 224
_FULL_FROM, _WIDE_FROM = 760, 1560
_LEAST = (380, 560)
_LEAST_FOR_WORDS = (280, 400)  # px at 100 %: in less, large letters no longer fit


class Rail(QWidget):
    """Where one can go, beside the page.

    Attributes:
        today, rooms, settings, lock: the buttons; those of the rooms by name.
    """

    def __init__(self) -> None:
        super().__init__()
        self.today = Button("", "rail", "house")
        self.rooms = {name: Button("", "rail", room.icon) for name, room in ROOMS.items()}
        self.settings = Button("", "rail", "settings")
        self.lock = Button("", "rail", "lock", "F12")
        self.lock.setCheckable(False)
        self._pages = (self.today, *self.rooms.values(), self.settings)
        self._layout = QVBoxLayout(self)
        # There are more pages than large letters leave room for; the lock is always at hand.
        self._column = ScrollColumn(8)
        for button in self._pages:
            self._column.add(button)
        self._layout.addWidget(self._column, 1)
        self._layout.addWidget(self.lock)
        self.say()
        self.mark(self.today)
        self.restyle()

    def say(self) -> None:
        """Say it in the language in use."""
        self.today.setText(_("Today"))
        for name, button in self.rooms.items():
            button.setText(_(ROOMS[name].label))
        self.settings.setText(_("Settings"))
        self.lock.setText(_("Lock"))

    def mark(self, here: Button) -> None:
        """Show where we are."""
        for button in self._pages:
            button.setChecked(button is here)
        self._column.ensureWidgetVisible(here)

    def restyle(self) -> None:
        """Take distances from the theme."""
        look = theme()
        self.setFixedWidth(look.px(_RAIL))
        self._layout.setContentsMargins(look.px(11), look.px(15), look.px(11), look.space("l"))
        self._layout.setSpacing(look.px(8))


class DemoStrip(QWidget):
    """Says that nobody in here is real; a thin band from edge to edge."""

    def __init__(self) -> None:
        super().__init__()
        self.words = Text("", "small", "party")
        self.words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._layout = QVBoxLayout(self)
        self._layout.addWidget(self.words)
        self.say()
        self.restyle()

    def say(self) -> None:
        """Say it in the language in use."""
        self.words.setText(_("Demo shop: none of these people are real"))

    def restyle(self) -> None:
        """Take distances from the theme."""
        look = theme()
        self._layout.setContentsMargins(look.px(12), look.px(3), look.px(12), look.px(3))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the band."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme().colour("party_soft"))
        painter.end()


class Frame(QWidget):
    """The paper everything lies on: awning, demo band, rail, and one page at a time.

    Attributes:
        rail, strip: hidden until they are wanted.
        slot: the pages.
    """

    def __init__(self) -> None:
        super().__init__()
        self.rail = Rail()
        self.strip = DemoStrip()
        self.slot = Slot()
        across = QHBoxLayout()
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        across.addWidget(self.rail)
        across.addWidget(self.slot, 1)
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(0)
        down.addWidget(Awning())
        down.addWidget(self.strip)
        down.addLayout(across, 1)
        self.rail.hide()
        self.strip.hide()
        self.restyle()

    def restyle(self) -> None:
        """Be at least as large as large letters need, but never larger than the screen."""
        words = QSize(*map(theme().px, _LEAST_FOR_WORDS))
        words = words.boundedTo(self.screen().availableSize())
        self.setMinimumSize(QSize(*_LEAST).expandedTo(words))

    @property
    def mode(self) -> str:
        """How it is laid out: `dock`, `full` or `wide`."""
        width = self.width() / theme().text_scale
        if width < _FULL_FROM:
            return "dock"
        return "full" if width < _WIDE_FROM else "wide"

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the paper."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme().colour("bg"))
        painter.end()
