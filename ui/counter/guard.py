"""Guards what the screen shows: quiet when nobody touches the till, locked a little later."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QWidget

from pos_companion.i18n import N_
from pos_companion.services import Shop
from pos_companion.settings import Settings
from ui.counter.away import Away
from ui.counter.commands import Command, Place
from ui.counter.door import Door
from ui.counter.idle import Idle
from ui.counter.key_filters import KeyFilters
from ui.counter.keys import Clock
from ui.counter.page import CounterPage
from ui.counter.veil import Veil
from ui.kit import Slot
from ui.tasks import Tasks


class Guard(QObject):
    """Lasts as long as the window; the shop and the page come later.

    Args:
        window: hidden or made a symbol, the till locks itself.
        keys: reach the counter only while it is open.
        settings: those in force now.

    Attributes:
        door: the lock; None until the shop is open.
        idle: how long nobody has touched the till.
        away: what the system says about it.

    Signals:
        shut: locked.
        opened: open again; the page that was there is shown.
    """

    shut = Signal()
    opened = Signal()

    def __init__(
        self, window: QWidget, keys: KeyFilters, clock: Clock, settings: Callable[[], Settings]
    ) -> None:
        super().__init__(window)
        self._window, self._keys, self._settings = window, keys, settings
        self._page: CounterPage | None = None
        self._veil: Veil | None = None
        self.door: Door | None = None
        self.idle = Idle(clock, self)
        self.idle.passed.connect(self._on_idle)
        self.idle.woke.connect(self._lock_when_shared)
        self.away = Away(self)
        self.away.went.connect(self._lock_when_shared)

    @property
    def is_locked(self) -> bool:
        """Whether somebody has to say who they are first."""
        return self.door is not None and self.door.is_shut

    def start(self, shop: Shop, tasks: Tasks, slot: Slot) -> None:
        """Guard a shop that has just been opened."""
        self.door = Door(shop, tasks, slot)
        self.door.shut.connect(self._on_shut)
        self.door.opened.connect(self._on_opened)
        self.idle.start()
        self.away.start(self._window)
        self._window.installEventFilter(self)

    def serve(self, page: CounterPage) -> None:
        """Guard this page of the counter from now on; quiet mode goes on."""
        was = self._page.quiet if self._page is not None else None
        self._page, self._veil = page, Veil(page)
        if was is not None:
            self._veil.set_quiet(was.is_on, was.by_itself)

    def stop(self) -> None:
        """Guard nothing any more."""
        self._window.removeEventFilter(self)
        self.idle.stop()
        self.away.stop()
        self.door = self._page = self._veil = None

    def lock(self) -> None:
        """Hide everything until somebody says who they are; what is open stays open."""
        if self.door is not None:
            self.door.lock()

    def set_quiet(self, on: bool, by_itself: bool = False) -> None:
        """Hide names and notes, or show them again."""
        if self._veil is not None:
            self._veil.set_quiet(on, by_itself)

    def toggle_quiet(self) -> None:
        """Hide names and notes, or show them again if they are hidden."""
        if self._page is not None:
            self.set_quiet(not self._page.quiet.is_on)

    def scanned(self) -> bool:
        """Whether a card that was scanned came before a shut door; it is a touch all the same."""
        self.idle.touched()
        return self.door is not None and self.door.scanned()

    def lets_go(self) -> bool:
        """Whether somebody may go to another page; what lies over the counter waits there."""
        return self._page is not None and not self.is_locked

    def commands(self) -> tuple[Command, ...]:
        """Its keys."""
        return (
            Command("F9", N_("quiet mode"), self.toggle_quiet, Place.WINDOW),
            Command("F12", N_("lock"), self.lock, Place.WINDOW),
        )

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Nobody looks at a window that is hidden or a symbol."""
        became = event.type()
        minimized = became == QEvent.Type.WindowStateChange and self._window.isMinimized()
        if watched is self._window and (minimized or became == QEvent.Type.Hide):
            self._lock_when_shared()
        return False

    def _on_idle(self, seconds: int) -> None:
        if seconds >= self._settings().lock_after:
            self._lock_when_shared()
        if seconds >= self._settings().quiet_after:
            self.set_quiet(True, by_itself=True)

    def _lock_when_shared(self) -> None:
        if self.door is not None:
            self.door.lock_when_shared()

    def _on_shut(self) -> None:
        if self._page is not None:
            self._page.quiet.peek(False)
        self._keys.rest()
        self.shut.emit()

    def _on_opened(self, _staff: object) -> None:
        self._keys.wake()
        self.idle.touched()
        self.opened.emit()
