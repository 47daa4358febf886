"""A cashier's hands and eyes, so that a journey reads like the shop.

Keys are real key events with times of their own: nothing sleeps, and a scanner's burst and
somebody typing differ exactly as they do at the till.
"""

from datetime import timedelta
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QWidget

from pos_companion.services import FixedClock, Shop
from pos_companion.services.look_up import find
from pos_companion.services.opening import open_till
from pos_companion.settings import Settings
from tests.journeys.corner_shop import NOW, open_corner_shop
from ui.counter.page import CounterPage
from ui.office.in_force import use_look
from ui.tasks import InlineExecutor, Tasks
from ui.window import Window

Kind = TypeVar("Kind", bound=QWidget)

SCANNER_MS, PERSON_MS, THINKING_MS = 8, 90, 600


class ShopClock:
    """Milliseconds that pass only when somebody does something."""

    def __init__(self) -> None:
        self.ms = 1_000_000

    def seconds(self) -> float:
        return self.ms / 1000


class Cashier:
    """Stands at the counter; every key and tap counts as one action.

    Args:
        folder: of the shop's records, copied so that each journey has its own.
        samples: work in the sample shop instead of the corner shop.
        size: of the window.
        theme: its colours.
        text_size: percent.
    """

    def __init__(
        self,
        folder: Path,
        size: tuple[int, int] = (440, 900),
        theme: str = "light",
        text_size: int = 100,
        samples: bool = False,
    ) -> None:
        self.clock = ShopClock()
        self.shop: Shop | None = None
        self.actions = 0
        self.settings = Settings(
            folder, samples, theme=theme, text_size=text_size, less_movement=True, language="en"
        )
        use_look(self.settings)
        self.window = Window(self.settings, self._open, Tasks(InlineExecutor()), self.clock.seconds)
        self.window.resize(*size)
        self.window.show()
        self.window.activateWindow()
        self.window.open()
        self.settle()

    def _open(self, passphrase: str) -> Shop:
        if self.settings.samples:
            self.shop = open_till(self.settings, clock=FixedClock(NOW))
        else:
            self.shop = open_corner_shop(self.settings.data_dir)
        return self.shop

    @property
    def page(self) -> CounterPage:
        """The counter."""
        assert self.window.counter is not None
        return self.window.counter

    def leaves(self) -> None:
        """Close the window."""
        self.settle()
        self.window.close()
        self.window.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    # hands

    def waits(self, ms: int = THINKING_MS) -> "Cashier":
        """Let time pass on the clock of the shop."""
        self.clock.ms += ms
        return self

    def scans(self, code: str) -> "Cashier":
        """Hold a card to the scanner; the cashier presses nothing."""
        self.waits()
        for letter in code:
            self._key(0, letter, SCANNER_MS)
        self._key(Qt.Key.Key_Return, "\r", SCANNER_MS)
        self.settle()
        return self

    def types(self, text: str) -> "Cashier":
        """Type as people do."""
        for letter in text:
            self.actions += 1
            key = Qt.Key.Key_Space if letter == " " else 0
            self._key(key, letter, PERSON_MS)
        self.settle()
        return self

    def presses(self, name: str, repeated: bool = False, after_ms: int = THINKING_MS) -> "Cashier":
        """Press a key by its name: "Enter", "Space", "F4", "Ctrl+Z"."""
        self.waits(after_ms)
        self.actions += not repeated
        keys = QKeySequence("Return" if name == "Enter" else name)[0]
        text = {"Enter": "\r", "Space": " "}.get(name, "")
        self._key(keys.key(), text, 0, repeated, keys.keyboardModifiers())
        self.settle()
        return self

    def holds(self, name: str, times: int = 20) -> "Cashier":
        """Keep a key down until it repeats."""
        self.presses(name)
        for _ in range(times):
            self.presses(name, repeated=True, after_ms=30)
        return self

    def taps(self, words: str) -> "Cashier":
        """Tap what says so."""
        self.waits()
        self.actions += 1
        button = self.button(words)
        middle = button.rect().center()
        for kind in (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonRelease):
            QApplication.sendEvent(button, _mouse(kind, button, middle))
        self.settle()
        return self

    def settle(self) -> None:
        """Let the screen catch up; everything asked is done at once."""
        for _ in range(6):
            QApplication.processEvents()
            counter = self.window.counter
            if counter is not None:
                counter.lookup.flush()
                counter.told.flush()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        QApplication.processEvents()

    # eyes

    def sees(self, words: str) -> bool:
        """Whether these words are on the screen."""
        return any(words in text for text in self.texts())

    def texts(self) -> list[str]:
        """Everything that can be read, from every visible widget."""
        return [text for widget in self.visible(QWidget) if (text := _words_on(widget))]

    def visible(self, kind: type[Kind]) -> list[Kind]:
        """Widgets of a kind that are on the screen and not under a sheet."""
        counter = self.window.counter
        sheet = counter.desk.sheet if counter is not None else None
        return [one for one in (sheet or self.window).findChildren(kind) if one.isVisible()]

    def button(self, words: str) -> QAbstractButton:
        """The button that says so."""
        buttons = self.visible(QAbstractButton)
        exact = [one for one in buttons if one.text() == words]
        for button in exact or [one for one in buttons if words in one.text()]:
            return button
        raise AssertionError(f"no button says {words!r}; there are {[b.text() for b in buttons]}")

    def primary(self) -> str:
        """What the green button says."""
        button = self.page.action_bar.record
        return button.text() if button.isVisible() else ""

    def greeting(self) -> str:
        """The biggest words."""
        return next((text for text in self.texts() if text.startswith("“")), "")

    def typed(self) -> str:
        """What is in the search box."""
        return self.page.lookup.text()

    def toast(self) -> str:
        """What the toast says."""
        return self.page.notices.toast_text()

    def bar(self) -> str:
        """What the bar under the search says."""
        return self.page.notices.bar.sentence()

    def keyboard(self) -> QWidget | None:
        """What has the keyboard."""
        return QApplication.focusWidget()

    # the shop's own books, to see what was really written

    def visits_today(self) -> int:
        """How many visits are recorded today."""
        assert self.shop is not None
        return self.shop.storage.visits.count_on(self.shop.today)

    def left_on_shelf(self, gift: str) -> int:
        """How many pieces of a gift are free to be promised."""
        assert self.shop is not None
        gifts = self.shop.storage.stock.gifts("EUR").values()
        return next(one.free for one in gifts if one.name == gift)

    def last_basket(self, name: str) -> list[str]:
        """What was recorded on somebody's latest visit."""
        assert self.shop is not None
        person = find(self.shop, name)[0].customer.id
        later = self.shop.clock.now() + timedelta(minutes=1)
        items = self.shop.storage.visits.history(person, later, self.shop.time)[-1].items
        products, _habits = self.shop.storage.catalogue.with_habits(set(items), "EUR", 0)
        return sorted(products[item].name for item in items)

    def _key(
        self,
        key: int,
        text: str,
        gap: int,
        repeated: bool = False,
        modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
    ) -> None:
        self.clock.ms += gap
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, key, modifiers, text, repeated)
            event.setTimestamp(self.clock.ms)
            QApplication.sendEvent(QApplication.focusWidget() or self.window, event)


def _mouse(kind: QEvent.Type, widget: QWidget, at: QPoint) -> QMouseEvent:
    left, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
    held = left if kind is QEvent.Type.MouseButtonPress else none
    place, everywhere = QPointF(at), QPointF(widget.mapToGlobal(at))
    return QMouseEvent(kind, place, everywhere, left, held, Qt.KeyboardModifier.NoModifier)


def _words_on(widget: QWidget) -> str:
    if isinstance(widget, QLabel | QAbstractButton | QLineEdit):
        return widget.text()
    return ""
