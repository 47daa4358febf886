"""The one window: dock, full or wide, its pages, and every connection between them.

It is shown first; the records are opened on the worker while it is already there.
"""

import logging
import time
from collections.abc import Callable
from dataclasses import fields, replace
from functools import partial

from PySide6.QtGui import QCloseEvent, QResizeEvent

from pos_companion.i18n import N_, _, fill
from pos_companion.services import Shop
from pos_companion.services.catalogue import refresh_habits_when_old
from pos_companion.services.following import follow
from pos_companion.services.opening import open_till
from pos_companion.services.restoring import Copy
from pos_companion.services.sign_in import is_shared
from pos_companion.settings import Settings, save_settings
from ui.counter.commands import Command, Place
from ui.counter.guard import Guard
from ui.counter.journey import Journey
from ui.counter.key_filters import KeyFilters
from ui.counter.keys import Clock
from ui.counter.page import CounterPage
from ui.office.care import Care, close_shop
from ui.office.frame import Frame
from ui.office.in_force import application, use_look, use_words
from ui.office.opening import OpeningPage
from ui.office.place import keep_place, place_of, put_back
from ui.office.rooms import ROOMS, Rooms
from ui.office.settings import SettingsPage
from ui.scanner import Scanner
from ui.tasks import Tasks
from ui.theme import watcher

log = logging.getLogger(__name__)

Opener = Callable[..., Shop]
_DOCK = "440x900"


