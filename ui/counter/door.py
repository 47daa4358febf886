"""The lock of the till: when it shuts, what it hides, and what was there when it opens."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QToolTip, QWidget

from pos_companion.model.staff import Staff
from pos_companion.services import Shop
from pos_companion.services.sign_in import is_shared
from ui.counter.lock import LockPage
from ui.kit import Slot
from ui.tasks import Tasks


class Door(QObject):
    """Shows the lock instead of every page. What is half entered on them stays as it is.

    Args:
        slot: where the pages of the window are shown.

    Attributes:
        page: None while it is open.

    Signals:
        shut: nothing about customers is on the screen any more.
        opened: the `Staff` who opened it; None in a shop of one person.
    """

    shut = Signal()
    opened = Signal(object)

    def __init__(self, shop: Shop, tasks: Tasks, slot: Slot) -> None:
        super().__init__(slot)
        self._shop, self._tasks, self._slot = shop, tasks, slot
        self._before: QWidget | None = None
        self._copied = ""
        QGuiApplication.clipboard().dataChanged.connect(self._on_copied)
        self.page: LockPage | None = None

    @property
    def is_shut(self) -> bool:
        """Whether the till is locked."""
        return self.page is not None

    def lock(self) -> None:
        """Lock it; a till that is locked stays so."""
        if self.page is not None:
            return
        self._before = self._slot.shown
        self.page = LockPage(self._shop, self._tasks)
        self.page.opened.connect(self._on_opened)
        self._slot.show_only(self.page)
        self.page.start()
        QToolTip.hideText()
        self._close_menus()
        self._clear_clipboard()
        self.shut.emit()

    def lock_when_shared(self) -> None:
        """Lock it unless one person works here alone: nobody would be asked anything."""
        if self.page is None:
            self._tasks.run(
                lambda: is_shared(self._shop), self._on_shared, lambda _error: self.lock(), self
            )

    def scanned(self) -> bool:
        """Whether a card that was scanned came before a shut door."""
        if self.page is None:
            return False
        self.page.say_scan_ignored()
        return True

    def _on_copied(self) -> None:
        # Not every system says whose the clipboard is; ours has the keyboard when it copies.
        ours = QGuiApplication.focusWindow() is not None
        self._copied = QGuiApplication.clipboard().text() if ours else ""

    def _close_menus(self) -> None:
        """What lies over the window would lie over the lock as well."""
        menu = QApplication.activePopupWidget()
        while menu is not None and menu.close():
            menu = QApplication.activePopupWidget()

    def _clear_clipboard(self) -> None:
        clipboard = QGuiApplication.clipboard()
        if self._copied and clipboard.text() == self._copied:
            clipboard.clear()

    def _on_shared(self, shared: bool) -> None:
        if shared:
            self.lock()

    def _on_opened(self, staff: Staff | None) -> None:
        page, self.page = self.page, None
        if page is None:
            return
        page.stop()
        if self._before is not None:
            self._slot.show_only(self._before)
        self._slot.discard(page)
        self.opened.emit(staff)
