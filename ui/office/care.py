"""Looks after the records while the till has nothing else to do, and when they need help."""

import logging
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from pos_companion.errors import BusyError, CompanionError
from pos_companion.services import Shop
from pos_companion.services.backup_health import rehearse_when_due
from pos_companion.services.backups import (
    Backed,
    back_up_before,
    back_up_when_due,
)
from pos_companion.services.bundle import save_report
from pos_companion.services.forgetting import let_go
from pos_companion.services.offers import end_shift
from pos_companion.services.reserve import keep_reserve
from pos_companion.services.restoring import Copy, Restored, Words, restore
from pos_companion.settings import Settings
from ui.notices import sentence_for
from ui.office.help_panel import saved, versions_of_the_window
from ui.office.one_window import OneWindow, call_first
from ui.office.opening import OpeningPage
from ui.office.soundness import Soundness
from ui.tasks import Tasks

_STILL = 3
"""Seconds without a touch before anything is begun that a cashier could feel."""
_EVERY = 60
"""Seconds of rest after which it is looked again whether a backup is due."""

log = logging.getLogger(__name__)


class Care(QObject):
    """Backups by themselves, and the way back to one.

    Args:
        window: owns it, and is closed when somebody gives up.
        opening: the page that says what is wrong.
        settings: those in force now.

    Attributes:
        soundness: looks through the records.

    Signals:
        opens(str, bool): open the shop with this passphrase, and whether in spite of lost deeds.
        trouble(object): why there is no new backup; once until there is one.
    """

    opens = Signal(str, bool)
    trouble = Signal(object)

    def __init__(
        self, window: QWidget, tasks: Tasks, opening: OpeningPage, settings: Callable[[], Settings]
    ) -> None:
        super().__init__(window)
        self._window = window
        self._first: OneWindow | None = None
        self._tasks, self._opening, self._settings = tasks, opening, settings
        self._shop: Shop | None = None
        self._busy = self._told = False
        self._rested = 0
        self.soundness = Soundness(tasks, self)
        opening.asked.connect(lambda passphrase: self.opens.emit(passphrase, False))
        opening.went_on.connect(lambda passphrase: self.opens.emit(passphrase, True))
        opening.restoring.connect(self.restore)
        opening.reporting.connect(self._report)
        opening.quitting.connect(window.close)

    def serve(self, shop: Shop) -> None:
        """Look after this shop."""
        self._shop = shop
        self.soundness.serve(shop)
        if shop.lock is not None:
            self._first = OneWindow(shop.settings.folder, self)
            self._first.called.connect(self._come_forward)

    def leave(self) -> None:
        """The shop is about to be closed."""
        self._shop = None
        self.soundness.leave()
        if self._first is not None:
            self._first.stop()
            self._first = None

    def not_open(self, error: Exception) -> None:
        """Say why the shop could not be opened; where another window has it, that one comes."""
        log.warning("the shop could not be opened", exc_info=error)
        if isinstance(error, BusyError) and call_first(self._settings().folder):
            self._window.close()
        else:
            self._opening.show_error(error)

    def look(self, seconds: int) -> None:
        """See whether a backup is due.

        Args:
            seconds: for so long nobody has touched the till; called once a second.
        """
        self.soundness.look(seconds)
        self._rested += 1
        if self._shop is None or self._busy or seconds < _STILL or self._rested < _EVERY:
            return
        self._rested, self._busy = 0, True
        self._tasks.run(partial(_look_after, self._shop), self._on_done, self._on_failed, self)

    def restore(self, copy: Copy) -> None:
        """Put a backup in the place of the records, which are closed, and open them again."""
        self._opening.show_loading()
        words = Words(self._opening.typed)
        self._tasks.run(
            partial(restore, self._settings(), copy, words),
            self._on_restored,
            self._opening.show_error,
            self,
        )

    def _report(self) -> None:
        self._tasks.run(
            partial(save_report, self._settings(), versions_of_the_window()),
            lambda path: self._opening.say(saved(path)),
            lambda error: self._opening.say(sentence_for(error)),
            self,
        )

    def _come_forward(self) -> None:
        if self._window.isMinimized():
            self._window.showNormal()
        self._window.raise_()
        self._window.activateWindow()

    def _on_restored(self, _done: Restored) -> None:
        self.opens.emit(self._opening.typed, False)

    def _on_done(self, made: Backed | None) -> None:
        self._busy = False
        self.soundness.look_around()
        if made is not None and made.trouble is not None:
            self._tell(made.trouble)
        elif made is not None:
            self._told = False

    def _on_failed(self, error: Exception) -> None:
        self._busy = False
        log.warning("no backup was made", exc_info=error)
        self._tell(error)

    def _tell(self, error: Exception) -> None:
        if not self._told:
            self._told = True
            self.trouble.emit(error)


def close_shop(shop: Shop) -> None:
    """Free what was promised and not given, back up what changed, and close the records."""
    try:
        end_shift(shop)
        back_up_before(shop)
    except CompanionError as error:
        # The till has to close all the same; the page of the backups says so next time.
        log.warning("not everything was done at closing: %s", error)
    finally:
        shop.close()


def _look_after(shop: Shop) -> Backed | None:
    made = back_up_when_due(shop)
    rehearse_when_due(shop)
    let_go(shop)
    keep_reserve(shop)
    return made