class Window(Frame):
    """The program's only window.

    Args:
        settings: of this till.
        opener: opens the shop, given a passphrase (empty for none), and `go_on`; on the worker.
        tasks: does the work.
        clock: seconds that never go back; for the guards against a held Enter.

    Attributes:
        counter: the counter's page; None until the shop is open.
        guard: the lock and quiet mode.
        lock: the guard's.
        rooms: the pages of the office.
    """

    def __init__(self, settings: Settings, opener: Opener, tasks: Tasks, clock: Clock) -> None:
        super().__init__()
        self.settings = settings
        self.tasks = tasks
        self.counter: CounterPage | None = None
        self._opener = opener
        self._journey: Journey | None = None
        self._warned = False
        self.scanner = Scanner(clock=clock, parent=self)
        self.scanner.scanned.connect(self._on_scanned)
        self._keys = KeyFilters(self.scanner, clock)
        self.guard = Guard(self, self._keys, clock, lambda: self.settings)
        self.lock = self.guard.lock
        self.guard.shut.connect(self._use_mode)
        self.guard.opened.connect(self._on_unlocked)
        self.rooms = Rooms(self.slot)
        self.rooms.changed.connect(self.apply_settings)
        self.rooms.left.connect(self.show_counter)
        self.opening = OpeningPage(settings)
        self.care = Care(self, tasks, self.opening, lambda: self.settings)
        self.care.opens.connect(self.open)
        self.care.trouble.connect(self._on_not_kept)
        self.care.soundness.restoring.connect(self._restore)
        self.care.soundness.asked_for.connect(self.show_room)
        self.guard.idle.passed.connect(self.care.look)
        self.rooms.restoring.connect(self._restore)
        self.slot.add(self.opening)
        self.rail.today.clicked.connect(self.show_counter)
        for name, button in self.rail.rooms.items():
            button.clicked.connect(partial(self.show_room, name))
        self.rail.settings.clicked.connect(lambda: self.show_settings())
        self.rail.lock.clicked.connect(self.lock)
        watcher.changed.connect(self._use_mode)
        put_back(self, _DOCK)
        self.setWindowTitle(_("POS Companion"))

    def open(self, passphrase: str = "", go_on: bool = False) -> None:
        """Open the shop, or go on although saved deeds are missing; the page says so meanwhile."""
        self.opening.show_loading()
        self.slot.show_only(self.opening)
        opener = partial(self._opener, go_on=True) if go_on else self._opener
        self.tasks.run(partial(opener, passphrase), self._on_shop_open, self.care.not_open, self)

    def show_counter(self) -> None:
        """Go to the counter."""
        if self.counter is not None and not self.guard.is_locked:
            self.slot.show_only(self.counter)
            self.counter.take_keyboard()
            self.rail.mark(self.rail.today)

    @property
    def settings_page(self) -> SettingsPage | None:
        """None until it was opened once."""
        return self.rooms.settings

    def show_search(self) -> None:
        """Go to the search from wherever we are; an open sheet keeps the keyboard."""
        if self.counter is not None and self.counter.desk.sheet is None:
            self.show_counter()
            self.counter.lookup.edit.selectAll()

    def show_settings(self, name: str = "") -> None:
        """Go to the settings.

        Args:
            name: of the setting that gets the keyboard; empty for none.
        """
        if self.guard.lets_go():
            self.rooms.show_settings(self.settings, name)
            self.rail.mark(self.rail.settings)

    def show_room(self, name: str) -> None:
        """Go to a page of the office, one of `ROOMS`."""
        if self._journey is not None and self.guard.lets_go():
            self.rooms.show(name, self._journey.shop, self.tasks)
            self.rail.mark(self.rail.rooms[name])

    def apply_settings(self, settings: Settings) -> None:
        """Use other settings from now on, and keep them."""
        speaks = settings.language != self.settings.language
        self.settings = settings
        use_look(settings)
        if speaks:
            use_words(settings)
            self._make_pages()
            self.show_settings()
        self.tasks.run(
            partial(save_settings, settings), lambda _nothing: None, self._on_not_kept, self
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out for the new width."""
        super().resizeEvent(event)
        self._use_mode()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Free what was reserved, close the records, let the worker go.

        With a visit that is not saved yet the window stays once, saying so and trying again.
        """
        if self._journey is not None and not self._journey.all_saved and not self._warned:
            self._warned = True
            self._journey.try_again()
            event.ignore()
            return
        self.settings = replace(self.settings, window=place_of(self))
        self._close_shop()
        self.tasks.close()
        super().closeEvent(event)

    def _close_shop(self) -> None:
        self.guard.stop()
        self.care.leave()
        if self._journey is not None:
            self._journey.leave()
            self._keys.stop()
            work = partial(close_shop, self._journey.shop)
            self.tasks.run(work, lambda _nothing: None, self._on_not_kept, self)
            self._journey = None

    def _restore(self, copy: Copy) -> None:
        self.slot.show_only(self.opening)
        self._close_shop()
        self.care.restore(copy)

    def _on_shop_open(self, shop: Shop) -> None:
        follow(shop)
        self._journey = Journey(shop, self.tasks, self)
        name = shop.profile.name
        if name:
            self.setWindowTitle(fill(_("{shop} · POS Companion"), shop=name))
        self.strip.setVisible(shop.is_sample)
        self.guard.start(shop, self.tasks, self.slot)
        self.care.serve(shop)
        self._make_pages()
        # Nothing is shown before it is known whether somebody has to say who they are.
        self.tasks.run(partial(is_shared, shop), self._on_known, self.care.not_open, self)
        self.tasks.run_in_steps(
            refresh_habits_when_old(shop),
            lambda _step: None,
            lambda _nothing: None,
            self._on_not_kept,
            self,
        )

    def _on_known(self, shared: bool) -> None:
        if shared:
            self.lock()
        else:
            self.show_counter()

    def _on_unlocked(self) -> None:
        self._use_mode()
        if self.slot.shown in (self.opening, self.counter):
            self.show_counter()

    def _on_not_kept(self, error: Exception) -> None:
        log.error("could not be kept", exc_info=error)
        if self.counter is not None:
            self.counter.notices.show_error(error)

    def _make_pages(self) -> None:
        """Make the pages, or make them again in another language; the open visit stays."""
        if self._journey is None:
            return
        self._keys.stop()
        self.rooms.clear()
        if self.counter is not None:
            self.slot.discard(self.counter)
        self.counter = CounterPage(self._journey)
        self._keys.serve(self.counter)
        self.guard.serve(self.counter)
        self.care.soundness.speak_through(self.counter.notices)
        self.counter.desk.commands.add(self._commands())
        self.slot.add(self.counter)
        self.rail.say()
        self.strip.say()
        self._use_mode()

    def _commands(self) -> list[Command]:
        """What the window can do, whatever is on it; each setting can be gone to."""
        places = [(one.deed, partial(self.show_room, name)) for name, one in ROOMS.items()]
        places += [
            (one.metadata["label"], partial(self.show_settings, one.name))
            for one in fields(self.settings)
            if "label" in one.metadata
        ]
        return [
            Command("Ctrl+F", N_("go to the search"), self.show_search, Place.WINDOW),
            Command("Ctrl+,", N_("settings"), self.show_settings, Place.WINDOW),
            *self.guard.commands(),
            *(Command("", text, go, Place.WINDOW) for text, go in places),
        ]

    def _use_mode(self) -> None:
        mode = self.mode
        shown = self._journey is not None and not self.guard.is_locked
        self.rail.setVisible(mode != "dock" and shown)
        if self.counter is not None and self.counter.mode != mode:
            self.counter.set_mode(mode)

    def _on_scanned(self, code: str) -> None:
        if self.counter is None or self.guard.scanned():
            return
        if self.slot.shown is not self.counter:
            self.show_counter()
        self.counter.look_for_scan(code)


def show_window(settings: Settings, opener: Opener | None = None, minimized: bool = False) -> int:
    """Show the window and stay until it is closed.

    Args:
        settings: of this till.
        opener: opens the shop, given a passphrase; the default opens the one of the settings.
        minimized: begin as a symbol beside the till.

    Returns:
        What the program ends with.
    """
    app = application(settings)
    window = Window(settings, opener or partial(_open, settings), Tasks(), time.monotonic)
    put_back(window, settings.window)
    if minimized:
        window.showMinimized()
    else:
        window.show()
    window.open()
    ended_with = int(app.exec())
    keep_place(window.settings)
    return ended_with


def _open(settings: Settings, passphrase: str, go_on: bool = False) -> Shop:
    return open_till(settings, passphrase, alone=True, go_on=go_on)
